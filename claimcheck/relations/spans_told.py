"""A stated span of time with what lies between its ends, in one unit."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.intervals import Interval
from claimcheck.model import Span, Time
from claimcheck.relations.dates import dated, place_of, year_of
from claimcheck.relations.facts import Facts
from claimcheck.values import frozen


@frozen
class Elapsed:
    """A span at `span` is `stated` as so many `unit`; what lies between its ends is `expected`."""

    span: Span
    stated: Interval
    expected: Interval
    unit: str
    terms: tuple[str, str]
    places: tuple[Span, ...]


def years_between(span: Span, stated: Interval, slack: int, first: Time, second: Time) -> Elapsed | None:
    """The span between two years, in either order, that may be `slack` years off; None in one year."""
    begin, end = year_of(first), year_of(second)
    if begin >= end:
        begin, end, first, second = end, begin, second, first
    if begin == end:
        return None
    return between(span, stated, begin, end, slack, (place_of(first), place_of(second)))


def between(
    span: Span, stated: Interval, begin: int, end: int, slack: int, places: tuple[Span, ...]
) -> Elapsed:
    """The span from year `begin` to year `end`, that may be `slack` years off."""
    expected = Interval(Decimal(end - begin - slack), Decimal(end - begin + slack))
    return Elapsed(span, stated, expected, "years", (str(begin), str(end)), places)


def to_now(facts: Facts, span: Span, stated: Interval, time: Time, slack: int) -> Elapsed | None:
    """The span from a year to the article's own, where that is known and later."""
    published = facts.article.published
    if published is None or published.year <= year_of(time):
        return None
    return between(span, stated, year_of(time), published.year, slack, (place_of(time),))


def told_before(facts: Facts, sentence: int) -> list[Time]:
    """The dates with a year in the sentence before."""
    return dated(facts, sentence - 1) if sentence else []
