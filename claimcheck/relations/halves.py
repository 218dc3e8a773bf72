"""A fraction and the other one: `two-thirds were sold online; the other third went at the door`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts
from claimcheck.relations.shares import Shares

_OTHER = frozenset(["other", "remaining"])
_PARTS = ("percent", "ratio")


def find_other_fractions(facts: Facts) -> Iterator[Shares]:
    """Every `the other half` with the one share that stands before it in its sentence."""
    for index in facts.places(_OTHER):
        if facts.word(index - 1) == "the" and (found := _fraction(facts, index)):
            line = facts.lines.get(facts.tokens.sentence[index], ())
            before = [f for f in line if f.kind in _PARTS and f.last <= index]
            after = [f for f in line if f.kind in _PARTS and f.first >= found.last]
            single = len(before) == 1 and not after and before[0].modifier in ("exact", "approx")
            if single and 0 < (before[0].low or 0) < (1 if before[0].kind == "ratio" else 100):
                yield Shares((before[0], found))


def _fraction(facts: Facts, index: int) -> Figure | None:
    """The fraction straight after `the other`, if it is of nothing else than what was told of before."""
    place = index + 1
    under = _denominators().get(facts.word(place))
    if under is None or facts.word(index - 2) in ("in", "for") or facts.word(place + 1) in ("of", "-"):
        return None
    if facts.tokens.sentence[place] != facts.tokens.sentence[index]:
        return None
    value = 1 / under
    start, end = facts.tokens.span(place, place + 1)
    return Figure(start, end, place, place + 1, "ratio", value, value, grain=value)


@cache
def _denominators() -> dict[str, Decimal]:
    return {word: Decimal(number) for word, number in load("numerals")["denominators"].items()}
