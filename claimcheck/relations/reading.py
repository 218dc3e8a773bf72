"""How a relation reads one figure: what it may stand for, what governs it, what it is like."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claimcheck.intervals import Interval, Side, written
from claimcheck.lexicon import load
from claimcheck.model import NUMERAL, Figure
from claimcheck.relations.facts import Facts, group

_NO_STEP = Decimal("0.001")  # `a third`, `doubled`: the words have no written precision
_REACH = 9  # words between a figure and the preposition that governs it


def interval(facts: Facts, figure: Figure) -> Interval:
    """What the figure may stand for, from its written precision and the words before it."""
    counted = figure.kind in ("count", "age", "ordinal", "duration")
    if figure.kind in ("multiplier", "ratio"):
        return written(figure.low, figure.high, _NO_STEP, side_of(facts, figure))
    return written(figure.low, figure.high, figure.grain, side_of(facts, figure), counted=counted)


def side_of(facts: Facts, figure: Figure) -> Side:
    """On which side of the printed number the true one may lie."""
    if figure.modifier in ("lower", "upper"):
        return "least" if figure.modifier == "lower" else "most"
    words = " ".join(facts.words(figure.first, figure.last))
    lexicon = load("relations")["sides"]
    for side in ("below", "above"):
        if any(words.startswith(phrase + " ") for phrase in lexicon[side]):
            return "below" if side == "below" else "above"
    return "near" if figure.modifier == "approx" else "exact"


def leads(facts: Facts, figure: Figure) -> list[str]:
    """What governs the figure, nearest first: prepositions, then the class of a word of change or comparison.

    `to a total of 45` gives of, to; `a rise of 12%` of, rise; `leapt nearly 240%` rise.
    """
    words = _prepositions()
    found: list[str] = []
    lower, first = facts.lower, facts.bounds(figure.first)[0]
    for index in range(figure.first - 1, max(first, figure.first - _REACH) - 1, -1):
        word, name = lower[index], facts.classes[index]
        if word in words["stops"] or name in ("breaks", "conjunction"):
            break
        if name in ("rise", "fall", "shift", "compared"):
            return [*found, name]
        if facts.classes[index - 1] == "compared" and index > first:
            return [*found, "compared"]
        if word == "as" and lower[index - 2 : index - 1] == ["as"]:
            return [*found, "than"]
        if word in words["governors"]:
            found.append(word)
            if word not in words["transparent"]:
                break
        if facts.tokens.kind[index] == NUMERAL and not _is_time(facts, index):
            break
    return found


@cache
def _prepositions() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in load("relations")["prepositions"].items()}


def _is_time(facts: Facts, index: int) -> bool:
    return any(time.first <= index < time.last for time in facts.times_in(facts.tokens.sentence[index]))


def is_points(figure: Figure) -> bool:
    """Whether the figure is a distance between percentages or scores: `six points`."""
    return figure.kind == "points" or (figure.kind == "measure" and figure.unit in ("points", "point"))


def level(figure: Figure) -> bool:
    """Whether the figure is a quantity that can rise and fall."""
    return figure.kind in ("count", "percent", "money", "measure", "duration") and (
        figure.low is not None or figure.high is not None
    )


def per_unit(facts: Facts, figure: Figure) -> bool:
    """Whether the figure is an amount for one of something: `$6.44 a share`, `£15 each`."""
    if facts.word(figure.last) not in group("per_unit") or facts.word(figure.last + 2) in group("ago"):
        return False
    if facts.word(figure.last + 1) in group("periods"):
        return False
    return figure.kind in ("money", "measure", "duration", "count")


def alike(first: Figure, second: Figure) -> bool:
    """Whether two figures are of one kind and, but for counts, one unit."""
    return first.kind == second.kind and (first.kind == "count" or first.unit == second.unit)
