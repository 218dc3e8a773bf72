"""A share said again in other terms further on: `46 per cent of the seats. That is almost half of them`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.fractions import spread_fraction
from claimcheck.relations.pairs import Twin
from claimcheck.relations.reading import leads

_SHARES = frozenset(["percent", "ratio"])
_OPENING = 9  # tokens of a sentence up to the share that says it again
_GAP = 8  # words between the two in one sentence
_DOING = (["that", "do"], ["who", "do"], ["that", "did"], ["who", "did"], ["that", "are"], ["who", "are"])


def find_told_again(facts: Facts) -> Iterator[Twin]:
    """Every fraction that a sentence gives for the percentage told just before, or the other way round."""
    for sentence, line in facts.lines.items():
        if not any(f.kind in ("percent", "ratio", "count") for f in line):
            continue
        shares = shares_of(facts, line)
        before = shares_of(facts, facts.lines.get(sentence - 1, ()))
        if shares and len(before) == 1 and _says_again(facts, shares[0]):
            yield from _twin(facts, before[0], shares[0])
        for first, second in pairwise(shares):
            if _explains(facts, first, second):
                yield from _twin(facts, first, second)


def shares_of(facts: Facts, line: Sequence[Figure]) -> list[Figure]:
    """The percentages and fractions of a sentence, `one tap in eight` among them."""
    spread = [spread_fraction(facts, f) for f in line]
    return [f for f in spread if f.kind in _SHARES and 0 < (f.low or f.high or 0) < 100]


def _twin(facts: Facts, first: Figure, second: Figure) -> Iterator[Twin]:
    changed = any(_is_changed(facts, f) for f in (first, second))
    if {first.kind, second.kind} == _SHARES and not changed:
        yield Twin(first, second, "again")


def _is_changed(facts: Facts, share: Figure) -> bool:
    """Whether the share is the end or the amount of a change: `lead from 13 per cent of the taps` is none."""
    lead = set(leads(facts, share))
    moved = not {"rise", "fall"}.isdisjoint(facts.classes[slice(*facts.bounds(share.first))])
    return not lead.isdisjoint(("rise", "fall", "compared")) or (
        moved and not lead.isdisjoint(("from", "by"))
    )


def _says_again(facts: Facts, share: Figure) -> bool:
    """`That is more than half of …`, `In other words …`: whether only linking words lead to the share."""
    first = facts.bounds(share.first)[0]
    lead = facts.words(first, share.first)
    marks = frozenset(['"', "“", "‘", ","])
    spoken = [word for word in lead if word not in marks]
    if lead == ["the"] and facts.words(share.last, share.last + 2) in _DOING:
        return facts.word(share.last + 2) in group("clause_marks") | group("copulas") | {"so"}
    opened = any(" ".join(spoken[:size]) in listed("tallies", "percents.openers") for size in (1, 2, 3, 6))
    if not opened or len(lead) > _OPENING or not _is_level(facts, share):
        return False
    return listed("tallies", "percents.links").issuperset(spoken)


def _is_level(facts: Facts, share: Figure) -> bool:
    """Whether no other group or time follows: `That is more than half of those held by women`."""
    after = facts.words(share.last, share.last + 3)
    if "by" in facts.words(share.last, share.last + 6):
        return False
    return not (listed("tallies", "percents.denied") | {"whom", "them", "which"}).intersection(after)


def _explains(facts: Facts, first: Figure, second: Figure) -> bool:
    """`31 per cent: fewer than a third of those …`; `40 per cent of his pay, two-fifths of all he earns`."""
    gap = facts.words(first.last, second.first)
    place = next((i for i in range(len(gap) - 1, -1, -1) if gap[i] in group("clause_marks")), -1)
    if gap[-1:] == ["or"] and place == len(gap) - 2 and facts.word(second.last - 2) in ("in", "every"):
        return True  # `5 per cent of takings, or one pound in 20`
    if place < 0 or len(gap) > _GAP or not listed("tallies", "percents.links").issuperset(gap[place + 1 :]):
        return False
    if "of" in gap[place + 1 :] or not {"and", "but", "while"}.isdisjoint(gap):
        return False
    after = facts.words(second.last, second.last + 2)
    everything = after[:1] == ["of"] and after[1:2] and after[1] in listed("tallies", "percents.everything")
    return bool(everything) or (gap[place] == ":" and after[:1] == ["of"] and after[1:] == ["those"])
