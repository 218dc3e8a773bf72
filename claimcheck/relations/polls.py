"""Polls: the margin of error that an article gives, and whether it calls the race open."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.reading import is_points

_ACCURACY = 6  # tokens from `accurate` to its points
_BEFORE = 4  # tokens from `3-point` to `margin of error`


def find_margins(facts: Facts) -> Iterator[tuple[int, Figure]]:
    """The figures that `margin of error`, `sampling error` or `accurate to within` go with, by token."""
    for index in (*facts.marks.get("margin", ()), *facts.marks.get("sampling", ())):
        line = facts.lines.get(facts.tokens.sentence[index], ())
        if facts.word(index) in listed("polls", "margins.accuracy"):
            near = [f for f in line if index < f.first <= index + _ACCURACY and _may_be_margin(f)]
            if near and _is_accuracy(facts, index):
                yield index, near[0]
        elif is_margin(facts, index):
            after = [f for f in line if f.first > index and (_may_be_margin(f) or f.kind == "count")]
            before = [f for f in line if index - _BEFORE <= f.last <= index and _may_be_margin(f)]
            before = [f for f in before if not {",", "and", ";"} & set(facts.words(f.last, index))]
            if before or after:
                yield index, (before or after)[0]


def is_margin(facts: Facts, index: int) -> bool:
    """Whether the token is the `margin` or `sampling` of an error."""
    after = facts.words(index + 1, index + 3)
    of_error = after[:1] in (["of"], ["for"]) and facts.word(index + 2) in listed("polls", "margins.kinds")
    return of_error or after[:1] == ["error"] or facts.word(index - 1) == "error"


def _may_be_margin(figure: Figure) -> bool:
    return figure.low is not None and (is_points(figure) or figure.kind == "percent")


def _is_accuracy(facts: Facts, index: int) -> bool:
    near = facts.words(index + 1, index + _BEFORE)
    return not listed("polls", "margins.bounds").isdisjoint(near)


def opens_margin(facts: Facts, index: int) -> bool:
    """Whether the sentence speaks of the margin of error from here on."""
    if facts.classes[index] not in ("margin", "sampling"):
        return False
    if facts.word(index) in listed("polls", "margins.accuracy"):
        return _is_accuracy(facts, index)
    return is_margin(facts, index)


def is_denied(facts: Facts, index: int, margin: Figure) -> bool:
    """Whether the article itself says, beside the lead or the margin, that the race is open."""
    words = set(facts.words(*facts.bounds(index)))
    if not group("slight").isdisjoint(words - _accuracy_words(facts, index)):
        return True
    if not (listed("calendar", "neither") | listed("polls", "denials.voted")).isdisjoint(words):
        return True
    beside = set(facts.words(*facts.bounds(margin.first)))
    sentences = facts.article.sentences
    following = facts.tokens.sentence[margin.first] + 1
    if following < len(sentences):
        beside |= set(facts.words(sentences[following].first, sentences[following].last))
    return not (listed("polls", "denials.open") - {"within"}).isdisjoint(beside)


def _accuracy_words(facts: Facts, index: int) -> set[str]:
    """`accurate to within`, which says nothing of the race."""
    first, last = facts.bounds(index)
    for place in range(first, last):
        if facts.word(place) in listed("polls", "margins.accuracy") and _is_accuracy(facts, place):
            return {"within"}
    return set()
