"""A share beside its part or its whole: `75 workers, 20 percent of the 250`."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.pairs import Share, Twin
from claimcheck.relations.reading import alike

_OF_THEM = (["of", "them"], ["of", "these"], ["of", "those"], ["of", "which"], ["of", "whom"])
_OF_THE = 4  # words between part and whole in `84 of the town's 300`
_NOUN = 7  # words between a figure and the mark that opens its twin: its unit and noun


def restated(facts: Facts, percent: Figure, counts: Sequence[Figure], twins: Sequence[Twin]) -> Share | None:
    """`45% of the town's 6,000 residents – 2,700 people – have signed`."""
    for twin in twins:
        whole, part = twin.first, twin.second
        near = facts.word(percent.last) == "of" and 0 < whole.first - percent.last <= _NOUN
        if near and whole in counts and part in counts and alike(part, whole):
            return Share(part, whole, percent)
        if twin.first is percent and percent.last < part.first:
            bare = part.kind == "count" and part.unit is None
            before = [f for f in counts if f.last <= percent.first and (bare or alike(f, part))]
            if (
                len(before) == 1
                and part in counts
                and facts.words(percent.last, percent.last + 2) in _OF_THEM
            ):
                return Share(part, before[0], percent)
    return None


def apposed_share(facts: Facts, percent: Figure, counts: Sequence[Figure]) -> Share | None:
    """`75 workers, 20 percent of the 250`; `a third of the 400 shops, 105, stand empty`."""
    if facts.word(percent.last) != "of":
        return None
    whole = next((f for f in counts if 0 < f.first - percent.last <= _NOUN), None)
    if whole and whole.first - percent.last > _OF_THE + 1 and facts.word(whole.first - 1) != "of":
        whole = None
    if whole is None or not whole.low:
        return _of_all(facts, percent, counts)
    before = [f for f in counts if f.last <= percent.first and percent.first - f.last < _NOUN]
    after = [f for f in counts if f.first >= whole.last and f.first - whole.last <= _NOUN]
    if share := _accounts_for(facts, percent, whole, counts):
        return share
    for part in before[-1:]:
        gap = facts.words(part.last, percent.first)
        if (
            gap
            and gap[-1] in (",", "or", "(", *group("dashes"))
            and (_smaller(part, whole) or (gap[-1] == "or" and part.kind == "money" and alike(part, whole)))
            and "and" not in gap
        ):
            return Share(part, whole, percent)
    for part in after[:1]:
        gap = facts.words(whole.last, part.first)
        after_part = part.last + 2 * (facts.words(part.last, part.last + 2) == ["of", "them"])
        closed = facts.word(after_part) in (",", ")", ".", *group("dashes"))
        if gap[-1:] == [","] and closed and _smaller(part, whole) and part.unit in (None, whole.unit):
            return Share(part, whole, percent)
    return None


def _accounts_for(facts: Facts, percent: Figure, whole: Figure, counts: Sequence[Figure]) -> Share | None:
    """`The 4,300 foreign workers account for 16 percent of its population of 27,000`."""
    before = [f for f in counts if f.last <= percent.first]
    if not before or percent.first - before[-1].last > _NOUN:
        return None
    gap = facts.words(before[-1].last, percent.first)
    told = any(" ".join(gap).endswith(verb) for verb in group("share_verbs"))
    part = before[-1]
    return Share(part, whole, percent) if told and "," not in gap and _smaller(part, whole) else None


def _of_all(facts: Facts, percent: Figure, counts: Sequence[Figure]) -> Share | None:
    """`In a town of 8,000, some 2,000 people, a quarter of the population, have left`."""
    after = facts.words(percent.last, percent.last + _OF_THE + 1)
    if len(after) < 4 or after[1] not in ("the", "its", "their") or after[2] not in group("whole_nouns"):
        return None
    if after[3] not in group("clause_marks"):
        return None
    before = [f for f in counts if f.last <= percent.first and f.kind == "count"]
    if len(before) != 2 or facts.word(percent.first - 1) not in (",", "or", "("):
        return None
    small, large = sorted(before, key=lambda f: f.low or 0)
    return Share(small, large, percent) if (small.low or 0) < (large.low or 0) else None


def spelled_out(facts: Facts, percent: Figure, counts: Sequence[Figure]) -> Share | None:
    """`45 per cent of the force: 350 of 1,000 officers`."""
    after = [f for f in counts if f.first >= percent.last][:2]
    if len(after) < 2 or facts.word(after[0].last) != "of" or after[1].first - after[0].last > _OF_THE - 1:
        return None
    gap = facts.words(percent.last, after[0].first)
    joined = gap[-1:] and gap[-1] in (":", "(", *group("dashes"))
    return Share(after[0], after[1], percent) if joined and len(gap) <= _NOUN and _smaller(*after) else None


def of_its(facts: Facts, percent: Figure, counts: Sequence[Figure]) -> Share | None:
    """`The fund, worth $80 billion, lost $4 billion or 5 percent of its value`."""
    before = [f for f in counts if f.last <= percent.first]
    if len(before) != 2 or facts.words(percent.last, percent.last + 2) != ["of", "its"]:
        return None
    whole, part = before
    joined = facts.words(part.last, percent.first) in (["or"], [",", "or"], ["("])
    worth = facts.word(whole.first - 1) in group("worth")
    return Share(part, whole, percent) if joined and worth and alike(part, whole) else None


def _smaller(part: Figure, whole: Figure) -> bool:
    """Whether one count can be of the other: smaller, and of no other noun."""
    whole_nouns = group("collective") | group("whole_nouns")
    nouns = None in (part.unit, whole.unit) or part.unit == whole.unit or whole.unit in whole_nouns
    bare = part.kind == "count" and part.unit is None and whole.kind == "measure"
    return (part.kind == whole.kind or bare) and (part.low or 0) < (whole.low or 0) and nouns
