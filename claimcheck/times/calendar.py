"""Calendar dates round a month's name: `Nov. 18`, `9 September 1914`, `March 23-25`, `Dec-2018`."""

from __future__ import annotations

from claimcheck.times.meanings import Calendar, Expression
from claimcheck.times.spelled import day_at, day_before, two_digit_year, year_at
from claimcheck.times.stream import DASHES, Stream

_JOINS = DASHES | {"and", "or", "to", "through", "until", "till", "&", ","}
_MARKS = DASHES | {"/"}


def match_month(stream: Stream, index: int) -> list[Expression]:
    """The dates written round the month's name at `index`; days joined to one another give one each."""
    month = stream.words.months[stream.at(index)]
    after = after_stop(stream, index)
    left = _left_day(stream, index)
    right = None if left else _right_day(stream, after)
    first = left[0] if left else index
    last = right[0] if right else after
    year = _year_after(stream, last) or _year_before(stream, first)
    if not (left or right or year or _stands_alone(stream, index, after)):
        return []
    days = _days(stream, first, left, right, index, month)
    return _dated(stream, days, year, last)


def after_stop(stream: Stream, index: int) -> int:
    """The token after a word and, where it is an abbreviation, its full stop."""
    stop = stream.at(index) in stream.words.abbreviations and stream.at(index + 1) == "."
    return index + 2 if stop and stream.glued(index + 1) else index + 1


def _left_day(stream: Stream, index: int) -> tuple[int, int] | None:
    end = index
    if stream.at(end - 1) == "of" or _is_glue(stream, end - 1):
        end -= 1
    found = day_before(stream, end)
    if not found or not stream.together(found[0], index + 1):
        return None
    first, day = found
    if stream.at(first - 1) in ("$", "£", "€", ".", ",", ":") and stream.glued(first):
        return None
    spelled = not stream.is_digits(first)
    if spelled and end == index and stream.at(first) not in stream.words.ordinals:
        # `two May` is no date, `twenty five January` is
        return (first, day) if day > 9 and stream.capital(index) else None
    if stream.at(first - 1) == "the":
        first -= 1
    return first, day


def _is_glue(stream: Stream, index: int) -> bool:
    """Whether the token is a dash or slash that touches both its neighbours."""
    return stream.at(index) in _MARKS and stream.glued(index) and stream.glued(index + 1)


def _right_day(stream: Stream, after: int) -> tuple[int, int] | None:
    start = after
    if (
        (stream.at(start) in _MARKS and stream.glued(start) and stream.glued(start + 1))
        or (
            stream.at(start) == ","
            and stream.is_digits(start + 1)
            and stream.at(start + 2) in stream.words.ordinal_suffixes
        )
        or (stream.at(start) == "the" and not stream.is_digits(start + 1))
    ):
        start += 1
    found = day_at(stream, start)
    if not found or not stream.together(after - 1, found[0]):
        return None
    return None if _goes_on_as_number(stream, start, found[0]) else found


def _goes_on_as_number(stream: Stream, start: int, after: int) -> bool:
    """Whether what looks like a day is more: `March 3%`, `in May 10 people died`, `May two men`."""
    following = stream.at(after)
    if following in stream.words.counted or (following == "%" and stream.glued(after)):
        return True
    if following == ":" and stream.glued(after) and stream.glued(after + 1):
        return True
    if stream.is_digits(start) or stream.at(start) in stream.words.ordinals:
        return following in ("times", "quarter", "half") or following in stream.words.units
    return after - start == 1 and stream.words.numbers.get(stream.at(start), 0) < 20


def _year_after(stream: Stream, last: int) -> tuple[int, int] | None:
    start = last
    if stream.at(start) == "," or (stream.at(start) in _MARKS and stream.glued(start + 1)):
        start += 1
    elif stream.at(start) in ("of", "in"):
        found = year_at(stream, start + 1)
        if found:
            return found
        short = stream.digits(start + 1)
        counted = stream.at(start) == "of" and len(short) == 2 and stream.is_mark(start + 2)
        return (start + 2, two_digit_year(int(short))) if counted else None
    found = year_at(stream, start)
    if not found or not stream.together(last - 1, found[0]):
        return None
    return None if stream.at(found[0]) in stream.words.counted else found


def _year_before(stream: Stream, first: int) -> tuple[int, int] | None:
    """`2019-aug-1`: a year glued before."""
    if stream.at(first - 1) in _MARKS and stream.glued(first) and stream.glued(first - 1):
        year = stream.number(first - 2, 1000, 2199)
        return (first - 2, year) if year else None
    return None


def _days(
    stream: Stream,
    first: int,
    left: tuple[int, int] | None,
    right: tuple[int, int] | None,
    index: int,
    month: int,
) -> list[tuple[int, int, Calendar]]:
    """The first token, the end and the meaning of each day."""
    if right:
        days = [(index, right[0], Calendar(None, month, right[1]))]
        return days + _days_after(stream, right[0], month, right[1])
    if not left:
        return [(index, after_stop(stream, index), Calendar(None, month, None))]
    found = [(left[0], after_stop(stream, index), Calendar(None, month, left[1]))]
    earlier = _day_joined_before(stream, first)
    if earlier and earlier[1] < left[1]:
        found.insert(0, (earlier[0], earlier[2], Calendar(None, month, earlier[1])))
    return found


def _day_joined_before(stream: Stream, first: int) -> tuple[int, int, int] | None:
    if stream.at(first - 1) in _JOINS and stream.at(first - 1) != ",":
        day = day_before(stream, first - 1)
        numeric = day and (stream.is_digits(day[0]) or stream.at(day[0]) in stream.words.ordinals)
        if day and numeric and stream.together(day[0], first + 1):
            return day[0], day[1], first - 1
    return None


def _days_after(stream: Stream, after: int, month: int, day: int) -> list[tuple[int, int, Calendar]]:
    """`March 23-25`, `April 24 and 25`: the further days, each later than the one before."""
    found: list[tuple[int, int, Calendar]] = []
    while stream.at(after) in _JOINS:
        start = after + 1 + (stream.at(after + 1) in ("and", "the"))
        following = day_at(stream, start)
        if not following or following[1] <= day or not stream.is_digits(start):
            break
        last, day = following
        dashed = stream.at(after) in DASHES
        if not dashed and not stream.is_mark(last) and stream.at(last) not in stream.words.prepositions:
            break
        if stream.at(last) in stream.words.months or stream.at(last) in ("%", ":"):
            break
        found.append((start, last, Calendar(None, month, day)))
        after = last
    return found


def _dated(
    stream: Stream, days: list[tuple[int, int, Calendar]], year: tuple[int, int] | None, last: int
) -> list[Expression]:
    final = days[-1][1]
    if final != last or (year and year[0] < days[0][0]):
        year = _year_after(stream, final) or year
    number = year[1] if year else None
    found = [
        Expression(start, end, "calendar", Calendar(number, meaning.month, meaning.day))
        for start, end, meaning in days
    ]
    if year and year[0] > final:
        found[-1] = Expression(found[-1].first, year[0], "calendar", found[-1].meaning)
    elif year and year[0] < days[0][0]:
        found[0] = Expression(year[0], found[0].last, "calendar", found[0].meaning)
    return found


def match_day_alone(stream: Stream, index: int) -> list[Expression]:
    """`on the 20th`: a day of the month spoken of."""
    day = stream.number(index - 1, 1, 31)
    placed = stream.at(index - 3) in stream.words.lists["before_day_alone"]
    if not day or not stream.glued(index) or stream.at(index - 2) != "the" or not placed:
        return []
    following = stream.at(index + 1)
    ends = (stream.is_mark(index + 1) and following not in DASHES) or following in (
        "and",
        "he",
        "they",
        "it",
        "when",
    )
    return [Expression(index - 2, index + 1, "calendar", Calendar(day=day))] if ends else []


def _stands_alone(stream: Stream, index: int, after: int) -> bool:
    """Whether a month's name without day or year is the month."""
    word, before = stream.at(index), stream.at(index - 1)
    placed = before in stream.words.prepositions or before in DASHES or before in stream.words.turns
    if word in stream.words.abbreviations and after == index + 1 and not placed:
        return False
    if word not in stream.words.ambiguous_months:
        return True
    if not stream.capital(index):
        return placed and word in ("april", "june", "august") and stream.is_mark(after)
    if word == "may" or word == "march":
        return (placed and before not in stream.words.lists["not_before_may"]) or _turned(stream, index)
    return placed or _turned(stream, index) or not (stream.capital(after) or stream.capital(index - 1))


def _turned(stream: Stream, index: int) -> bool:
    turned = stream.at(index - 1) in stream.words.turns and stream.at(index - 1) != "that"
    return turned or stream.at(index - 1) in stream.words.early_late
