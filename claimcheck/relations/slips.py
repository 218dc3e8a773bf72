"""Changes told loosely, where two figures near a percentage give it only by a known slip of the hand.

`touched 418p … closed at 355p, a slide of 18 per cent`: 15 per cent of the earlier price, 18 of the later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.model import Figure
from claimcheck.relations.amounts import Direction, direction_of, is_adjusted, is_amount, one_noun
from claimcheck.relations.announced_changes import announced_ends, pointed_ends
from claimcheck.relations.changes import Change
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.own_nouns import own_noun
from claimcheck.relations.reading import amounts_of, comparable, level, one_of, per_unit
from claimcheck.relations.slip_kinds import judged, printed_of
from claimcheck.values import replace

_SIZES = ("percent", "ratio", "multiplier")
_MOST = 5  # figures of a sentence; more are a table
_AROUND = 4  # words from an amount to its word of change
_THREE = 3


def find_slips(facts: Facts, known: set[int]) -> Iterator[Change]:
    """Every amount of change, but those at `known`, that two figures near it give by a known slip only."""
    moved = {facts.tokens.sentence[i] for name in ("rise", "fall") for i in facts.marks.get(name, ())}
    for sentence, line in facts.lines.items():
        if sentence not in moved and not any(f.kind == "multiplier" for f in line):
            continue
        for amount in line if len(line) <= _MOST else ():
            if amount.kind not in _SIZES or amount.start in known or amount.modifier == "vague":
                continue
            if is_amount(facts, amount) and not is_adjusted(facts, amount):
                found = _slipped(facts, sentence, amount, line)
                if found:
                    yield found


def _slipped(facts: Facts, sentence: int, amount: Figure, line: Sequence[Figure]) -> Change | None:
    word, direction = direction_of(facts, [amount], None)
    if amount.kind == "multiplier":
        direction = "rise" if printed_of(amount) > 1 else "fall"
    elif word is None or abs(word - amount.first) > 2 * _AROUND:
        return None
    if not direction:
        return None
    ends = next(_told_pairs(facts, sentence, amount, line, direction), None)
    if not ends:
        return None
    first, second = amounts_of(*ends)
    before, after = ends if (first < second) == (direction == "rise") else ends[::-1]
    return Change(before, after, amount, direction, word, loose=True)


def _told_pairs(
    facts: Facts, sentence: int, amount: Figure, line: Sequence[Figure], direction: Direction
) -> Iterator[tuple[Figure, Figure]]:
    """From the nearest figures on, the one pair that gives the amount by a slip, if none fits it."""
    pointed, beside = pointed_ends(facts, amount), _ends(facts, sentence, amount, line)
    for pairs in (
        [pointed] if pointed else [beside] if beside else [],
        list(announced_ends(facts, sentence, amount)),
        [] if beside else _of_three(facts, amount, line),
        _of_two_sentences(facts, sentence, amount, line),
    ):
        pairs = [pair for pair in pairs if not _is_against(facts, amount, pair)]
        found = [judged(facts, amount, pair, direction) for pair in pairs]
        slips = [pair for pair, verdict in zip(pairs, found, strict=True) if verdict == "slip"]
        if "fits" in found or len(slips) > 1:
            return
        if slips:
            yield slips[0]


def _of_three(facts: Facts, amount: Figure, line: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """The pairs of three like figures of the sentence, of which only one may be a slip and none may fit."""
    told = _levels(facts, line, amount)
    if len(told) != _THREE or amount.kind != "multiplier" or per_unit(facts, told[0]):
        return []
    return [pair for pair in combinations(told, 2) if comparable(*pair) and one_noun(*pair)]


def _of_two_sentences(
    facts: Facts, sentence: int, amount: Figure, line: Sequence[Figure]
) -> list[tuple[Figure, Figure]]:
    """The pairs of a figure here and one of the sentence before, where both are dated."""
    if amount.kind != "percent" or len(printed_of(amount).normalize().as_tuple().digits) < 2:
        return []
    if not all(facts.times_in(place) for place in (sentence - 1, sentence)):
        return []
    before, here = _levels(facts, facts.lines.get(sentence - 1, ()), amount), _levels(facts, line, amount)
    if len(before) + len(here) > _MOST:
        return []
    pairs = [(first, second) for first in before for second in here if second.first < amount.first]
    return [pair for pair in pairs if comparable(*pair) and one_noun(*pair)]


def _ends(
    facts: Facts, sentence: int, amount: Figure, line: Sequence[Figure]
) -> tuple[Figure, Figure] | None:
    """The only two figures that can be the ends, here or, where the sentence points back, before it."""
    ends = _levels(facts, line, amount)
    opening = facts.word(facts.bounds(amount.first)[0])
    told = _told_before(facts, sentence) if opening in ("that", "this") else []
    if len(told) == 2 and not any(comparable(told[0], f) for f in ends if f.first < amount.first):
        ends = told
    if len(ends) < 2 and _points_back(facts, amount):
        ends = [*_levels(facts, facts.lines.get(sentence - 1, ()), amount), *ends]
        if len(ends) < 2 and len(_sole(facts, sentence - 1)) == len(ends) == 1:
            ends = [*_levels(facts, facts.lines.get(sentence - 2, ()), amount), *ends]
    alike = [f for f in ends if sum(comparable(f, other) for other in ends) == 2]
    if len(alike) == 2 and len(ends) > 2:
        ends = alike  # `418p … 355p … in four sessions`
    if len(ends) != 2 or not comparable(*ends) or not one_noun(*ends):
        return None
    return (ends[0], ends[1]) if per_unit(facts, ends[0]) == per_unit(facts, ends[1]) else None


def _told_before(facts: Facts, sentence: int) -> list[Figure]:
    """`In 2009 there were 80 farms. The latest survey found 60.`: the sole figures of two sentences."""
    told = [_sole(facts, place) for place in (sentence - 2, sentence - 1)]
    return [line[0] for line in told if len(line) == 1 and line[0].low == line[0].high]


def _sole(facts: Facts, sentence: int) -> list[Figure]:
    return [f for f in facts.lines.get(sentence, ()) if level(f)]


def _levels(facts: Facts, line: Sequence[Figure], amount: Figure) -> list[Figure]:
    """The figures that may be ends of the change: spans of time only where nothing else is told."""
    told = [f for f in line if f is not amount and level(f) and f.low == f.high and not is_amount(facts, f)]
    told = [own_noun(facts, f) for f in told if not _is_part(facts, f)]
    plain = [f for f in told if f.kind != "duration"]
    if amount.kind == "multiplier" and len(told) == 2 and told[0].kind == "duration" and len(plain) < 2:
        return [told[0], one_of(replace(told[1], unit=None), told[0]) if plain else told[1]]
    return plain


def _is_against(facts: Facts, amount: Figure, ends: tuple[Figure, Figure]) -> bool:
    """`a sixfold increase, though take-up has grown more slowly: …`: the figures are of something else."""
    between = facts.words(amount.last, min(end.first for end in ends))
    return not listed("relations", "signs.against").isdisjoint(between)


def _is_part(facts: Facts, figure: Figure) -> bool:
    """`including the £30m station`, `of which 800 are cows`, `200 of them`: a part is no end of a change."""
    lead = range(max(facts.bounds(figure.first)[0], figure.first - 2), figure.first)
    if any(facts.classes[i] == "open_list" for i in lead):
        return True
    return facts.word(figure.first - 1) in ("which", "whom") or facts.word(figure.last + 1) in (
        "them",
        "these",
    )


def _points_back(facts: Facts, amount: Figure) -> bool:
    """`That drop of 60%`, `the 33% reduction`, `has tripled since then`."""
    near = facts.words(max(facts.bounds(amount.first)[0], amount.first - _AROUND), amount.last + _AROUND)
    return not (listed("changes", "back") | group("definite") | {"since"}).isdisjoint(near)
