"""From what an expression says to its TIMEX3 value, against the article's date and those mentioned."""

from __future__ import annotations

from datetime import date

from claimcheck.times import timex
from claimcheck.times.context import Context
from claimcheck.times.holidays import holiday_on
from claimcheck.times.meanings import (
    Calendar,
    Clock,
    Exact,
    Holiday,
    Length,
    Meaning,
    Nth,
    Offset,
    Part,
    Recurring,
    Reference,
    Stretch,
    Turn,
)  # fmt: skip
from claimcheck.times.offsets import read_offset
from claimcheck.times.parts import read_part
from claimcheck.times.shifts import moved, nearest_year, of_grain
from claimcheck.times.timex import Reading
from claimcheck.times.turns import read_turn
from claimcheck.values import replace


def resolve(meaning: Meaning, context: Context) -> Reading:
    """The reading of a meaning; its value is None where nothing can be said."""
    match meaning:
        case Calendar():
            return _calendar(meaning, context)
        case Exact():
            return timex.day(meaning.day)
        case Stretch():
            return timex.stretch(meaning.first, meaning.years, meaning.era)
        case Part():
            return read_part(meaning, resolve(meaning.of, context) if meaning.of else None, context)
        case Turn():
            return read_turn(meaning, context) or _unturned(meaning, context)
        case Length():
            return Reading("DURATION", timex.length_value((a.number, a.unit) for a in meaning.amounts))
        case Offset():
            return read_offset(meaning, resolve(meaning.anchor, context) if meaning.anchor else None, context)
        case Recurring():
            return Reading("SET", meaning.value)
        case Reference():
            return Reading("DATE", meaning.value)
        case Clock():
            return _clock(meaning, context)
        case Holiday():
            return _holiday(meaning, context)
        case Nth():
            return _nth(meaning, context)


def _unturned(meaning: Turn, context: Context) -> Reading:
    """`last May` where no date is known to count from."""
    if isinstance(meaning.of, str):
        return Reading("DATE", None)
    return replace(resolve(meaning.of, context), begin=None, until=None)


def _calendar(meaning: Calendar, context: Context) -> Reading:
    if meaning.month is None and meaning.weekday is not None:
        return _weekday(meaning.weekday, context)
    if meaning.month is None and meaning.day is not None:
        return _day_of_month(meaning.day, context)
    year = meaning.year
    if meaning.of is not None:
        year = resolve(meaning.of, context).year
    elif year is None and meaning.month is not None:
        year = _year_of(meaning.month, meaning.day, context)
    return timex.calendar(year, meaning.month, meaning.day)


def _day_of_month(day: int, context: Context) -> Reading:
    """`the 20th`, of the month last mentioned, else of this one."""
    mentioned = context.mentioned
    within = mentioned is not None and mentioned.grain in ("D", "M", "T")
    base = mentioned.begin if mentioned and within else context.published
    return timex.calendar(base.year, base.month, day) if base else Reading("DATE", f"XXXX-XX-{day:02}")


def _year_of(month: int, day: int | None, context: Context) -> int | None:
    """The year of a month or day without one: the running text's, or the one that the tense points to."""
    if context.narrative:
        return _running_year(month, context)
    if not context.published:
        return None
    return nearest_year(month, day, context.published, context.tense)


def _running_year(month: int, context: Context) -> int | None:
    mentioned = context.mentioned
    if (
        mentioned
        and mentioned.begin
        and mentioned.grain in ("D", "M", "T")
        and mentioned.begin.month >= 11
        and month <= 2
    ):
        return mentioned.begin.year + 1
    return context.year


def _weekday(number: int, context: Context) -> Reading:
    base = context.base
    if base is None:
        return Reading("DATE", f"XXXX-WXX-{number}")
    ahead = (number - base.isoweekday()) % 7
    if context.tense <= 0 and ahead:
        ahead -= 7
    return timex.day(timex.add_days(base, ahead))


def _clock(meaning: Clock, context: Context) -> Reading:
    if meaning.day is None:
        mentioned = context.mentioned
        known = mentioned is not None and mentioned.grain in ("D", "T") and mentioned.begin
        day = mentioned if known else None
    else:
        day = resolve(meaning.day, context)
    prefix = day.value.partition("T")[0] if day and day.value else ""
    begin = day.begin if day else None
    return Reading("TIME", f"{prefix}T{meaning.time}", begin, begin, "T", begin.year if begin else None)


def _holiday(meaning: Holiday, context: Context) -> Reading:
    year = resolve(meaning.year, context).year if meaning.year else None
    if year is None and context.narrative:
        year = context.year
    if year is None and context.published:
        this = holiday_on(meaning.date_rule, context.published.year)
        year = nearest_year(this.month, this.day, context.published, context.tense) if this else None
    found = holiday_on(meaning.date_rule, year) if year else None
    if found:
        return timex.day(found)
    fixed = meaning.date_rule[:1].isdigit()
    return Reading("DATE", f"XXXX-{meaning.date_rule}" if fixed else None)


def _nth(meaning: Nth, context: Context) -> Reading:
    whole = resolve(meaning.of, context)
    if whole.begin is None or whole.until is None:
        return _nth_unknown(meaning, whole)
    if meaning.unit == "WD":
        return timex.day(timex.add_days(whole.begin, meaning.number - whole.begin.isoweekday()))
    if meaning.number == 0:
        # a Monday's weekend is the one before
        back = -3 if meaning.unit == "WE" and whole.begin.isoweekday() < 3 else 0
        moment = timex.add_days(whole.begin, back)
        return timex.weekend(moment) if meaning.unit == "WE" else of_grain(moment, meaning.unit)
    if meaning.unit.startswith("WD"):
        return _nth_weekday(meaning.number, int(meaning.unit[2:]), whole.begin, whole.until)
    if meaning.unit == "W":
        return _nth_week(meaning.number, whole)
    if meaning.unit == "WE":
        first = timex.add_days(whole.begin, (6 - whole.begin.isoweekday()) % 7)
        return timex.weekend(timex.add_days(first, 7 * max(0, meaning.number - 1)))
    start = whole.begin if meaning.number > 0 else whole.until
    step = meaning.number - 1 if meaning.number > 0 else meaning.number + 1
    return of_grain(moved(start, meaning.unit, step), meaning.unit)


def _nth_weekday(number: int, weekday: int, begin: date, until: date) -> Reading:
    if number < 0:
        return timex.day(timex.add_days(until, -((until.isoweekday() - weekday) % 7)))
    first = timex.add_days(begin, (weekday - begin.isoweekday()) % 7)
    return timex.day(timex.add_days(first, 7 * (number - 1)))


def _nth_week(number: int, whole: Reading) -> Reading:
    if whole.grain == "Y" and whole.year:
        moment = (
            date(whole.year, 12, 28)
            if number < 0
            else timex.add_days(date(whole.year, 1, 4), 7 * (number - 1))
        )
        return timex.week(moment)
    value = f"{whole.value}-W{5 if number < 0 else number:02}"
    return replace(whole, value=value)


def _nth_unknown(meaning: Nth, whole: Reading) -> Reading:
    if meaning.unit == "W" and whole.value and meaning.number:
        return replace(whole, value=f"{whole.value}-W{5 if meaning.number < 0 else meaning.number:02}")
    return Reading("DATE", whole.value if meaning.number == 0 else None)
