"""On which side of nought a sum lies: a loss of £1m is not a profit of £1m."""

from __future__ import annotations

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, listed

_LEAD = 3  # words of `a deficit of`


def cross_nought(facts: Facts, first: Figure, second: Figure) -> bool:
    """Whether one figure is a surplus or gain and the other a deficit or loss."""
    return _sides(facts, first) ^ _sides(facts, second) == {"above", "below"}


def _sides(facts: Facts, figure: Figure) -> frozenset[str]:
    words = {*facts.words(figure.first - _LEAD, figure.first), facts.word(figure.last)}
    told = (("above", "signs.above"), ("below", "signs.below"))
    return frozenset(side for side, table in told if not listed("relations", table).isdisjoint(words))
