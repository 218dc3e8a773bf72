"""What is left of a whole: `of the 640 jobs, 420 will go, leaving 220`."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import alike, comparable

_LEAVING = 6  # words from `leaving` to the amount: `leaving the city to find $5 million`
_OF_THE = 5  # words between part and whole: `£310,000 of the more than £500,000`
_OPENING = 4  # words from `of` at the start of a sentence to its whole
_KINDS = ("count", "money", "measure", "duration")


def left_of(facts: Facts, line: Sequence[Figure], place: int) -> tuple[Figure, Figure] | None:
    """The whole and the part that were told before the rest of it; None where the text does not say so."""
    rest = line[place]
    if "left_over" not in facts.marks or rest.kind not in _KINDS or not _is_left(facts, rest):
        return None
    before = [f for f in line[:place] if f.low is not None and _alike(f, rest)]
    after = [f for f in line[place + 1 :] if _alike(f, rest)]
    if len(before) != 2 or after or None in (rest.low, rest.high):
        return None
    first, second = before
    if _is_part(facts, first, second) and (first.low or 0) < (second.low or 0):
        return second, first
    divided = _opens(facts, first) or _of_which(facts, first, second)
    return (first, second) if divided and (second.low or 0) < (first.low or 0) else None


def _is_left(facts: Facts, rest: Figure) -> bool:
    """Whether `leaving` governs the figure."""
    for index in range(rest.first - 1, max(facts.bounds(rest.first)[0], rest.first - _LEAVING) - 1, -1):
        if facts.classes[index] == "left_over":
            return True
        if facts.word(index) in group("clause_marks") | {"and"}:
            return False
    return False


def _alike(figure: Figure, rest: Figure) -> bool:
    counted = figure.kind == "count" and (None in (figure.unit, rest.unit) or figure.unit == rest.unit)
    return alike(figure, rest) and counted if rest.kind == "count" else comparable(figure, rest)


def _is_part(facts: Facts, part: Figure, whole: Figure) -> bool:
    """`£310,000 of the £500,000 needed`."""
    gap = facts.words(part.last, whole.first)
    return "of" in gap[:2] and len(gap) <= _OF_THE and group("clause_marks").isdisjoint(gap)


def _opens(facts: Facts, whole: Figure) -> bool:
    """`Of 640 jobs, 420 will go`."""
    first = facts.bounds(whole.first)[0]
    return facts.word(first) == "of" and whole.first - first <= _OPENING


def _of_which(facts: Facts, whole: Figure, part: Figure) -> bool:
    """`$14 million, of which the state will pay $9 million`."""
    gap = facts.words(whole.last, part.first)
    return any(gap[i : i + 2] in (["of", "which"], ["of", "whom"]) for i in range(len(gap)))
