"""A quantity taken up under its verb's noun, or with `those`: `peaked at 5.2m`, then `the 5.6-metre peak`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.dates import years_of
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.misprints import one_digit_off, other_scale, swapped
from claimcheck.relations.repeats import Repeat, is_apart, is_changing

_BACK = 3  # sentences to the first mention
_NEAR = 6  # tokens from the first figure to the verb that the later noun is made of
_STEM = 4
_THOSE = frozenset(["those", "these"])
_DEMONSTRATIVE = frozenset(["this", "that"])
_LEAST = 3


def find_taken_up(facts: Facts) -> Iterator[Repeat]:
    """Every later figure that its noun, or `those`, ties to the only earlier one of its kind and unit."""
    for claim in facts.claims:
        figure = claim.figure
        if figure.low is None or figure.low != figure.high or facts.block(figure) == "headline":
            continue
        if figure.kind in ("money", "measure"):
            found = _under_noun(facts, figure)
        elif figure.kind == "duration":
            found = _as_those(facts, figure)
        else:
            found = _as_figures(facts, figure) if facts.word(figure.first - 1) == "for" else None
        if found:
            yield Repeat(found, figure)


def _before(facts: Facts, figure: Figure) -> list[Figure]:
    """The figures of its kind and unit told shortly before, below headlines."""
    sentence = facts.tokens.sentence[figure.first]
    found = [f for s in range(max(0, sentence - _BACK), sentence + 1) for f in facts.lines.get(s, ())]
    return [
        f
        for f in found
        if f.first < figure.first
        and (f.kind, f.unit) == (figure.kind, figure.unit)
        and facts.block(f) != "headline"
    ]


def _only(figures: Sequence[Figure], later: Figure) -> Figure | None:
    """The first of figures that all state one number, not that of the later one."""
    values = {f.low for f in figures if f.low == f.high}
    return figures[0] if len(values) == 1 and later.low not in values else None


def _under_noun(facts: Facts, figure: Figure) -> Figure | None:
    """`values it at $2.7 billion`, then `the $2.3 billion valuation`; `yesterday's 5.6-metre peak`."""
    noun, lead = facts.word(figure.last), facts.word(figure.first - 1)
    if len(noun) < _STEM or not noun.isalpha() or not _is_definite(facts, figure, lead):
        return None
    told = [f for f in _before(facts, figure) if _is_told(facts, f, noun)]
    if any(f.low == figure.low for f in _before(facts, figure)):
        return None
    first = _only(told, figure)
    if first is None or first.low is None or figure.low is None or is_changing(facts, figure):
        return None
    sentences = facts.tokens.sentence
    meant = facts.word(figure.last + 2) in _DEMONSTRATIVE  # `the valuation in this offer`, whoever says so
    if sentences[first.first] == sentences[figure.first] or (is_apart(facts, first, figure) and not meant):
        return None
    if _goes_on(facts, figure.last + 1) or is_changing(facts, first, later=False):
        return None
    return first if _mistyped(first, figure) else None


def _is_definite(facts: Facts, figure: Figure, lead: str) -> bool:
    """`the`, `that`, or the day whose figure it is: `yesterday's`, if the first was told of yesterday."""
    if lead in group("definite") or lead in ("that", "this"):
        return True
    day = facts.word(figure.first - 2)
    return lead in ("'s", "’s") and day in _days() and _told_of(facts, figure, day)


def _days() -> frozenset[str]:
    return listed("words", "weekdays") | listed("renamed", "days.words")


def _told_of(facts: Facts, figure: Figure, day: str) -> bool:
    return any(day in facts.words(*facts.bounds(f.first)) for f in _before(facts, figure))


def _is_told(facts: Facts, figure: Figure, noun: str) -> bool:
    first, last = facts.bounds(figure.first)
    near = facts.words(max(first, figure.first - _NEAR), figure.first)
    near += facts.words(figure.last, min(last, figure.last + 2))
    return any(word[:_STEM] == noun[:_STEM] for word in near if len(word) >= _STEM)


def _goes_on(facts: Facts, place: int) -> bool:
    """Whether a preposition makes it another one: `the 5.6-metre peak of 1947`; `in this offer` does not."""
    if facts.word(place + 1) in _DEMONSTRATIVE:
        return False
    return facts.word(place) in listed("words", "prepositions")


def _mistyped(first: Figure, later: Figure) -> bool:
    if first.low is None or later.low is None:
        return False
    return (
        swapped(first.low, later.low)
        or other_scale(first.low, later.low)
        or one_digit_off(first.low, later.low)
    )


def _as_those(facts: Facts, figure: Figure) -> Figure | None:
    """`after 22 years in the force … in those 27 years`: nothing but the span told before is meant."""
    if facts.word(figure.first - 1) not in _THOSE:
        return None
    before = _before(facts, figure)
    first = _only(before, figure)
    if first is None or min(first.low or 0, figure.low or 0) < _LEAST:
        return None
    sentences = facts.tokens.sentence
    told = {
        year
        for s in range(sentences[first.first], sentences[figure.first] + 1)
        for year, _ in years_of(facts, s)
    }
    apart = (
        facts.word(figure.last) in ("of", "from", "since", "between", "as", "before", "until")
        or len(told) > 1
    )
    changing = is_changing(facts, figure) or facts.word(first.last) in ("ago", "old", "earlier")
    told_since = any(n.value == figure.low for n in facts.numerals_in(first.last, figure.first))
    return first if _mistyped(first, figure) and not (apart or changing or told_since) else None


def _as_figures(facts: Facts, figure: Figure) -> Figure | None:
    """`took five for 38 …`, then `that five for 83`: a bowler's wickets and runs."""
    wickets = _wickets(facts, figure)
    if wickets is None or not {"that", "those", "the", "her", "his"} & {facts.word(wickets.first - 1)}:
        return None
    told = []
    for first in _before(facts, figure):
        taken = _wickets(facts, first) if facts.word(first.first - 1) == "for" else None
        if taken and taken.low == wickets.low:
            told.append(first)
    found = _only(told, figure)
    return found if found and _mistyped(found, figure) else None


def _wickets(facts: Facts, runs: Figure) -> Figure | None:
    line = facts.lines.get(facts.tokens.sentence[runs.first], ())
    most = load("renamed")["wickets"]["most"]
    return next((f for f in line if f.last == runs.first - 1 and 0 < (f.low or 0) <= most), None)
