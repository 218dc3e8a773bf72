"""Slips of the hand: two digits in another order, a nought or a scale word too many, fifteen for fifty."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.decimals import is_multiple
from claimcheck.intervals import Interval
from claimcheck.model import Figure

_LEAST = 10
_CLOSE = Interval(Decimal("0.45"), Decimal("2.2"))
_SCALES = (Decimal(10), Decimal(100), Decimal(1000), Decimal(1000000))
_TEENS = range(13, 20)


def swapped(first: Decimal | None, second: Decimal | None) -> bool:
    """Whether two numbers are the same digits in another order, or `eighteen` heard as `eighty`."""
    if first is None or second is None or first < _LEAST or first == second:
        return False
    return sorted(str(first)) == sorted(str(second)) or second == misheard(first)


def misheard(value: Decimal) -> Decimal | None:
    """The round number that sounds like this one: 80 for 18, 15,000 for 50,000."""
    if value < _LEAST or not value.is_finite():
        return None
    places = value.adjusted() - 1
    leading = value.scaleb(-places)
    if leading in _TEENS:
        return Decimal(int(leading) % 10 * 10).scaleb(places)
    if leading % 10 == 0 and leading / 10 + 10 in _TEENS:
        return (leading / 10 + 10).scaleb(places)
    return None


def other_scale(first: Decimal, second: Decimal) -> bool:
    """Whether a million is a thousand or a billion in the other number."""
    small, large = sorted((first, second))
    return small > 0 and large / small in (Decimal(1000), Decimal(1000000))


def noughts_apart(first: Decimal | None, second: Decimal | None) -> bool:
    """Whether one number is the other with one to three noughts more."""
    if not first or not second:
        return False
    small, large = sorted((first, second))
    return large / small in (10, 100, 1000)


def has_digits(value: Decimal | None) -> bool:
    """Whether a number has more than one digit before its noughts: 12,000, but not 10,000."""
    return value is not None and value.is_finite() and len(value.normalize().as_tuple().digits) > 1


def misprinted(first: Decimal, second: Decimal) -> bool:
    """Whether one number is the other with one digit wrong or two exchanged: `1,450` for 1,540 or 1,550."""
    if (
        first == second
        or not (first.is_finite() and second.is_finite())
        or first.adjusted() != second.adjusted()
        or min(first, second) < 0
    ):
        return False
    step = min(first.normalize().as_tuple().exponent, second.normalize().as_tuple().exponent)
    one, other = (f"{number.scaleb(-int(step)):.0f}" for number in (first, second))
    wrong = [i for i in range(len(one)) if one[i] != other[i]]
    if len(wrong) == 1:
        return len(one) > 2 or (len(one) == 2 and abs(int(one) - int(other)) == _LEAST)
    return len(wrong) == 2 and sorted(one) == sorted(other)


def one_digit_off(first: Decimal, second: Decimal) -> bool:
    """Whether one digit is another in two numbers written alike, of two digits or more: `5.2` and `5.6`."""
    if first == second or not (first.is_finite() and second.is_finite()):
        return False
    one, other = first.normalize().as_tuple(), second.normalize().as_tuple()
    if one.exponent != other.exponent or len(one.digits) != len(other.digits) or len(one.digits) < 2:
        return False
    return sum(a != b for a, b in zip(one.digits, other.digits, strict=True)) == 1


def slip(first: Decimal | None, second: Decimal | None) -> bool:
    """Whether one number may be a slip for the other: close, digits swapped, or a scale word off."""
    if not first or not second:
        return False
    if _CLOSE.holds(second / first) or swapped(first, second):
        return True
    small, large = sorted((first, second))
    return large / small in _SCALES


def is_reading(figure: Figure) -> bool:
    """Whether a number counts nothing, since it has decimals: the magnitude of a tremor, a mark."""
    return (
        figure.kind == "count" and figure.low == figure.high and not is_multiple(figure.low or Decimal(0), 1)
    )


def reads_otherwise(first: Figure, second: Figure) -> bool:
    """Two readings one digit apart: magnitude 6.4 and 5.4."""
    if first.low is None or second.low is None:
        return False
    return is_reading(first) and is_reading(second) and one_digit_off(first.low, second.low)
