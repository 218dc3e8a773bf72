"""Figures of one kind of thing on one scale, as geometry: where each end lies between 0 and 1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import ceil, floor, log10

from claimcheck.model import Claim, Figure
from claimcheck.values import frozen

_DRAWN = {"count", "money", "percent", "points", "measure", "duration", "multiplier"}
_WIDE = 200  # times the smallest from which steps of ten show more than equal steps
_STEPS = (1, 2, 2.5, 5, 10)
_TICKS = 5
_LARGEST = Decimal(10) ** 30


@frozen
class Axis:
    """A scale from `low` to `high` (their logarithms where `steps_of_ten`)."""

    low: float
    high: float
    steps_of_ten: bool

    def place(self, value: Decimal) -> float:
        """Where `value` lies, 0 to 1."""
        number = log10(value) if self.steps_of_ten else float(value)
        return min(max((number - self.low) / (self.high - self.low), 0.0), 1.0)

    def ticks(self) -> Iterator[Decimal]:
        """Round values along the axis, ends included."""
        if self.steps_of_ten:
            every = ceil((self.high - self.low) / (_TICKS + 1))
            for power in range(int(self.low), int(self.high) + 1, every):
                yield Decimal(10) ** power
            return
        step = _step((self.high - self.low) / _TICKS)
        for count in range(ceil(self.low / step), floor(self.high / step + 1e-9) + 1):
            yield Decimal(str(step)) * count


@frozen
class Scale:
    """What is counted, the axis, and its claims by their index in the report's list."""

    unit: str
    kind: str
    axis: Axis
    claims: tuple[int, ...]


def scales(claims: Sequence[Claim]) -> list[Scale]:
    """A scale for each thing with two figures, or with a range or bound; in order of first mention."""
    groups: dict[tuple[str, str], list[int]] = {}
    for index, claim in enumerate(claims):
        figure = claim.figure
        if figure.kind in _DRAWN and figure.unit and _ends(figure):
            groups.setdefault((figure.kind, figure.unit), []).append(index)
    found = []
    for (kind, unit), indices in groups.items():
        figures = [claims[index].figure for index in indices]
        if len(figures) > 1 or figures[0].low != figures[0].high:
            found.append(Scale(unit, kind, _axis(figures), tuple(indices)))
    return found


def _ends(figure: Figure) -> list[Decimal]:
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return ends if all(end.is_finite() and abs(end) < _LARGEST for end in ends) else []


def _axis(figures: Sequence[Figure]) -> Axis:
    ends = [end for figure in figures for end in _ends(figure)]
    low, high = min(ends), max(ends)
    if low > 0 and high > low * _WIDE:
        return Axis(floor(log10(low)), ceil(log10(high) + 1e-9), True)
    bottom, top = float(min(low, Decimal(0))), float(max(high, Decimal(0)))
    if bottom == top:
        top = 1.0
    step = _step((top - bottom) / _TICKS)
    return Axis(floor(bottom / step) * step, (floor(top / step) + 1) * step, False)


def _step(rough: float) -> float:
    size = 10.0 ** floor(log10(rough))
    return next(step * size for step in _STEPS if step * size >= rough * 0.999)
