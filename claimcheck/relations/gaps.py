"""Two figures and the distance between them: a margin, a majority, a saving, what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.model import Figure
from claimcheck.relations.amounts import one_noun
from claimcheck.relations.changes import Change
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.gap_words import is_between, is_gap, sums_up
from claimcheck.relations.left import left_of
from claimcheck.relations.reading import amounts_of, comparable, is_points, leads, level, one_of, per_unit
from claimcheck.relations.series import taken_up
from claimcheck.relations.standings import apart
from claimcheck.values import replace

_TRIGGERS = frozenset(
    ["margin", "win", "profit", "more", "less", "left_over", "apart", "rise", "too", "trade", "margin"]
)
_KINDS = ("count", "money", "measure", "duration", "points")
_OF_THE = 4  # words between part and whole: `52 of the chamber's 100`
_HOURS = 12
_APART = 30  # ends further apart than this are of different things


def find_gaps(facts: Facts) -> Iterator[Change]:
    """Every stated distance with the two figures that it lies between, in this sentence or next to it."""
    if facts.marks.keys().isdisjoint(_TRIGGERS) and not any(
        claim.figure.kind == "multiplier" or is_points(claim.figure) for claim in facts.claims
    ):
        return
    for sentence, line in facts.lines.items():
        for place, printed in enumerate(line):
            amount = _unnamed(facts, printed)
            if amount.kind in _KINDS or amount.kind in ("percent", "multiplier"):
                ends = _ends(facts, sentence, [*line[:place], amount, *line[place + 1 :]], place)
                if ends and _of_one_size(*ends) and not _of_a_whole(facts, amount, ends):
                    times = amount.kind == "multiplier"
                    yield Change(ends[1], ends[0], amount, "", None, ordered=False, times=times)


def _unnamed(facts: Facts, amount: Figure) -> Figure:
    """`leaving 46 empty` counts no empties."""
    idle = amount.unit is not None and facts.word(amount.last) in group("left_idle")
    return replace(amount, unit=None) if idle and amount.kind == "count" else amount


def _of_one_size(first: Figure, second: Figure) -> bool:
    """Whether one figure may be measured by the other: 29,135 votes are not, by `a field of three`."""
    low, high = sorted(amounts_of(first, second))
    return high <= _APART * low


def _of_a_whole(facts: Facts, amount: Figure, ends: tuple[Figure, Figure]) -> bool:
    """`won 340 of the 650 seats, a majority of 30`: what is over half or over the others is no difference."""
    if any(taken_up(facts, end) for end in ends):
        return True
    gap = facts.words(ends[0].last, ends[1].first)
    part = gap[:1] == ["of"] and len(gap) <= _OF_THE
    left = facts.classes[amount.first - 1] == "left_over"
    return part and not left and facts.classes[amount.last : amount.last + 1] not in (["more"], ["less"])


def _ends(facts: Facts, sentence: int, line: Sequence[Figure], place: int) -> tuple[Figure, Figure] | None:
    amount = line[place]
    if found := left_of(facts, line, place) or apart(facts, sentence, line, amount):
        return found
    if sums_up(facts, amount):
        return _told_before(facts, sentence, line[:place], amount)
    if (amount.kind in _KINDS and is_gap(facts, amount)) or (
        amount.kind == "percent"
        and facts.word(amount.first - 1) in ("was", "is")
        and is_between(facts, amount)
    ):
        return _around(facts, sentence, line, place)
    return None


def _told_before(
    facts: Facts, sentence: int, before: Sequence[Figure], amount: Figure
) -> tuple[Figure, Figure] | None:
    """The two figures before the amount, or one here and one in the sentence before; None among others."""
    named = any(f.kind == amount.kind for f in before)
    plain = [f for f in before if (level(f) or f.kind == "age") and not _is_hour(facts, f)]
    ends = [one_of(f, amount) if named else f for f in plain]
    counts = amount.kind == "count" and all(f.kind == "count" for f in ends)
    ends = [f for f in ends if _like(amount, f)] or (ends if counts and _moved(facts, ends) else [])
    if len(ends) == 1:
        ends = [*(f for f in facts.lines.get(sentence - 1, ()) if _like(amount, f)), *ends]
    if len(ends) == 2 and amount.kind == "multiplier" and not (comparable(*ends) and one_noun(*ends)):
        return None
    if len(ends) != 2 or per_unit(facts, ends[0]) != per_unit(facts, ends[1]):
        return None
    gap = facts.words(ends[1].last, amount.first)
    parted = _has_anew(gap)
    left = facts.classes[amount.first - 1] == "left_over" and not _taken_away(facts, ends, amount)
    left = left or (facts.word(amount.first - 1) in group("saving") and not _moved(facts, ends))
    return None if parted or left or ";" in gap else (ends[0], ends[1])


def _is_pronoun(facts: Facts, figure: Figure) -> bool:
    """`the two`, who are no quantity."""
    return figure.kind == "count" and figure.low == 2 and facts.word(figure.first - 1) in ("the", "these")


def _is_hour(facts: Facts, figure: Figure) -> bool:
    """`by six`: a bare number up to twelve after `at` or `by`."""
    bare = figure.kind == "count" and figure.unit is None and (figure.low or 0) <= _HOURS
    return bare and facts.word(figure.first - 1) in ("at", "by")


def _moved(facts: Facts, ends: Sequence[Figure]) -> bool:
    """`Staff went down from 640 to 580, a loss of 80 jobs`: figures of one thing, whatever it is called."""
    return len(ends) == 2 and [lead for f in ends for lead in leads(facts, f)[:1]] == ["from", "to"]


def _taken_away(facts: Facts, ends: Sequence[Figure], amount: Figure) -> bool:
    """Whether the sentence says that the second figure was taken from the first: `and cost £3,100 to run`."""
    larger = (ends[0].low or 0) >= (ends[1].low or 0) or ends[0].unit != ends[1].unit
    return larger and bool(group("taken_away") & set(facts.words(ends[0].last, amount.first)))


def _around(facts: Facts, sentence: int, line: Sequence[Figure], place: int) -> tuple[Figure, Figure] | None:
    """The two figures of the sentence, the two straight after the amount first; else those next to it."""
    amount = line[place]
    line = [f for f in line if f is amount or not _is_pronoun(facts, f)]
    place = line.index(amount)
    following = line[place + 1 : place + 3]
    if following and following[0].kind == "score":
        return _of_score(following[0])
    if len(following) == 2 and all(_like(amount, f) for f in following):
        return _unbroken(facts, amount, following)
    apart = (facts.lines.get(sentence + 1, ()), facts.lines.get(sentence - 1, ()))
    for figures in (line, *apart):
        ends = [f for f in figures if f is not amount and _like(amount, f)]
        if len(ends) == 2:
            return _unbroken(facts, amount, ends)
        if ends:
            return None
    return None


def _unbroken(facts: Facts, amount: Figure, ends: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The ends, if no new statement begins between them and the amount, and they are no list of three."""
    first, last = ends
    if per_unit(facts, first) != per_unit(facts, last):
        return None
    inner = facts.words(min(amount.last, first.last), last.first)
    anew = _has_anew(inner)
    listed_before = facts.word(first.first - 1) == "," and facts.word(first.first - 2)[:1].isdigit()
    told = amount.last <= first.first and (";" in inner or anew)
    if first.first < amount.first < last.first:
        gap = facts.words(amount.last, last.first)
        told = ";" in gap or _has_anew(gap)
    return None if told or listed_before else (first, last)


def _has_anew(gap: Sequence[str]) -> bool:
    """Whether `, and` opens a statement of its own."""
    return any(mark == "," and word == "and" for mark, word in pairwise(gap))


def _of_score(score: Figure) -> tuple[Figure, Figure]:
    """The two sides of a score as figures of their own."""
    low, high = score.low, score.high
    return replace(score, high=low, kind="count", unit=None), replace(
        score, low=high, kind="count", unit=None
    )


def _like(amount: Figure, end: Figure) -> bool:
    """Whether an amount can be a distance from this end."""
    if end.low is None or end.high is None:
        return False
    if amount.kind == "multiplier":
        return end.kind in ("count", "money", "measure", "duration")
    if amount.kind == "count" and None not in (end.unit, amount.unit) and end.unit != amount.unit:
        return False
    aged = end.kind == "age" or (end.kind == "count" and end.unit is None)
    if amount.unit == "years" and aged:
        return True  # `women live to 84 and men to 78, a gap of six years`
    if end.kind == "count" and end.unit is None and amount.unit == "points":
        return True
    return comparable(amount, end) or (
        (amount.kind == "points" or is_points(amount)) and end.kind == "percent"
    )
