"""A numeral and the words after it as a quantity."""

from __future__ import annotations

from claimcheck.figures.quantity import Quantity
from claimcheck.model import FigureKind, Numeral


def quantity_of(numeral: Numeral, last: int, kind: FigureKind, unit: str | None, rule: str = "") -> Quantity:
    """The numeral as a quantity of `kind` and `unit` up to token `last`, vague or a part where so written."""
    if numeral.form == "vague":
        rule = f"vague {kind}" if unit else "vague"
        kind = "vague"
    if unit is None and numeral.form == "fraction" and numeral.value is not None and abs(numeral.value) < 1:
        kind = "ratio"
    return Quantity(
        numeral.first, last, numeral.value, numeral.value, kind, rule or kind, unit, numeral.grain,
        numeral.scale, bare=unit is None, modifier="vague" if numeral.value is None else "exact",
    )  # fmt: skip
