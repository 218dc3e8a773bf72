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
from claimcheck.relations import Facts, Relations, Twin
from claimcheck.relations.reading import alike, interval, side_of
from claimcheck.relations.working import Working

CODE = "CC108"
NAME = "rounding-word"
FAMILY = "figure"
SEVERITY = "error"
NEEDS = ("twins", "bounded")


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Rounded figures whose exact twin lies outside what the modifier allows."""
    for twin in (*relations.twins, *relations.bounded):
        first, second = twin.first, twin.second
        if not alike(first, second) or first.modifier == "exact" or second.low is None:
            continue
        if side_of(facts, first) != "near" and not interval(facts, first).meets(interval(facts, second)):
            yield _concern(facts, twin)


def _concern(facts: Facts, twin: Twin) -> Concern:
    first, second = facts.text(twin.first), shown(facts, twin.second)
    working = Working((second,), "{0} is not “{stated}”", "", first)
    question = f"Is {second} really “{first}”?"
    return Concern(span_of_twin(facts, twin.first, twin.second), question, working, (twin.first, twin.second))
