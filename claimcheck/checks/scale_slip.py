"""Million and billion stand at the two ends of one change.

What it does
    Finds changes whose ends are alike but for the scale word: from $4.2 million to $4.6 billion.

Why it matters
    The commonest slip of all in corrections columns, seventeen of seventy-two in one sample, and invisible
    to a speller.

Example
    Wrong: The ministry's budget will rise from $4.2 million to $4.6 billion.
    Right: The ministry's budget will rise from $4.2 billion to $4.6 billion.

What it leaves alone
    Changes with a stated amount (CC401 recomputes those); ends whose digits differ by more than half.

Source
    Maier, Accuracy matters, on numerical errors in newspapers; copydesk.org on numeracy.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.intervals import Interval
from claimcheck.relations import Change, Facts, Relations
from claimcheck.relations.working import Working, number

CODE = "CC412"
NAME = "scale-slip"
FAMILY = "arithmetic"
SEVERITY = "warning"
NEEDS = ("changes",)

_ALIKE = Interval(Decimal("0.3"), Decimal("3.3"))
_MANY = 100  # `a thousandfold`
_SCALES = (Decimal(1000), 1 / Decimal(1000), Decimal(1000000))


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Changes by about a thousand with nothing said of it."""
    for change in relations.changes:
        before, after = change.before.low, change.after.low
        if not before or not after or _told(change) or _of_two(facts, change):
            continue
        ratio = after / before
        if any(_ALIKE.holds(ratio / scale) for scale in _SCALES):
            terms = (shown(facts, change.before), shown(facts, change.after))
            working = Working(terms, "{1} is {expected} times {0}", number(ratio, 3))
            figures = (change.before, change.after)
            yield Concern(
                span_of(*figures), "Million or billion: do both ends use the same scale?", working, figures
            )


def _told(change: Change) -> bool:
    """Whether the text says by how much, or the ends are measured in two units; `doubled` says too little."""
    amount = change.amount
    if amount is not None and (amount.kind != "multiplier" or (amount.low or 0) >= _MANY):
        return True
    return change.before.kind == "measure" and change.before.unit != change.after.unit


def _of_two(facts: Facts, change: Change) -> bool:
    """`from €500 for a school garden to €1.2 million for a pool`: each end is of something else."""
    first, second = sorted((change.before, change.after), key=lambda figure: figure.first)
    return facts.word(first.last) == facts.word(second.last) == "for"
