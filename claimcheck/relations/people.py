"""How many people a list of names and ages holds: `Piotr Hale, 31, Jon Ames and Adam Voss, 28, of Talin`."""

from __future__ import annotations

from claimcheck.relations.facts import Facts, group

_MOST_WORDS = 80
_STARTS = frozenset([",", ";", "and", "&"])
_WITHIN = frozenset(["who", "whose", "including", "with", "but", "while", "or", "“", '"', ":", "."])


def count_people(facts: Facts, first: int, last: int) -> tuple[int, int] | None:
    """The people with an age, and all whose names begin an item; None without ages or with a clause."""
    line = facts.lines.get(facts.tokens.sentence[first], ()) if first < last <= first + _MOST_WORDS else ()
    figures = [figure for figure in line if first <= figure.first < last]
    if not figures or any(figure.kind != "age" for figure in figures):
        return None
    if not _WITHIN.isdisjoint(facts.words(first, last)) or not all(
        _is_named(facts, f.first) for f in figures
    ):
        return None
    names = sum(_begins_name(facts, first, index) for index in range(first, last))
    return (len(figures), max(names, len(figures))) if _is_name(facts, first) else None


def _is_named(facts: Facts, age: int) -> bool:
    """Whether a name stands before the age and its comma or bracket."""
    return facts.word(age - 1) in (",", "(") and _is_name(facts, age - 2)


def _begins_name(facts: Facts, first: int, index: int) -> bool:
    return _is_name(facts, index) and (index == first or facts.word(index - 1) in _STARTS)


def _is_name(facts: Facts, index: int) -> bool:
    text = facts.tokens.text[index : index + 1]
    return bool(text) and text[0][:1].isupper() and facts.word(index) not in group("function_words")
