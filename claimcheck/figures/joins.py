"""Two quantities that are one figure: ranges, scores, odds, shares in people (`one in five`), `6ft 2in`."""

from __future__ import annotations

from claimcheck.figures.heights import feet_and_inches
from claimcheck.figures.pairs import in_every, odds, rating, restated, score
from claimcheck.figures.quantity import Quantity
from claimcheck.figures.ranges import range_of
from claimcheck.figures.two_units import compound
from claimcheck.model import Tokens

_LONGEST_GAP = 7
_MOST_JOINED = 8  # quantities after one that are looked at: `7 × 10^3 to 15,000 more than 2,000` has three


def join(tokens: Tokens, quantities: list[Quantity]) -> list[Quantity]:
    """`quantities` with those that belong together made one, in order."""
    joined: list[Quantity] = []
    index = 0
    while index < len(quantities):
        current = quantities[index]
        following = quantities[index + 1 : index + 1 + _MOST_JOINED]
        index += 1
        while following and (whole := _joined(tokens, current, following, joined)):
            current, following = whole, following[1:]
            index += 1
        joined.append(current)
    return joined


def _joined(tokens: Tokens, a: Quantity, following: list[Quantity], done: list[Quantity]) -> Quantity | None:
    b = following[0]
    if (
        b.first - a.last > _LONGEST_GAP
        or tokens.sentence[a.first] != tokens.sentence[b.first]
        or b.first < a.last
    ):
        return None
    if a.low is None or b.low is None or not b.is_point:
        return None
    floor = done[-1].last if done else 0
    gap = tokens.lower[a.last : b.first]
    if not a.is_point:
        return None
    return (
        restated(tokens, a, b, gap)
        or in_every(tokens, a, b, gap)
        or compound(a, b, gap)
        or feet_and_inches(tokens, a, b, gap)
        or rating(tokens, a, b, gap)
        or odds(tokens, a, b, gap)
        or score(tokens, a, b, gap)
        or range_of(tokens, a, following, floor)
    )
