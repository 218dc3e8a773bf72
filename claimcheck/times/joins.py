"""What two neighbouring expressions say together; each rule gives the joint rule and meaning, or None."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from claimcheck.times.meanings import (
    Amount,
    Calendar,
    Clock,
    Exact,
    Expression,
    Holiday,
    Length,
    Meaning,
    Nth,
    Offset,
    Part,
    Recurring,
    Stretch,
    Turn,
)  # fmt: skip
from claimcheck.values import replace

Gap = tuple[str, ...]
Join = Callable[[Expression, Expression, Gap], tuple[str, Meaning] | None]
_APPOSED: frozenset[Gap] = frozenset({(), (",",), ("the",), (",", "the"), ("of",), ("(",)})
_TO_DAY: frozenset[Gap] = frozenset({(), (",",), ("on",), ("of",), (",", "on"), ("on", "the"), ("the",)})
_TO_CLOCK: frozenset[Gap] = frozenset(
    {(), (",",), ("at",), ("in", "the"), ("in",), ("@",), ("by",), (",", "at"), ("around",), ("before",),
     ("after",), ("at", "around"), ("for",)}
)  # fmt: skip
_TO_YEAR: frozenset[Gap] = frozenset({(), ("of",), ("in",)})
_LINKS = {"before": -1, "after": 1, "from": 1, "following": 1}


def is_day(meaning: Meaning) -> bool:
    """Whether the meaning is a single day."""
    if isinstance(meaning, Calendar):
        return meaning.day is not None or meaning.weekday is not None
    if isinstance(meaning, Turn):
        return meaning.of == "D" or (not isinstance(meaning.of, str) and is_day(meaning.of))
    return isinstance(meaning, Exact | Holiday) or (isinstance(meaning, Nth) and meaning.unit in ("D", "WD"))


def is_year(meaning: Meaning) -> bool:
    """Whether the meaning is a whole year."""
    if isinstance(meaning, Calendar):
        return meaning.year is not None and meaning.month is None
    return isinstance(meaning, Turn) and meaning.of == "Y"


def _weekday_and_date(left: Expression, right: Expression, gap: Gap) -> tuple[str, Meaning] | None:
    weekday, day = left.meaning, right.meaning
    if isinstance(weekday, Clock) and isinstance(weekday.day, Calendar) and isinstance(day, Calendar):
        inner = _weekday_and_date(replace(left, meaning=weekday.day), right, gap)
        return (left.rule, replace(weekday, day=inner[1])) if inner else None
    if isinstance(weekday, Turn) and isinstance(weekday.of, Calendar):
        weekday = weekday.of
    if gap not in _APPOSED or not isinstance(weekday, Calendar) or weekday.weekday is None or weekday.month:
        return None
    if isinstance(day, Calendar) and day.day is not None and day.weekday is None:
        return "calendar", replace(day, weekday=weekday.weekday)
    return ("calendar.digits", day) if isinstance(day, Exact) else None


def _clock_and_day(left: Expression, right: Expression, gap: Gap) -> tuple[str, Meaning] | None:
    clock = left.meaning
    if isinstance(clock, Clock) and clock.day is None and gap in _TO_DAY and is_day(right.meaning):
        return _clock_rule(left), replace(clock, day=right.meaning)
    return None


def _clock_rule(expression: Expression) -> str:
    return expression.rule.replace("pending", "clock")


def _day_and_clock(left: Expression, right: Expression, gap: Gap) -> tuple[str, Meaning] | None:
    clock = right.meaning
    if isinstance(clock, Recurring) and right.rule.endswith(".dayparts") and not gap:
        weekday = left.meaning.weekday if isinstance(left.meaning, Calendar) else None
        return ("set.daypart", Recurring(f"XXXX-WXX-{weekday}{clock.value}")) if weekday else None
    if not isinstance(clock, Clock) or clock.day is not None or gap not in _TO_CLOCK:
        return None
    if right.rule.startswith("pending") and gap not in {(), (",",)}:
        return None
    if isinstance(left.meaning, Recurring) and ":" in clock.time and "T" not in left.meaning.value:
        return "set.clock", Recurring(f"{left.meaning.value}T{clock.time}")
    if isinstance(left.meaning, Clock) and ":" not in left.meaning.time and ":" in clock.time:
        return _clock_rule(right), replace(clock, day=left.meaning.day) if left.meaning.day else clock
    if isinstance(left.meaning, Recurring) and left.rule == "set.weekday" and not gap:
        return "set.daypart", Recurring(f"{left.meaning.value}T{clock.time}")
    return (_clock_rule(right), replace(clock, day=left.meaning)) if is_day(left.meaning) else None


def _clock_and_part(left: Expression, right: Expression, gap: Gap) -> tuple[str, Meaning] | None:
    """`at 4 in the morning`, `9:30 tonight`: the part of the day settles the half."""
    clock, part = left.meaning, right.meaning
    if (
        not isinstance(clock, Clock)
        or not isinstance(part, Clock)
        or ":" in part.time
        or ":" not in clock.time
    ):
        return None
    if gap not in {(), ("in", "the"), ("in",), ("at",)} or clock.day is not None:
        return None
    hour = int(clock.time[:2])
    later = hour < 12 and (part.time in ("AF", "EV") or (part.time == "NI" and hour > 4))
    time = f"{hour + 12:02}{clock.time[2:]}" if later else clock.time
    return "clock", Clock(time, part.day)


def _part_and_year(left: Expression, right: Expression, gap: Gap) -> tuple[str, Meaning] | None:
    """`the third quarter of 1984`, `June last year`, `spring this year`."""
    part, year = left.meaning, right.meaning
    if gap not in _TO_YEAR or not is_year(year):
        return None
    if isinstance(part, Turn) and isinstance(part.of, Part) and part.mentioned is False and part.shift == 0:
        part = part.of
    if isinstance(part, Part) and part.of is None:
        return left.rule.replace("pending", "calendar"), replace(part, of=year)
    if isinstance(part, Holiday) and part.year is None:
        return left.rule, replace(part, year=year)
    if (
        isinstance(part, Calendar)
        and part.month
        and part.year is None
        and part.of is None
        and isinstance(year, Turn)
    ):
        return left.rule, replace(part, of=year)
    return None


def _year_and_part(left: Expression, right: Expression, gap: Gap) -> tuple[str, Meaning] | None:
    """`this year's third quarter`, `the 1988 fourth quarter`."""
    part = right.meaning
    if not is_year(left.meaning) or not isinstance(part, Part) or part.of is not None:
        return None
    rule = right.rule.replace("pending", "calendar")
    return (rule, replace(part, of=left.meaning)) if gap in {("'s",), ()} else None


def _offset_part(left: Expression, right: Expression, gap: Gap) -> tuple[str, Meaning] | None:
    """`the year-ago third quarter`, `the quarter a year ago`."""
    if gap == () and isinstance(left.meaning, Offset) and isinstance(right.meaning, Part):
        return "calendar.quarter", replace(left.meaning, mentioned=True)
    if (
        gap == ()
        and isinstance(right.meaning, Offset)
        and isinstance(left.meaning, Turn)
        and left.meaning.of == "Q"
    ):
        return "calendar.quarter", replace(right.meaning, mentioned=True)
    return None


def _day_beside(left: Expression, right: Expression, gap: Gap) -> tuple[str, Meaning] | None:
    """`the day before last Tuesday`, `the day after Christmas`."""
    turn = left.meaning
    if not isinstance(turn, Turn) or turn.of != "D" or not turn.mentioned or turn.shift == 0:
        return None
    if gap not in {("before",), ("after",)} or not is_day(right.meaning):
        return None
    return "relative.offset", Offset(Length((Amount(Decimal(1), "D"),)), turn.shift, right.meaning)


def _the_year(left: Expression, right: Expression, gap: Gap) -> tuple[str, Meaning] | None:
    """`the year two thousand`."""
    named = isinstance(left.meaning, Turn) and left.meaning.of == "Y" and left.meaning.shift == 0
    return ("year", right.meaning) if named and not gap and right.rule == "year" else None


def _length_and_date(left: Expression, right: Expression, gap: Gap) -> tuple[str, Meaning] | None:
    """`two weeks before Christmas`, `three days from tomorrow`."""
    if (
        len(gap) != 1
        or gap[0] not in _LINKS
        or not isinstance(left.meaning, Length)
        or left.rule != "duration"
    ):
        return None
    dated = isinstance(right.meaning, Calendar) and right.meaning.day and gap[0] != "from"
    if not is_day(right.meaning) or dated:  # `eight days after Oct. 12` is a duration and a date
        return None
    return "relative.offset", Offset(left.meaning, _LINKS[gap[0]], right.meaning)


def _lengths(left: Expression, right: Expression, gap: Gap) -> tuple[str, Meaning] | None:
    """`2 years 1 month and 21 days`, units growing smaller."""
    if gap not in {(), ("and",), (",",), (",", "and")} or not isinstance(left.meaning, Length):
        return None
    order = ["Y", "M", "W", "D", "TH", "TM", "TS"]
    right_length = right.meaning.length if isinstance(right.meaning, Offset) else right.meaning
    if not isinstance(right_length, Length) or (right.rule == "relative.offset" and gap == (",",)):
        return None
    amounts = left.meaning.amounts + right_length.amounts
    places = [order.index(amount.unit) if amount.unit in order else -1 for amount in amounts]
    if -1 in places or places != sorted(set(places)) or any(amount.number is None for amount in amounts):
        return None
    if isinstance(right.meaning, Offset):
        return right.rule, replace(right.meaning, length=Length(amounts))
    return "duration", Length(amounts)


def _week_and_weekday(left: Expression, right: Expression, gap: Gap) -> tuple[str, Meaning] | None:
    """`next week Wednesday`, `Monday of last week`, `two weeks ago Tuesday`."""
    for week, day, gaps in ((left, right, {(), ("on",)}), (right, left, {("of",), ()})):
        number = day.meaning.weekday if isinstance(day.meaning, Calendar) and not day.meaning.month else None
        weeks = isinstance(week.meaning, Turn) and week.meaning.of == "W"
        ago = isinstance(week.meaning, Offset) and week.meaning.length.amounts[-1].unit == "W"
        if (weeks or (ago and week is left and not gap)) and number and gap in gaps:
            return "weekday.turn", Nth(number, "WD", week.meaning)
    return None


def _nth_of(left: Expression, right: Expression, gap: Gap) -> tuple[str, Meaning] | None:
    """`the last week of July`, `the third month of 2021`, `the week of March 6`."""
    nth, whole = left.meaning, right.meaning
    if isinstance(nth, Nth) and nth.unit.startswith("WD") and isinstance(whole, Recurring) and gap == ("of",):
        return "set.weekday", Recurring(f"XXXX-XX-WXX-{nth.unit[-1]}-#{nth.number}")
    if gap not in {("of",), ("of", "the"), ("in",)} or isinstance(
        whole, Length | Recurring | Clock | Stretch
    ):
        return None
    if isinstance(nth, Nth) and left.rule == "pending.nth":
        return "calendar.nth", replace(nth, of=whole)
    if isinstance(nth, Turn) and nth.of in ("D", "W", "M", "Q", "WE") and nth.shift == -1 and gap[0] == "of":
        return "relative.nth", Nth(-1, str(nth.of), whole)
    if isinstance(nth, Turn) and nth.of in ("W", "WE") and nth.shift == 0 and is_day(whole):
        return "relative.nth", Nth(0, str(nth.of), whole)
    return None


JOINS: tuple[Join, ...] = (
    _weekday_and_date, _clock_and_day, _clock_and_part, _day_and_clock, _part_and_year, _year_and_part,
    _offset_part, _day_beside, _the_year, _length_and_date, _lengths, _week_and_weekday, _nth_of,
)  # fmt: skip
