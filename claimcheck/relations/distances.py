"""Distances told loosely, which two figures near them give only by a slip of the hand.

`£875,000 … £812,500, or £72,500 less than the diocese had wanted`: one digit off the true difference. Where
the stated distance is no such slip, nothing is said: the two figures may be of other things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from claimcheck.model import Figure
from claimcheck.relations.amounts import is_amount, one_noun
from claimcheck.relations.changes import Change
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.misprints import misprinted, one_digit_off, swapped
from claimcheck.relations.own_nouns import own_noun
from claimcheck.relations.reading import (
    amounts_of,
    comparable,
    is_points,
    leads,
    level,
    one_of,
    per_unit,
    side_of,
)
from claimcheck.values import replace

_KINDS = ("count", "money", "measure", "duration", "points")
_MOST = 6  # figures of a sentence; more are a table
_CANDIDATES = 3
_NEAR = 3  # words from a figure to the noun of distance
_VERB = 4
_POINTING = 4  # words from `That gap` to the figure
_TEN = Decimal(10)
_TENS = (_TEN, Decimal(100))
_AFTER = frozenset(["after", "before", "once"])
_FEW = 10
_FAR = 12  # one end is not so many times the other
_HOURS = 12
_LEAST = Decimal("0.02")  # of the larger end: smaller distances have few digits in common with anything


def find_distances(facts: Facts, known: set[int]) -> Iterator[Change]:
    """Every distance, but those at `known`, that the figures near it give by a known slip only."""
    for sentence, line in facts.lines.items():
        for amount in line if len(line) <= _MOST else ():
            if amount.kind not in _KINDS or amount.start in known or amount.low != amount.high:
                continue
            if not amount.low or side_of(facts, amount) != "exact" or not _is_distance(facts, amount):
                continue
            ends = _slipped(facts, sentence, line, amount)
            if ends:
                yield Change(ends[1], ends[0], amount, "", None, ordered=False, loose=True)


def _is_distance(facts: Facts, amount: Figure) -> bool:
    """Whether the words beside the figure make it a distance between two others."""
    if per_unit(facts, amount) or "error" in facts.words(amount.first - _VERB, amount.last + _VERB):
        return False
    before, after = facts.word(amount.first - 1), facts.word(amount.last)
    if after in ("more", "extra"):  # `and had 230 miles more to go` is no comparison
        marked = before in {",", ":", "or", *group("dashes")}
        return marked and facts.word(amount.last + 1) in group("clause_marks")
    if before in listed("distances", "before") or after in listed("distances", "after"):
        return facts.word(amount.last + 1) != "than" or not facts.holds_figure(
            amount.last + 2, min(amount.last + 2 + _NEAR, facts.bounds(amount.first)[1])
        )
    if amount.kind == "count" and after in group("places_after") and not facts.times_near(amount.last, _NEAR):
        return False  # `a majority of 590 in the north`
    near = facts.words(amount.last, amount.last + _NEAR)
    nouns = listed("distances", "nouns")
    if near and (near[0] in nouns or (near[0] == "-" and nouns & set(near[1:]))):
        return True
    if before == "of":
        return facts.word(amount.first - 2 - (facts.word(amount.first - 2) == ",")) in nouns
    if before in ("was", "is"):
        return not nouns.isdisjoint(facts.words(*_opening(facts, amount)))
    verbs = facts.words(max(facts.bounds(amount.first)[0], amount.first - _VERB), amount.first)
    if before == "by" and facts.word(amount.first - 2) in listed("distances", "after"):
        return True
    return not listed("distances", "verbs").isdisjoint(verbs) and "from" not in verbs


def _opening(facts: Facts, amount: Figure) -> tuple[int, int]:
    return facts.bounds(amount.first)[0], amount.first


def _slipped(
    facts: Facts, sentence: int, line: Sequence[Figure], amount: Figure
) -> tuple[Figure, Figure] | None:
    """The one pair of ends that gives the amount by a slip, if none gives it outright."""
    ends = _ends(facts, line, amount)
    balance = not group("profits").isdisjoint(facts.words(amount.first - _NEAR, amount.last + _NEAR))
    if balance and not _AFTER.isdisjoint(facts.words(*facts.bounds(amount.first))):
        return None  # `after tax the loss was £15m`
    beside = len(ends) == 2 and not balance  # then any one digit may be wrong
    hyphenated = facts.tokens.glued(amount.last)
    if len(ends) < 2:
        ends = [*_ends(facts, facts.lines.get(sentence - 1, ()), amount), *ends]
    back = _points_back(facts, amount)
    if len(ends) < 2 and sentence > 1 and back:
        ends = [*_ends(facts, facts.lines.get(sentence - 2, ()), amount), *ends]
    if not 2 <= len(ends) <= _CANDIDATES - balance:
        return None
    pairs = [pair for pair in combinations(ends, 2) if _may_lie_apart(facts, *pair, back)]
    differences = [(pair, _difference(pair, amount, beside, hyphenated)) for pair in pairs]
    if any(fits for _, (fits, _) in differences):
        return None
    slips = [pair for pair, (_, slipped) in differences if slipped]
    return slips[0] if len(slips) == 1 and (len(ends) == 2 or not _is_short(amount)) else None


def _points_back(facts: Facts, amount: Figure) -> bool:
    first = facts.bounds(amount.first)[0]
    return facts.word(first) in listed("changes", "back") and amount.first - first <= _POINTING


def _ends(facts: Facts, line: Sequence[Figure], amount: Figure) -> list[Figure]:
    """The figures of a line that the amount may be a distance between."""
    found = []
    for figure in line if len(line) <= _MOST else ():
        end = _in_kind_of(facts, amount, own_noun(facts, figure))
        if end is None or end.start == amount.start or end.low is None or end.low != end.high:
            continue
        if leads(facts, figure)[:1] == ["per"]:
            continue
        if not is_amount(facts, figure) or facts.word(figure.first - 1) in listed("distances", "levels"):
            found.append(end)
    return found


def _in_kind_of(facts: Facts, amount: Figure, figure: Figure) -> Figure | None:
    """The figure in the kind of the amount: ages and bare numbers in its years, percentages for points."""
    if figure.kind == "percent" and is_points(amount):
        return figure
    bare = figure.kind == "count" and figure.unit is None
    if bare and (figure.low or 0) <= _HOURS and facts.word(figure.first - 1) in ("at", "by", "of"):
        return None
    if amount.unit == "years" and (figure.kind == "age" or bare):
        return replace(figure, kind="duration", unit="years")
    if figure.kind == amount.kind == "count" and facts.tokens.glued(amount.last):
        return replace(figure, unit=amount.unit)  # `31 to 27, a five-goal margin`
    end = one_of(figure, amount) if amount.kind in ("measure", "duration") else figure
    if not level(end) or not comparable(amount, end):
        return None
    return end if one_noun(amount, end) else None


def _may_lie_apart(facts: Facts, first: Figure, second: Figure, back: bool) -> bool:
    if not comparable(first, second) or not one_noun(first, second):
        return False
    if per_unit(facts, first) != per_unit(facts, second) and not back:
        return False
    small, large = sorted(abs(value) for value in amounts_of(first, second))
    signed = min(first.low or 0, second.low or 0) <= 0  # `from nought to 30C`
    of_it = facts.words(first.last, second.first)[:1] == ["of"]
    return not of_it and (signed or large <= _FAR * small)


def _difference(
    pair: tuple[Figure, Figure], amount: Figure, beside: bool, hyphenated: bool
) -> tuple[bool, bool]:
    """Whether the ends give the amount, and whether they give it by a slip."""
    percent = pair[0].kind == "percent"
    first, second, stated = (
        (*amounts_of(*pair), amount.low or Decimal(0)) if percent else amounts_of(*pair, amount)
    )
    true = abs(first - second)
    if not true or not all(value.is_finite() for value in (first, second, stated)):
        return True, False
    if abs(true - stated) <= max(stated, true) * _LEAST:
        return True, False
    unsigned = first * second < 0 and abs(abs(first) - abs(second)) == stated
    if unsigned:
        return False, True
    few = beside and hyphenated and max(true, stated) < _FEW
    off = abs(true - stated).normalize()
    tens = off.as_tuple().digits == (1,) and off * _TEN > stated
    if few or (beside and (tens or one_digit_off(true, stated))):
        return False, True
    if any(len(value.normalize().as_tuple().digits) == 1 for value in (true, stated)):
        return False, False
    scaled = any(stated in (true * ten, true / ten) for ten in _TENS)
    return False, scaled or misprinted(true, stated) or swapped(stated, true)


def _is_short(amount: Figure) -> bool:
    """Whether the figure has too few digits to be a slip for one thing only."""
    digits = (amount.low or Decimal(0)).normalize().as_tuple().digits
    return len(digits) < _CANDIDATES
