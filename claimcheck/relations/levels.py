"""Which of two figures the text calls the larger: `$19.2 billion, less than the $20 billion forecast`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.amounts import Direction, one_noun
from claimcheck.relations.changes import Change
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import comparable, level

_NOUN = 5  # tokens from the first figure to the comma
_LONGEST = 6  # tokens from the comma to the second figure: `, well above the roughly`


def find_levels(facts: Facts) -> Iterator[Change]:
    """Every figure that is said to be more or less than another, without by how much."""
    for line in facts.lines.values():
        for place, (first, second) in enumerate(pairwise(line)):
            found = _told(facts, first, second)
            if found and not _of_a_sum(facts, line[place - 1] if place else None, first):
                yield Change(second, first, None, *found)


def _told(facts: Facts, first: Figure, second: Figure) -> tuple[Direction, int] | None:
    if second.first - first.last > _NOUN + _LONGEST:
        return None
    gap = facts.words(first.last, second.first)
    if "," not in gap or not (level(first) and level(second) and comparable(first, second)):
        return None
    comma = gap.index(",")
    if comma > _NOUN or len(gap) - comma > _LONGEST or _is_rate(facts, first) != _is_rate(facts, second):
        return None
    if not one_noun(first, second) or not {"and", "or", "but"}.isdisjoint(gap[:comma]):
        return None
    start = first.last + comma + 1
    start += facts.word(start) in group("degrees_of_more")
    for size in (2, 1):
        direction = _phrases().get(" ".join(facts.words(start, start + size)))
        rest = facts.words(start + size, second.first)
        if direction and rest[:1] and rest[0] in group("definite") | {"a", "an", "last", "this"}:
            return direction, start
    return None


def _is_rate(facts: Facts, figure: Figure) -> bool:
    """`£1,000 a day`, `$3 each`."""
    return facts.word(figure.last) in group("per_unit")


def _of_a_sum(facts: Facts, before: Figure | None, first: Figure) -> bool:
    """`$4m in May and $5m in June, more than the $8m of last year`: the two together are."""
    return before is not None and comparable(before, first) and "and" in facts.words(before.last, first.first)


@cache
def _phrases() -> dict[str, Direction]:
    return dict(load("relations")["levels"])
