"""TIMEX3 values (TimeML annotation guidelines 1.2.1, as TimeBank writes them) and their days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from claimcheck.model import TimeType
from claimcheck.values import frozen, replace

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_TIME_UNITS = {"TS": "S", "TM": "M", "TH": "H"}
_SCALED = {
    "E": (10, "Y"),
    "C": (100, "Y"),
    "L": (1000, "Y"),
    "HC": (50, "Y"),
    "F": (2, "W"),
    "H6": (6, "M"),
    "N": (1, "D"),
}
_UNKNOWN = {"E": "Y", "N": "D", "F": "W", "HC": "Y"}


@frozen
class Reading:
    """A value, the days it covers, and its grain: D, W, WE, M, Q, H, S (season), Y, E (decade), C, T."""

    type: TimeType
    value: str | None
    begin: date | None = None
    until: date | None = None
    grain: str = ""
    year: int | None = None


def length_value(amounts: Iterable[tuple[Decimal | None, str]]) -> str:
    """`P3D`, `PT1H30M`, `PXY`, `P2.5Y` from numbers and units."""
    days, clock = "", ""
    for number, unit in amounts:
        if number is None:
            text, letter = "X", _UNKNOWN.get(unit, unit)
        else:
            factor, letter = _SCALED.get(unit, (1, unit))
            text = _plain(number * factor)
        if letter in _TIME_UNITS:
            clock += text + _TIME_UNITS[letter]
        else:
            days += text + letter
    return "P" + days + ("T" + clock if clock else "")


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def year_text(year: int | None) -> str:
    """A year in four digits, `BC0490` before Christ, `XXXX` where not known."""
    if year is None:
        return "XXXX"
    return f"{year:04}" if year > 0 else f"BC{-year:04}"


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none (or it is before Christ)."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def day(moment: date) -> Reading:
    """One day."""
    return Reading("DATE", moment.isoformat(), moment, moment, "D", moment.year)


def calendar(year: int | None, month: int | None, number: int | None) -> Reading:
    """A year, month or day, whether or not its year is known and the calendar has it."""
    if month is None:
        return whole_year(year)
    if number is None:
        return whole_month(year, month)
    exact = make_date(year, month, number) if year else None
    value = f"{year_text(year)}-{month:02}-{number:02}"
    return Reading("DATE", value, exact, exact, "D", year)


def whole_month(year: int | None, month: int) -> Reading:
    """A month."""
    begin = make_date(year, month, 1) if year else None
    return Reading("DATE", f"{year_text(year)}-{month:02}", begin, begin and last_of_month(begin), "M", year)


def whole_year(year: int | None) -> Reading:
    """A year."""
    begin = make_date(year, 1, 1) if year else None
    until = make_date(year, 12, 31) if year else None
    return Reading("DATE", year_text(year), begin, until, "Y", year)


def week(moment: date) -> Reading:
    """The ISO week that holds a day."""
    year, number, weekday = moment.isocalendar()
    begin = add_days(moment, 1 - weekday)
    return Reading("DATE", f"{year}-W{number:02}", begin, add_days(begin, 6), "W", moment.year)


def weekend(moment: date) -> Reading:
    """The weekend of the ISO week that holds a day."""
    year, number, weekday = moment.isocalendar()
    begin = add_days(moment, 6 - weekday)
    return Reading("DATE", f"{year}-W{number:02}-WE", begin, add_days(begin, 1), "WE", year)


def part(year: int | None, code: str) -> Reading:
    """A quarter, half or season of a year; winter ends in the year after."""
    value = f"{year_text(year)}-{code}"
    if code[0] == "W" and code[1:].isdigit() and year:
        return replace(week(add_days(date(year, 1, 4), 7 * (int(code[1:]) - 1))), value=value)
    first, months = _part_months(code)
    begin = make_date(year, first, 1) if year and first else None
    until = begin and last_of_month(add_months(begin, months - 1))
    return Reading("DATE", value, begin, until, "S" if code in SEASON_MONTHS else code[0], year)


def _part_months(code: str) -> tuple[int, int]:
    """First month and number of months."""
    if code in SEASON_MONTHS:
        return SEASON_MONTHS[code], 3
    number = int(code[1:]) if code[1:].isdigit() else 0
    months = {"Q": 3, "H": 6}.get(code[0], 0)
    return ((number - 1) * months + 1, months) if number and months else (0, 1)


def stretch(first: int, years: int, era: int) -> Reading:
    """A decade (`199`) or century (`19`)."""
    text = f"{first:04}"[: -2 if years == 100 else -1]
    begin = make_date(first or 1, 1, 1) if era > 0 else None
    until = make_date(first + years - 1, 12, 31) if era > 0 else None
    return Reading(
        "DATE", ("BC" if era < 0 else "") + text, begin, until, "C" if years == 100 else "E", first * era
    )


def last_of_month(moment: date) -> date:
    """The last day of the month."""
    following = add_months(moment.replace(day=1), 1)
    return add_days(following, -1)


def add_days(moment: date, count: int) -> date:
    """A day so many days on; the calendar's ends where it runs out."""
    try:
        return moment + timedelta(days=count)
    except OverflowError:
        return date.max if count > 0 else date.min


def add_months(moment: date, count: int) -> date:
    """The same day so many months on, or the month's last."""
    month = moment.year * 12 + moment.month - 1 + count
    year = month // 12
    if not 1 <= year <= 9999:
        return date.max if count > 0 else date.min
    for number in (moment.day, 30, 29, 28):
        found = make_date(year, month % 12 + 1, number)
        if found:
            return found
    return moment


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm, Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, number = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, number + 1)
