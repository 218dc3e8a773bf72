"""A count, its whole and its percentage do not fit.

What it does
    Divides the part by the whole and compares the result with the percentage that stands beside them.

Why it matters
    The reader sees a share and a count and takes both on trust; one of the three figures is from another
    row.

Example
    Wrong: Vets examined 640 hens, of which 96 (25%) had lice.
    Right: Vets examined 640 hens, of which 96 (15%) had lice.

What it leaves alone
    Shares that fit once the three figures are read as loosely as they are written.

Source
    statcheck: recompute from the printed figures, forgive rounding.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.intervals import Interval, share
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations, Share
from claimcheck.relations.otherwise import has_other_whole
from claimcheck.relations.reading import interval, share_interval
from claimcheck.relations.working import Working, number

CODE = "CC405"
NAME = "percent-of-whole"
FAMILY = "arithmetic"
SEVERITY = "error"
NEEDS = ("part_shares",)


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Percentages that no values of part and whole can give."""
    for found in relations.part_shares:
        part, whole = interval(facts, found.part), interval(facts, found.whole)
        stated = _stated(facts, found.percent)
        if whole.low <= 0 or share(part, whole).meets(stated) or has_other_whole(facts, found, stated):
            continue
        yield _concern(facts, found)


def _stated(facts: Facts, percent: Figure) -> Interval:
    if percent.kind == "ratio":
        return share_interval(facts, percent)
    stated = interval(facts, percent)
    return Interval(stated.low - percent.grain / 2, stated.high + percent.grain / 2)


def _concern(facts: Facts, found: Share) -> Concern:
    assert found.part.low is not None and found.whole.low
    value = 100 * found.part.low / found.whole.low
    terms = (shown(facts, found.part), shown(facts, found.whole))
    working = Working(terms, "{0} of {1} is {expected}, not {stated}", f"{number(value, 1)}%",
                      shown(facts, found.percent))  # fmt: skip
    question = f"Is {terms[0]} of {terms[1]} really {shown(facts, found.percent)}?"
    figures = (found.percent, found.part, found.whole)
    return Concern(span_of(found.percent), question, working, figures, sure=not found.near)
