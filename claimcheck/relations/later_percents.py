"""A share told after its part and whole: `Of 640 hens, 96 were ill. That 15 per cent rate …`.

The share may stand in the next sentence or behind a comma; it is held against the two figures where the text
points back, else only where it misses them by a slip of the hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from claimcheck.decimals import is_multiple
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.misprints import misprinted
from claimcheck.relations.pairs import Share
from claimcheck.relations.reading import alike, leads, share_interval
from claimcheck.relations.series import taken_up

_KINDS = ("count", "money", "measure", "duration")
_OF_THE = 5  # words between part and whole in `63 of the valley's 180`
_OPENING = 10  # words of a sentence up to the share that points back
_MOST = 6  # figures of a sentence; more are a table
_HUNDRED, _TEN, _ONE = Decimal(100), Decimal(10), Decimal(1)
_RATE = 4  # words from `that 37.5 per cent` to `rate`
_FAR = Decimal("3.2")  # a share further off than so many times is of something else
_VAST = Decimal(10) ** 18
_NEAR = Decimal("0.04")  # of a share: figures are rounded


def find_later_percents(facts: Facts) -> Iterator[Share]:
    """Every share told after its part and whole that they do not make."""
    for sentence, line in facts.lines.items():
        for percent in line:
            if percent.kind not in ("percent", "ratio") or not _may_be_share(facts, percent):
                continue
            said = _said(facts, percent)
            place = sentence - 1 if said == "back" else sentence
            before = [f for f in facts.lines.get(place, ()) if f.last <= percent.first]
            counts = [f for f in before if f.kind in _KINDS and f.low and f.low == f.high]
            given = not {"giving", "leaving"}.isdisjoint(facts.words(percent.first - _OF_THE, percent.first))
            pair = _pair(facts, counts, given) if said and len(before) <= _MOST else None
            if pair and not _fits_any(facts, percent, [*counts, *_counts(facts, sentence - 1)]):
                value = _HUNDRED * (pair[0].low or _ONE) / (pair[1].low or _ONE)
                if _is_off(facts, percent, value, said):
                    yield Share(*pair, percent, near=True)


def _counts(facts: Facts, sentence: int) -> list[Figure]:
    return [f for f in facts.lines.get(sentence, ())[:_MOST] if f.kind in _KINDS and f.low]


def _may_be_share(facts: Facts, percent: Figure) -> bool:
    """Whether the share is a level, given exactly, and of nothing that was a part itself."""
    if percent.low is None or percent.low != percent.high or not 0 < percent.low < _HUNDRED:
        return False
    of_them = taken_up(facts, percent) and facts.word(percent.last + 1) != "those"
    if of_them or not {"from", "by", "than", "rise", "fall"}.isdisjoint(leads(facts, percent)):
        return False
    after = facts.words(percent.last, percent.last + _OF_THE)
    return listed("tallies", "percents.denied").isdisjoint(after)


def _said(facts: Facts, percent: Figure) -> str:
    """How the share takes up what went before: `back` to the sentence before, `on` in its own; '' if not."""
    first = facts.bounds(percent.first)[0]
    lead = facts.words(first, percent.first)
    if len(lead) <= _OPENING and not facts.holds_number(first, percent.first):
        pointing = lead[-1:] in (["that"], ["this"], ["the"]) or lead == ["at"]
        rated = {"rate", "share", "figure"}.intersection(facts.words(percent.last, percent.last + _RATE))
        narrowed = rated or facts.word(percent.last) in listed("tallies", "percents.narrowing") | {","}
        if pointing and bool(narrowed) and len(lead) <= 2:
            return "back"
        if lead[:1] in (["that"], ["this"], ["it"]) and listed("tallies", "percents.links").issuperset(
            lead[1:]
        ):
            return "back"
    return "on" if _goes_on(facts, percent, lead) else ""


def _goes_on(facts: Facts, percent: Figure, lead: Sequence[str]) -> bool:
    """Whether only a mark and words that link stand between the share and the clause before it."""
    place = max((i for i, word in enumerate(lead) if word in _MARKS or word == "or"), default=-1)
    if place < 1 or not listed("tallies", "percents.links").issuperset(lead[place + 1 :]):
        return False
    after = facts.words(percent.last, percent.last + 2)
    return (
        not after or after[0] in group("clause_marks") | {"of"} or lead[place + 1 : place + 2] == ["giving"]
    )


_MARKS = frozenset([",", ";", ":", "–", "—", "--", "("])


def _pair(facts: Facts, counts: Sequence[Figure], loose: bool) -> tuple[Figure, Figure] | None:
    """The one part and whole of a sentence: `63 of the 180`, `Of 640, 96`, `2,400, of which it shows 360`."""
    found = [pair for pair in combinations(counts, 2) if _of_one(*pair)]
    for first, second in found:
        gap = facts.words(first.last, second.first)
        straight = gap[:1] == ["of"] or ["out", "of"] in (gap[:2], gap[-2:])
        if straight and len(gap) <= _OF_THE and (first.low or 0) < (second.low or 0):
            return first, second
    for first, second in found:
        if (first.low or 0) <= (second.low or 0):
            continue
        begin = facts.bounds(first.first)[0]
        opened = facts.words(begin, begin + 1) == ["of"] or facts.words(begin, begin + 2) == ["out", "of"]
        opened = opened and first.first - begin <= _OF_THE
        parted = taken_up(facts, second) or _of_which(facts, first, second)
        if (opened or parted) and len(counts) == 2:
            return second, first
    if not loose or len(counts) != 2 or not counts[0].kind == counts[1].kind == "count":
        return None
    first, second = counts
    bare = facts.word(second.last) in group("clause_marks") and (second.low or 0) < (first.low or 0)
    return (second, first) if bare else None


def _of_which(facts: Facts, first: Figure, second: Figure) -> bool:
    gap = facts.words(first.last, second.first)
    return any(gap[i : i + 2] in (["of", "which"], ["of", "whom"]) for i in range(len(gap)))


def _of_one(first: Figure, second: Figure) -> bool:
    """Whether two figures are of one kind and unit, or one of them leaves it out."""
    if alike(first, second):
        return first.kind != "count" or None in (first.unit, second.unit) or first.unit == second.unit
    return "count" in (first.kind, second.kind) and "money" not in (first.kind, second.kind)


def _fits_any(facts: Facts, percent: Figure, counts: Sequence[Figure]) -> bool:
    """Whether two of the figures make the share."""
    stated = _stated(percent)
    for first, second in combinations(counts[: 2 * _MOST], 2):
        small, large = sorted((first.low or _ONE, second.low or _ONE))
        if 0 < small <= large <= _VAST:
            value = _HUNDRED * small / large
            if abs(value - stated) <= max(
                percent.grain if percent.kind == "percent" else _ONE, stated * _NEAR
            ):
                return True
            if percent.kind == "ratio" and share_interval(facts, percent).holds(value):
                return True
    return False


def _stated(percent: Figure) -> Decimal:
    return (percent.low or _ONE) * (_HUNDRED if percent.kind == "ratio" else _ONE)


def _is_off(facts: Facts, percent: Figure, value: Decimal, said: str) -> bool:
    """Whether the share misses what the figures make as a slip does, or, where it points back, at all."""
    stated = _stated(percent)
    small, large = sorted((stated, value))
    if not 0 < small <= large <= _HUNDRED:
        return False
    ten = abs(large / small / _TEN - 1) <= _NEAR
    close = large / small <= _FAR
    if ten or (said == "back" and close and facts.word(percent.first - 1) != "the"):
        return True
    if percent.kind == "ratio":
        return close
    rounded = value.quantize(min(percent.grain, _ONE))
    whole = facts.word(percent.last) == "of" and facts.word(percent.last + 1) in group("definite")
    tens = said == "back" and is_multiple(stated - rounded, _TEN) and close
    return tens or misprinted(stated, rounded) or (said == "on" and close and whole)
