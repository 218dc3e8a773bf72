"""Years: `1998`, `1914–18`, `490 BC`, `fiscal 1989`, and numbers that look like one."""

from __future__ import annotations

from claimcheck.times.meanings import Calendar, Expression, Part
from claimcheck.times.spelled import year_at
from claimcheck.times.stream import DASHES, Stream

_MODERN = range(1400, 2100)


def match_year(stream: Stream, index: int) -> list[Expression]:
    """A year on its own, with a second one joined to it: `1914–18`."""
    found = year_at(stream, index)
    if not found or not stream.together(index, found[0]):
        return []
    after, year = found
    if stream.at(after) == "s" and stream.glued(after):  # `'80s`
        return []
    joined = _joined_year(stream, after, year)
    if not (after > index + 1 or _reads_as_year(stream, index, after, year, bool(joined))):
        return []
    era_of_pair = joined[0].meaning if joined else None
    if isinstance(era_of_pair, Calendar) and era_of_pair.year and era_of_pair.year < 0:
        year = -abs(year)
    return [Expression(index, after, "year", Calendar(year)), *joined]


def match_short_year(stream: Stream, index: int) -> list[Expression]:
    """Three-digit years where the era is written or follows in a pair: `490 BC`, `499–493 BC`."""
    year = stream.number(index, 1, 999)
    if not year:
        return []
    joined = _joined_year(stream, index + 1, year)
    if joined and isinstance(joined[0].meaning, Calendar) and (joined[0].meaning.year or 0) < 0:
        return [Expression(index, index + 1, "year", Calendar(-year)), *joined]
    return []


def match_fiscal_or_quarter(stream: Stream, index: int) -> list[Expression]:
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
        back = 2 if stream.at(index - 2) in stream.words.lists["kinds_of_year"] else 1
        back += stream.at(index - back - 1) == "the" and back == 2 and stream.at(index - 2) != "the"
        return [Expression(index - back, index + 1, "year.fiscal", Calendar(year))]
    return []


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


def _reads_as_year(stream: Stream, index: int, after: int, year: int, paired: bool) -> bool:
    """Whether a bare four-digit number is a year and not a count, a model or a street number."""
    words, before = stream.words, stream.before(index)
    if before in ("early", "late", "fy"):
        return True
    if _is_quantity(stream, index, after) or (stream.glued(index) and not _opens_year(stream, index)):
        return False
    if index > 1 and stream.at(index - 2) == "q" and stream.glued(index - 1):  # `Q2 2021 results`
        return True
    round_number = year % 10 == 0 or not 1900 <= year <= 2035
    if (
        round_number
        and before in words.lists["weak_before_year"]
        and not _of_a_part(stream, index)
        and counts(stream, after)
    ):
        return False
    if before in words.prepositions or paired or before in DASHES:
        return year in _MODERN or before in words.lists["before_old_year"]
    return 1700 <= year <= 2100 and (
        before in ("(", "[") or (year >= 1800 and not (round_number and counts(stream, after)))
    )


def _is_quantity(stream: Stream, index: int, after: int) -> bool:
    """What stands round the number counts or measures with it: `2000 homes`, `more than 2000`."""
    words, before, following = stream.words, stream.before(index), stream.at(after)
    if following in words.counted or before in words.not_year_after or following in words.units:
        return True
    if before == "than" and stream.at(index - 2) in words.lists["comparing"]:
        return True
    if before in words.lists["weak_before_count"] and not stream.is_mark(after):
        return True
    if not stream.glued(after):
        return False
    unit = following in DASHES and stream.at(after + 1) in words.units
    ratio = following == ":" and stream.glued(after + 1)
    return unit or ratio or following in ("%", "°", "'", "x", "m")


def _opens_year(stream: Stream, index: int) -> bool:
    """Whether a number that touches what stands before may be a year: `post-1945`, not `555-1998`."""
    before = stream.at(index - 1)
    if before not in DASHES:
        return before in ("(", "[", "/", "'", "‘", "’", '"', "“")
    part = stream.tokens.text[index - 2] if index > 1 else ""
    return not part.isupper() and (not part.isdigit() or len(part) == 4)


def _of_a_part(stream: Stream, index: int) -> bool:
    """`the end of 2001`, `the first half of 2001`."""
    words, part = stream.words, stream.at(index - 2)
    named = part in words.edges or part in words.units or part in words.seasons or part in words.months
    return stream.at(index - 1) == "of" and (named or part == "half")


def counts(stream: Stream, after: int) -> bool:
    """Whether a lower-case plural noun follows, so that the number counts it."""
    word = stream.at(after)
    if word in stream.words.counted:
        return True
    if stream.is_mark(after) or stream.capital(after) or word in stream.words.prepositions or word == "'s":
        return False
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in ("was", "has", "does")
