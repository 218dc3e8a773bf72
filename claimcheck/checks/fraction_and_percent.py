"""A fraction and the percentage beside it do not fit.

What it does
    Compares `one in five`, `a third`, `half` with the percentage given for the same thing.

Why it matters
    The fraction was written for the reader's ease and rounds to another value, or comes from an older
    figure.

Example
    Wrong: Three in ten wells (40%) were found to be dry.
    Right: Two in five wells (40%) were found to be dry.

What it leaves alone
    A fraction within a tenth of the percentage; `nearly`, `more than` on the right side.

Source
    BBC editorial guidance on statistics: one way of stating a share, and the same in headline and text.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown, span_of_twin
from claimcheck.intervals import HUNDRED, Interval
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations
from claimcheck.relations.reading import interval
from claimcheck.relations.working import Working, number

CODE = "CC406"
NAME = "fraction-and-percent"
FAMILY = "arithmetic"
SEVERITY = "error"
NEEDS = ("twins",)

_LOOSE = Decimal("0.08")  # `a third` is printed for 31 to 36 per cent


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Twins of fraction and percentage that no value satisfies."""
    for twin in relations.twins:
        kinds = {twin.first.kind: twin.first, twin.second.kind: twin.second}
        fraction, percent = kinds.get("ratio"), kinds.get("percent")
        if not fraction or not percent or not 0 < _size(fraction) <= 1:
            continue
        if not _share(facts, fraction).meets(interval(facts, percent)):
            yield _concern(facts, fraction, percent)


def _share(facts: Facts, fraction: Figure) -> Interval:
    stated = interval(facts, fraction) * HUNDRED
    return stated.widen(_LOOSE) if fraction.modifier in ("exact", "approx") else stated


def _size(fraction: Figure) -> Decimal:
    return fraction.low or fraction.high or Decimal(0)


def _concern(facts: Facts, fraction: Figure, percent: Figure) -> Concern:
    working = Working((shown(facts, fraction),), "{0} is {expected}, not {stated}",
                      f"{number(_size(fraction) * 100, 1)}%", shown(facts, percent))  # fmt: skip
    question = f"Are “{facts.text(fraction)}” and {facts.text(percent)} the same share?"
    return Concern(span_of_twin(facts, fraction, percent), question, working, (fraction, percent))
