"""A span of years does not fit the years at its ends.

What it does
    Subtracts the years, days or clock times that a sentence names and compares the result with `36 years
    later`, `for nine years`, `the 50th anniversary`, `three weeks later`, `40 minutes apart`.

Why it matters
    Spans are worked out from memory, and survive when a story is run again a year later.

Example
    Wrong: The tram line was torn up in 1957. Now, 54 years later, in 2021, rails are being laid again.
    Right: The tram line was torn up in 1957. Now, 64 years later, in 2021, rails are being laid again.

What it leaves alone
    A year more or less, since the months are not known; anniversaries one year off; a day more or less, and
    spans of weeks and hours that are rounded.

Source
    copydesk.org on numeracy.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.decimals import is_multiple
from claimcheck.intervals import Interval
from claimcheck.relations import Facts, Lapse, Relations
from claimcheck.relations.dates import figures_of_years
from claimcheck.relations.elapsed import Elapsed
from claimcheck.relations.reading import interval
from claimcheck.relations.working import Working, number

CODE = "CC504"
NAME = "elapsed-time"
FAMILY = "date"
SEVERITY = "error"
NEEDS = ("elapsed", "lapses")

_EXACT = 20  # up to here a span is not rounded
_DECADE = 5


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Spans of years more than a year off."""
    for elapsed in relations.elapsed:
        years = elapsed.end - elapsed.begin
        whole = elapsed.stated.low > _EXACT and is_multiple(elapsed.stated.low, 10)
        slack = _DECADE if whole and "decade" in _text(facts, elapsed) else 1
        if not elapsed.stated.meets(Interval(Decimal(years - slack), Decimal(years + slack))):
            yield _concern(facts, elapsed, years)
    for lapse in relations.lapses:
        if not interval(facts, lapse.span).meets(lapse.actual):
            yield _lapsed(facts, lapse)


def _text(facts: Facts, elapsed: Elapsed) -> str:
    return facts.article.words(*elapsed.span)


def _concern(facts: Facts, elapsed: Elapsed, years: int) -> Concern:
    terms = (str(elapsed.begin), str(elapsed.end))
    working = Working(
        terms, "{0} to {1} is {expected} years, not {stated}", str(years), _text(facts, elapsed)
    )
    question = f"Does “{_text(facts, elapsed)}” fit {terms[0]} and {terms[1]}?"
    ends = figures_of_years(facts, elapsed.sentence, elapsed.begin, elapsed.end)
    return Concern(elapsed.span, question, working, (*facts.figures_in(elapsed.span), *ends))


def _lapsed(facts: Facts, lapse: Lapse) -> Concern:
    stated = shown(facts, lapse.span)
    ends = tuple(facts.article.words(time.start, time.end) for time in (lapse.first, lapse.second))
    middle = number((lapse.actual.low + lapse.actual.high) / 2, 1)
    working = Working(ends, "{0} to {1} is {expected}, not {stated}", f"{middle} {lapse.span.unit}", stated)
    question = f"Does “{stated}” fit {ends[0]} and {ends[1]}?"
    return Concern(span_of(lapse.span), question, working, (lapse.span,))
