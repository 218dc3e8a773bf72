"""The parts do not make the total.

What it does
    Adds up the parts of a closed list and compares the sum with the total that the text gives.

Why it matters
    A late change to one figure leaves its companions behind; million and billion change places.

Example
    Wrong: The orchestra owns 41 instruments: 22 violins, 12 horns and five drums.
    Right: The orchestra owns 39 instruments: 22 violins, 12 horns and five drums.

What it leaves alone
    Lists that are open ("including", "among them"), parts of parts ("three of them children"), parts too
    far from the total to be meant as such, unless million and billion would explain it.

Source
    Gibson, copydesk.org: count lists, and check that parts make the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.intervals import Interval, exactly, total
from claimcheck.relations import Facts, Relations, Whole
from claimcheck.relations.reading import interval
from claimcheck.relations.working import Working, number

CODE = "CC403"
NAME = "total"
FAMILY = "arithmetic"
SEVERITY = "error"
NEEDS = ("wholes",)

_CLOSE = Interval(Decimal("0.5"), Decimal(2))  # sum over total: further off, the list is of something else
_SCALES = (Decimal(1000), Decimal(1000000))


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Totals that no values of their parts can make."""
    for whole in relations.wholes:
        stated = interval(facts, whole.total)
        made = total([interval(facts, part) for part in whole.parts])
        if stated.low <= 0 or made.low <= 0 or stated.meets(made):
            continue
        ratio = made / stated
        scale = next((s for s in _SCALES if ratio.meets(exactly(s)) or ratio.meets(exactly(1 / s))), None)
        over = made.low > stated.high and whole.total.kind == "money"
        if scale or (_CLOSE.meets(ratio) and (whole.closed or over)):
            yield _concern(facts, whole, bool(scale))


def _concern(facts: Facts, whole: Whole, scale: bool) -> Concern:
    terms = tuple(shown(facts, part) for part in whole.parts)
    made = sum((part.low or Decimal(0) for part in whole.parts), Decimal(0))
    working = Working(terms, "{sum} = {expected}, not {stated}",
                      _expected(whole, made), shown(facts, whole.total))  # fmt: skip
    question = "Million or billion: do the parts and the total use the same scale?"
    if not scale:
        question = f"Do the parts add up to {shown(facts, whole.total)}?"
    return Concern(span_of(whole.total), question, working, (whole.total, *whole.parts))


def _expected(whole: Whole, made: Decimal) -> str:
    scale = Decimal(10) ** 9 if made >= 10**9 else Decimal(10) ** 6 if made >= 10**6 else Decimal(1)
    names = {Decimal(10) ** 9: " billion", Decimal(10) ** 6: " million"}
    return number(made / scale) + names.get(scale, "")
