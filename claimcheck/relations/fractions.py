"""Fractions that are no figure of their own: `one household in eight`, `pledged a quarter`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.values import replace

_NOUN = 4  # words between the numbers of `one household in eight`
_UNITS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "nine": 9,
}


def spread_fraction(facts: Facts, under: Figure) -> Figure:
    """`one household in eight` as a ratio, where `under` is its `eight`; else `under` itself."""
    if under.kind != "count" or under.unit is not None or not under.low or under.low != under.high:
        return under
    place = under.first - 1
    if facts.word(place) == "every" or (facts.word(place) == "of" and facts.word(place - 1) == "out"):
        place -= 1
    if facts.word(place) not in ("in", "out"):
        return under
    over = next((n for n in reversed(facts.numerals_in(max(0, place - _NOUN), place)) if n.value), None)
    if over is None or over.value is None or over.value >= under.low:
        return under
    if not group("clause_marks").isdisjoint(facts.words(over.last, place)):
        return under
    value = over.value / under.low
    start = facts.tokens.span(over.first, over.last).start
    return replace(under, start=start, first=over.first, kind="ratio", low=value, high=value, grain=value)


def fraction_at(facts: Facts, index: int, bare: bool = False) -> Figure | None:
    """The fraction in words that begins at token `index`: `a quarter`, `two-thirds`; `fifth` if `bare`."""
    over = _UNITS.get(facts.word(index), 1 if bare else None)
    if over is None:
        return None
    last = index if bare else index + 1 + (facts.word(index + 1) == "-")
    under = _denominators().get(facts.word(last))
    if under is None or facts.word(last + 1) in _NO_FRACTION:
        return None
    value = Decimal(over) / under
    start, end = facts.tokens.span(index, last + 1)
    return Figure(start, end, index, last + 1, "ratio", value, value, grain=value)


OPENERS = frozenset(_UNITS)
_NO_FRACTION = frozenset(
    ["-", "century", "time", "year", "straight", "successive", "consecutive", "quarter", "day"]
)


@cache
def _denominators() -> dict[str, Decimal]:
    return {word: Decimal(number) for word, number in load("numerals")["denominators"].items()}
