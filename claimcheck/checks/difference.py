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
    Differences that fit once every figure is read as loosely as it is written. Where only one of the three
    looks rounded and rounding alone would explain it, the finding is a warning.

Source
    Kansas University editing course: do the sum whenever two figures meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.intervals import Interval
from claimcheck.relations import Change, Facts, Relations
from claimcheck.relations.reading import amounts_of, sizes
from claimcheck.relations.working import Working, spoken

CODE = "CC410"
NAME = "difference"
FAMILY = "arithmetic"
SEVERITY = "error"
NEEDS = ("changes", "gaps")

_ROUND = Decimal("0.06")  # wider than this is a hedge, not rounding


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Stated differences that no values of the two figures can give."""
    told = {
        c.amount.start for c in relations.changes if c.amount and c.before.kind == "percent"
    }  # CC402 asks
    for change in (*relations.changes, *relations.gaps):
        amount = change.amount
        if (
            amount is None
            or amount.modifier == "range"
            or amount.kind not in ("count", "money", "measure", "duration", "points")
        ):
            continue
        if amount.start in told:
            continue
        if change.loose:
            yield _concern(facts, change, sure=False)
            continue
        figures = sizes(facts, change.after, change.before, amount)
        if figures[2].low > 0 and not _fit(*figures):
            yield _concern(facts, change, sure=True)
        elif figures[2].low > 0 and not _fit(*_alike(figures)):
            yield _concern(facts, change, sure=False)


def _fit(after: Interval, before: Interval, stated: Interval) -> bool:
    return stated.meets(after - before) or stated.meets(before - after)


def _alike(figures: tuple[Interval, ...]) -> list[Interval]:
    """The figures, none rounded more than the second finest of them: `61,300, 8,400 short of the 70,000`."""
    halves = [(figure.high - figure.low) / 2 for figure in figures]
    most = sorted(halves)[1]
    return [_narrowed(figure, half, most) for figure, half in zip(figures, halves, strict=True)]


def _narrowed(figure: Interval, half: Decimal, most: Decimal) -> Interval:
    if not most < half <= figure.low * _ROUND:
        return figure
    return Interval(figure.low + half - most, figure.high - half + most)


def _concern(facts: Facts, change: Change, *, sure: bool) -> Concern:
    amount = change.amount
    assert amount is not None
    first, second, _ = amounts_of(change.before, change.after, amount)
    ends = [change.before, change.after] if first > second else [change.after, change.before]
    terms = (shown(facts, ends[0]), shown(facts, ends[1]))
    expected = spoken(abs(first - second))
    working = Working(terms, "{0} − {1} = {expected}, not {stated}", expected, shown(facts, amount))
    question = f"Is {shown(facts, amount)} the difference of the two figures?"
    return Concern(span_of(amount), question, working, (amount, *ends), sure)
