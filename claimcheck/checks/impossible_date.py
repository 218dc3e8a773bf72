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

from calendar import monthrange
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
_LAST_DAY = 31  # above it, the number is likelier no day at all


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Days beyond the end of their month."""
    for day in relations.days:
        longest = monthrange(day.year or _LEAP_YEAR, day.month)[1]
        if longest < day.day <= _LAST_DAY:
            span = facts.tokens.span(day.first, day.last)
            printed = facts.article.words(*span)
            working = Working((printed,), "the month has {expected} days", str(longest))
            yield Concern(span, f"Which day is meant by “{printed}”?", working)
