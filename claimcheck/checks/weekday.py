"""A weekday does not fit its date.

What it does
    Works out the weekday of each full date, or of a date without a year from the article's own date.

Why it matters
    Readers turn up on the wrong day; it is also the surest sign that a date was copied from last year's
    notice.

Example
    Wrong: Rehearsals begin on Thursday, 9 October 2020.
    Right: Rehearsals begin on Friday, 9 October 2020.

What it leaves alone
    Dates before 1753; dates without a year in an article that has no date.

Source
    The Gregorian calendar.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claimcheck.checks.concern import Concern
from claimcheck.lexicon import load
from claimcheck.relations import Facts, Relations
from claimcheck.relations.dates import Day
from claimcheck.relations.working import Working

CODE = "CC501"
NAME = "weekday"
FAMILY = "date"
SEVERITY = "error"
NEEDS = ("days",)

_GREGORIAN = 1753
_HALF_YEAR = 183


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Dates whose printed weekday the calendar does not give."""
    for day in relations.days:
        if day.weekday is None or not (when := _date(facts, day)) or when.weekday() == day.weekday:
            continue
        span = facts.tokens.span(day.first, day.last)
        names = load("words")["weekdays"]
        printed = facts.article.words(*span)
        working = Working((f"{when.day} {when:%B} {when.year}",), "{0} is a {expected}, not a {stated}",
                          names[when.weekday()].title(), names[day.weekday].title())  # fmt: skip
        yield Concern(
            span, f"Do the weekday and the date fit in “{printed}”?", working, sure=day.year is not None
        )


def _date(facts: Facts, day: Day) -> date | None:
    published = facts.article.published
    if day.year is not None:
        return _safe(day.year, day) if day.year >= _GREGORIAN else None
    if published is None:
        return None
    near = [_safe(year, day) for year in (published.year - 1, published.year, published.year + 1)]
    return next((d for d in near if d and abs((d - published).days) <= _HALF_YEAR), None)


def _safe(year: int, day: Day) -> date | None:
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None
