"""The headline's figure is not the text's.

What it does
    Looks for each figure of the headline in the text: the same value of the same thing, moving the same way
    and for the same time, or figures that give it.

Why it matters
    Headlines are written last, by another hand, and are all that most readers see.

Example
    Wrong: Library may shed 40% of its branches ... it would keep 27 branches, down from 36.
    Right: Library may shed a quarter of its branches ... it would keep 27 branches, down from 36.

What it leaves alone
    Headline figures that the text does not speak of at all; rounding.

Source
    Editors' Code of Practice, clause 1: headlines must be supported by the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.intervals import HUNDRED, Interval, exactly, percent_change
from claimcheck.model import Figure
from claimcheck.relations import Change, Facts, Relations
from claimcheck.relations.amounts import is_amount
from claimcheck.relations.headlines import find_turned, is_early, told_below, told_in_headline
from claimcheck.relations.misprints import has_digits, noughts_apart, slip, swapped
from claimcheck.relations.reading import interval, leads
from claimcheck.relations.topics import topic_of
from claimcheck.relations.working import Working, signed

CODE = "CC701"
NAME = "headline-figure"
FAMILY = "headline"
SEVERITY = "warning"
NEEDS = ("headline",)

_LOOSE = Decimal("0.08")
_THREE_DIGITS = 100
_FEW = 5  # fewer are often a part of what the text counts
_LEAD = 4  # sentences of the text that a headline is written from


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Headline figures that the text contradicts."""
    headline, body = told_in_headline(facts), told_below(facts)
    for figure in headline:
        if figure.kind in ("percent", "points", "multiplier", "ratio"):
            yield from _against_change(facts, relations, figure, body)
        elif figure.kind in ("count", "money", "measure") and figure.low is not None:
            yield from _against_body(facts, figure, body)
    for turned in find_turned(facts):
        yield _differs(facts, turned.headline, turned.text, turned.question)


def _against_change(
    facts: Facts, relations: Relations, figure: Figure, body: list[Figure]
) -> Iterator[Concern]:
    stated = _as_percent(facts, figure)
    if figure.kind in ("percent", "points"):
        same = [
            f
            for f in body
            if f.kind in ("percent", "points", "ratio") and _as_percent(facts, f).meets(stated)
        ]
        other = [f for f in same if f.kind != figure.kind and "ratio" not in (f.kind, figure.kind)]
        if other and len(other) == len(same):
            yield _differs(
                facts, figure, other[0], "Per cent or percentage points: do headline and text agree?"
            )
        if same:
            return
    elif any(
        f.kind in ("multiplier", "ratio", "percent") and _as_percent(facts, f).meets(stated) for f in body
    ):
        return
    yield from _of_points(facts, relations, figure, body)
    changes = [c for c in relations.changes if c.before in body and c.before.kind != "percent"]
    if len({(c.before.start, c.after.start) for c in changes}) == 1 and _is_change(facts, figure):
        yield from _recomputed(facts, figure, stated, changes[0])
    elif figure.kind in ("percent", "ratio"):
        yield from _only_percent(facts, figure, body)


def _of_points(facts: Facts, relations: Relations, figure: Figure, body: list[Figure]) -> Iterator[Concern]:
    """A headline that gives in per cent what is a difference of two percentages in the text."""
    for change in relations.changes:
        before, after = change.before, change.after
        if figure.kind != "percent" or before.kind != "percent" or before not in body:
            continue
        if before.low and after.low is not None and abs(after.low - before.low) == figure.low:
            terms = (shown(facts, before), shown(facts, after), str(figure.low))
            points = Working(terms, "{0} to {1} is {2} points, not {stated}", "", facts.text(figure))
            question = "Per cent or percentage points: do headline and text agree?"
            yield Concern(span_of(figure), question, points, (figure, before, after))
            return


def _as_percent(facts: Facts, figure: Figure) -> Interval:
    value = interval(facts, figure)
    return value if figure.kind in ("percent", "points") else (value * HUNDRED).widen(_LOOSE)


def _is_change(facts: Facts, figure: Figure) -> bool:
    first, last = facts.bounds(figure.first)
    return figure.kind == "multiplier" or any(
        facts.classes[i] in ("rise", "fall") for i in range(first, last)
    )


def _recomputed(facts: Facts, figure: Figure, stated: Interval, change: Change) -> Iterator[Concern]:
    before, after = interval(facts, change.before), interval(facts, change.after)
    if before.low <= 0 or after.low <= 0 or not change.before.low or change.after.low is None:
        return
    ratio = after / before * HUNDRED
    moved = percent_change(before, after)
    fits = [moved, exactly(-1) * moved] if figure.kind in ("percent", "ratio") else []
    fits += [ratio, before / after * HUNDRED] if figure.kind != "percent" else []
    if any(fit.meets(Interval(stated.low - 1, stated.high + 1)) for fit in fits):
        return
    terms = (shown(facts, change.before), shown(facts, change.after))
    moved_by = signed((change.after.low / change.before.low - 1) * 100)
    working = Working(terms, "{0} to {1} is {expected}, not {stated}", moved_by, facts.text(figure))
    figures = (figure, change.before, change.after)
    yield Concern(
        span_of(figure), "Does the headline's change fit the figures in the text?", working, figures
    )


def _only_percent(facts: Facts, figure: Figure, body: list[Figure]) -> Iterator[Concern]:
    lead = [f for f in body if f.kind == figure.kind and f.low is not None and is_early(facts, f, _LEAD)]
    moved = len(lead) == 1 and _is_change(facts, figure) and is_amount(facts, lead[0])
    if "to" in leads(facts, figure)[:1]:
        lead = [f for f in lead if "to" in leads(facts, f)[:1]]
    if len(lead) == 1 and (moved or slip(figure.low, lead[0].low)):
        yield _differs(facts, figure, lead[0], "Is this the percentage that the text gives?")


def _against_body(facts: Facts, figure: Figure, body: list[Figure]) -> Iterator[Concern]:
    if leads(facts, figure)[:1] == ["by"]:
        return
    stated, topic = interval(facts, figure), topic_of(facts, figure)
    like = [f for f in body if f.kind == figure.kind and facts.word(f.first - 1) != "number"]
    same = [f for f in like if (f.low or f.high) is None or interval(facts, f).meets(stated)]
    if figure.kind == "money":
        same = [f for f in same if f.unit == figure.unit]
    if figure.kind == "count" and topic in ("death", "injury"):
        if not _counts_on(figure, body):
            yield from _harm(facts, figure, topic, like, same)
        return
    if same:
        return
    if figure.kind == "count" and (typos := _typos(facts, figure, like)):
        yield _differs(facts, figure, typos[0], "Is this the figure that the text gives?")
        return
    near = [f for f in like if is_early(facts, f, _LEAD) and _of_topic(facts, figure, f, topic)]
    near = [f for f in near if _slipped(figure, f)]
    if len({f.low for f in near}) == 1 and not _counts_on(figure, body):
        yield _differs(facts, figure, near[0], "Is this the figure that the text gives?")


def _counts_on(figure: Figure, body: list[Figure]) -> bool:
    """Whether the text counts on to the headline's number: `Three were charged … A fourth …`."""
    return any(
        f.low == figure.low if f.kind == "ordinal" else f.kind == "ratio" and f.low * figure.low == 1
        for f in body
        if f.low is not None and figure.low
    )


def _typos(facts: Facts, figure: Figure, like: list[Figure]) -> list[Figure]:
    """The figures at the start of the text that are the headline's with its digits in another order."""
    if (figure.low or 0) < _THREE_DIGITS:
        return []
    return [f for f in like if is_early(facts, f, _LEAD) and f.low == f.high and swapped(figure.low, f.low)]


def _of_topic(facts: Facts, figure: Figure, other: Figure, topic: str) -> bool:
    """Whether a count of the text may be the headline's: of its noun, or noughts apart without one or with
    the same two digits or more: `12,000 jobs`, `1,200 posts`.
    """
    if figure.kind != "count" or (topic and topic_of(facts, other) == topic):
        return True
    return noughts_apart(figure.low, other.low) and (not topic or has_digits(figure.low))


def _harm(
    facts: Facts, figure: Figure, topic: str, like: list[Figure], same: list[Figure]
) -> Iterator[Concern]:
    """A toll in the headline: the text must give as many, and of the same harm."""
    topics = [(f, topic_of(facts, f)) for f in like]
    if any(t == topic and f in same for f, t in topics):
        return
    renamed = [
        f for f, t in topics if f in same and t in ("death", "injury", "missing") and f.low == figure.low
    ]
    own = [f for f, t in topics if t == topic and f.low is not None and f.low == f.high]
    if renamed:
        yield _differs(
            facts,
            figure,
            renamed[0],
            "Killed, injured or missing: do headline and text count the same people?",
        )
    elif own and is_early(facts, own[0], _LEAD) and not same and slip(figure.low, own[0].low):
        yield _differs(facts, figure, own[0], "Is this the toll that the text gives?")


def _slipped(figure: Figure, other: Figure) -> bool:
    """Whether the text's figure can be the headline's: of one noun, mistyped, or in another currency."""
    if figure.kind == "count" and min(figure.low or 0, other.low or 0) >= _FEW:
        return True
    if figure.unit != other.unit and figure.kind == "money":
        return figure.low == other.low
    return slip(figure.low, other.low)


def _differs(facts: Facts, figure: Figure, other: Figure, question: str) -> Concern:
    working = Working((facts.text(figure), facts.text(other)), "headline {0}, text {1}", "")
    return Concern(span_of(figure), question, working, (figure, other))
