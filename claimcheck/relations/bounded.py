"""An exact figure and the round one it is measured by: `1,020 pupils, just over 1,000`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.pairs import Twin
from claimcheck.relations.reading import alike, side_of

_NOUN = 4  # tokens of noun and comma between the two
_CLAUSE = 7  # tokens from `At £9.7m, the fee was` to the bound
_ENDS = frozenset([".", ",", ";", "", "?", "!"])


def find_bounded(facts: Facts) -> Iterator[Twin]:
    """Every exact figure with a bound straight after its noun and a comma, and nothing counted anew."""
    for line in facts.lines.values():
        for exact, bound in pairwise(line):
            if (
                exact.modifier == "exact"
                and side_of(facts, bound) not in ("exact", "near")
                and (_is_one(facts, exact, bound) or _is_said_of(facts, exact, bound))
            ):
                yield Twin(bound, exact, "bound")


def _is_one(facts: Facts, exact: Figure, bound: Figure) -> bool:
    gap = facts.words(exact.last, bound.first)
    if gap[-1:] != [","] or len(gap) > _NOUN or "," in gap[:-1] or not _one_kind(exact, bound):
        return False
    if exact.kind == "count" and bound.unit not in (None, exact.unit):
        return False
    return facts.word(bound.last) in _ENDS and "and" not in facts.words(bound.last, bound.last + 2)


def _is_said_of(facts: Facts, exact: Figure, bound: Figure) -> bool:
    """`At £9.7m, the fee was more than £10m`: the sentence opens with the exact figure."""
    gap = facts.words(exact.last, bound.first)
    opening = exact.first - facts.bounds(exact.first)[0] == 1 and facts.word(exact.first - 1) == "at"
    copula = gap[-1:] and gap[-1] in group("copulas")
    return bool(opening and copula and "," in gap and len(gap) <= _CLAUSE and _one_kind(exact, bound))


def _one_kind(exact: Figure, bound: Figure) -> bool:
    kinds = ("count", "money", "measure", "percent", "duration")
    return alike(exact, bound) and exact.kind in kinds and exact.low is not None
