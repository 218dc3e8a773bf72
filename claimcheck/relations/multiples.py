"""A figure that is said to be so many times another: `sold for £600, ten times its £60 face value`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Figure
from claimcheck.relations.amounts import Direction, is_amount
from claimcheck.relations.changes import Change
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import alike, level

_REACH = 9  # words between `times the size of …` and the figure there


def find_multiples(facts: Facts) -> Iterator[Change]:
    """Every multiple whose two figures stand on its two sides, the second governed by `times the`."""
    for line in facts.lines.values():
        for place, amount in enumerate(line):
            side = _sides().get(facts.word(amount.last)) if amount.kind == "percent" else None
            start = amount.last + (side is not None)
            if (side or amount.kind == "multiplier") and facts.word(start) in group("definite"):
                base = _base(facts, start, line[place + 1 : place + 2])
                after = _multiplied(facts, line[:place], base, amount) if base else None
                if base and after:
                    yield Change(base, after, amount, side or "", None)


def _sides() -> dict[str, Direction]:
    """`10 percent above its price of $9,000`: which way the percentage counts."""
    return {"above": "rise", "below": "fall"}


def _base(facts: Facts, start: int, following: Sequence[Figure]) -> Figure | None:
    """The figure that is multiplied: `the $30m`, `the size of the old one, which has 12,000`."""
    if not following or not level(following[0]) or is_amount(facts, following[0]):
        return None
    base = following[0]
    gap = facts.words(start, base.first)
    if len(gap) == 1:
        return base
    told = gap[-1] in group("copulas") | {"of", "has", "had"}
    return base if told and len(gap) <= _REACH and not {"and", "but", ";"} & set(gap) else None


def _multiplied(facts: Facts, before: Sequence[Figure], base: Figure, amount: Figure) -> Figure | None:
    """The nearest figure of that kind before the multiple, in the same clause."""
    like = [f for f in before if level(f) and not is_amount(facts, f) and alike(f, base)]
    if not like or (
        base.kind == "count" and None not in (base.unit, like[-1].unit) and base.unit != like[-1].unit
    ):
        return None
    gap = facts.words(like[-1].last, amount.first)
    return None if {"and", "but", ";", "while", "than"} & set(gap) else like[-1]
