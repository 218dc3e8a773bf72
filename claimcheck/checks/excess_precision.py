"""A percentage has more digits than the figures it was worked out from.

What it does
    Counts the digits of a stated change and of the figures before and after.

Why it matters
    From 45 to 580 is a rise of about 1,190 per cent; the ".8" of 1,188.8 pretends to know 45 to four
    digits.

Example
    Wrong: Cases rose from 45 to 580, up 1,188.8 per cent.
    Right: Cases rose from 45 to 580, almost thirteenfold.

What it leaves alone
    Changes with no more than three digits.

Source
    The Independent, Mea Culpa column; Language Log on spurious precision.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations
from claimcheck.relations.working import Working

CODE = "CC105"
NAME = "excess-precision"
FAMILY = "figure"
SEVERITY = "advice"
NEEDS = ("changes",)

_PLAIN = 3  # digits that nobody minds


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Changes with more digits than their inputs bear."""
    for change in relations.changes:
        amount = change.amount
        if amount is None or amount.kind != "percent" or amount.low is None:
            continue
        inputs = min(_digits(change.before), _digits(change.after))
        digits = _digits(amount)
        if digits > max(_PLAIN, inputs + 1):
            working = Working((str(digits), str(inputs)), "{0} digits from figures of {1}", "")
            question = f"Do the figures bear as many digits as {shown(facts, amount)}?"
            yield Concern(span_of(amount), question, working, (amount, change.before, change.after))


def _digits(figure: Figure) -> int:
    """Significant digits as written."""
    if not figure.low:
        return 0
    return len(str(abs(int(figure.low / figure.grain))).rstrip("0")) or 1
