"""What a figure itself says that it counts: `21 white ones` and `men in Holt to 81.9` leave it to others."""

from __future__ import annotations

from claimcheck.figures.plurals import singular
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.values import replace

_REACH = 5  # words from a number to its noun: `35 newly trained border guards`


def own_noun(facts: Facts, figure: Figure) -> Figure:
    """The count without a noun that does not follow it, or that stands for another."""
    if figure.kind != "count" or figure.unit is None:
        return figure
    named = figure.unit not in listed("distances", "empty")
    last = min(figure.last + _REACH, facts.bounds(figure.first)[1])
    for index in range(figure.first, last):
        word = facts.word(index)
        if named and singular(word) == figure.unit:
            return figure
        if index >= figure.last and (word in group("clause_marks") or word in group("joiners")):
            break
    return replace(figure, unit=None)
