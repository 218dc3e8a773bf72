"""The parts do not make the total.

What it does
    Adds up the parts of a closed list and compares the sum with the total that stands before it, after it or
    a sentence away. An item without a number ("a driver") counts as one.

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

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.intervals import Interval, exactly, step, total
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations, Whole
from claimcheck.relations.reading import interval
from claimcheck.relations.working import Working, spoken

CODE = "CC403"
NAME = "total"
FAMILY = "arithmetic"
SEVERITY = "error"
NEEDS = ("wholes",)

_CLOSE = Interval(Decimal("0.5"), Decimal(2))  # sum over total: further off, the list is of something else
_NEAR = Interval(Decimal("0.84"), Decimal("1.2"))  # where only the sum shows that the list is of the total
_COUNTED = ("count", "duration")
_ROUNDED = 1000  # larger totals are rounded to tens
_SCALES = (Decimal(1000), Decimal(1000000))


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Totals that no values of their parts can make."""
    for whole in relations.wholes:
        stated, made = _intervals(facts, whole)
        if (
            stated.low <= 0
            or made.low <= 0
            or _fits(stated, made)
            or _fits_without_last(facts, whole, stated)
        ):
            continue
        ratio = made / stated
        scale = stated.high.is_finite() and next(
            (s for s in _SCALES if ratio.meets(exactly(s)) or ratio.meets(exactly(1 / s))), None
        )
        over = made.low > stated.high and (whole.total.kind == "money" or whole.near)
        each = len(whole.parts) == 1 or whole.total.kind == "money"
        more_than_all = each and any(interval(facts, part).low > stated.high for part in whole.parts)
        if (
            scale
            or whole.slipped
            or more_than_all
            or ((_NEAR if whole.near else _CLOSE).meets(ratio) and (whole.closed or over))
        ):
            yield _concern(facts, whole, bool(scale))


def _fits_without_last(facts: Facts, whole: Whole, stated: Interval) -> bool:
    """`$4bn in 2020, with exports of $2.6bn and imports of $1.4bn, and $5bn in 2021`: the last is more."""
    *parts, last = whole.parts
    more = interval(facts, last).low > stated.high
    return more and len(parts) > 1 and _fits(stated, total([interval(facts, part) for part in parts]))


def _intervals(facts: Facts, whole: Whole) -> tuple[Interval, Interval]:
    """What the total and the sum of the parts may be. Counts listed to the last one are not rounded."""
    figures = (whole.total, *whole.parts)
    singles = exactly(len(whole.singles))
    small = all(
        f.kind == "count" and f.modifier == "exact" and f.low == f.high and (f.low or 0) < _ROUNDED
        for f in figures
    )
    if small and any((f.low or 0) % 10 for f in whole.parts):
        made = sum((part.low or Decimal(0) for part in whole.parts), Decimal(0))
        return exactly(whole.total.low or Decimal(0)), exactly(made) + singles
    return interval(facts, whole.total), total(_of_parts(facts, whole.parts)) + singles


def _of_parts(facts: Facts, parts: Sequence[Figure]) -> list[Interval]:
    """What the parts may be: a list is as precise as its finest figure (`$7 million and $3.5 million`)."""
    finest = min(step(part.low or Decimal(0), part.grain, part.kind in _COUNTED) for part in parts)
    return [
        Interval(part.low - finest / 2, part.low + finest / 2)
        if part.modifier == "exact" and part.low is not None and part.low == part.high
        else interval(facts, part)
        for part in parts
    ]


def _fits(stated: Interval, made: Interval) -> bool:
    """Whether some value lies in both; a bare touch is none, as a half rounds upwards."""
    if (
        stated.low < stated.high
        and made.low < made.high
        and (stated.high == made.low or made.high == stated.low)
    ):
        return False
    return stated.meets(made)


def _concern(facts: Facts, whole: Whole, scale: bool) -> Concern:
    terms = tuple(shown(facts, part) for part in whole.parts)
    terms += tuple(facts.article.text[slice(*single)] for single in whole.singles)
    made = sum((part.low or Decimal(0) for part in whole.parts), Decimal(len(whole.singles)))
    working = Working(terms, "{sum} = {expected}, not {stated}",
                      spoken(made), shown(facts, whole.total))  # fmt: skip
    question = "Million or billion: do the parts and the total use the same scale?"
    if not scale:
        question = f"Do the parts add up to {shown(facts, whole.total)}?"
    figures = (whole.total, *whole.parts)
    if len(terms) == 1:
        question = f"Can {terms[0]} be a part of {shown(facts, whole.total)}?"
        working = Working(terms, "{0} is more than {stated}", "", shown(facts, whole.total))
    return Concern(
        span_of(whole.total),
        question,
        working,
        figures,
        places=whole.singles,
        sure=whole.closed and not whole.near,
    )
