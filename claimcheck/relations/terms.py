"""One sentence of a court told twice: `jailed for 14 years … Sentencing Mr Lund to 16 years`."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.repeats import Repeat

_NEAR = 6  # words from `jailed` to the years
_BACK = 3  # sentences between the two
_LEAST = 3  # letters of a surname


def find_terms(facts: Facts) -> Iterator[Repeat]:
    """Every later term of a named person that differs from the only one told before."""
    told: list[Figure] = []
    for line in facts.lines.values():
        for figure in line:
            if figure.kind == "duration" and figure.low == figure.high and _is_term(facts, figure):
                earlier = [f for f in told if _is_near(facts, f, figure)]
                if len(earlier) == 1 and _contradicts(facts, earlier[0], figure):
                    yield Repeat(earlier[0], figure)
                told = [*told[-_BACK:], figure]


def _is_term(facts: Facts, figure: Figure) -> bool:
    """Whether a court passes the term, and it is neither asked for nor of another kind or charge."""
    near = range(max(0, figure.first - _NEAR), figure.last + 3)
    words = facts.words(*facts.bounds(figure.first))
    passed = any(facts.classes[i] == "jailing" for i in near if i < len(facts.classes))
    return passed and facts.block(figure) != "headline" and group("other_terms").isdisjoint(words)


def _is_near(facts: Facts, first: Figure, second: Figure) -> bool:
    sentence = facts.tokens.sentence
    return 0 < sentence[second.first] - sentence[first.first] <= _BACK


def _contradicts(facts: Facts, first: Figure, second: Figure) -> bool:
    """Whether the two differ, in one unit, and the later one is given to somebody named with the first."""
    named = {word for word in _names(facts, *facts.bounds(first.first)) if len(word) >= _LEAST}
    again = _names(facts, second.first - _NEAR, second.first)
    return first.unit == second.unit and first.low != second.low and not named.isdisjoint(again)


def _names(facts: Facts, first: int, last: int) -> set[str]:
    """The words with a capital in tokens [first, last) that are no titles or months."""
    return {
        text
        for text in facts.tokens.text[max(0, first) : last]
        if text[:1].isupper() and text.lower() not in group("function_words") | listed("words", "weekdays")
    }
