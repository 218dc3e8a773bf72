"""A number with its unit, on its way to becoming a figure."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.figures.digits import ONE
from claimcheck.model import FigureKind, Hedge, Modifier
from claimcheck.values import frozen, replace


@frozen
class Quantity:
    """Tokens [first, last) read as `low` to `high` of `unit`.

    `bare` is true while no unit is written with the number, so that it may take one from the other end of a
    range. `scale` is the worth of the number's scale word, `step` the written precision.
    """

    first: int
    last: int
    low: Decimal | None
    high: Decimal | None
    kind: FigureKind
    rule: str
    unit: str | None = None
    step: Decimal = ONE
    scale: Decimal = ONE
    bare: bool = False
    modifier: Modifier = "exact"
    hedge: Hedge | None = None

    @property
    def value(self) -> Decimal | None:
        """The one value of a point quantity."""
        return self.low if self.low is not None else self.high

    @property
    def is_point(self) -> bool:
        """Whether both ends are the same written number."""
        return self.low is not None and self.low == self.high

    def times(self, factor: Decimal) -> Quantity:
        """The quantity with its ends and precision multiplied by `factor`."""
        low = self.low and self.low * factor
        high = self.high and self.high * factor
        return replace(self, low=low, high=high, step=self.step * factor)
