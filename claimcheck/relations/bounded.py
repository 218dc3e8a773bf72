"""An exact figure and the round one it is measured by: `1,020 pupils, just over 1,000`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts
from claimcheck.relations.pairs import Twin
from claimcheck.relations.reading import alike, side_of

_NOUN = 4  # tokens of noun and comma between the two
_ENDS = frozenset([".", ",", ";", "", "?", "!"])


def find_bounded(facts: Facts) -> Iterator[Twin]:
    """Every exact figure with a bound straight after its noun and a comma, and nothing counted anew."""
    for line in facts.lines.values():
        for exact, bound in pairwise(line):
            if (
                exact.modifier == "exact"
                and side_of(facts, bound) not in ("exact", "near")
                and _is_one(facts, exact, bound)
            ):
                yield Twin(bound, exact, "bound")


def _is_one(facts: Facts, exact: Figure, bound: Figure) -> bool:
    gap = facts.words(exact.last, bound.first)
    if gap[-1:] != [","] or len(gap) > _NOUN or "," in gap[:-1] or not alike(exact, bound):
        return False
    if exact.kind not in ("count", "money", "measure", "percent") or exact.low is None:
        return False
    if exact.kind == "count" and bound.unit not in (None, exact.unit):
        return False
    return facts.word(bound.last) in _ENDS and "and" not in facts.words(bound.last, bound.last + 2)
