"""Counts with their per cent, where the whole is told too: `of 640 hens, 96 (15%)`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Figure
from claimcheck.relations.apposed_shares import apposed_share, of_its, restated, spelled_out
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.pairs import Share, Twin
from claimcheck.relations.reading import leads
from claimcheck.relations.told_shares import find_later_shares, is_of_part, near, of_those

_CHANGES = frozenset(["rise", "fall"])
_OF_THE = 4  # words between part and whole in `84 of the town's 300`
_NOUN = 7  # words between a figure and the mark that opens its twin: its unit and noun


def find_part_shares(facts: Facts, twins: Sequence[Twin]) -> Iterator[Share]:
    """Counts given with their per cent, where the whole is named too: `of 640 hens, 96 (15%)`."""
    in_sentence: dict[int, list[Twin]] = {}
    for twin in twins:
        in_sentence.setdefault(facts.tokens.sentence[twin.first.first], []).append(twin)
    for sentence, line in facts.lines.items():
        percents = [f for f in line if f.kind in ("percent", "ratio") and f.low is not None]
        counts = [f for f in line if f.kind in ("count", "money", "duration") and f.low is not None]
        measures = [f for f in line if f.kind == "measure" and f.low is not None]
        if not counts and len(measures) > 1:
            yield from (share for percent in percents if (share := apposed_share(facts, percent, measures)))
        counts += measures if counts else []
        counts.sort(key=lambda f: f.first)
        for percent in percents:
            found = _share_of(facts, sentence, percent, counts, in_sentence.get(sentence, ()))
            if found and _measured_alike(facts, found):
                yield found
    yield from find_later_shares(facts)


def _measured_alike(facts: Facts, share: Share) -> bool:
    """Whether part and whole can be divided: in one unit, and of time only as `six years of his term`."""
    if share.whole.kind == "duration":
        return facts.word(share.part.last) == "of" and share.part.unit == share.whole.unit
    if share.part.kind == "count" and facts.word(share.part.last) == "of":
        return True
    return share.whole.kind != "measure" or share.part.unit in (None, share.whole.unit)


def _share_of(
    facts: Facts, sentence: int, percent: Figure, counts: Sequence[Figure], twins: Sequence[Twin]
) -> Share | None:
    if is_of_part(facts, percent):
        return None
    if stated := restated(facts, percent, counts, twins) or apposed_share(facts, percent, counts):
        return stated
    if stated := spelled_out(facts, percent, counts) or of_its(facts, percent, counts):
        return stated
    part = _twin_of(percent, twins) or _before_share_noun(facts, percent, counts)
    part = part or _apposed(facts, percent, counts)
    if part is None or part not in counts or _is_changed(facts, part, percent):
        return None
    place = counts.index(part)
    if nearest := of_those(facts, percent, part, counts):
        return Share(part, nearest, percent)
    if place and _is_whole(facts, part) and near(facts, counts[place - 1], part):
        return Share(counts[place - 1], part, percent)
    wholes = [f for f in counts if f is not part and f.kind == part.kind and _is_whole(facts, f)]
    if not wholes and facts.word(percent.last) != "of":
        wholes = [
            f
            for f in counts
            if f.last <= part.first and f.kind == part.kind and (f.low or 0) > (part.low or 0)
        ]
    if not wholes and (_takes_up(facts, sentence, part) or _is_bare(part)):
        wholes = [f for f in facts.lines.get(sentence - 1, ()) if f.kind == part.kind and f.low is not None]
    if len(wholes) != 1 or (wholes[0].low or 0) < (part.low or 0):
        return None  # `2.5 per cent, or £100m, before costs of £900,000`
    return Share(part, wholes[0], percent)


def _twin_of(percent: Figure, twins: Sequence[Twin]) -> Figure | None:
    for twin in twins:
        if twin.second is percent:
            return twin.first
        if twin.first is percent:
            return twin.second
    return None


def _before_share_noun(facts: Facts, percent: Figure, counts: Sequence[Figure]) -> Figure | None:
    """`45,000 of the 90,000 voters, a turnout of 50%`; `1,260 sat the exam and 945 passed, a rate of 75%`."""
    named = group("share_nouns").intersection(facts.words(percent.first - 3, percent.first))
    if not named or facts.word(percent.last) == "of":
        return None
    if leads(facts, percent)[:1] == ["of"]:
        before = [f for f in counts if f.last <= percent.first and not _is_whole(facts, f)]
        if len(before) == 2 and (before[0].low or 0) > (before[1].low or 0):
            return before[1]
        return before[0] if len(before) == 1 else None
    after = [f for f in counts if f.first >= percent.last]
    return after[0] if len(after) == 2 and _is_whole(facts, after[1]) else None


def _is_changed(facts: Facts, part: Figure, percent: Figure) -> bool:
    """`dwindled to 900,000 – a drop of 62.5%`: by so much it changed; it is no part."""
    between = facts.classes[part.last : percent.first]
    return "to" in leads(facts, part) and not _CHANGES.isdisjoint(between)


def _apposed(facts: Facts, percent: Figure, counts: Sequence[Figure]) -> Figure | None:
    """`27 of the 90 seats, 40 per cent`: a percentage between commas straight after part and whole."""
    before = [f for f in counts if f.last <= percent.first]
    closed = facts.word(percent.last) in (",", ".", ";") or _of_whole(facts, percent)
    if closed and before and _of_pronoun(facts, before[-1], percent):
        return before[-1]
    if len(before) < 2 or not closed or not _is_whole(facts, before[-1]):
        return None
    gap = facts.words(before[-1].last, percent.first)
    return before[-1] if gap[-1:] == [","] and len(gap) <= _NOUN else None


def _of_pronoun(facts: Facts, part: Figure, percent: Figure) -> bool:
    """`2,700 of them, nearly a quarter,`."""
    gap = facts.words(part.last, percent.first)
    if not 3 <= len(gap) <= _OF_THE or gap[0] != "of" or gap[1] not in group("pronouns"):
        return False
    return gap[-1] in (",", "or", *group("dashes"))


def _of_whole(facts: Facts, percent: Figure) -> bool:
    """`60% of the total`, `55% of the chamber`: of what is given in figures before."""
    after = facts.words(percent.last, percent.last + _OF_THE)
    return (after[:2] == ["of", "the"] and after[3:4] in ([","], ["."])) or (
        after[:1] == ["of"] and after[2:3] in ([","], ["."])
    )


def _is_whole(facts: Facts, figure: Figure) -> bool:
    """Whether `of` governs the figure, and not a pronoun before it (`of whom 480`)."""
    if group("pronouns") - {"that"} & set(facts.words(figure.first - 2, figure.first)):
        return False
    return leads(facts, figure)[:1] == ["of"]


def _is_bare(part: Figure) -> bool:
    """Whether a count names no thing of its own: `It found bacteria in 64, or 10 per cent`."""
    return part.kind == "count" and part.unit is None and part.modifier == "exact"


def _takes_up(facts: Facts, sentence: int, part: Figure) -> bool:
    """Whether the sentence of `part` speaks of the total before it: `Of those, 222 (12%)`, `222 of them`."""
    first = facts.article.sentences[sentence].first
    opening = facts.word(first) == "of" and facts.word(first + 1) in group("pronouns")
    return opening or (facts.word(part.last) == "of" and facts.word(part.last + 1) in group("pronouns"))
