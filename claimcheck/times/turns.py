"""This, the last, the next: the readings of `last week`, `next May`, `this fall`, `the following year`."""

from __future__ import annotations

from datetime import date

from claimcheck.times import timex
from claimcheck.times.context import Context
from claimcheck.times.holidays import holiday_on
from claimcheck.times.meanings import Calendar, Holiday, Part, Turn
from claimcheck.times.shifts import moved, of_grain, unknown, year_on
from claimcheck.times.timex import Reading


def read_turn(meaning: Turn, context: Context) -> Reading | None:
    """The reading; None where there is no date to count from."""
    if isinstance(meaning.of, str):
        return _turn_of_unit(meaning, meaning.of, context)
    base = _turn_base(meaning, context)
    if base is None:
        return None
    if isinstance(meaning.of, Calendar) and meaning.of.weekday and not meaning.of.month:
        return timex.day(_turned_weekday(meaning.of.weekday, meaning.shift, base))
    years = (base.year + step for step in ((-1, 0, 1) if meaning.shift >= 0 else (1, 0, -1, -2)))
    readings = [_in_year(meaning.of, year) for year in years]
    return _turned_reading(readings, meaning.shift, base)


def _turn_base(meaning: Turn, context: Context) -> date | None:
    if meaning.mentioned and context.last_mentioned:
        return context.last_mentioned.begin
    return context.base


def _turned_weekday(number: int, shift: int, base: date) -> date:
    ahead = number - base.isoweekday()
    if shift < 0:
        return timex.add_days(base, ahead if ahead < 0 else ahead - 7)
    return timex.add_days(base, ahead + 7 * shift)


def _in_year(of: Calendar | Part | Holiday, year: int) -> Reading:
    if isinstance(of, Calendar):
        return timex.calendar(year, of.month, of.day)
    if isinstance(of, Part):
        return timex.part(year, of.part)
    found = holiday_on(of.date_rule, year)
    return timex.day(found) if found else Reading("DATE", None)


def _turned_reading(readings: list[Reading], shift: int, base: date) -> Reading:
    """The first reading that is over, under way or yet to come, as the shift says."""
    for reading in readings:
        begin, until = reading.begin, reading.until
        if not begin or not until:
            continue
        if (shift < 0 and until < base) or (shift > 0 and begin > base):
            return reading
        if shift == 0 and (begin.year == base.year or begin <= base <= until):
            return reading
    return readings[1] if len(readings) > 1 else readings[0]


def _turn_of_unit(meaning: Turn, unit: str, context: Context) -> Reading:
    if unit == "Q" and meaning.latest and context.quarter:
        return context.quarter
    reading = context.last_mentioned if meaning.mentioned else None
    base = reading.begin if reading else context.base
    if base is None:
        if unit == "Y" and context.year and (context.narrative or meaning.mentioned):
            return timex.whole_year(year_on(context.year, meaning.shift))
        return Reading("DATE", unknown(unit))
    if meaning.mentioned and unit == "D" and reading and reading.grain not in ("D", "T"):
        known = base.isoformat()[:7] if reading.grain == "M" else f"{base.year}-XX"
        return Reading("DATE", f"{known}-XX")
    if unit == "Y" and meaning.mentioned and reading and reading.year:
        return timex.whole_year(year_on(reading.year, meaning.shift))
    if unit == "WE":
        return _weekend(meaning, base, context)
    if unit == "Q" and meaning.latest:
        return of_grain(timex.add_months(base, -3), "Q")
    return of_grain(moved(base, unit, meaning.shift), unit)


def _weekend(meaning: Turn, base: date, context: Context) -> Reading:
    """The weekend just past, or the one to come where the tense is future."""
    if meaning.latest and base.isoweekday() < (4 if context.tense > 0 else 6):
        return timex.weekend(timex.add_days(base, -7))
    return timex.weekend(timex.add_days(base, 7 * meaning.shift))
