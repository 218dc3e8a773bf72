"""Shares whose whole the text tells apart from them: `out of 5,500 (62 per cent)`; `of those 31 per cent`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.figures.plurals import singular
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.misprints import misprinted, swapped
from claimcheck.relations.pairs import Share

_OF_THE = 4  # words between part and whole in `84 of the town's 300`
_OUT_OF = 8  # words between them in `3,410 papers had come back out of 5,500`
_HUNDRED = Decimal(100)
_LEAST = 10  # nothing can be told from the share of fewer


def near(facts: Facts, part: Figure, whole: Figure) -> bool:
    """Whether a whole stands near its part: `84 of the town's 300`, `3,410 had come back out of 5,500`."""
    gap = facts.words(part.last, whole.first)
    if gap[-2:] == ["out", "of"] and group("clause_marks").isdisjoint(gap):
        return len(gap) <= _OUT_OF
    return whole.first - part.last <= _OF_THE


def of_those(facts: Facts, percent: Figure, part: Figure, counts: Sequence[Figure]) -> Figure | None:
    """`1,240 had heard of it, and of those 31 per cent, or 384, had used it`: the count told last."""
    if facts.word(part.last) == "of" and facts.word(part.last + 1) in group("pronouns"):
        before = [f for f in counts if f.last <= part.first and f.kind == part.kind]
        parted = [f for f in before if facts.word(f.last) == "of"]  # `Eleven of the 350 …, and two of those`
        return next(reversed(parted or before), None)
    opener = min(percent.first, part.first)
    if facts.word(opener - 2) != "of" or facts.word(opener - 1) not in group("pronouns"):
        return None
    before = [f for f in counts if f.last <= opener and f.kind == part.kind]
    return before[-1] if before else None


def is_of_part(facts: Facts, percent: Figure) -> bool:
    """`90 per cent of the 400 voted, 60 per cent of them, or 216, against`: of a part that has no number."""
    of_them = facts.word(percent.last) == "of" and facts.word(percent.last + 1) in group("pronouns")
    line = facts.lines.get(facts.tokens.sentence[percent.first], ())
    return of_them and any(f.kind in ("percent", "ratio") and f.last <= percent.first for f in line)


def find_later_shares(facts: Facts) -> Iterator[Share]:
    """`38 per cent of its flights. … 126 of the 450 on its schedule`: where a misprint parts the two."""
    for sentence, line in facts.lines.items():
        before = [f for f in facts.lines.get(sentence - 1, ()) if f.kind == "percent"]
        if len(before) != 1 or not _is_of_all(facts, before[0]):
            continue
        pair = _part_and_whole(facts, line)
        if pair and not any(f.kind == "percent" for f in line) and _is_of(facts, before[0], pair[1]):
            part, whole = pair
            value = (_HUNDRED * (part.low or 0) / (whole.low or 1)).quantize(before[0].grain)
            stated = before[0].low or Decimal(0)
            if misprinted(stated, value) or swapped(stated, value) or stated + value == _HUNDRED:
                yield Share(part, whole, before[0], near=True)


def _is_of_all(facts: Facts, percent: Figure) -> bool:
    """`38 per cent of its flights`, told as they are and not as they change."""
    changed = {"rise", "fall", "more", "less", "compared"} & set(
        facts.classes[percent.first - _OF_THE : percent.first]
    )
    exact = percent.low is not None and percent.low == percent.high and percent.modifier == "exact"
    return exact and facts.word(percent.last) == "of" and not changed


def _part_and_whole(facts: Facts, line: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The one `126 of the 450` or `of the 1,200 on the roll, 420` of a sentence."""
    counts = [f for f in line if f.kind == "count" and f.low is not None and f.low == f.high]
    if len(counts) != 2:
        return None
    first, second = counts
    gap = facts.words(first.last, second.first)
    if gap in (["of", "the"], ["of", "its"], ["of", "their"], ["out", "of"]) and (second.low or 0) > _LEAST:
        return (first, second) if (first.low or 0) < (second.low or 0) else None
    opened = facts.words(first.first - 2, first.first) == ["of", "the"] and "," in gap
    return (
        (second, first)
        if opened and (second.low or 0) < (first.low or 0) and (first.low or 0) > _LEAST
        else None
    )


def _is_of(facts: Facts, percent: Figure, whole: Figure) -> bool:
    """Whether the whole counts what the percentage is of, or leaves its noun out."""
    nouns = {singular(word) for word in facts.words(percent.last + 1, percent.last + 1 + _OF_THE)}
    following = {singular(word) for word in facts.words(whole.last, whole.last + 1)}
    return whole.unit is None or whole.unit in nouns or bool(following & group("list_prepositions"))
