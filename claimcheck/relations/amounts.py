"""By how much something changed: which figures say so, of which ends, and in which direction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, listed
from claimcheck.relations.reading import alike, is_points, leads, level

Direction = Literal["rise", "fall", ""]
_NO_AMOUNTS = ("date", "ordinal", "age", "score", "vague")
AMOUNTS = ("percent", "points", "multiplier", "ratio")
_NOUN_REACH = 3  # words between `12%` and `rise` in `a 12% year-on-year rise`


def is_amount(facts: Facts, figure: Figure) -> bool:
    """Whether the figure says by how much something changed or differs."""
    if figure.kind in _NO_AMOUNTS:
        return False
    if (
        figure.kind == "multiplier"
        or is_points(figure)
        or (figure.kind == "ratio" and facts.word(figure.last) == "as")
    ):
        return True
    after = facts.words(figure.last, figure.last + _NOUN_REACH)
    if any(word in listed("changes", "change_nouns") for word in _until_mark(facts, figure.last, after)):
        return True
    if facts.classes[figure.last : figure.last + 1] in (["more"], ["less"], ["rise"], ["fall"]):
        return True
    lead = leads(facts, figure)
    return lead[:1] in (["by"], ["rise"], ["fall"]) or (
        lead[:1] == ["of"] and lead[1:2] in (["rise"], ["fall"])
    )


def _until_mark(facts: Facts, first: int, words: Sequence[str]) -> list[str]:
    kept = []
    for offset, word in enumerate(words):
        if facts.tokens.kind[first + offset] != 1 or facts.classes[first + offset] in (
            "conjunction",
            "breaks",
        ):
            break
        if word in ("of", "in", "to", "from"):
            break
        kept.append(word)
    return kept


def belongs(facts: Facts, amount: Figure, before: Figure, after: Figure, line: Sequence[Figure]) -> bool:
    """Whether a stated amount is that of this pair: the nearest figures, with no new statement between."""
    points = is_points(amount) and before.kind == "percent"
    if amount.kind not in AMOUNTS and not alike(amount, before) and not points:
        return False
    first, last = min(before.first, after.first), max(before.last, after.last)
    reach = range(min(amount.first, first), max(amount.last, last))
    others = [f for f in line if f not in (amount, before, after) and f.first in reach]
    between = [f for f in others if level(f) and not is_amount(facts, f) and _counts_here(f, before)]
    if between:
        return False
    gap = range(amount.last, first) if amount.first < first else range(last, amount.first)
    if any(facts.classes[i] == "breaks" for i in gap):
        return False
    joined = next((i for i in gap if facts.lower[i] == "and"), len(facts.lower))
    if amount.first < first and facts.word(joined - 1) == "," and joined > amount.last:
        return False
    anew = min(joined, amount.last + _NOUN_REACH) if amount.first < first else joined
    return not any(facts.classes[i] in ("rise", "fall") for i in gap if i > anew)


def _counts_here(figure: Figure, end: Figure) -> bool:
    """Whether a figure between ends and amount may be an end itself: spans of time seldom are."""
    return figure.kind != "duration" or end.kind == "duration"


def direction_of(
    facts: Facts, group: Sequence[Figure], before: Figure | None
) -> tuple[int | None, Direction]:
    """The word of change that governs the figures: at `up from`, else nearest before, between or after."""
    if before and facts.word(before.first - 1) == "from" and (found := _at(facts, before.first - 2)):
        return found
    first, last = min(f.first for f in group), max(f.last for f in group)
    start, stop = facts.bounds(first)
    inside = {i for f in group for i in range(f.first, f.last)}
    orders = [range(first - 1, start - 1, -1), range(first, last), range(last, min(last + 4, stop))]
    for order in orders:
        for index in order:
            if facts.classes[index] == "breaks" and order is orders[0]:
                break
            if index not in inside and (found := _at(facts, index)):
                return found
    sizes = [
        facts.classes[f.last] for f in group if f.last < stop and facts.classes[f.last] in ("more", "less")
    ]
    return None, ("rise" if sizes[0] == "more" else "fall") if sizes else ""


def _at(facts: Facts, index: int) -> tuple[int, Direction] | None:
    name = facts.classes[index]
    if name == "rise":
        return index, "rise"
    return (index, "fall") if name == "fall" else None


def appended(facts: Facts, before: Figure, after: Figure, line: Sequence[Figure]) -> list[Figure]:
    """`from $120 to $180, or 50 percent`, `from 45 to 60 (33%)`: the percentage straight after the ends."""
    last = max(before.last, after.last)
    following = [f for f in line if f.first > last][:1]
    for figure in following:
        gap = facts.words(last, figure.first)
        joined = gap[-1:] == ["("] or gap[-2:] == [",", "or"]
        if figure.kind == "percent" and joined and len(gap) <= _NOUN_REACH + 1:
            return [figure]
    return []


def one_noun(first: Figure, second: Figure) -> bool:
    """Whether nothing says that two counts are of different things."""
    return first.kind != "count" or None in (first.unit, second.unit) or first.unit == second.unit
