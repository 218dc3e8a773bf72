"""A share of a whole and then how many that is: `almost a third of the 600 pupils, 190 of them`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.pairs import Share
from claimcheck.values import replace

_OF_THE = 4  # words from a share to its whole: `of the town's 800`
_NOUN = 5  # tokens of noun and comma from the whole to the part
_THREE = 3
_UNBROKEN = frozenset([",", "and", "but", "or", "than", "with", "who", "which", ";", ":"])


def find_of_them(facts: Facts) -> Iterator[Share]:
    """Every share with its whole before a count `of them`."""
    for line in facts.lines.values():
        if len(line) < _THREE:
            continue
        for (percent, whole), part in zip(pairwise(line), line[2:], strict=False):
            if _is_of(facts, percent, whole) and _is_of_them(facts, whole, part):
                yield Share(replace(part, unit=whole.unit), whole, percent)


def _is_of(facts: Facts, percent: Figure, whole: Figure) -> bool:
    """`almost a third of the 600`: a count given as exactly as a number is."""
    gap = facts.words(percent.last, whole.first)
    given = whole.low == whole.high and whole.kind == "count"
    parted = percent.kind in ("percent", "ratio") and gap[:1] == ["of"] and len(gap) <= _OF_THE
    return given and parted and _UNBROKEN.isdisjoint(gap) and (percent.low or percent.high or 0) > 0


def _is_of_them(facts: Facts, whole: Figure, part: Figure) -> bool:
    gap = facts.words(whole.last, part.first)
    opened = gap[-1:] == [","] or (gap[-1:] and gap[-1] in group("dashes") | group("brackets"))
    plain = len(gap) <= _NOUN and _UNBROKEN.isdisjoint(gap[:-1])
    counted = part.kind == "count" and part.low is not None and part.low < (whole.low or 0)
    after = facts.words(part.last, part.last + _THREE)
    closed = after[2:] == [] or after[2] in group("clause_marks")
    return bool(opened and plain and counted and closed and after[:2] == ["of", "them"])
