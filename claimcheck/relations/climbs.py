"""A figure that the next sentence takes up and moves: `It employed 240. By 2023 that had risen to 190.`"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Figure
from claimcheck.relations.amounts import Direction, is_amount, one_noun
from claimcheck.relations.changes import Change
from claimcheck.relations.dates import years_of
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import comparable, level, per_unit

_OPENING = 9  # words of a sentence up to its word of change
_NEAR = 4  # words from `climbed` to the figure
_SIDES: dict[str, Direction] = {"rise": "rise", "fall": "fall"}


def find_climbs(facts: Facts) -> Iterator[Change]:
    """Every `the figure has climbed to …` with the only like figure of the sentence before."""
    for name, direction in _SIDES.items():
        for word in facts.marks.get(name, ()):
            if found := _climb(facts, word, direction):
                yield found


def _climb(facts: Facts, word: int, direction: Direction) -> Change | None:
    sentence = facts.tokens.sentence[word]
    first = facts.bounds(word)[0]
    opening = facts.words(first, word)
    if not sentence or len(opening) > _OPENING or group("taking_up").isdisjoint(opening):
        return None
    line = [f for f in facts.lines.get(sentence, ()) if level(f)]
    after = next((f for f in line if word < f.first <= word + _NEAR and _is_end(facts, f)), None)
    before = [f for f in facts.lines.get(sentence - 1, ()) if level(f) and after and comparable(f, after)]
    if after is None or len(before) != 1 or sum(comparable(f, after) for f in line) != 1:
        return None
    if is_amount(facts, before[0]) or per_unit(facts, before[0]) != per_unit(facts, after):
        return None
    if not one_noun(before[0], after) or _is_earlier(facts, sentence, opening):
        return None
    return Change(before[0], after, None, direction, word)


def _is_end(facts: Facts, figure: Figure) -> bool:
    """Whether `to` leads straight to the figure."""
    place = figure.first - 1
    while facts.word(place) in group("soft") - {"to"}:
        place -= 1
    return facts.word(place) == "to" and figure.modifier == "exact"


def _is_earlier(facts: Facts, sentence: int, opening: Sequence[str]) -> bool:
    """Whether the sentence goes back in time: `It had fallen to 300 in 2010`, without a later year."""
    years = [max((year for year, _ in years_of(facts, i)), default=0) for i in (sentence - 1, sentence)]
    if all(years):
        return years[1] <= years[0]
    return "had" in opening
