"""A date that no calendar has.

What it does
    Finds days that their month does not have, and 29 February in a year that has none.

Why it matters
    The day or the month is wrong, and nobody can tell which from the page.

Example
    Wrong: The lease runs out on 31 September.
    Right: The lease runs out on 30 September.

What it leaves alone
    Months with a number that is no day: `May 1968`, `March 40 miles`.

Source
    The Gregorian calendar.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern
from claimcheck.relations import Facts, Relations
from claimcheck.relations.working import Working

CODE = "CC502"
NAME = "impossible-date"
FAMILY = "date"
SEVERITY = "error"
NEEDS = ("days",)

_LEAP_YEAR = 2000
_FEBRUARY = 2
_OF_30_DAYS = (4, 6, 9, 11)
_LAST_DAY = 31  # above it, the number is likelier no day at all


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Days beyond the end of their month."""
    for day in relations.days:
        longest = _length(day.year or _LEAP_YEAR, day.month)
        if longest < day.day <= _LAST_DAY:
            span = facts.tokens.span(day.first, day.last)
            printed = facts.article.words(*span)
            working = Working((printed,), "the month has {expected} days", str(longest))
            yield Concern(span, f"Which day is meant by “{printed}”?", working)


def _length(year: int, month: int) -> int:
    """The days of a month; `calendar`, which knows it too, takes 1 ms to load."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 + leap if month == _FEBRUARY else 30 if month in _OF_30_DAYS else 31
