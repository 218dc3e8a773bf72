"""Days and years as they are spelled: `24th`, `twenty-second`, `nineteen ninety-eight`, `'99`, `490 BC`."""

from __future__ import annotations

from claimcheck.times.stream import DASHES, Stream

_EARLIEST, _LATEST = 1000, 2199


def day_at(stream: Stream, index: int) -> tuple[int, int] | None:
    """The day of a month written from `index`: the token after it and the day."""
    day = stream.number(index, 1, 31)
    if day and len(stream.digits(index)) <= 2:
        suffixed = stream.glued(index + 1) and stream.at(index + 1) in stream.words.ordinal_suffixes
        return index + 1 + suffixed, day
    return _spelled_day(stream, index)


def _spelled_day(stream: Stream, index: int) -> tuple[int, int] | None:
    words = stream.words
    first = stream.at(index)
    ordinal = words.ordinals.get(first, 0)
    if ordinal > 0 and first != "opening":
        return index + 1, ordinal
    tens = words.numbers.get(first, 0)
    if tens not in (20, 30):
        return (index + 1, tens) if 0 < tens < 20 else None
    after = index + 2 if stream.at(index + 1) in DASHES else index + 1
    unit = words.ordinals.get(stream.at(after), 0) or words.numbers.get(stream.at(after), 0)
    if 0 < unit < 10 and tens + unit <= 31:
        return after + 1, tens + unit
    return index + 1, tens


def day_before(stream: Stream, index: int) -> tuple[int, int] | None:
    """The day of a month that ends before `index`: its first token and the day."""
    for width in (3, 2, 1):
        first = index - width
        found = day_at(stream, first) if first >= 0 else None
        if found and found[0] == index:
            return first, found[1]
    return None


def year_at(stream: Stream, index: int) -> tuple[int, int] | None:
    """The year written from `index`: the token after it and the year, negative before Christ."""
    digits = stream.digits(index)
    if digits:
        return _era_year(stream, index) or _plain_year(stream, index, digits)
    named = index < len(stream.lower) and stream.tokens.text[index].isupper()
    if stream.at(index) in ("ad", "a.d.") and named and stream.number(index + 1, 1, 9999):
        return index + 2, int(stream.digits(index + 1))
    if stream.at(index) in ("'", "‘") and stream.glued(index + 1) and len(stream.digits(index + 1)) == 2:
        return index + 2, _of_this_era(int(stream.digits(index + 1)))
    return _spelled_year(stream, index)


def _plain_year(stream: Stream, index: int, digits: str) -> tuple[int, int] | None:
    if len(digits) == 4 and _EARLIEST <= int(digits) <= _LATEST:
        return index + 1, int(digits)
    return None


def _era_year(stream: Stream, index: int) -> tuple[int, int] | None:
    era = stream.words.eras.get(stream.at(index + 1))
    year = stream.number(index, 1, 9999)
    lettered = (stream.at(index + 1), stream.at(index + 2), stream.at(index + 3)) == ("b", ".", "c")
    if lettered and year:
        return index + 4, -year
    if era and era < 0 and year and year > 1600:  # `in 2010 BC voters`
        return None
    if era and year and (stream.tokens.text[index + 1].isupper() or era < 0):
        return index + 2, year * era
    return None


def _of_this_era(short: int) -> int:
    return 1900 + short if short > 30 else 2000 + short


def two_digit_year(short: int) -> int:
    """The full year of a two-digit one, as dates of this age are shortened: 31–99 are 19xx."""
    return _of_this_era(short)


def _spelled_year(stream: Stream, index: int) -> tuple[int, int] | None:
    numbers = stream.words.numbers
    century = numbers.get(stream.at(index))
    if century is None:
        return None
    if century == 2 and stream.at(index + 1) == "thousand":
        return _two_thousand(stream, index + 2)
    if not 10 <= century <= 20:
        return None
    after = index + 1
    if stream.at(after) == "hundred":
        rest = _below_hundred(stream, after + 1 + (stream.at(after + 1) == "and"))
        return (rest[0], century * 100 + rest[1]) if rest else (after + 1, century * 100)
    if stream.at(after) in ("oh", "o") and 0 < numbers.get(stream.at(after + 1), 0) < 10:
        return after + 2, century * 100 + numbers[stream.at(after + 1)]
    rest = _below_hundred(stream, after)
    return (rest[0], century * 100 + rest[1]) if rest and rest[1] > 9 else None


def _two_thousand(stream: Stream, index: int) -> tuple[int, int] | None:
    rest = _below_hundred(stream, index + (stream.at(index) == "and"))
    if rest:
        return rest[0], 2000 + rest[1]
    return index, 2000


def _below_hundred(stream: Stream, index: int) -> tuple[int, int] | None:
    numbers = stream.words.numbers
    tens = numbers.get(stream.at(index))
    if tens is None:
        return None
    after = index + 2 if stream.at(index + 1) in DASHES else index + 1
    unit = numbers.get(stream.at(after), 0)
    return (after + 1, tens + unit) if tens >= 20 and 0 < unit < 10 else (index + 1, tens)
