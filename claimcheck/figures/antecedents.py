"""The noun named before a figure that has none of its own: `460 vans, compared with 63`, `two of which`."""

from __future__ import annotations

from claimcheck.figures.openings import is_number
from claimcheck.figures.phrases import LONGEST, NounPhrase, noun_phrase
from claimcheck.figures.plurals import is_plural
from claimcheck.figures.units import find_unit
from claimcheck.figures.words import Words, word_classes
from claimcheck.model import MARK, NUMERAL, WORD, Tokens

_FAR, _NEAR = 24, 16  # tokens back to another count, to any plural noun


def antecedent(tokens: Tokens, first: int, last: int) -> NounPhrase | None:
    """The noun that the words after the figure send back to: `nine others`, `eight that`, `two of which`."""
    lower, referring = tokens.lower, word_classes().referring
    at = last + (lower[last : last + 1] == ["of"])
    if at >= len(tokens) or lower[at] not in referring or tokens.sentence[at] != tokens.sentence[first]:
        return None
    return counted_before(tokens, first) or _plural_before(tokens, first)


def counted_before(tokens: Tokens, first: int) -> NounPhrase | None:
    """What the figure before token `first` counts, in its sentence; None where that is measured."""
    for i in range(first - 2, max(first - _FAR, -1), -1):
        if tokens.sentence[i] != tokens.sentence[first]:
            return None
        if is_number(tokens, i):
            return None if find_unit(tokens, i + 1) else noun_phrase(tokens, i + 1, first, plural=True)
    return None


def _plural_before(tokens: Tokens, first: int) -> NounPhrase | None:
    for i in range(first - 1, max(first - _NEAR, -1), -1):
        if tokens.sentence[i] != tokens.sentence[first]:
            return None
        plain = tokens.kind[i] == WORD and word_classes().at(tokens, i) == Words.PLAIN
        if plain and is_plural(tokens.lower[i]):
            return NounPhrase(i, i, i + 1)
    return None


def name_before(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """The noun phrase right before `, 51` or `aged 18 to 25`, as a token range."""
    classes = word_classes()
    end = first - 1 if first and tokens.lower[first - 1] == "," else first
    start = end
    while start > 0 and end - start < LONGEST and tokens.sentence[start - 1] == tokens.sentence[first]:
        kind = classes.at(tokens, start - 1)
        if tokens.kind[start - 1] in (MARK, NUMERAL) or kind not in (Words.PLAIN, Words.PASS):
            break
        start -= 1
    return (start, end) if start < end else None
