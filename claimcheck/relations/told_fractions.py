"""A fraction told before its part and its whole: `Fewer than half of the 118 members, 51, stayed seated`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.own_nouns import own_noun
from claimcheck.relations.pairs import Share
from claimcheck.values import replace

_NOUN = 7  # tokens of noun and comma between a whole and its part
_OF = 4  # tokens from `half of` to the number
_OF_WHOLE = 3  # tokens from `132 of` to `280`
_HALF = Decimal("0.5")
_STEP = Decimal("0.001")  # words have no written precision
_ENDS = frozenset([",", ".", ")", ";", "–", "—", "", ":"])
_JOINTS = frozenset(["and", "or", "but", "than", "from", "with", ";", "to", "about", "up", "down"])


def find_told_fractions(facts: Facts) -> Iterator[Share]:
    """Every `more than half` or `a majority` that part and whole follow, one straight after the other."""
    for line in facts.lines.values():
        if len(line) < 2:
            continue
        for fraction in _fractions(facts, line):
            after = [f for f in line if f.first >= fraction.last and f.kind == "count" and f.low == f.high]
            before = [f for f in line if f.last <= fraction.first and f.kind == "count" and f.low == f.high]
            found = _whole_first(facts, fraction, after) or _part_first(facts, fraction, after)
            found = found or _apposed(facts, fraction, before[-2:])
            if found and 0 < (found[0].low or 0) <= (found[1].low or 0):
                yield Share(*found, replace(fraction, grain=_STEP), near=True)


def _fractions(facts: Facts, line: Sequence[Figure]) -> Iterator[Figure]:
    """The fractions of a line, and the words for more and for fewer than half."""
    for figure in line:
        if figure.kind == "ratio" and facts.word(figure.last) in ("of", ",", ")", "–", "—"):
            yield figure
    first, last = facts.bounds(line[0].first)
    majorities, minorities = group("majorities"), group("minorities")
    for index, word in enumerate(facts.words(first, last), first):
        low = word in majorities
        told = (low or word in minorities) and facts.word(index + 1) == "of"
        if told and facts.word(index - 1) in ("a", "the"):
            start, end = facts.tokens.span(index - 1, index + 1)
            told_as = Figure(start, end, index - 1, index + 1, "ratio", _HALF, None, modifier="lower")
            yield told_as if low else replace(told_as, low=None, high=_HALF, modifier="upper")


def _apposed(facts: Facts, fraction: Figure, before: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """`58 of the 120 flats, more than half, stand empty`."""
    if len(before) != 2 or fraction.modifier not in ("lower", "upper"):
        return None
    part, whole = before
    gap, between = facts.words(whole.last, fraction.first), facts.words(part.last, whole.first)
    joined = between[:1] == ["of"] and len(between) <= _OF_WHOLE
    opened = gap[-1:] in ([","], ["("], ["–"], ["—"]) and len(gap) <= _OF and _JOINTS.isdisjoint(gap)
    closed = facts.word(fraction.last) in {",", ")", "–", "—"}
    return (part, whole) if joined and opened and closed else None


def _whole_first(facts: Facts, fraction: Figure, after: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """`half of the 118 members of the synod, 61, …`, `a quarter of its 800 tenants, 212 of them, …`."""
    if len(after) < 2 or after[0].first > fraction.last + _OF or facts.word(fraction.last) != "of":
        return None
    whole, part = after[0], own_noun(facts, after[1])
    gap = facts.words(whole.last, part.first)
    of_them = facts.words(part.last, part.last + 2) in (["of", "them"], ["of", "whom"], ["in", "all"])
    closed = facts.word(part.last + 2 * of_them) in _ENDS  # `60 of them boarders` is another part
    opened = gap[-1:] in ([","], ["("], ["–"], ["—"]) and len(gap) <= _NOUN and _JOINTS.isdisjoint(gap)
    return (part, whole) if opened and closed and "," not in gap[:-1] and part.unit is None else None


def _part_first(facts: Facts, fraction: Figure, after: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """`half of the patients, 132 of 280, …`, `a third of the fleet, 21 of its 60 buses, …`."""
    if len(after) < 2 or facts.word(fraction.last) != "of":
        return None
    part, whole = after[0], after[1]
    gap, between = facts.words(fraction.last, part.first), facts.words(part.last, whole.first)
    opened = gap[-1:] in ([","], ["("], ["–"], ["—"], [":"]) and len(gap) <= _NOUN and _JOINTS.isdisjoint(gap)
    joined = between[:1] == ["of"] and len(between) <= _OF_WHOLE
    return (part, whole) if opened and joined and "," not in gap[:-1] else None
