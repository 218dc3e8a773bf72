"""Before and after: two figures that the text ties with a word of change, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.intervals import Interval, exactly
from claimcheck.model import Figure
from claimcheck.relations.amounts import (
    AMOUNTS,
    Direction,
    appended,
    belongs,
    direction_of,
    is_adjusted,
    is_amount,
    one_noun,
)
from claimcheck.relations.change_ends import Pair, find_pairs
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.reading import amounts_of, comparable, level, sizes
from claimcheck.values import frozen

_EARLIER = frozenset(["earlier", "before", "previously", "ago"])
_TOO_FAR = 12  # times one end
_SHORT = 7  # words of `Costs have doubled.`
_SIZES = ("multiplier", "ratio", "points")  # these tell of a change without a word for it


@frozen
class Change:
    """`after` came out of `before`; `amount` is the change the text states, if it does.

    `ordered` is false where the text leaves open which came first. `word` is the token of the change word.
    `loose` is true where only a known slip shows the tie.
    `times` is true where `after` is said to be `amount` times `before`: `half the £300`.
    """

    before: Figure
    after: Figure
    amount: Figure | None
    direction: Direction
    word: int | None
    ordered: bool = True
    times: bool = False
    loose: bool = False


def ends_of(facts: Facts, change: Change) -> tuple[Interval, Interval]:
    """What the figures before and after may stand for; where only a slip ties them, just what is printed."""
    if change.loose and change.before.modifier == change.after.modifier == "exact":
        first, second = amounts_of(change.before, change.after)
        return exactly(first), exactly(second)
    before, after = sizes(facts, change.before, change.after)
    return before, after


def find_changes(facts: Facts) -> Iterator[Change]:
    """Every change with both ends, once for each stated amount, or once without."""
    if not facts.marks.keys() & _TRIGGERS and not _multipliers(facts):
        return
    before: list[Change] = []
    told = {facts.tokens.sentence[i] for name in _TRIGGERS for i in facts.marks.get(name, ())}
    for sentence, line in facts.lines.items():
        if sentence not in told and not any(f.kind in _SIZES for f in line):
            before = []
            continue
        amounts = [figure for figure in line if is_amount(facts, figure)]
        pairs = find_pairs(facts, line) if len(line) > 1 else ()
        found = [change for pair in pairs for change in _with_amounts(facts, pair, amounts, line)]
        if not found and len(amounts) == 1:
            found = list(_taken_up(facts, before, sentence, line, amounts[0]))
        yield from found or _announced(facts, sentence, line)
        before = found


_TRIGGERS = frozenset(["rise", "fall", "shift", "compared", "more", "less"])


def _with_amounts(
    facts: Facts, pair: Pair, amounts: Sequence[Figure], line: Sequence[Figure]
) -> Iterator[Change]:
    before, after, ordered = pair
    own = [a for a in amounts if a not in (before, after) and belongs(facts, a, before, after, line)]
    own = [a for a in own if a.last <= before.first or facts.word(a.first - 2) != "on"]
    own = [a for a in own if not _of_a_third(facts, a, before, after)]
    own = [a for a in own if after.last <= a.first < before.first] or own  # `down by half since 2011, when …`
    own = [a for a in own or appended(facts, before, after, line) if not is_adjusted(facts, a)]
    for amount in own or (None,):
        word, direction = direction_of(facts, [f for f in (before, after, amount) if f], before)
        told = amount if amount and not _turned(facts, amount, direction) else None
        yield Change(before, after, told, direction, word, ordered)


def _of_a_third(facts: Facts, amount: Figure, before: Figure, after: Figure) -> bool:
    """`at 900 metres, and 40 metres deeper than the bay, which is 30`: what is 70 metres deep is not told."""
    small, large = sorted(amounts_of(before, after))
    parted = facts.words(amount.first - 2, amount.first) == [",", "and"]
    return parted and amount.kind not in AMOUNTS and 0 < small * _TOO_FAR < large


def _turned(facts: Facts, amount: Figure, direction: Direction) -> bool:
    """Whether the amount is of a change the other way: `rose 5% on Monday, closed at 210p, down from 214`."""
    place = amount.first - 1 - (facts.word(amount.first - 1) == "by")
    own = facts.classes[place] if place >= 0 else ""
    return own in ("rise", "fall") and direction != "" and own != direction


def _taken_up(
    facts: Facts, before: Sequence[Change], sentence: int, line: Sequence[Figure], amount: Figure
) -> Iterator[Change]:
    """The amount of a change whose ends stand, one or both, in the sentence before."""
    word, direction = direction_of(facts, [amount], None)
    ends = [f for f in line if f is not amount and level(f) and facts.word(f.last) not in group("ago")]
    if not ends and not before and _points_back(facts, amount):
        yield from _of_two_times(facts, sentence - 1, amount, direction, word)
    if not ends and before and before[-1].amount is None and _points_back(facts, amount):
        last = before[-1]
        if facts.tokens.sentence[last.before.first] == sentence - 1:
            yield Change(last.before, last.after, amount, direction, word, last.ordered)
        return
    earlier = [f for f in facts.lines.get(sentence - 1, ()) if level(f) and not is_amount(facts, f)]
    earlier = [f for f in earlier if ends and comparable(f, ends[0])]
    if len(ends) != 1 or len(earlier) != 1 or amount.kind not in AMOUNTS or amount.first < ends[0].first:
        return
    dated = all(facts.times_in(i) for i in (sentence - 1, sentence))
    if dated and comparable(ends[0], earlier[0]) and one_noun(ends[0], earlier[0]):
        old, new = earlier[0], ends[0]
        if not _EARLIER.isdisjoint(facts.words(facts.bounds(new.first)[0], new.first)):
            old, new = new, old
        yield Change(old, new, amount, direction, word, ordered=False)


def _of_two_times(
    facts: Facts, sentence: int, amount: Figure, direction: Direction, word: int | None
) -> Iterator[Change]:
    """`We sold 1,240 last season and 1,860 this season. That is an increase of 50%.`"""
    ends = [f for f in facts.lines.get(sentence, ()) if level(f)]
    if len(ends) != 2 or not comparable(*ends) or not one_noun(*ends) or amount.kind not in AMOUNTS:
        return
    words = set(facts.words(*facts.bounds(ends[0].first)))
    if len(facts.times_in(sentence)) > 1 or {"last", "this"} <= words:
        yield Change(ends[0], ends[1], amount, direction, word, ordered=False)


def _announced(facts: Facts, sentence: int, line: Sequence[Figure]) -> Iterator[Change]:
    """`Costs have doubled. The bridge, priced at £40m in 2016, is now put at £80m.`"""
    if (
        len(line) != 1
        or line[0].kind != "multiplier"
        or line[0].last - facts.bounds(line[0].first)[0] > _SHORT
    ):
        return
    following = [f for f in facts.lines.get(sentence + 1, ()) if level(f) and not is_amount(facts, f)]
    if len(following) != 2 or not comparable(*following) or not one_noun(*following):
        return
    words = facts.words(*facts.bounds(following[0].first))
    if facts.times_in(sentence + 1) and not group("present").isdisjoint(words) and "and" not in words:
        yield Change(following[0], following[1], line[0], "", None, ordered=False)


def _multipliers(facts: Facts) -> bool:
    return any(claim.figure.kind in ("multiplier", "ratio") for claim in facts.claims)


def _points_back(facts: Facts, amount: Figure) -> bool:
    """Whether the sentence of `amount` takes up the one before: `That is a rise of 12%`."""
    first, _ = facts.bounds(amount.first)
    first += facts.word(first) in ('"', "“")
    return facts.word(first) in listed("changes", "back") and amount.first - first < 8
