"""Before and after: two figures that the text ties with a word of change, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, alike, leads, level, listed, per_unit

Direction = Literal["rise", "fall", ""]
_AMOUNTS = ("percent", "points", "multiplier", "ratio")
_STARTS = frozenset(["from", "compared", "than", "against", "versus"])  # they govern the figure before
_NOUN_REACH = 3  # words between `12%` and `rise` in `a 12% year-on-year rise`


@dataclass(frozen=True, slots=True)
class Change:
    """`after` came out of `before`; `amount` is the change the text states, if it does.

    `ordered` is false where the text leaves open which came first. `word` is the token of the change word.
    """

    before: Figure
    after: Figure
    amount: Figure | None
    direction: Direction
    word: int | None
    ordered: bool = True


def find_changes(facts: Facts) -> Iterator[Change]:
    """Every change with both ends, once for each stated amount, or once without."""
    if not facts.marks.keys() & {"rise", "fall", "shift", "compared", "more", "less"} and not _multipliers(
        facts
    ):
        return
    spare: tuple[int, Change] | None = None
    for sentence, line in facts.lines.items():
        pairs = list(_pairs(facts, line))
        amounts = [figure for figure in line if is_amount(facts, figure)]
        for before, after, ordered in pairs:
            own = [a for a in amounts if a not in (before, after) and _belongs(facts, a, before, after, line)]
            for amount in own or (None,):
                word, direction = _direction(facts, [f for f in (before, after, amount) if f])
                change = Change(before, after, amount, direction, word, ordered)
                spare = (sentence, change)
                yield change
        if (
            not pairs
            and spare
            and spare[0] == sentence - 1
            and len(amounts) == 1
            and _points_back(facts, amounts[0], line)
        ):
            word, direction = _direction(facts, amounts)
            if spare[1].amount is None:
                yield Change(spare[1].before, spare[1].after, amounts[0], direction, word, spare[1].ordered)


def _multipliers(facts: Facts) -> bool:
    return any(claim.figure.kind in ("multiplier", "ratio") for claim in facts.claims)


def _pairs(facts: Facts, line: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, bool]]:
    ends = [f for f in line if level(f)]
    used: set[int] = set()
    for place, figure in enumerate(ends):
        lead = leads(facts, figure)
        if not _STARTS & set(lead):
            continue
        after = _after(facts, ends, place, lead)
        if after and not {figure.start, after.start} & used:
            used |= {figure.start, after.start}
            yield figure, after, True
    if not used:
        yield from _dated(facts, line, ends)


def _after(facts: Facts, ends: Sequence[Figure], place: int, lead: Sequence[str]) -> Figure | None:
    """The figure that a `from` or `compared with` figure became."""
    before = ends[place]
    following = ends[place + 1] if place + 1 < len(ends) else None
    if "from" in lead and following and alike(before, following) and "to" in leads(facts, following):
        return following
    single = per_unit(facts, before)
    earlier = [
        f
        for f in ends[:place]
        if alike(before, f) and per_unit(facts, f) == single and not _STARTS & set(leads(facts, f))
    ]
    if not earlier:
        return None
    if "from" in lead or "compared" in lead:
        reached = [f for f in earlier if "to" in leads(facts, f) or "at" in leads(facts, f)]
        plain = [f for f in earlier if not is_amount(facts, f)]
        return next(reversed(reached or plain), None)
    plain = [f for f in earlier if not is_amount(facts, f)]
    return plain[-1] if plain else None


def _dated(
    facts: Facts, line: Sequence[Figure], ends: Sequence[Figure]
) -> Iterator[tuple[Figure, Figure, bool]]:
    """`45 in 2019 and 98 last year`: two like figures, each with a time of its own."""
    plain = [f for f in ends if not is_amount(facts, f)]
    if len(plain) != 2 or not alike(*plain) or not any(is_amount(facts, f) for f in line):
        return
    times = facts.times_in(facts.tokens.sentence[plain[0].first])
    if any(is_amount(facts, f) and f.first < plain[1].first for f in line):
        return
    first, second = ([t for t in times if f.last <= t.first <= f.last + 5] for f in plain)
    if first and second and first[0].value != second[0].value and first[0].last <= plain[1].first:
        yield plain[0], plain[1], False


def is_amount(facts: Facts, figure: Figure) -> bool:
    """Whether the figure says by how much something changed or differs."""
    if figure.kind == "points" or figure.kind == "multiplier":
        return True
    after = facts.words(figure.last, figure.last + _NOUN_REACH)
    if any(word in listed("changes", "change_nouns") for word in _until_mark(facts, figure.last, after)):
        return True
    if facts.classes[figure.last : figure.last + 1] in (["more"], ["less"], ["rise"], ["fall"]):
        return True
    lead = leads(facts, figure)
    return lead[:1] in (["by"], ["rise"], ["fall"]) or (
        lead[:1] == ["of"] and lead[1:2] in (["rise"], ["fall"])
    )


def _until_mark(facts: Facts, first: int, words: Sequence[str]) -> list[str]:
    kept = []
    for offset, word in enumerate(words):
        if facts.tokens.kind[first + offset] != 1 or facts.classes[first + offset] in (
            "conjunction",
            "breaks",
        ):
            break
        if word in ("of", "in", "to", "from"):
            break
        kept.append(word)
    return kept


def _belongs(facts: Facts, amount: Figure, before: Figure, after: Figure, line: Sequence[Figure]) -> bool:
    """Whether a stated amount is that of this pair: the nearest figures, with no new statement between."""
    if amount.kind not in _AMOUNTS and not alike(amount, before):
        return False
    first, last = min(before.first, after.first), max(before.last, after.last)
    reach = range(min(amount.first, first), max(amount.last, last))
    others = [f for f in line if f not in (amount, before, after) and f.first in reach]
    between = [f for f in others if level(f) and not is_amount(facts, f)]
    if between:
        return False
    gap = range(amount.last, first) if amount.first < first else range(last, amount.first)
    if any(facts.classes[i] == "breaks" for i in gap):
        return False
    joined = [i for i in gap if facts.tokens.lower[i] == "and"]
    return not any(facts.classes[i] in ("rise", "fall") for i in gap if joined and i > joined[0])


def _direction(facts: Facts, group: Sequence[Figure]) -> tuple[int | None, Direction]:
    """The word of change that governs the figures: the nearest before them, then between, then after."""
    first, last = min(f.first for f in group), max(f.last for f in group)
    start, stop = facts.bounds(first)
    inside = {i for f in group for i in range(f.first, f.last)}
    orders = [range(first - 1, start - 1, -1), range(first, last), range(last, min(last + 4, stop))]
    for order in orders:
        for index in order:
            if facts.classes[index] == "breaks" and order is orders[0]:
                break
            name = facts.classes[index]
            if index not in inside and name in ("rise", "fall"):
                return index, "rise" if name == "rise" else "fall"
    return None, ""


def _points_back(facts: Facts, amount: Figure, line: Sequence[Figure]) -> bool:
    """Whether the sentence of `amount` takes up the one before: `That is a rise of 12%`."""
    first, _ = facts.bounds(amount.first)
    alone = not any(level(f) for f in line if f is not amount)
    return alone and facts.word(first) in listed("changes", "back") and amount.first - first < 8
