"""The first end of a range lacks its thousand, million or billion.

What it does
    Finds ranges with a currency sign on both ends and a scale word on the second only, and counts like
    `200 to 300,000`.

Why it matters
    Read as it stands, `$26 to $31 million` starts at twenty-six dollars.

Example
    Wrong: Insurers value the wreck at between €4 and €9 million.
    Right: Insurers value the wreck at between €4 million and €9 million.

What it leaves alone
    One sign for both ends (`$26-31 million`); ends that carry a scale word each.

Source
    Gibson, copydesk.org on numeracy, gives this very example of lost scale.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern
from claimcheck.relations import Facts, Relations
from claimcheck.relations.ranges import WrittenRange
from claimcheck.relations.working import Working, number

CODE = "CC102"
NAME = "range-scale"
FAMILY = "figure"
SEVERITY = "warning"
NEEDS = ("ranges",)

_THOUSAND = 1000


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Ranges of money with the scale on one end only."""
    for found in relations.ranges:
        low, high = found.low, found.high
        if found.thousands or (
            found.signed
            and high.scale >= _THOUSAND
            and low.scale == 1
            and low.value
            and high.value
            and (low.value < high.value / high.scale or _next_scale(found))
        ):
            span = facts.tokens.span(found.first, found.last)
            ends = [number(end.value or Decimal(0)) for end in (low, high)]
            working = Working((ends[0],), "the low end reads {0}, the high end {expected}",
                              ends[1])  # fmt: skip
            question = "Does the low end lack the scale word of the high end?"
            yield Concern(span, question, working, facts.figures_in(span))


def _next_scale(found: WrittenRange) -> bool:
    """`between $900 and $1.2 billion`, where the low end lost its million."""
    low, high = found.low.value, found.high.value
    if not low or not high or not found.between or found.high.scale < _THOUSAND ** (2 if found.dashed else 3):
        return False
    return _THOUSAND > low >= _THOUSAND / 10 and low * found.high.scale / _THOUSAND < high
