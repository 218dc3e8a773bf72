"""A range whose low end is above its high end.

What it does
    Compares the two ends of `between A and B` and `aged A to B` as they are written.

Why it matters
    The ends were swapped, or one of them lost a digit or a scale word.

Example
    Wrong: Divers counted between 220 and 170 seals on the sandbank.
    Right: Divers counted between 170 and 220 seals on the sandbank.

What it leaves alone
    Scores, votes, changes over time, hours of the day.

Source
    copydesk.org on numeracy.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern
from claimcheck.relations import Facts, Relations
from claimcheck.relations.ranges import WrittenRange
from claimcheck.relations.working import Working, number

CODE = "CC101"
NAME = "inverted-range"
FAMILY = "figure"
SEVERITY = "error"
NEEDS = ("ranges",)

_THOUSAND = 1000  # from here on a number is written with its noughts or with its own scale word


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Ranges that run backwards."""
    for found in relations.ranges:
        low, high = found.low.value, found.high.value
        if low is not None and high is not None and found.between and _falls(found, low, high):
            span = facts.tokens.span(found.first, found.last)
            working = Working((number(low), number(high)), "{0} is more than {1}", "")
            yield Concern(span, "Which end of the range is the lower one?", working, facts.figures_in(span))


def _falls(found: WrittenRange, low: Decimal, high: Decimal) -> bool:
    """Whether the first end is the larger, with the second one's scale if it goes with it."""
    if found.low.scale < found.high.scale:
        return low > high / found.high.scale and low < _THOUSAND and not found.signed
    return low > high and (low >= found.high.scale or found.low.form == "fraction")
