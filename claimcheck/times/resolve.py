"""From what an expression says to its TIMEX3 value, against the article's date and those mentioned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from claimcheck.times import timex
from claimcheck.times.holidays import holiday_on
from claimcheck.times.meanings import (
    Amount,
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
from claimcheck.times.timex import Reading

_MONTHS_OF = {"M": 1, "Q": 3, "H6": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000, "HC": 600}
_DAYS_OF = {"D": 1, "N": 1, "W": 7, "F": 14, "WE": 7}
_GRAIN_OF = {"N": "D", "F": "W", "WE": "W", "H6": "M", "L": "C", "HC": "Y"}

_PAST_LEAN = 0.8  # of two dates about as near, the past one
_LEAN = 4  # how many times further off a date may be in the direction of the tense


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader knows at an expression.

    `published`: the article's date, None where unknown. `narrative`: the text tells of another time, so
    months and days take their year from the last date mentioned. `mentioned`: that date. `quarter`: the
    last quarter (`Q3`) spoken of near by. `tense`: -1 past, 1 future, 0 unknown.
    """

    published: date | None = None
    narrative: bool = False
    mentioned: Reading | None = None
    quarter: Reading | None = None
    tense: int = 0

    @property
    def base(self) -> date | None:
        """The day that plain relative expressions count from."""
        if self.narrative and self.mentioned:
            return self.mentioned.begin
        return self.published

    @property
    def year(self) -> int | None:
        """The running text's year."""
        return self.mentioned.year if self.mentioned else None

    @property
    def last_mentioned(self) -> Reading | None:
        """The date last mentioned, publication where there is none."""
        if self.mentioned:
            return self.mentioned
        return timex.day(self.published) if self.published else None


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
            return _part(meaning, context)
        case Turn():
            return _turn(meaning, context)
        case Length():
            return Reading("DURATION", timex.length_value((a.number, a.unit) for a in meaning.amounts))
        case Offset():
            return _offset(meaning, context)
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


def _weekday(number: int, context: Context) -> Reading:
    base = context.base
    if base is None:
        return Reading("DATE", f"XXXX-WXX-{number}")
    ahead = (number - base.isoweekday()) % 7
    if context.tense <= 0 and ahead:
        ahead -= 7
    return timex.day(timex.add_days(base, ahead))


def _part(meaning: Part, context: Context) -> Reading:
    code = meaning.part
    if code == "Q":
        if not context.quarter or not context.quarter.value:
            return resolve(meaning.of, context) if meaning.of else Reading("DATE", None)
        code = context.quarter.value[-2:]
    if meaning.of is not None:
        return timex.part(resolve(meaning.of, context).year, code)
    if context.narrative or not context.published:
        return timex.part(_running_part_year(code, context) if context.narrative else None, code)
    year = context.published.year
    for candidate in (year + 1, year, year - 1, year - 2):
        reading = timex.part(candidate, code)
        if _is_due(reading, context):
            return reading
    return timex.part(year, code)


def _is_due(reading: Reading, context: Context) -> bool:
    """Whether a part of a year has begun; where the tense is future, whether it is the first still to end."""
    published = context.published
    if not (published and reading.begin and reading.until):
        return False
    if context.tense > 0:
        since = timex.add_months(reading.until, 3)  # results of the quarter just over are still to come
        return reading.begin <= published <= since or timex.add_months(reading.begin, -8) <= published
    return reading.begin <= published


def _running_part_year(code: str, context: Context) -> int | None:
    mentioned = context.mentioned
    if (
        code == "WI"
        and mentioned
        and mentioned.begin
        and mentioned.grain in ("D", "M", "S")
        and mentioned.begin.month > 6
    ):
        return mentioned.begin.year + 1
    return context.year


def _turn(meaning: Turn, context: Context) -> Reading:
    if isinstance(meaning.of, str):
        return _turn_of_unit(meaning, meaning.of, context)
    base = _turn_base(meaning, context)
    if base is None:
        return replace(resolve(meaning.of, context), begin=None, until=None)
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
            return timex.whole_year(_year_on(context.year, meaning.shift))
        return Reading("DATE", _unknown(unit))
    if meaning.mentioned and unit == "D" and reading and reading.grain not in ("D", "T"):
        return Reading("DATE", f"{base.isoformat()[:7] if reading.grain == 'M' else base.year}-XX")
    if unit == "Y" and meaning.mentioned and reading and reading.year:
        return timex.whole_year(_year_on(reading.year, meaning.shift))
    if unit == "WE":
        return _weekend(meaning, base, context)
    if unit == "Q" and meaning.latest:
        return of_grain(timex.add_months(base, -3), "Q")
    return of_grain(moved(base, unit, meaning.shift), unit)


def _year_on(year: int, count: int) -> int:
    """The year so many on; there is no year nought."""
    found = year + count
    return found if found * year > 0 else found - 1 if count < 0 else found + 1


def _unknown(unit: str) -> str | None:
    return {
        "D": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "M": "XXXX-XX",
        "Y": "XXXX",
        "Q": "XXXX-QX",
        "WE": "XXXX-WXX-WE",
    }.get(unit)


def _weekend(meaning: Turn, base: date, context: Context) -> Reading:
    """The weekend just past, or the one to come where the tense is future."""
    if meaning.latest and base.isoweekday() < (4 if context.tense > 0 else 6):
        return timex.weekend(timex.add_days(base, -7))
    return timex.weekend(timex.add_days(base, 7 * meaning.shift))


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


def _offset(meaning: Offset, context: Context) -> Reading:
    amounts = meaning.length.amounts
    single = amounts[0] if len(amounts) == 1 else None
    if any(amount.number is None for amount in amounts):
        return _vague_offset(meaning, amounts[0])
    anchor = resolve(meaning.anchor, context) if meaning.anchor else None
    quarter = context.quarter
    if (
        single
        and single.unit == "Y"
        and quarter
        and quarter.begin
        and meaning.sign < 0
        and not anchor
        and single.number == 1
    ):
        return of_grain(timex.add_months(quarter.begin, -12), "Q")
    base = _offset_base(meaning, anchor, context)
    if base is None:
        return _offset_of_year(meaning, single, context)
    for amount in amounts:
        base = _moved_by(base, amount, meaning.sign)
    if amounts[-1].unit.startswith("T"):
        return Reading("TIME", f"{base.isoformat()}TXX", base, base, "T", base.year)
    return of_grain(base, "D" if anchor else amounts[-1].unit)


def _offset_of_year(meaning: Offset, amount: Amount | None, context: Context) -> Reading:
    """`ten years later` where only the year is known, as before Christ."""
    years = {"Y": 1, "E": 10, "C": 100}.get(amount.unit, 0) if amount else 0
    if not amount or not years or not context.year or not amount.number:
        return Reading("DATE", None)
    return timex.whole_year(_year_on(context.year, meaning.sign * years * int(amount.number)))


def _offset_base(meaning: Offset, anchor: Reading | None, context: Context) -> date | None:
    if anchor:
        return anchor.begin
    if meaning.mentioned and context.last_mentioned and (context.narrative or context.tense <= 0):
        return context.last_mentioned.begin
    return context.base


def _moved_by(base: date, amount: Amount, sign: int) -> date:
    number = amount.number or Decimal(0)
    if abs(number) > 5000:
        return date.max if sign > 0 else date.min
    whole = int(number)
    base = moved(base, amount.unit, sign * whole)
    rest = number - whole
    return moved(base, "M", sign * int(rest * 12)) if rest and amount.unit == "Y" else base


def _vague_offset(meaning: Offset, amount: Amount) -> Reading:
    return Reading("DATE", "PAST_REF" if meaning.sign < 0 else "FUTURE_REF")


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
        back = (
            -3 if meaning.unit == "WE" and whole.begin.isoweekday() < 3 else 0
        )  # a Monday's weekend is before
        moment = timex.add_days(whole.begin, back)
        return timex.weekend(moment) if meaning.unit == "WE" else of_grain(moment, meaning.unit)
    if meaning.unit == "W":
        return _nth_week(meaning.number, whole)
    start = whole.begin if meaning.number > 0 else whole.until
    step = meaning.number - 1 if meaning.number > 0 else meaning.number + 1
    return of_grain(moved(start, meaning.unit, step), meaning.unit)


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
