"""A stated percentage change does not follow from the two figures.

What it does
    Recomputes the change from the figures before and after, and compares it with the percentage in the
    text.

Why it matters
    The commonest arithmetic slip in news: the ratio is printed as the rise (100 points too many), or the
    change is counted from the wrong end.

Example
    Wrong: The choir's membership grew 175%, to 70 singers from 40.
    Right: The choir's membership grew 75%, to 70 singers from 40.

What it leaves alone
    Changes that fit once every figure is read as loosely as it is written; pairs whose order the text
    leaves open, if either order fits; pairs of percentages (CC402).

Source
    Nuijten and Epskamp, statcheck: recompute, forgive rounding, show the sum. Gibson, copydesk.org on
    numeracy.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.decimals import is_multiple
from claimcheck.intervals import Interval, exactly, percent_change
from claimcheck.model import Figure
from claimcheck.relations import Change, Facts, Relations
from claimcheck.relations.changes import ends_of
from claimcheck.relations.reading import amounts_of, interval
from claimcheck.relations.working import Working, number, signed
from claimcheck.values import replace

CODE = "CC401"
NAME = "percent-change"
FAMILY = "arithmetic"
SEVERITY = "error"
NEEDS = ("changes",)

_LOOSE = Decimal("0.02")
_APART = 2  # points


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Changes whose stated percentage no values of the two figures can give."""
    for change in relations.changes:
        amount = change.amount
        if amount is None or amount.kind not in ("percent", "ratio"):
            continue
        if change.before.kind == "percent" and not _is_fraction(facts, change, amount):
            continue
        if change.times or facts.word(amount.last) == "as":
            continue
        before, after = ends_of(facts, change)
        if before.low <= 0 or after.low < 0 or not change.direction:
            continue
        stated = _as_printed(amount) if change.loose else _stated(facts, amount)
        changes = [_signed(percent_change(before, after), change)]
        if not change.ordered:
            changes.append(_signed(percent_change(after, before), change))
        if not any(stated.meets(computed) for computed in changes):
            yield _concern(facts, change, amount, stated)
        elif _is_of_wrong_end(change, amount):
            yield _concern(facts, replace(change, loose=True), amount, stated)


def _is_of_wrong_end(change: Change, amount: Figure) -> bool:
    """`$4.8 million, 17 percent more than the $4 million`: 20 as printed, 17 of the later figure."""
    if any(f.modifier != "exact" or f.low != f.high for f in (amount, change.before, change.after)):
        return False
    first, second = amounts_of(change.before, change.after)
    if amount.kind != "percent" or amount.low is None or not change.ordered or min(first, second) <= 0:
        return False
    true, other = (abs(second - first) * 100 / base for base in (first, second))
    return is_multiple(true, 1) and abs(true - amount.low) > _APART and amount.low == round(other)


def _is_fraction(facts: Facts, change: Change, amount: Figure) -> bool:
    """`from 6 percent to 9 percent, a rise of a half`; `raised by a quarter, to 4.75` is of a point."""
    first, second = amounts_of(change.before, change.after)
    told = facts.word(amount.first - 1) in ("of", "by")
    return told and amount.kind == "ratio" and abs(first - second) != amount.low


def _stated(facts: Facts, amount: Figure) -> Interval:
    stated = interval(facts, amount)
    if amount.kind == "ratio":
        stated = (stated * exactly(100)).widen(Decimal("0.08"))
    half = amount.grain / 2 if amount.kind == "percent" else Decimal(0)
    return Interval(stated.low - half, stated.high + half)


def _as_printed(amount: Figure) -> Interval:
    """What the amount says without its modifier, in per cent."""
    printed = (amount.low if amount.low is not None else amount.high) or Decimal(0)
    return exactly(printed * (100 if amount.kind == "ratio" else 1)).widen(_LOOSE)


def _signed(computed: Interval, change: Change) -> Interval:
    return exactly(-1) * computed if change.direction == "fall" else computed


def _concern(facts: Facts, change: Change, amount: Figure, stated: Interval) -> Concern:
    first, second = change.before, change.after
    low, high = amounts_of(first, second)
    ratio = high / low
    expected = (ratio - 1) * 100
    sign = "−" if change.direction == "fall" else "+"
    printed = shown(facts, amount)
    terms = (shown(facts, first), shown(facts, second))
    working = Working(terms, "{0} to {1} is {expected}, not {stated}", signed(expected), sign + printed,
                      f"the ratio is {number(ratio)}")  # fmt: skip
    return Concern(
        span_of(amount),
        _question(printed, ratio, stated),
        working,
        (amount, first, second),
        sure=not change.loose,
    )


def _question(printed: str, ratio: Decimal, stated: Interval) -> str:
    if stated.holds(ratio * 100) or stated.holds(Decimal(round(ratio * 100))):
        return f"Is {printed} the ratio of the two figures rather than the change?"
    if ratio and stated.holds(abs(1 / ratio - 1) * 100):
        return f"Is {printed} counted from the later figure rather than the earlier one?"
    return f"Does {printed} fit the two figures it stands with?"
