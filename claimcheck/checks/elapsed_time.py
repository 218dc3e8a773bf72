"""A span of years does not fit the years at its ends.

What it does
    Subtracts the years, dates or hours that a sentence names and compares the result with `36 years later`,
    `for nine years`, `the 50th anniversary`, `from 9am to noon, three hours`.

Why it matters
    Spans are worked out from memory, and survive when a story is run again a year later.

Example
    Wrong: The tram line was torn up in 1957. Now, 54 years later, in 2021, rails are being laid again.
    Right: The tram line was torn up in 1957. Now, 64 years later, in 2021, rails are being laid again.

What it leaves alone
    A year more or less, since the months are not known; anniversaries one year off; a day or half a week
    where days are counted, and what whole hours round away.

Source
    copydesk.org on numeracy.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern
from claimcheck.relations import Facts, Relations
from claimcheck.relations.spans_told import Elapsed
from claimcheck.relations.working import Working, number

CODE = "CC504"
NAME = "elapsed-time"
FAMILY = "date"
SEVERITY = "error"
NEEDS = ("elapsed",)

_HOUR = 60


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Spans of time that their ends do not leave."""
    for elapsed in relations.elapsed:
        if not elapsed.stated.meets(elapsed.expected):
            yield _concern(facts, elapsed)


def _concern(facts: Facts, elapsed: Elapsed) -> Concern:
    stated = facts.article.words(*elapsed.span)
    working = Working(elapsed.terms, "{0} to {1} is {expected}, not {stated}", _middle(elapsed), stated)
    question = f"Does “{stated}” fit {elapsed.terms[0]} and {elapsed.terms[1]}?"
    figures = facts.figures_in(elapsed.span)
    return Concern(elapsed.span, question, working, figures, places=elapsed.places)


def _middle(elapsed: Elapsed) -> str:
    """What lies between the ends: `64 years`, `3 hours 30 minutes`."""
    size = (elapsed.expected.low + elapsed.expected.high) / 2
    if elapsed.unit != "minutes" or size < _HOUR:
        return f"{number(size)} {elapsed.unit}"
    hours, minutes = divmod(size, _HOUR)
    told = "1 hour" if hours == 1 else f"{number(hours)} hours"
    return told + (f" {number(minutes)} minutes" if minutes else "")
