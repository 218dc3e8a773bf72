"""Quarters, halves, seasons and numbered weeks of a year."""

from __future__ import annotations

from claimcheck.times import timex
from claimcheck.times.context import Context
from claimcheck.times.meanings import Part
from claimcheck.times.timex import Reading


def read_part(meaning: Part, of: Reading | None, context: Context) -> Reading:
    """The reading of a part of a year; `of` is that of the year where it is said."""
    code = meaning.part
    if code == "Q":
        if not context.quarter or not context.quarter.value:
            return of or Reading("DATE", None)
        code = context.quarter.value[-2:]
    if of is not None:
        return timex.part(of.year, code)
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
