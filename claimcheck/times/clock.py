"""Times of day: `10:30 p.m.`, `noon`, `half past seven`, `19:00 hr`, `this morning`."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.times.meanings import Amount, Clock, Expression, Length, Meaning, Recurring, Turn
from claimcheck.times.stream import DASHES, Stream


def match_clock(stream: Stream, index: int) -> list[Expression]:
    """The clock time that the digits at `index` open."""
    read = _digits(stream, index)
    if not read:
        return []
    after, hour, minute, second = read
    half = _half(stream, after)
    if half:
        if not 1 <= hour <= 12:
            return []
        hour = hour % 12 + (12 if half[1] == "pm" else 0)
        after = half[0]
    elif second is not None and stream.at(index - 1) not in stream.words.lists["before_clock"] and hour < 10:
        # `3:07:35`: a marathon and not a time of day
        amounts = (Amount(Decimal(hour), "TH"), Amount(Decimal(minute), "TM"), Amount(Decimal(second), "TS"))
        return [Expression(index, after, "duration.clock", Length(amounts))]
    elif not _without_half(stream, index, after):
        return []
    after = _tail(stream, after)
    time = f"{hour:02}:{minute:02}" + (f":{second:02}" if second else "")
    return [Expression(index, after, "clock", Clock(time))]


def _digits(stream: Stream, index: int) -> tuple[int, int, int, int | None] | None:
    """After, hour, minute, second."""
    hour = stream.number(index, 0, 24)
    if hour is None:
        return _dotted(stream, index) or _packed(stream, index)
    colon = stream.at(index + 1) == ":" and stream.glued(index + 1) and stream.glued(index + 2)
    minute = stream.number(index + 2, 0, 59) if colon and len(stream.digits(index + 2)) == 2 else None
    if minute is None:
        return (index + 1, hour, 0, None) if not colon else None
    colon = stream.at(index + 3) == ":" and stream.glued(index + 3) and stream.glued(index + 4)
    second = stream.number(index + 4, 0, 59) if colon else None
    return (index + 3, hour, minute, None) if second is None else (index + 5, hour, minute, second)


def _dotted(stream: Stream, index: int) -> tuple[int, int, int, None] | None:
    """`8.30` before `pm`."""
    hour, stop, minute = stream.at(index).partition(".")
    written = stop and hour.isdigit() and minute.isdigit() and len(minute) == 2 and len(hour) < 3
    if not written or int(hour) > 24 or int(minute) > 59 or not _half(stream, index + 1):
        return None
    return index + 1, int(hour), int(minute), None


def _packed(stream: Stream, index: int) -> tuple[int, int, int, None] | None:
    """`1140 a.m.`, `0730 hours`."""
    digits = stream.digits(index)
    zoned = len(digits) == 4 and _is_zone(stream, index + 1)
    if len(digits) not in (3, 4) or not (zoned or _half(stream, index + 1) or _hours(stream, index)):
        return None
    hour, minute = int(digits[:-2]), int(digits[-2:])
    return (index + 1, hour, minute, None) if hour < 25 and minute < 60 else None


def _hours(stream: Stream, index: int) -> bool:
    return len(stream.digits(index)) == 4 and stream.at(index + 1) in ("hrs", "hours", "hr")


def _half(stream: Stream, after: int) -> tuple[int, str] | None:
    """The token after `a.m.` in any spelling, and which half of the day it is."""
    halves = stream.words.halves
    word = stream.at(after)
    if word in halves:
        if word in ("am", "a.m") and stream.at(after + 1) == "not":
            return None
        stop = stream.at(after + 1) == "." and word in ("a.m", "p.m")
        return after + 1 + stop, halves[word]
    if word in ("a", "p") and stream.at(after + 1) == "." and stream.at(after + 2) == "m":
        return after + 3 + (stream.at(after + 3) == "."), word + "m"
    if word in ("a", "p") and stream.at(after + 1) == "m":
        return after + 2, word + "m"
    return None


def _without_half(stream: Stream, index: int, after: int) -> bool:
    """Whether digits without `a.m.` are a time: `at 10:30`, `19:00 hr`, `4 o'clock`, `0730 hours`."""
    following = stream.at(after)
    if following in ("o'clock", "oclock"):
        return True
    if after == index + 1:
        return len(stream.digits(index)) == 4 and (_hours(stream, index) or _is_zone(stream, after))
    before = stream.at(index - 1)
    timed = following in ("hr", "hrs", "hours") or following in stream.words.time_zones
    if (
        timed
        or before in stream.words.lists["before_clock"]
        or before in stream.words.weekdays
        or before in stream.words.days
    ):
        return True
    return not stream.capital(index - 1) and before not in DASHES


def _tail(stream: Stream, after: int) -> int:
    """Past `o'clock`, `hr`, a time zone and `in the morning`."""
    if stream.at(after) in stream.words.lists["after_hour"]:
        after += 1
    return after + _is_zone(stream, after)


def _is_zone(stream: Stream, index: int) -> bool:
    """Whether the token is a time zone, in capitals."""
    return stream.at(index) in stream.words.time_zones and stream.tokens.text[index].isupper()


def match_oclock(stream: Stream, index: int) -> list[Expression]:
    """`seven o'clock`, `half past seven`, `ten to six`, `noonish` come through their own words."""
    hour = stream.words.numbers.get(stream.at(index - 1))
    if hour and hour <= 12:
        return [Expression(index - 1, index + 1, "clock", Clock(f"{hour:02}:00"))]
    return []


def match_spelled_hour(stream: Stream, index: int) -> list[Expression]:
    """`seven p.m.`, the hour in words."""
    hour = stream.words.numbers.get(stream.at(index - 1))
    half = _half(stream, index)
    if not hour or hour > 12 or not half:
        return []
    hour = hour % 12 + (12 if half[1] == "pm" else 0)
    return [Expression(index - 1, _tail(stream, half[0]), "clock", Clock(f"{hour:02}:00"))]


def match_past(stream: Stream, index: int) -> list[Expression]:
    """`half past seven`, `quarter to six`, `20 min past eight`, at `past` or `to`."""
    hour, after = _hour_at(stream, index + 1)
    first = index - 1
    first -= stream.at(first) in ("min", "mins", "minutes")
    if hour is None or first < 0:
        return []
    named = {"half": 30, "quarter": 15}.get(stream.at(first))
    minute = named or stream.number(first, 1, 29) or stream.words.numbers.get(stream.at(first), 0)
    if (
        not minute
        or minute > 30
        or not (named or first < index - 1 or stream.at(after) in ("o'clock", "oclock"))
    ):
        return []
    first -= stream.at(first - 1) == "a" and named is not None
    minutes = hour * 60 + (minute if stream.at(index) == "past" else -minute)
    part = stream.words.day_parts.get(stream.at(after + 2), "")
    if (stream.at(after), stream.at(after + 1)) == ("in", "the") and part in ("MO", "AF", "EV"):
        minutes, after = minutes + 720 * (part != "MO" and hour < 12), after + 3
    time = f"{minutes // 60 % 24:02}:{minutes % 60:02}"
    return [Expression(first, _tail(stream, after), "clock", Clock(time))]


def _hour_at(stream: Stream, index: int) -> tuple[int | None, int]:
    hour = stream.number(index, 1, 12) or stream.words.numbers.get(stream.at(index))
    return (hour, index + 1) if hour and hour <= 12 else (None, index)


def match_day_part(stream: Stream, index: int) -> list[Expression]:
    """A part of the day, on the day that the word before it says."""
    code, before = stream.words.day_parts[stream.at(index)], stream.at(index - 1)
    if before in ("every", "each"):
        return [Expression(index - 1, index + 1, "set.daypart", Recurring("T" + code))]
    if stream.capital(index) and stream.capital(index + 1) and not stream.opens(index):
        return []
    day = _day_of_part(stream, index)
    if day:
        first = index - 1 - (stream.at(index - 2) in ("the", "that") and stream.at(index - 1) != "this")
        return [Expression(first, index + 1, "relative.daypart", Clock(code, day))]
    if stream.at(index).endswith("s"):
        rule = "set.daypart" if before in stream.words.lists["before_day_part"] else "pending.dayparts"
        return [Expression(index, index + 1, rule, Recurring("T" + code))]
    if ":" in code:
        return [Expression(index, index + 1, "clock", Clock(code))] if not stream.capital(index) else []
    placed = before in stream.words.lists["before_day_part"]
    hour = _hour_before(stream, index)
    if hour:
        return [hour]
    if not placed or stream.capital(index):
        return [Expression(index, index + 1, "pending.daypart", Clock(code))]
    first = index - (before in ("the", "one"))
    return [Expression(first, index + 1, "clock.daypart", Clock(code))]


def _hour_before(stream: Stream, index: int) -> Expression | None:
    """`4 in the morning`, `ten at night`."""
    words = (stream.at(index - 2), stream.at(index - 1))
    end = index - 2 if words == ("in", "the") else index - 1 if words[1] == "at" else 0
    hour, _ = _hour_at(stream, end - 1)
    if not hour or not end:
        return None
    code = stream.words.day_parts[stream.at(index)]
    later = hour < 12 and (code in ("AF", "EV") or (code == "NI" and hour > 4))
    return Expression(end - 1, index + 1, "clock", Clock(f"{hour + 12 * later:02}:00"))


def _day_of_part(stream: Stream, index: int) -> Meaning | None:
    before = stream.at(index - 1)
    if before == "this":
        return Turn("D", 0)
    if before == "last":
        return Turn("D", -1)
    if before in ("next", "following"):
        return Turn("D", 1, mentioned=True)
    if before in ("that", "same"):
        return Turn("D", 0, mentioned=True)
    if before == "previous":
        return Turn("D", -1, mentioned=True)
    return None
