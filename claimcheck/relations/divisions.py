"""Shares of what is divided up, and of two camps: together they cannot pass the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.shares import Shares, one_question

_LEAST = 3
_CAMP = 7  # words from a share to the verb that tells its camp
_GAP = 14  # words between the shares of two camps


def find_divisions(facts: Facts) -> Iterator[Shares]:
    """The shares of what the text says was divided, in a closed list, and those of two camps."""
    for sentence, line in facts.lines.items():
        parts = [f for f in line if f.kind == "percent" and f.low is not None]
        if len(parts) < 2 or not one_question(facts, parts):
            continue
        divided = len(parts) >= _LEAST and _is_list(facts, parts) and _divides(facts, sentence)
        if divided or (len(parts) == 2 and _camps(facts, parts)):
            yield Shares(tuple(parts), complete=False)


def _divides(facts: Facts, sentence: int) -> bool:
    first, last = facts.article.sentences[sentence].first, facts.article.sentences[sentence].last
    words = facts.words(first, last)
    return bool(group("divides") & set(words)) and not group("several_answers") & set(words)


def _is_list(facts: Facts, parts: Sequence[Figure]) -> bool:
    """Whether commas part the shares, with `and` before the last."""
    gaps = [facts.words(a.last, b.first) for a, b in pairwise(parts)]
    return all("," in gap or ";" in gap for gap in gaps[:-1]) and "and" in gaps[-1]


def _camps(facts: Facts, parts: Sequence[Figure]) -> bool:
    """`40% backed the strike and 70% opposed it`, each share with a camp of its own."""
    first, second = (set(_told(facts, part)) for part in parts)
    gap = facts.words(parts[0].last, parts[1].first)
    if len(gap) > _GAP or facts.word(parts[1].last) == "of" or not {"and", ",", "while"} & set(gap):
        return False
    favour, against = group("in_favour"), group("opposed")
    return bool((first & favour and second & against) or (first & against and second & favour))


def _told(facts: Facts, part: Figure) -> list[str]:
    """The words after a share up to the next mark or `and`."""
    words = facts.words(part.last, part.last + _CAMP)
    stop = next((i for i, word in enumerate(words) if word in (",", ";", "and", "while", ".")), len(words))
    return words[:stop]
