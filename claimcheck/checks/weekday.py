"""A weekday does not fit its date.

What it does
    Works out the weekday of each full date, or of a date without a year from the article's own date or
    from a year just before; of two dates of one month without a year, whether both weekdays can hold.

Why it matters
    Readers turn up on the wrong day; it is also the surest sign that a date was copied from last year's
    notice.

Example
    Wrong: Rehearsals begin on Thursday, 9 October 2020.
    Right: Rehearsals begin on Friday, 9 October 2020.

What it leaves alone
    Dates before 1753; a lone date without a year in an article that has no date.

Source
    The Gregorian calendar.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claimcheck.checks.concern import Concern
from claimcheck.lexicon import load
from claimcheck.relations import Facts, Relations
from claimcheck.relations.dates import Day, dated, day_of
from claimcheck.relations.facts import listed
from claimcheck.relations.working import Working

CODE = "CC501"
NAME = "weekday"
FAMILY = "date"
SEVERITY = "error"
NEEDS = ("days",)

_GREGORIAN = 1753
_HALF_YEAR = 183
_FEW = 4  # dates before one that it is held against


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Dates whose printed weekday the calendar, or another date of the text, does not give."""
    days: list[Day] = []
    for day in relations.days:
        when = _date(facts, day, days) if day.weekday is not None else None
        if day.weekday is None or when is None or when.weekday() == day.weekday:
            if day.weekday is not None and when is None and day.year is None:
                yield from _beside(facts, days, day)
            days.append(day)
            continue
        span = facts.tokens.span(day.first, day.last)
        names = load("words")["weekdays"]
        printed = facts.article.words(*span)
        working = Working((f"{when.day} {when:%B} {when.year}",), "{0} is a {expected}, not a {stated}",
                          names[when.weekday()].title(), names[day.weekday].title())  # fmt: skip
        yield Concern(
            span, f"Do the weekday and the date fit in “{printed}”?", working, sure=day.year is not None
        )


def _beside(facts: Facts, days: list[Day], day: Day) -> Iterator[Concern]:
    """`Sunday, 6 May … Sunday, 19 May`: two weekdays that cannot both be right in one year."""
    near = [d for d in days[-_FEW:] if d.weekday is not None and _is_near(facts, d, day)]
    if not near or day.weekday is None or any(_fit(d, day) for d in near):
        return
    first = near[-1]
    weekdays = load("words")["weekdays"]
    names = [weekdays[d.weekday or 0].title() for d in (first, day)]
    expected = weekdays[((first.weekday or 0) + day.day - first.day) % 7].title()
    span, other = facts.tokens.span(day.first, day.last), facts.tokens.span(first.first, first.last)
    terms = (names[0], str(first.day), str(day.day))
    working = Working(terms, "if {1} is a {0}, {2} is a {expected}, not a {stated}", expected, names[1])
    question = f"Can both weekdays be right in “{facts.article.words(*span)}”?"
    yield Concern(span, question, working, places=(other,), sure=False)


def _is_near(facts: Facts, first: Day, second: Day) -> bool:
    """Whether two days are of one month, in one sentence or the next."""
    sentence = facts.tokens.sentence
    return first.month == second.month and sentence[second.first] - sentence[first.first] <= 1


def _fit(first: Day, second: Day) -> bool:
    weekdays = (second.weekday or 0) - (first.weekday or 0)
    return (second.day - first.day - weekdays) % 7 == 0


def _date(facts: Facts, day: Day, days: list[Day]) -> date | None:
    published = facts.article.published
    if day.year is not None:
        return _safe(day.year, day) if day.year >= _GREGORIAN else None
    years = [d.year for d in days[-_FEW:] if d.year is not None and _is_near(facts, d, day)]
    if years:
        return _safe(years[-1], day)  # `Saturday, 5 August 2023 … Sunday, 6 August`
    if facts.word(day.first - 1) in listed("calendar", "following"):
        return _after_year(facts, day)
    if published is None:
        return None
    near = [_safe(year, day) for year in (published.year - 1, published.year, published.year + 1)]
    return next((d for d in near if d and abs((d - published).days) <= _HALF_YEAR), None)


def _after_year(facts: Facts, day: Day) -> date | None:
    """`last seen on 9 March 2019 … on the following Tuesday, 12 March`: in the year told just before."""
    sentence = facts.tokens.sentence[day.first]
    told = [t for s in (sentence - 1, sentence) if s >= 0 for t in dated(facts, s) if t.last <= day.first]
    before = day_of(told[-1]) if told else None
    when = _safe(before.year, day) if before and before.year >= _GREGORIAN else None
    return when if before and when and when > before else None


def _safe(year: int, day: Day) -> date | None:
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None
