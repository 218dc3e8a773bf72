"""A figure's reading in a few signs: `≤ 20 %`, `7,000–15,000`, `~200`, `$1.5 million`."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Figure

NO_NUMBER = "no number"
_SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
_SIGNS = {"approx": "~", "upper": "≤ ", "lower": "≥ "}
_SHORT = 5  # digits that a scale word may keep: 1.2345 million
_LARGEST_PARTS = 20  # of a fraction that is written as one


def reading(figure: Figure) -> str:
    """How the figure was understood; NO_NUMBER for a vague one."""
    ends = [end for end in (figure.low, figure.high) if end is not None]
    if not ends:
        return NO_NUMBER
    if figure.low == figure.high:
        ends = ends[:1]
    return _SIGNS.get(figure.modifier, "") + _with_unit(figure, ends)


def _with_unit(figure: Figure, ends: list[Decimal]) -> str:
    match figure.kind:
        case "percent":
            return f"{_numbers(ends)} %"
        case "points":
            return f"{_numbers(ends)} percentage point{'' if ends == [1] else 's'}"
        case "money":
            return _money(figure.unit or "", ends)
        case "multiplier":
            return "×" + _numbers(ends)
        case "ratio":
            return "–".join(map(_fraction, ends))
        case "ordinal":
            return "–".join(map(_ordinal, ends))
        case "measure" | "duration" | "age":
            return f"{_numbers(ends)} {_unit(figure.unit or '', ends)}".rstrip()
    return _numbers(ends)


def _numbers(ends: list[Decimal]) -> str:
    scale, word = next(((s, f" {w}") for s, w in _SCALES if _fits(ends, s)), (Decimal(1), ""))
    return "–".join(_digits(end / scale) for end in ends) + word


def _fits(ends: list[Decimal], scale: Decimal) -> bool:
    return all(end >= scale and len(_digits(end / scale).replace(".", "")) <= _SHORT for end in ends)


def _digits(value: Decimal) -> str:
    if not value.is_finite() or abs(value.adjusted()) > 30:
        return f"{value:.3g}"
    return f"{value:,.0f}" if _whole(value) else f"{value.normalize():,f}"


def _whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _money(code: str, ends: list[Decimal]) -> str:
    in_cents = not all(map(_whole, ends)) and all(_whole(end * 100) for end in ends)
    amount = "–".join(f"{end:,.2f}" for end in ends) if in_cents else _numbers(ends)
    sign = _display("signs").get(code)
    return f"{sign}{amount}" if sign else f"{code} {amount}".strip()


def _fraction(value: Decimal) -> str:
    near = Fraction(value).limit_denominator(_LARGEST_PARTS)
    if near.denominator > 1 and abs(Decimal(near.numerator) / near.denominator - value) < Decimal("0.001"):
        return f"{near.numerator}/{near.denominator}"
    return _digits(value.quantize(Decimal("1.0000")) if abs(value) < 10**9 else value)


def _ordinal(value: Decimal) -> str:
    digits = _digits(value)
    ending = "th" if digits[-2:-1] == "1" else {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1], "th")
    return digits + ending


def _unit(unit: str, ends: list[Decimal]) -> str:
    """The unit as it goes with its number: `1 month`, `90 miles per hour`, `4 °C`."""
    if ends != [1]:
        return unit
    from claimcheck.figures.plurals import singular

    head, *rest = unit.split(" ", 1) if " per " in unit or unit.startswith("degrees") else [unit]
    before, space, noun = head.rpartition(" ")
    return " ".join([before + space + singular(noun), *rest])


@cache
def _display(table: str) -> dict[str, str]:
    return dict(load("readings")[table])
