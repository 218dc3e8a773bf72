"""The shares of one whole do not make 100 per cent.

What it does
    Adds the shares of one whole and compares the sum with 100: where the text names what remained
    ("undecided", "others", "the remaining 12%"), both ways; where it lists parts that shut each other out
    (what a thing is made of, rivals, two camps), only above 100.

Why it matters
    One of the shares was mistyped, or a figure from another question slipped in.

Example
    Wrong: In the survey, 54% backed the new coins, 31% opposed them and 25% did not know.
    Right: In the survey, 54% backed the new coins, 31% opposed them and 15% did not know.

What it leaves alone
    Sums within half a point a share of 100; questions with several answers; rates of several places; sums
    below 100 where nothing says that no part is missing.

Source
    AP Stylebook on polls; statcheck on rounding.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.intervals import HUNDRED, Interval, total
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations
from claimcheck.relations.reading import interval
from claimcheck.relations.working import Working, number

CODE = "CC404"
NAME = "shares"
FAMILY = "arithmetic"
SEVERITY = "error"
NEEDS = ("shares",)

_WHOLE = Decimal(100)
_LOOSE = Decimal("0.03")


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Shares of one whole that cannot sum to 100."""
    for shares in relations.shares:
        summed = total([_in_percent(facts, part) for part in shares.parts])
        if summed.holds(_WHOLE) or (summed.high < _WHOLE and not shares.complete):
            continue
        made = sum(((part.low or Decimal(0)) * _hundredths(part) for part in shares.parts), Decimal(0))
        terms = tuple(shown(facts, part) for part in shares.parts)
        working = Working(terms, "{sum} = {expected}%, not 100%",
                          number(made))  # fmt: skip
        question = "Are these the shares of one whole, and do they make 100%?"
        yield Concern(span_of(*shares.parts), question, working, shares.parts, sure=shares.sure)


def _hundredths(part: Figure) -> int:
    return 100 if part.kind == "ratio" else 1


def _in_percent(facts: Facts, part: Figure) -> Interval:
    value = interval(facts, part)
    return (value * HUNDRED).widen(_LOOSE) if part.kind == "ratio" else value
