"""The headline states the top of a range, or an upper bound, as fact.

What it does
    Compares each headline figure with the ranges and upper bounds of the text, when the headline has no
    word of doubt.

Why it matters
    "20 to 90 feared lost" is not "90 lost". The reader who stops at the headline has been told
    the worst case as news.

Example
    Wrong: Fungus ruins 900 vines ... growers put the loss at between 350 and 900 vines.
    Right: Hundreds of vines ruined by fungus ... growers put the loss at between 350 and 900 vines.

What it leaves alone
    Headlines with could, may, feared, up to, as many as; tops of ranges that the text also gives as a
    figure.

Source
    Editors' Code of Practice, clause 1, and the ruling on headlines taken from the end of a range.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, span_of
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations
from claimcheck.relations.facts import group
from claimcheck.relations.headlines import told_in_headline
from claimcheck.relations.working import Working

CODE = "CC702"
NAME = "headline-upper-bound"
FAMILY = "headline"
SEVERITY = "warning"
NEEDS = ("headline",)


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Headline figures that are only the top of what the text says."""
    for figure in told_in_headline(facts):
        if (
            figure.modifier not in ("exact", "approx", "lower")
            or figure.low is None
            or _doubtful(facts, figure)
        ):
            continue
        body = [
            c.figure
            for c in facts.claims
            if facts.block(c.figure) != "headline" and c.figure.kind == figure.kind
        ]
        if any(
            f.low == f.high == figure.low or (f.modifier == "lower" and f.low == figure.low) for f in body
        ):
            continue
        top = next(
            (f for f in body if (f.high == figure.low and f.unit == figure.unit) or _same_top(figure, f)),
            None,
        )
        if top:
            yield _concern(facts, figure, top)


def _same_top(figure: Figure, other: Figure) -> bool:
    return other.high == figure.low and other.low != other.high and figure.kind != "money"


def _doubtful(facts: Facts, figure: Figure) -> bool:
    first, last = facts.bounds(figure.first)
    return any(facts.word(i) in group("doubt") and not _is_rise(facts, i) for i in range(first, last))


def _is_rise(facts: Facts, index: int) -> bool:
    """Whether `up` is no bound: `Fares to go up 15%`, but not `up to 15%`."""
    return facts.word(index) == "up" and facts.word(index + 1) != "to"


def _concern(facts: Facts, figure: Figure, top: Figure) -> Concern:
    working = Working((facts.text(figure), facts.text(top)), "headline {0}, text “{1}”", "")
    question = "Does the headline keep only the top of what the text says?"
    return Concern(span_of(figure), question, working, (figure, top))
