"""The time between two points of one day, month or year, in the unit that the span is stated in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from claimcheck.decimals import is_multiple
from claimcheck.intervals import Interval
from claimcheck.model import Figure, Time
from claimcheck.relations.dates import calendar, year_of
from claimcheck.relations.facts import Facts, listed
from claimcheck.values import frozen

_HOUR, _DAY, _YEAR = 60, 1440, 365
_DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14, "fortnights": 14}
_MONTHS = ("month", "months")
_MINUTES = {"minute": 1, "minutes": 1, "hour": _HOUR, "hours": _HOUR}
_MONTH = Decimal("30.44")
_NEARBY = 2  # years: dates without a printed year lie no further apart
_GRAINS = {"day": 10, "month": 7}  # the length of a value to the day, to the month


@frozen
class Spell:
    """The time between two points: `expected` is what a span may be, `worth` the size of one stated unit."""

    expected: Interval
    worth: Decimal
    unit: str


def grain_of(figure: Figure) -> tuple[str, ...]:
    """Which times a span may lie between: those of the clock, days, months; nothing for years and seconds."""
    if figure.unit in _MINUTES:
        return ("clock",)
    if figure.unit in _DAYS:
        return ("day",)
    return ("day", "month") if figure.unit in _MONTHS else ()


def times_of(facts: Facts, times: Sequence[Time], grain: str, figure: Figure) -> list[Time]:
    """The times of one grain that the figure is no part of."""
    return [
        time
        for time in times
        if (time.last <= figure.first or time.first >= figure.last) and _is_of_grain(facts, time, grain)
    ]


def _is_of_grain(facts: Facts, time: Time, grain: str) -> bool:
    if grain == "clock":
        return time.rule == "clock" and "T" in (time.value or "") and (time.value or "")[-3:-2] == ":"
    return time.rule == "calendar" and len(time.value or "") == _GRAINS[grain] and _names_month(facts, time)


def _names_month(facts: Facts, time: Time) -> bool:
    """Whether the month is printed, or just behind: `from 3 to 12 May`."""
    if facts.word(time.last) in ("to", "and", "until", "-", "–"):
        return True
    return any(word in calendar()[0] for word in facts.words(time.first, time.last))


def spell_between(facts: Facts, begin: Time, end: Time, grain: str, figure: Figure) -> Spell | None:
    """What lies between the two times; None where they do not tell."""
    if grain == "clock":
        return _minutes(facts, begin, end, figure)
    if grain == "month":
        return _months(facts, begin, end)
    days = _days_between(facts, begin, end)
    if days is None:
        return None
    if figure.unit in _MONTHS:
        return Spell(Interval(days - 16, days + 16), _MONTH, "days")
    worth = Decimal(_DAYS[figure.unit or "day"])
    slack = Decimal("1") if worth == 1 else worth / 2 + Decimal("0.5")
    return Spell(Interval(days - slack, days + slack), worth, "days")


def _minutes(facts: Facts, begin: Time, end: Time, figure: Figure) -> Spell | None:
    if any(listed("calendar", "loosely") & set(facts.words(t.first - 2, t.first + 1)) for t in (begin, end)):
        return None
    minutes = Decimal((_minute(end) - _minute(begin)) % _DAY)
    halves = not (_is_told(facts, begin) and _is_told(facts, end))
    worth = Decimal(_MINUTES[figure.unit or "minute"])
    if days := _days_later(facts, begin, end):
        minutes, halves = Decimal(_minute(end) - _minute(begin) + days * _DAY), False
    slack = _slack(figure, worth)
    if halves and minutes > _DAY / 2:
        minutes -= _DAY // 2  # `from 11 to 2.30`
    return Spell(Interval(minutes - slack, minutes + slack), worth, "minutes")


def _days_later(facts: Facts, begin: Time, end: Time) -> int:
    """How many days after the first hour the second one is told to be: `2pm the next day`, `on Tuesday`."""
    words = facts.words(end.first, end.last + 3)
    if not listed("calendar", "following").isdisjoint(words) or "tomorrow" in words:
        return 1
    weekdays = calendar()[1]
    first, second = (
        [weekdays[word] for word in facts.words(time.first, time.last + 2) if word in weekdays]
        for time in (begin, end)
    )
    return (second[0] - first[0]) % 7 if first and second else 0


def _slack(figure: Figure, worth: Decimal) -> Decimal:
    """By how many minutes a printed span is rounded: hours by 20, half hours by 10, minutes by one or two."""
    low = figure.low or Decimal(0)
    if worth == 1:
        return Decimal(2) if is_multiple(low, 5) else Decimal(1)
    return Decimal(20) if is_multiple(low, 1) else Decimal(10)


def _minute(time: Time) -> int:
    hour, minute = (time.value or "T0:00").rsplit("T", 1)[1][:5].split(":")
    return int(hour) * _HOUR + int(minute)


def _is_told(facts: Facts, time: Time) -> bool:
    """Whether the hour is one of the day's 24: `9.15am`, `noon`, `17:40`."""
    words = facts.words(time.first, time.last)
    return any(word[0] in "apnm" for word in words if word) or _minute(time) >= _DAY / 2


def _months(facts: Facts, begin: Time, end: Time) -> Spell | None:
    first, last = _month(begin), _month(end)
    years = [_printed_year(facts, time) for time in (begin, end)]
    if all(years):
        months = (years[1] - years[0]) * 12 + last - first
    elif any(years):
        return None
    else:
        months = (last - first) % 12
    return Spell(Interval(Decimal(months - 1), Decimal(months + 1)), Decimal(1), "months")


def _month(time: Time) -> int:
    return int((time.value or "")[5:7])


def _printed_year(facts: Facts, time: Time) -> int:
    printed = any(len(word) == 4 and word.isdigit() for word in facts.words(time.first, time.last))
    return year_of(time) if printed else 0


def _days_between(facts: Facts, begin: Time, end: Time) -> Decimal | None:
    """The days from one date to the next; a year that is not printed is the other's, or the same."""
    first, last = _printed_year(facts, begin), _printed_year(facts, end)
    start, stop = _date(begin, first or last), _date(end, last or first)
    if start is None or stop is None:
        return None
    days = (stop - start).days
    if days < 0 and not (first and last):
        days += _YEAR
    return Decimal(days) if days >= 0 else None


def _date(time: Time, year: int) -> date | None:
    value = time.value or ""
    try:
        return date(year or 2001, int(value[5:7]), int(value[8:10]))
    except ValueError:
        return None
