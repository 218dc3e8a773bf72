"""A change between two percentages is given in per cent where it is percentage points.

What it does
    Where a percentage changes into another, compares the stated change with the difference (points) and
    with the relative change (per cent).

Why it matters
    A tax cut from 6 to 4 per cent is a cut of 2 percentage points and of 33 per cent. Readers take the one
    for the other.

Example
    Wrong: The brewery's market share slipped by 5 percent, from 23 percent to 18 percent.
    Right: The brewery's market share slipped by 5 percentage points, from 23 percent to 18 percent.

What it leaves alone
    A per cent figure that is the relative change; two percentages that the text does not tie as before and
    after.

Source
    Washington Post ombudsman, December 2010, on the Post's stylebook; BBC editorial guidance on statistics.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.intervals import HUNDRED, Interval, exactly, percent_change
from claimcheck.model import Figure
from claimcheck.relations import Change, Facts, Relations
from claimcheck.relations.reading import interval, is_points
from claimcheck.relations.working import Working, number
from claimcheck.values import replace

CODE = "CC402"
NAME = "percent-for-points"
FAMILY = "arithmetic"
SEVERITY = "error"
NEEDS = ("changes", "gaps")

_ROUNDED = Decimal("0.5")


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Changes between percentages that are stated in per cent and are not."""
    gaps = (gap for gap in relations.gaps if gap.amount and gap.amount.kind == "percent")
    for change in (*relations.changes, *gaps):
        amount = change.amount
        if (
            amount is None
            or (amount.kind != "percent" and not is_points(amount))
            or change.before.kind != "percent"
        ):
            continue
        before, after = (_rate(facts, end) for end in (change.before, change.after))
        if before.low <= 0:
            continue
        stated = _in_points(_loose(interval(facts, amount), amount), amount)
        difference, relative = _size(after - before), _size(percent_change(before, after))
        if stated.meets(relative if amount.kind == "percent" else difference):
            continue
        yield _concern(facts, change, amount, fits=stated.meets(difference))


def _rate(facts: Facts, figure: Figure) -> Interval:
    """What the percentage may stand for: a tax rate or a share is rounded by less than its last digit."""
    return interval(facts, replace(figure, grain=min(figure.grain, _ROUNDED)))


def _loose(stated: Interval, amount: Figure) -> Interval:
    return Interval(stated.low - amount.grain / 2, stated.high + amount.grain / 2)


def _in_points(stated: Interval, amount: Figure) -> Interval:
    """Basis points as percentage points."""
    return stated / HUNDRED if amount.unit == "basis points" else stated


def _size(change: Interval) -> Interval:
    """The change without its sign."""
    return exactly(-1) * change if change.high < 0 else change


def _concern(facts: Facts, change: Change, amount: Figure, fits: bool) -> Concern:
    first, second = change.before, change.after
    assert first.low and second.low is not None
    points, relative = abs(second.low - first.low), abs(second.low / first.low - 1) * 100
    terms = (shown(facts, first), shown(facts, second))
    expected = f"{number(points, 2)} percentage points, or {number(relative, 0 if relative >= 10 else 1)}%"
    working = Working(terms, "{0} to {1} is {expected}, not {stated}", expected, shown(facts, amount))
    question = f"Does {shown(facts, amount)} fit the two percentages?"
    if fits:
        question = (
            f"Per cent or percentage points: is {shown(facts, amount)} the difference of two percentages?"
        )
    return Concern(span_of(amount), question, working, (amount, first, second), sure=not change.loose)
