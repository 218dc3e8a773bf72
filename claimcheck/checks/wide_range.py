"""A range so wide that it says little.

What it does
    Finds ranges whose width is more than twice their low end.

Why it matters
    Seven to 25 thousand is not a finding but a shrug; the reader should be told why nobody knows.

Example
    Wrong: Between 4,000 and 13,000 geese winter on the lake.
    Right: Between 4,000 and 9,000 geese winter on the lake, by a count from the air.

What it leaves alone
    Ranges of small numbers, ages and percentages.

Source
    Every Casualty, standards for recording: publish minimum and maximum, and say why they lie apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, span_of
from claimcheck.relations import Facts, Relations
from claimcheck.relations.working import Working, number

CODE = "CC104"
NAME = "wide-range"
FAMILY = "figure"
SEVERITY = "advice"
NEEDS = ("modifier range",)

_LEAST = 10


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Ranges more than twice as wide as their low end."""
    for claim in facts.claims:
        figure = claim.figure
        if figure.modifier != "range" or figure.kind not in ("count", "money", "measure"):
            continue
        if figure.low is None or figure.high is None or figure.low < _LEAST:
            continue
        if figure.high - figure.low > 2 * figure.low:
            working = Working((number(figure.low), number(figure.high)), "{1} is {expected} times {0}",
                              number(figure.high / figure.low, 1))  # fmt: skip
            yield Concern(
                span_of(figure), "Does the article say why the ends lie so far apart?", working, (figure,)
            )
