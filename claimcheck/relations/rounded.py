"""A bound and, further on, the exact figure for it: `fewer than 300 souls (there were 318 at the census)`.

The two must be as near as rounding goes, the only ones of their kind there, and of one time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.own_nouns import own_noun
from claimcheck.relations.pairs import Twin
from claimcheck.relations.reading import alike, amounts_of, comparable, one_of, per_unit, side_of

_REACH = 14  # tokens from the bound to its exact figure
_CLOSE = Decimal("0.12")  # further apart, the two are of different things
_KINDS = ("count", "money", "measure", "percent", "duration")
_OPENING = 9  # tokens of a sentence that takes the figure up: `The list sent to it has 584 names`
_CHANGES = frozenset(["rise", "fall", "shift", "compared", "more", "less", "breaks", "open_list"])
_UNBOUND = ("exact", "range", "vague")


def find_rounded(facts: Facts) -> Iterator[Twin]:
    """Every bound with the only exact figure near it that a mark, or `putting`, ties to it."""
    for sentence, line in facts.lines.items():
        for bound in line:
            if bound.modifier in _UNBOUND or side_of(facts, bound) in ("exact", "near"):
                continue
            found = _beside(facts, bound, line) or _before(facts, bound, line)
            found = found or _taken_up(facts, sentence, bound, line)
            if found and _are_close(bound, found):
                yield Twin(bound, found, "bound")


def _exact(facts: Facts, bound: Figure, line: Sequence[Figure]) -> list[Figure]:
    """The exact figures of a line that are of the kind of the bound and name nothing else."""
    found = []
    for figure in line:
        end = own_noun(facts, figure)
        end = one_of(end, bound) if figure is not bound else end
        fits = figure is not bound and end.kind in _KINDS and end.modifier == "exact" and end.low == end.high
        one = comparable(end, bound) if end.kind == "duration" else alike(end, bound)
        named = end.kind != "count" or bound.unit is None or end.unit in _nameless() | {bound.unit}
        if fits and one and named:
            found.append(end)
    return found


def _beside(facts: Facts, bound: Figure, line: Sequence[Figure]) -> Figure | None:
    """`just under £60m, the auditor reckons: £61.4m`; `…, putting the crowd at 38,500`."""
    likes = _exact(facts, bound, line)
    if len(likes) != 1 or not 0 < likes[0].first - bound.last <= _REACH:
        return None
    exact = likes[0]
    gap = facts.words(bound.last, exact.first)
    tied = bool({":", "(", "–", "—", "-"} & set(gap)) or not listed("calendar", "putting").isdisjoint(gap)
    tied = tied or bool({",", ";"} & set(gap) and not listed("rounded", "tallies").isdisjoint(gap))
    tied = tied or (exact.kind == "duration" and gap in ([","], [",", "in"]))
    return exact if tied and _is_of_one_time(facts, bound.last, exact) and _is_whole(facts, exact) else None


def _before(facts: Facts, bound: Figure, line: Sequence[Figure]) -> Figure | None:
    """`With 1,012 entries, the prize drew just short of 1,000`: the sentence opens with the exact figure."""
    likes = _exact(facts, bound, line)
    if len(likes) != 1 or likes[0].last > bound.first:
        return None
    exact = likes[0]
    gap = facts.words(exact.last, bound.first)
    opening = facts.words(facts.bounds(exact.first)[0], exact.first)
    opened = len(opening) == 1 and opening[0] in ("with", "at")
    apart = not {"and", "but", "than", "from", ";"}.isdisjoint(gap) or len(gap) > _REACH
    return exact if opened and not apart and _is_plain(facts, exact.last, bound.first) else None


def _taken_up(facts: Facts, sentence: int, bound: Figure, line: Sequence[Figure]) -> Figure | None:
    """`at least 600 jobs. The list has 584 names`: the next sentence tells of the very figure."""
    following = facts.lines.get(sentence + 1, ())
    if _exact(facts, bound, line) or len(following) != 1:
        return None
    likes = _exact(facts, bound, following)
    if not likes:
        return None
    first = facts.bounds(likes[0].first)[0]
    opening = facts.words(first, likes[0].first)
    told = len(opening) <= _OPENING and opening[:1] == ["the"]
    told = told and not listed("rounded", "tallies").isdisjoint(opening)
    return likes[0] if told and _is_of_one_time(facts, first, likes[0]) else None


def _is_of_one_time(facts: Facts, first: int, exact: Figure) -> bool:
    if not _is_plain(facts, first, exact.first):
        return False
    gap = facts.words(first, exact.first)
    dated = any(first <= time.first < exact.first for time in facts.times_in(facts.tokens.sentence[first]))
    return not dated and listed("rounded", "apart").isdisjoint(gap)


def _is_plain(facts: Facts, first: int, last: int) -> bool:
    """Whether no change and no other count is told between two tokens."""
    told = {facts.classes[i] for i in range(first, last) if facts.word(i) != ";"}
    return _CHANGES.isdisjoint(told) and not facts.holds_number(first, last)


@cache
def _nameless() -> frozenset[str | None]:
    """The units under which anything is counted: `584 names` on a list."""
    return frozenset([None, *listed("rounded", "counters")])


def _is_whole(facts: Facts, exact: Figure) -> bool:
    """Whether the exact figure is no part: `, 580 of them in Tarn`, `60 schools: 58 in the first year`."""
    after = facts.word(exact.last)
    if per_unit(facts, exact) or after in listed("rounded", "parts"):
        return False
    return after not in group("list_prepositions") or after in listed("rounded", "goes_on")


def _are_close(bound: Figure, exact: Figure) -> bool:
    first, second = amounts_of(bound, exact)
    return first.is_finite() and second.is_finite() and abs(first - second) <= abs(first) * _CLOSE
