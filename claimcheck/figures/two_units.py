"""Two measures said together, read in the smaller unit: `6ft 2in`, `two years and three months`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claimcheck.figures.money import minor_units
from claimcheck.figures.pairs import pair, whole_number
from claimcheck.figures.quantity import Quantity
from claimcheck.lexicon import load
from claimcheck.values import replace


@cache
def _ladders() -> tuple[tuple[tuple[str, ...], tuple[Decimal, ...]], ...]:
    return tuple(
        (tuple(entry["units"]), tuple(Decimal(factor) for factor in entry["in_last"]))
        for entry in load("ladders")["ladder"]
    )


def compound(a: Quantity, b: Quantity, gap: list[str]) -> Quantity | None:
    """`6ft 2in`, `two years and three months`, `3 dollars and 50 cents`: read in the smaller unit."""
    if gap not in ([], ["and"], [","], [",", "and"]) or a.low is None or b.low is None:
        return None
    if a.kind == b.kind == "money":
        return _with_cents(a, b, gap)
    if a.kind not in ("measure", "duration") or a.scale != 1:
        return None
    if b.kind == "ratio" and gap == ["and"] and b.low < 1 and a.step == 1 and not a.bare:
        return replace(pair(a, b, a.kind, a.low + b.low, a.low + b.low), unit=a.unit, step=b.step * 10)
    if a.kind == b.kind:
        listed = a.kind == "duration" and "," in gap  # `3 years, 2 months, 14 days`
        return None if listed else _in_smaller_unit(a, b)
    return _with_minutes(a, b, gap)


def _with_cents(a: Quantity, b: Quantity, gap: list[str]) -> Quantity | None:
    """`20 ringgit and 43 sen`."""
    if a.low is None or b.low is None or b.low >= 100 or a.unit == b.unit or "," in gap or a.step < 1:
        return None
    if b.unit not in minor_units() or a.unit in minor_units():
        return None
    total = a.low + b.low / 100
    return replace(pair(a, b, "money", total, total), unit=a.unit, step=Decimal("0.01"))


def _in_smaller_unit(a: Quantity, b: Quantity) -> Quantity | None:
    """Two measures of one ladder of units, larger first, as one in the smaller unit."""
    if a.low is None or b.low is None:
        return None
    for units, factors in _ladders():
        if a.unit in units and b.unit in units:
            larger, smaller = factors[units.index(a.unit)], factors[units.index(b.unit)]
            if larger > smaller and b.low * smaller < larger * 10:
                total = a.low * (larger / smaller) + b.low
                rule = f"{a.kind} in two units"
                return replace(pair(a, b, a.kind, total, total), unit=b.unit, step=b.step, rule=rule)
    return None


def _with_minutes(a: Quantity, b: Quantity, gap: list[str]) -> Quantity | None:
    """`two hours 15`."""
    if a.unit not in ("hours", "hour", "h") or gap not in ([], ["and"]) or not whole_number(b):
        return None
    if a.low is None or b.low is None or not 5 <= b.low < 60 or a.step != 1:
        return None
    total = a.low * 60 + b.low
    return replace(pair(a, b, "duration", total, total), unit="minutes", rule="hours and minutes")
