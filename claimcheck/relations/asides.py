"""A bound and, in commas, the figure it stands for: `At least 80 percent of the fleet, 78.6 percent, …`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts
from claimcheck.relations.pairs import Twin
from claimcheck.relations.reading import alike, side_of

_NOUN = 6  # tokens of noun and comma between the two
_CLOSE = Decimal("0.12")  # further apart, the two are of different things
_KINDS = ("count", "money", "measure", "percent")
_JOINTS = frozenset([",", "and", "or", "to", "from", "than", "but", "with", "(", ")", ";"])


def find_asides(facts: Facts) -> Iterator[Twin]:
    """Every bound with its exact figure in commas, where no third figure of their kind stands by."""
    for line in facts.lines.values():
        for bound, exact in pairwise(line):
            if facts.word(exact.first - 1) != "," or not _closes(facts, exact) or exact.modifier != "exact":
                continue
            if side_of(facts, bound) in ("exact", "near"):
                continue
            alone = sum(alike(figure, exact) for figure in line) == 2
            if alone and _is_aside(facts, bound, exact) and _are_close(bound, exact):
                yield Twin(bound, exact, "bound")


def _closes(facts: Facts, exact: Figure) -> bool:
    """Whether a comma ends the aside, straight behind the figure or after who counts: `212 by her count,`."""
    after = facts.words(exact.last, exact.last + _NOUN)
    return after[:1] == [","] or (after[:1] == ["by"] and "," in after)


def _is_aside(facts: Facts, bound: Figure, exact: Figure) -> bool:
    gap = facts.words(bound.last, exact.first)
    if gap[-1:] != [","] or not 1 < len(gap) <= _NOUN or not _JOINTS.isdisjoint(gap[:-1]):
        return False
    return exact.kind in _KINDS and alike(bound, exact)


def _are_close(bound: Figure, exact: Figure) -> bool:
    """Whether the two can be of one thing: as near as rounding goes, and of one noun."""
    printed = (bound.low if bound.low is not None else bound.high) or Decimal(0)
    return exact.unit in (None, bound.unit) and abs(printed - (exact.low or 0)) <= abs(printed) * _CLOSE
