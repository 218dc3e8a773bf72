"""A figure lies on the wrong side of `more than` or `nearly`.

What it does
    Where a rounded figure is followed by the exact one, tests whether the word before it (more than,
    nearly, at most, just under) holds.

Why it matters
    The word was right for an earlier figure. It is the first thing that a reader who does know will see.

Example
    Wrong: More than 70,000 bees, or 68,300, were counted in the hive.
    Right: Nearly 70,000 bees, or 68,300, were counted in the hive.

What it leaves alone
    Two figures that are not given for one thing in so many words.

Source
    The New York Times manual on "some", "about" and "more than"; corrections columns.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, shown, span_of_twin
from claimcheck.figures.conversion import convert
from claimcheck.intervals import Interval, exactly
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations, Twin
from claimcheck.relations.reading import alike, interval, side_of
from claimcheck.relations.working import Working

CODE = "CC108"
NAME = "rounding-word"
FAMILY = "figure"
SEVERITY = "error"
NEEDS = ("twins", "bounded")

_APART = 3


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Rounded figures whose exact twin lies outside what the modifier allows."""
    for twin in (*relations.twins, *relations.bounded):
        first, second = twin.first, twin.second
        if first.modifier == "exact" or second.low is None or side_of(facts, first) == "near":
            continue
        exact = _in_unit_of(facts, first, second)
        if twin.how == "or" and exact and not _of_one_size(first, exact):
            continue
        if exact and not _allowed(facts, first).meets(exact):
            yield _concern(facts, twin)


def _of_one_size(first: Figure, exact: Interval) -> bool:
    """Whether one figure may round the other: `£600m, or £9 a household` says another thing."""
    printed = first.low if first.low is not None else first.high
    return printed is not None and printed <= exact.high * _APART and exact.low <= printed * _APART


def _allowed(facts: Facts, first: Figure) -> Interval:
    """What `nearly 10 tonnes` or `just over £5` allows once the exact figure stands beside it."""
    allowed, side = interval(facts, first), side_of(facts, first)
    if side == "below" and first.high is not None:
        return Interval(allowed.low, min(allowed.high, first.high))
    if side == "above" and first.low is not None:
        return Interval(max(allowed.low, first.low), allowed.high)
    return allowed


def _in_unit_of(facts: Facts, first: Figure, second: Figure) -> Interval | None:
    """What `second` may stand for, in the unit of `first`; None where they measure different things."""
    if alike(first, second):
        return interval(facts, second)
    if second.kind == "age" and first.kind == "count" and facts.word(second.last) == ")":
        return exactly(second.low or 0)
    if second.kind == "count" and second.unit is None and first.kind in ("duration", "measure"):
        return interval(facts, second)
    if first.kind == second.kind == "duration" and first.unit and second.unit:
        value = interval(facts, second)
        return Interval(*(convert(end, second.unit, first.unit) for end in value))
    return None


def _concern(facts: Facts, twin: Twin) -> Concern:
    first, second = facts.text(twin.first), shown(facts, twin.second)
    working = Working((second,), "{0} is not “{stated}”", "", first)
    question = f"Is {second} really “{first}”?"
    return Concern(span_of_twin(facts, twin.first, twin.second), question, working, (twin.first, twin.second))
