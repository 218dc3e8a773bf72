"""The sum behind a finding, in one line."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from claimcheck.decimals import is_multiple
from claimcheck.values import frozen

_SCALES = ((Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_PARTS = 1000  # three decimals of a scale word are read; more are not


@frozen
class Working:
    """A sum as data: the printed terms, what is done with them, what comes out, and what the text states."""

    terms: tuple[str, ...]
    operation: str  # a template with {0}, {1} … for the terms, {sum} for all of them, {expected}, {stated}
    expected: str
    stated: str = ""
    note: str = ""

    def __str__(self) -> str:
        line = self.operation.format(
            *self.terms, sum=" + ".join(self.terms), expected=self.expected, stated=self.stated
        )
        return f"{line} ({self.note})" if self.note else line


def number(value: Decimal, places: int = 2) -> str:
    """`value` with thousands grouped and at most `places` decimals: `1,784`, `2.49`."""
    if not value.is_finite():
        return "any number"
    rounded = round_to(value, places)
    return f"{rounded:,f}".rstrip("0").rstrip(".") if "." in f"{rounded:f}" else f"{rounded:,f}"


def spoken(value: Decimal) -> str:
    """`value` as newspapers print it: `92 million`, `1.25 billion`; grouped where that would lose digits."""
    for scale, name in _SCALES:
        if value.is_finite() and abs(value) >= scale and is_multiple(value, scale / _PARTS):
            return f"{number(value / scale, 3)} {name}"
    return number(value)


def round_to(value: Decimal, places: int) -> Decimal:
    """`value` to `places` decimals; figures past Decimal's precision are left as they are."""
    if abs(value) >= Decimal(10) ** 20:
        return value
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def signed(value: Decimal) -> str:
    """A change in per cent with its sign: `+149%`."""
    places = 0 if abs(value) >= 10 else 1
    return f"{'+' if value >= 0 else '−'}{number(abs(value), places)}%"


def percent(value: Decimal) -> str:
    """A share in per cent: `12%`, `8.4%`."""
    return f"{number(value, 0 if value >= 10 and value == value.to_integral() else 1)}%"
