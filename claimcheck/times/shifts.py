"""Counting days, weeks, months and years from a date."""

from __future__ import annotations

from datetime import date

from claimcheck.times import timex
from claimcheck.times.timex import Reading

_MONTHS_OF = {"M": 1, "Q": 3, "H6": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000, "HC": 600}
_DAYS_OF = {"D": 1, "N": 1, "W": 7, "F": 14, "WE": 7}
_GRAIN_OF = {"N": "D", "F": "W", "WE": "W", "H6": "M", "L": "C", "HC": "Y"}
_PAST_LEAN = 0.8  # of two dates about as near, the past one
_LEAN = 4  # how many times further off a date may be in the direction of the tense


def nearest_year(month: int, day: int | None, published: date, tense: int) -> int:
    """The year in which a month or day is the last up to, the first from, or the nearest to a date."""
    offset = (month - published.month) if day is None else _days_between(month, day, published) / 30.5
    ahead, ago = (offset, 12 - offset) if offset > 0 else (12 + offset, -offset)
    if offset == 0 or (day is None and tense < 0):
        return published.year - (offset > 0)
    # a date near at hand is meant even where the tense of a verb near by points the other way
    forward = ahead < ago * (_LEAN if tense > 0 else 1 / _LEAN if tense < 0 else _PAST_LEAN)
    return published.year + (offset < 0) * forward - (offset > 0) * (not forward)


def _days_between(month: int, day: int, published: date) -> int:
    other = timex.make_date(published.year, month, day) or timex.make_date(published.year, month, 28)
    return (other - published).days if other else 0


def moved(base: date, unit: str, count: int) -> date:
    """The day so many units on."""
    if unit in _MONTHS_OF:
        return timex.add_months(base, _MONTHS_OF[unit] * count)
    return timex.add_days(base, _DAYS_OF.get(unit, 0) * count)


def of_grain(moment: date, unit: str) -> Reading:
    """The day, week, month, quarter, year, decade or century that holds a day."""
    grain = _GRAIN_OF.get(unit, unit)
    if grain == "W":
        return timex.week(moment)
    if grain == "M":
        return timex.whole_month(moment.year, moment.month)
    if grain == "Q":
        return timex.part(moment.year, f"Q{(moment.month + 2) // 3}")
    if grain == "Y":
        return timex.whole_year(moment.year)
    if grain in ("E", "C"):
        years = 10 if grain == "E" else 100
        return timex.stretch(moment.year // years * years, years, 1)
    return timex.day(moment)


def year_on(year: int, count: int) -> int:
    """The year so many on; there is no year nought."""
    found = year + count
    return found if found * year > 0 else found - 1 if count < 0 else found + 1


def unknown(unit: str) -> str | None:
    """The value of a unit when nothing is known of its date."""
    return {
        "D": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "M": "XXXX-XX",
        "Y": "XXXX",
        "Q": "XXXX-QX",
        "WE": "XXXX-WXX-WE",
    }.get(unit)
