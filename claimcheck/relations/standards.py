"""Two measures set against each other by `than`: `At 1.96 metres she is taller than Bo, at 1.91`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.amounts import Direction, is_amount
from claimcheck.relations.changes import Change
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.own_nouns import own_noun
from claimcheck.relations.reading import comparable, level, one_of, per_unit
from claimcheck.values import replace

_BEFORE = 10  # tokens from a comparative to `than`: `longer over the second trial, six hours, than`
_STANDARD = 16  # tokens from `than` to its figure

Comparative = tuple[int, Direction, tuple[str, ...]]  # its token, which way, the kinds of figure


def find_standards(facts: Facts) -> Iterator[Change]:
    """Every comparison with a figure on either side of `than`, but those whose distance is told."""
    for line in facts.lines.values():
        if len(line) < 2:
            continue
        first, last = facts.bounds(line[0].first)
        words = facts.words(first, last)
        if words.count("than") == 1:
            found = _compared(facts, line, first + words.index("than"))
            if found:
                yield found


def _compared(facts: Facts, line: Sequence[Figure], than: int) -> Change | None:
    told = _comparative(facts, than)
    if told is None:
        return None
    index, direction, kinds = told
    ends = [own_noun(facts, f) for f in line if f.kind == "age" or level(f)]
    ends = [f for f in ends if facts.word(f.last) not in group("ago")]
    before = [f for f in ends if f.last <= than]
    after = [f for f in ends if than < f.first <= than + _STANDARD]
    if not before or not after:
        return None
    standard, subject = _paired(after[0], before[-1]), _paired(before[-1], after[0])
    like = [f for f in before[:-1] if comparable(one_of(f, standard), standard)]
    fits = comparable(standard, subject) and subject.kind in kinds and subject.low == subject.high
    if not fits or like or standard.low != standard.high or _is_elsewhere(facts, index, subject, standard):
        return None
    if any(comparable(one_of(f, subject), subject) for f in after[1:]):
        return None
    return Change(standard, subject, None, direction, index)


def _paired(figure: Figure, other: Figure) -> Figure:
    """A bare number in the kind of the other: `At 34, she is older than her brother, who is 39`."""
    bare = figure.kind == "count" and figure.unit is None
    return (
        replace(figure, kind="age", unit=other.unit)
        if bare and other.kind == "age"
        else one_of(figure, other)
    )


def _comparative(facts: Facts, than: int) -> Comparative | None:
    """The comparative that `than` goes with, if no figure stands straight before it."""
    for index in range(than - 1, than - 1 - _BEFORE, -1):
        word = facts.word(index)
        found = _words().get(word)
        if word in _adjectives() and facts.word(index - 1) in ("more", "less"):
            side: Direction = "rise" if facts.word(index - 1) == "more" else "fall"
            found = side, _adjectives()[word]
        if found:
            told = any(n.last >= index - 1 for n in facts.numerals_in(index - 3, index))
            return None if told else (index, *found)
    return None


def _is_elsewhere(facts: Facts, index: int, subject: Figure, standard: Figure) -> bool:
    """Whether one of the figures measures something else, or the comparison is not said to hold."""
    last = max(standard.last, index)
    words = facts.words(facts.bounds(index)[0], last)
    if not listed("standards", "words.open").isdisjoint(words):
        return True
    inner = facts.words(min(subject.last, index), standard.first)
    if not listed("standards", "words.breaks").isdisjoint(inner):
        return True
    if any(is_amount(facts, f) or per_unit(facts, f) for f in (subject, standard)):
        return True
    word = facts.word(index)
    dimensions = load("standards")["dimensions"]
    return any(word not in dimensions.get(facts.word(f.last), (word,)) for f in (subject, standard))


@cache
def _words() -> dict[str, tuple[Direction, tuple[str, ...]]]:
    lists = load("standards")
    found: dict[str, tuple[Direction, tuple[str, ...]]] = {}
    sides: tuple[tuple[str, Direction], ...] = (
        ("more", "rise"),
        ("slow", "rise"),
        ("less", "fall"),
        ("swift", "fall"),
    )
    for name, side in sides:
        found |= {word: (side, tuple(kinds)) for word, kinds in lists[name].items()}
    return found


@cache
def _adjectives() -> dict[str, tuple[str, ...]]:
    return {word: tuple(kinds) for word, kinds in load("standards")["more_adjectives"].items()}
