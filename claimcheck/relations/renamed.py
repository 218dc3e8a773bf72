"""A figure taken up under another name: `close 30 branches`, then `the 40 closures`."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.misprints import slip
from claimcheck.relations.repeats import Repeat, is_apart, is_changing

_BACK = 2  # sentences to the first mention
_NEAR = 5  # tokens from the first figure to the word that the later noun is made of
_LEAST = 3


def find_renamed(facts: Facts) -> Iterator[Repeat]:
    """Every definite figure whose noun another word near the only earlier figure stands for."""
    for claim in facts.claims:
        figure = claim.figure
        if figure.kind not in ("count", "score") or facts.word(figure.first - 1) not in group("definite"):
            continue
        told = _told_as(facts, figure) if figure.kind == "count" else frozenset()
        if told:
            yield from _first_mention(facts, figure, told)
        elif figure.kind == "score" and facts.word(figure.last) in listed("renamed", "results.words"):
            yield from _first_score(facts, figure)


def _told_as(facts: Facts, figure: Figure) -> frozenset[str]:
    return frozenset(load("renamed")["told_as"].get(facts.word(figure.last), ()))


def _before(facts: Facts, figure: Figure) -> list[Figure]:
    """The figures of the sentences just before, of the figure's kind, below headlines."""
    sentence = facts.tokens.sentence[figure.first]
    found = [f for s in range(max(0, sentence - _BACK), sentence) for f in facts.lines.get(s, ())]
    return [f for f in found if f.kind == figure.kind and facts.block(f) != "headline"]


def _first_mention(facts: Facts, later: Figure, told: frozenset[str]) -> Iterator[Repeat]:
    near = [f for f in _before(facts, later) if _is_told(facts, f, told)]
    if len(near) != 1 or near[0].low != near[0].high or later.low != later.high:
        return
    first = near[0]
    if min(first.low or 0, later.low or 0) < _LEAST or first.low == later.low or first.modifier != "exact":
        return
    if slip(first.low, later.low) and not (
        is_changing(facts, later) or is_apart(facts, first, later) or _goes_on(facts, later)
    ):
        yield Repeat(first, later)


def _is_told(facts: Facts, figure: Figure, told: frozenset[str]) -> bool:
    first, last = facts.bounds(figure.first)
    before = facts.words(max(first, figure.first - _NEAR), figure.first)
    return bool(told & {*before, *facts.words(figure.last, min(last, figure.last + _NEAR))})


def _goes_on(facts: Facts, figure: Figure) -> bool:
    """Whether a preposition behind the noun makes it a part: `the 12 closures in the south`."""
    return facts.word(figure.last + 1) in listed("words", "prepositions") - {"by"}


def _first_score(facts: Facts, later: Figure) -> Iterator[Repeat]:
    """The only score told before the one that `the 3-2 victory` takes up."""
    scores = {(f.low, f.high): f for f in _before(facts, later)}
    others = listed("renamed", "results.others") & set(facts.words(later.first - 3, later.last))
    elsewhere = facts.word(later.last + 1) in listed("words", "prepositions") - {"on"}
    if len(scores) != 1 or others or elsewhere:
        return
    first = next(iter(scores.values()))
    if {first.low, first.high} != {later.low, later.high}:
        yield Repeat(first, later)
