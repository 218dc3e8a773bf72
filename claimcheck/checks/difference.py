"""A stated difference is not the difference of the two figures.

What it does
    Subtracts the two figures of a change, a vote, a gap or a saving, and compares the result with the one
    printed.

Why it matters
    Two digits change places in typing, and a margin is copied from an earlier count.

Example
    Wrong: The bakers' union won by 254 votes, taking 6,480 to the millers' 6,266.
    Right: The bakers' union won by 214 votes, taking 6,480 to the millers' 6,266.

What it leaves alone
    Differences that fit once every figure is read as loosely as it is written.

Source
    Kansas University editing course: do the sum whenever two figures meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.intervals import Interval, exactly
from claimcheck.model import Figure
from claimcheck.relations import Change, Facts, Relations
from claimcheck.relations.reading import interval
from claimcheck.relations.working import Working, number

CODE = "CC410"
NAME = "difference"
FAMILY = "arithmetic"
SEVERITY = "error"
NEEDS = ("changes", "gaps")


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Stated differences that no values of the two figures can give."""
    for change in (*relations.changes, *relations.gaps):
        amount = change.amount
        if (
            amount is None
            or amount.modifier == "range"
            or amount.kind not in ("count", "money", "measure", "duration", "points")
        ):
            continue
        if amount.kind == "points" and change.direction:
            continue
        difference = interval(facts, change.after) - interval(facts, change.before)
        sizes = (difference, exactly(-1) * difference)
        stated = interval(facts, amount)
        if stated.low > 0 and not any(stated.meets(size) for size in sizes):
            yield _concern(facts, change, stated)


def _concern(facts: Facts, change: Change, stated: Interval) -> Concern:
    amount = change.amount
    assert amount is not None
    ends = sorted((change.before, change.after), key=_size, reverse=True)
    terms = (shown(facts, ends[0]), shown(facts, ends[1]))
    expected = number(_size(ends[0]) - _size(ends[1]))
    working = Working(terms, "{0} − {1} = {expected}, not {stated}", expected, shown(facts, amount))
    question = f"Is {shown(facts, amount)} the difference of the two figures?"
    return Concern(span_of(amount), question, working, (amount, *ends))


def _size(figure: Figure) -> Decimal:
    """The end that is printed."""
    return (figure.low if figure.low is not None else figure.high) or Decimal(0)
