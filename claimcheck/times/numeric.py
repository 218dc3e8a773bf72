"""Dates in digits: ISO, slashed and dotted dates; years and decades have modules of their own."""

from __future__ import annotations

from datetime import date

from claimcheck.times.decades import match_decade
from claimcheck.times.meanings import Calendar, Exact, Expression
from claimcheck.times.spelled import two_digit_year
from claimcheck.times.stream import Stream
from claimcheck.times.years import match_fiscal_or_quarter, match_year

_MODERN = range(1400, 2100)


def match_digits(stream: Stream, index: int) -> list[Expression]:
    """The date that the digit token at `index` opens or is."""
    digits = stream.digits(index)
    if not digits:
        return _dotted(stream, index)
    if len(digits) == 8:
        return _packed(stream, index)
    if len(digits) > 4 or (stream.glued(index) and stream.at(index - 1) in ("$", "£", "€", "#", "¥", ".")):
        return []
    return (
        _iso(stream, index)
        or _slashed(stream, index)
        or match_decade(stream, index)
        or match_fiscal_or_quarter(stream, index)
        or match_year(stream, index)
    )


def _exact(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _packed(stream: Stream, index: int) -> list[Expression]:
    digits = stream.digits(index)
    day = _exact(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    known = day is not None and 1900 <= day.year < 2100
    return [Expression(index, index + 1, "calendar.digits", Exact(day))] if day and known else []


def _dotted(stream: Stream, index: int) -> list[Expression]:
    """`23.04.2022`, day first."""
    parts = stream.at(index).split(".")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts) or len(parts[2]) != 4:
        return []
    day = _exact(int(parts[2]), int(parts[1]), int(parts[0]))
    return [Expression(index, index + 1, "calendar.digits", Exact(day))] if day else []


def _iso(stream: Stream, index: int) -> list[Expression]:
    """`2022-03-23`, `2022/3/23`, `2019 Q3` is not one."""
    year = stream.number(index, 1000, 2199)
    mark = stream.at(index + 1)
    if not year or mark not in ("-", "/") or stream.at(index + 3) != mark:
        return []
    month, day = stream.number(index + 2, 1, 12), stream.number(index + 4, 1, 31)
    exact = _exact(year, month, day) if month and day else None
    return [Expression(index, index + 5, "calendar.digits", Exact(exact))] if exact else []


def _slashed(stream: Stream, index: int) -> list[Expression]:
    """`3/23/2022` month first, `23/3/2022` where it cannot be, `11/20` after a preposition of time."""
    mark = stream.at(index + 1)
    if mark not in ("/", "-") or not (stream.glued(index + 1) and stream.glued(index + 2)):
        return []
    first, second = stream.number(index, 1, 31), stream.number(index + 2, 1, 31)
    if not first or not second or stream.at(index - 1) == mark:
        return _month_and_year(stream, index) if first else []
    month, day = (first, second) if first <= 12 else (second, first)
    if month > 12:
        return []
    if stream.at(index + 3) == mark and stream.glued(index + 4):
        return _with_year(stream, index, month, day)
    placed = stream.at(index - 1) in stream.words.lists["before_digit_date"]
    if mark == "/" and placed and not stream.is_digits(index - 1):
        return [Expression(index, index + 3, "calendar.digits", Calendar(None, month, day))]
    return []


def _with_year(stream: Stream, index: int, month: int, day: int) -> list[Expression]:
    digits = stream.digits(index + 4)
    if len(digits) == 4 and int(digits) in _MODERN:
        year = int(digits)
    elif len(digits) == 2 and stream.at(index + 1) == "/":
        year = two_digit_year(int(digits))
    else:
        return []
    return [Expression(index, index + 5, "calendar.digits", Calendar(year, month, day))]


def _month_and_year(stream: Stream, index: int) -> list[Expression]:
    month, year = stream.number(index, 1, 12), stream.number(index + 2, 1900, 2099)
    if month and year and len(stream.digits(index + 2)) == 4:
        return [Expression(index, index + 3, "calendar.digits", Calendar(year, month))]
    return []
