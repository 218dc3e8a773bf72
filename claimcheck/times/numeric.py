"""Dates in digits: years, `1914-18`, decades, ISO and slashed dates, years before Christ, centuries."""

from __future__ import annotations

from datetime import date

from claimcheck.times.meanings import Calendar, Exact, Expression, Part, Stretch
from claimcheck.times.spelled import day_at, two_digit_year, year_at
from claimcheck.times.stream import DASHES, Stream

_MODERN = range(1400, 2100)


def match_digits(stream: Stream, index: int) -> list[Expression]:
    """The date that the digit token at `index` opens or is."""
    digits = stream.digits(index)
    if not digits:
        return _dotted(stream, index)
    if len(digits) == 8:
        return _packed(stream, index)
    if len(digits) > 4 or (stream.glued(index) and stream.at(index - 1) in ("$", "£", "€", "#", "¥", ".")):
        return []
    return (
        _iso(stream, index)
        or _slashed(stream, index)
        or _decade(stream, index)
        or _fiscal_or_quarter(stream, index)
        or match_year(stream, index)
    )


def _exact(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _packed(stream: Stream, index: int) -> list[Expression]:
    digits = stream.digits(index)
    day = _exact(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    known = day is not None and 1900 <= day.year < 2100
    return [Expression(index, index + 1, "calendar.digits", Exact(day))] if day and known else []


def _dotted(stream: Stream, index: int) -> list[Expression]:
    """`23.04.2022`, day first."""
    parts = stream.at(index).split(".")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts) or len(parts[2]) != 4:
        return []
    day = _exact(int(parts[2]), int(parts[1]), int(parts[0]))
    return [Expression(index, index + 1, "calendar.digits", Exact(day))] if day else []


def _iso(stream: Stream, index: int) -> list[Expression]:
    """`2022-03-23`, `2022/3/23`, `2019 Q3` is not one."""
    year = stream.number(index, 1000, 2199)
    mark = stream.at(index + 1)
    if not year or mark not in ("-", "/") or stream.at(index + 3) != mark:
        return []
    month, day = stream.number(index + 2, 1, 12), stream.number(index + 4, 1, 31)
    exact = _exact(year, month, day) if month and day else None
    return [Expression(index, index + 5, "calendar.digits", Exact(exact))] if exact else []


def _slashed(stream: Stream, index: int) -> list[Expression]:
    """`3/23/2022` month first, `23/3/2022` where it cannot be, `11/20` after a preposition of time."""
    mark = stream.at(index + 1)
    if mark not in ("/", "-") or not (stream.glued(index + 1) and stream.glued(index + 2)):
        return []
    first, second = stream.number(index, 1, 31), stream.number(index + 2, 1, 31)
    if not first or not second or stream.at(index - 1) == mark:
        return _month_and_year(stream, index) if first else []
    month, day = (first, second) if first <= 12 else (second, first)
    if month > 12:
        return []
    if stream.at(index + 3) == mark and stream.glued(index + 4):
        return _with_year(stream, index, month, day)
    placed = stream.at(index - 1) in stream.words.lists["before_digit_date"]
    if mark == "/" and placed and not stream.is_digits(index - 1):
        return [Expression(index, index + 3, "calendar.digits", Calendar(None, month, day))]
    return []


def _with_year(stream: Stream, index: int, month: int, day: int) -> list[Expression]:
    digits = stream.digits(index + 4)
    if len(digits) == 4 and int(digits) in _MODERN:
        year = int(digits)
    elif len(digits) == 2 and stream.at(index + 1) == "/":
        year = two_digit_year(int(digits))
    else:
        return []
    return [Expression(index, index + 5, "calendar.digits", Calendar(year, month, day))]


def _month_and_year(stream: Stream, index: int) -> list[Expression]:
    month, year = stream.number(index, 1, 12), stream.number(index + 2, 1900, 2099)
    if month and year and len(stream.digits(index + 2)) == 4:
        return [Expression(index, index + 3, "calendar.digits", Calendar(year, month))]
    return []


def _decade(stream: Stream, index: int) -> list[Expression]:
    """`1990s`, `the '60s`, `470s BC`."""
    after = index + 1
    if stream.at(after) == "'" and stream.glued(after):
        after += 1
    if stream.at(after) not in ("s", "'s") or not stream.glued(after):
        return []
    digits = stream.digits(index)
    if len(digits) not in (2, 3, 4) or not digits.endswith("0"):
        return []
    era = stream.words.eras.get(stream.at(after + 1), 0)
    last = after + 1 + (era != 0)
    if len(digits) == 4:
        years = 100 if digits.endswith("00") and digits != "2000" else 10
        return [Expression(index, last, "decade", Stretch(int(digits), years, era or 1))]
    if len(digits) == 3 and era:
        return [Expression(index, last, "decade", Stretch(int(digits), 10, era))]
    return _short_decade(stream, index, last) if len(digits) == 2 else []


def _short_decade(stream: Stream, index: int, last: int) -> list[Expression]:
    apostrophe = stream.at(index - 1) in ("'", "‘")
    before = stream.at(index - 1 - apostrophe)
    article = before == "the" or stream.words.early_late.__contains__(before)
    if not article or stream.at(index - 2 - apostrophe) in stream.words.decade_not_after:
        return []
    tens = int(stream.digits(index))
    first = 2000 + tens if tens < 20 else 1900 + tens
    return [Expression(index - apostrophe, last, "decade", Stretch(first, 10))]


def match_decade_word(stream: Stream, index: int) -> list[Expression]:
    """`the nineties`, `the Roaring Twenties`."""
    first = index - (stream.capital(index - 1) and not stream.opens(index - 1))
    before = stream.at(first - 1)
    guarded = {stream.at(index - 1), stream.at(index - 2)} & stream.words.decade_not_after
    if guarded or not (before in ("the", "in") or before in DASHES or before in stream.words.early_late):
        return []
    tens = stream.words.decades[stream.at(index)]
    return [Expression(first, index + 1, "decade", Stretch(1900 + tens if tens else 2000, 10))]


def match_century(stream: Stream, index: int) -> list[Expression]:
    """`the 20th century`, `nineteenth-century`, `the 4th century BC`."""
    end = index - 1 if stream.at(index - 1) in DASHES else index
    for first in (end - 3, end - 2, end - 1):
        found = _ordinal(stream, first) if first >= 0 else None
        if found and found[0] == end:
            break
    else:
        return []
    plain = stream.at(first) in ("first", "last", "final", "opening") and stream.at(end - 1) != "st"
    if found[1] < 1 or (plain and stream.at(index + 1) not in stream.words.eras):
        return []
    era = stream.words.eras.get(stream.at(index + 1), 0)
    first -= stream.at(first - 1) == "the"
    meaning = Stretch((found[1] - 1) * 100, 100, era or 1)
    return [Expression(first, index + 1 + (era != 0), "century", meaning)]


def _ordinal(stream: Stream, index: int) -> tuple[int, int] | None:
    if stream.is_digits(index):
        suffixed = stream.at(index + 1) in stream.words.ordinal_suffixes
        value = stream.number(index, 1, 40)
        return (index + 2, value) if suffixed and value else None
    return (
        day_at(stream, index)
        if stream.at(index) not in stream.words.numbers or _ends(stream, index)
        else None
    )


def _ends(stream: Stream, index: int) -> bool:
    """Whether a spelled ordinal goes on from a tens word: `twenty-first`."""
    after = index + 2 if stream.at(index + 1) in DASHES else index + 1
    return stream.at(after) in stream.words.ordinals


def _fiscal_or_quarter(stream: Stream, index: int) -> list[Expression]:
    """`2019 q3`, `2017-Q1`, `fiscal 1989`."""
    year = stream.number(index, 1900, 2099)
    if not year or len(stream.digits(index)) != 4:
        return []
    after = index + 1 + (stream.at(index + 1) == "-")
    # `Q3` is the two tokens `q` and `3`
    if stream.at(after) == "q" and stream.number(after + 1, 1, 4) and stream.glued(after + 1):
        part = Part("Q" + stream.digits(after + 1), Calendar(year))
        return [Expression(index, after + 2, "calendar.quarter", part)]
    if stream.at(index - 1) == "fiscal" or stream.at(index - 1) == "year":
        back = 2 if stream.at(index - 2) in ("fiscal", "the", "financial", "calendar") else 1
        back += stream.at(index - back - 1) == "the" and back == 2 and stream.at(index - 2) != "the"
        return [Expression(index - back, index + 1, "year.fiscal", Calendar(year))]
    return []


def match_year(stream: Stream, index: int) -> list[Expression]:
    """A year on its own, with a second one joined to it: `1914–18`."""
    found = year_at(stream, index)
    if not found or not stream.together(index, found[0]):
        return []
    after, year = found
    joined = _joined_year(stream, after, year)
    if not (after > index + 1 or _reads_as_year(stream, index, after, year, bool(joined))):
        return []
    era_of_pair = joined[0].meaning if joined else None
    if isinstance(era_of_pair, Calendar) and era_of_pair.year and era_of_pair.year < 0:
        year = -abs(year)
    return [Expression(index, after, "year", Calendar(year)), *joined]


def _joined_year(stream: Stream, after: int, year: int) -> list[Expression]:
    if stream.at(after) not in DASHES | {"/"}:
        return []
    found = year_at(stream, after + 1)
    if found and stream.digits(after + 1):
        later = found[1] >= year if found[1] > 0 else found[1] > -abs(year)
        return [Expression(after + 1, found[0], "year", Calendar(found[1]))] if later else []
    digits = stream.digits(after + 1)
    short = len(digits) == 2 and stream.glued(after + 1) and int(digits) > year % 100
    if not short or stream.at(after + 2) in DASHES:
        return []
    return [Expression(after + 1, after + 2, "year", Calendar(year - year % 100 + int(digits)))]


def match_short_year(stream: Stream, index: int) -> list[Expression]:
    """Three-digit years where the era is written or follows in a pair: `490 BC`, `499–493 BC`."""
    year = stream.number(index, 1, 999)
    if not year:
        return []
    joined = _joined_year(stream, index + 1, year)
    if joined and isinstance(joined[0].meaning, Calendar) and (joined[0].meaning.year or 0) < 0:
        return [Expression(index, index + 1, "year", Calendar(-year)), *joined]
    return []


def _reads_as_year(stream: Stream, index: int, after: int, year: int, paired: bool) -> bool:
    """Whether a bare four-digit number is a year and not a count, a model or a street number."""
    words, before, following = stream.words, stream.at(index - 1), stream.at(after)
    if following in words.counted or before in words.not_year_after:
        return False
    if stream.glued(index) and before not in DASHES | {"(", "'", "‘", "’", '"', "“", "[", "/"}:
        return False
    if (stream.glued(after) and following in ("%", "°", "'", ":", "x", "m")) or following in words.units:
        return False
    if stream.at(after) in DASHES and stream.glued(after) and stream.at(after + 1) in words.units:
        return False
    if before in words.lists["weak_before_year"] and counts(stream, after):
        return False
    if before in words.prepositions or paired or before in DASHES:
        return year in _MODERN or before in ("in", "of", "since", "from", "until", "after", "before", "by")
    return 1700 <= year <= 2100 and (before in ("(", "[") or (year >= 1800 and not counts(stream, after)))


def counts(stream: Stream, after: int) -> bool:
    """Whether a lower-case plural noun follows, so that the number counts it."""
    word = stream.at(after)
    if word in stream.words.counted:
        return True
    if stream.is_mark(after) or stream.capital(after) or word in stream.words.prepositions or word == "'s":
        return False
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in ("was", "has", "does")
