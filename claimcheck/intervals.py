"""Arithmetic on figures as written: what a printed number may stand for, and whether numbers can fit.

A printed figure is every value that rounds to it. Following statcheck, two figures contradict each other only
when no values inside their intervals fit. All results are outer bounds.
"""

from __future__ import annotations

from decimal import Decimal, localcontext
from itertools import product
from typing import Literal, NamedTuple

Side = Literal["exact", "near", "below", "above", "least", "most"]

INFINITY = Decimal("Infinity")
_ZERO = Decimal(0)
_EXACT_BELOW = 100  # smaller whole numbers are counted, not rounded
_ROUND_AT_MOST = Decimal("0.04")  # `10,000` is not taken for 6,000
_NEAR = Decimal("0.1")  # `about 15,000`: 13,500 to 16,500
_SHORT_OF = Decimal("0.12")  # `nearly 100`: from 88


class Interval(NamedTuple):
    """All values from `low` to `high`, both included; an open end is infinite."""

    low: Decimal
    high: Decimal

    def __add__(self, other: object) -> Interval:
        if not isinstance(other, Interval):
            return NotImplemented
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: object) -> Interval:
        if not isinstance(other, Interval):
            return NotImplemented
        ends = [_times(a, b) for a, b in product(self, other)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval) -> Interval:
        if other.low <= 0 <= other.high:
            return EVERYTHING
        return self * Interval(_inverse(other.high), _inverse(other.low))

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, value: Decimal) -> bool:
        """Whether `value` lies in it."""
        return self.low <= value <= self.high

    def widen(self, share: Decimal) -> Interval:
        """The interval with each end moved out by `share` of itself."""
        return Interval(self.low - abs(self.low) * share, self.high + abs(self.high) * share)


EVERYTHING = Interval(-INFINITY, INFINITY)
HUNDRED = Interval(Decimal(100), Decimal(100))
ONE = Interval(Decimal(1), Decimal(1))


def exactly(value: Decimal | int) -> Interval:
    """The interval of one value."""
    return Interval(Decimal(value), Decimal(value))


def total(parts: list[Interval]) -> Interval:
    """The interval of a sum."""
    return sum(parts, exactly(0))


def percent_change(before: Interval, after: Interval) -> Interval:
    """By how many per cent a quantity changed; only for quantities above nought."""
    return (after / before - ONE) * HUNDRED


def share(part: Interval, whole: Interval) -> Interval:
    """How many per cent `part` is of `whole`."""
    return part / whole * HUNDRED


def written(
    low: Decimal | None, high: Decimal | None, grain: Decimal, side: Side = "exact", *, counted: bool = True
) -> Interval:
    """What a figure printed with the ends `low` and `high` (None: open) in steps of `grain` may stand for.

    A number that was counted is exact below 100; one that was measured is rounded to its last digit.
    """
    left, right = (-INFINITY if low is None else low), (INFINITY if high is None else high)
    if side in ("least", "most") or low is None or high is None:
        return Interval(left, right)
    below, above = step(left, grain, counted) / 2, step(right, grain, counted) / 2
    if side in ("near", "below"):
        below += abs(left) * (_NEAR if side == "near" else _SHORT_OF)
    if side in ("near", "above"):
        above += abs(right) * (_NEAR if side == "near" else _SHORT_OF)
    if side == "below":
        above = min(above, grain / 2 if not counted and grain <= 1 else _ZERO)
    if side == "above":
        below = min(below, grain / 2 if not counted and grain <= 1 else _ZERO)
    return Interval(left - below, right + above)


def step(value: Decimal, grain: Decimal, counted: bool = True) -> Decimal:
    """The step in which `value` was rounded: its last written digit, or the last one that is not a nought."""
    least = _ZERO if counted and grain == 1 else grain
    if grain < 1 or abs(value) < _EXACT_BELOW or value.is_infinite():
        return least
    with localcontext() as wide:
        wide.prec = 60  # numerals have at most 40 digits
        digits = int(value / grain)
    zeros = grain
    while digits and digits % 10 == 0:
        digits //= 10
        zeros *= 10
    return max(least, min(zeros if zeros > 1 else least, 2 * _ROUND_AT_MOST * abs(value)))


def _times(a: Decimal, b: Decimal) -> Decimal:
    return _ZERO if a == 0 or b == 0 else a * b


def _inverse(value: Decimal) -> Decimal:
    return _ZERO if value.is_infinite() else 1 / value
