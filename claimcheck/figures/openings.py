"""Where the noun after a figure begins: past `of the`, and numbers and measures that stand before it."""

from __future__ import annotations

from claimcheck.figures.units import find_unit
from claimcheck.figures.words import HYPHENS, Words, word_classes
from claimcheck.model import NUMERAL, WORD, Tokens

_CURRENCY = frozenset("$€£¥₹")
_ARTICLES = (Words.DETERMINER, Words.POSSESSIVE)


def after_of(tokens: Tokens, at: int, stop: int) -> int:
    """Where the phrase begins: after a joining hyphen, or after `of`, articles, possessives and numbers."""
    lower, classes = tokens.lower, word_classes()
    if at < stop and lower[at] in HYPHENS and tokens.glued(at):
        return at + 1
    if lower[at : at + 2] == ["out", "of"]:
        at += 1
    if at >= stop or lower[at] != "of":
        return at
    at += 1
    number = _number_ahead(tokens, at, stop)
    while at < stop and (classes.at(tokens, at) in _ARTICLES or at <= number):
        at += 1
    return at


def _number_ahead(tokens: Tokens, at: int, stop: int) -> int:
    """The last token of the number after `of`, modifiers passed (`of the more than 300`), or -1."""
    classes = word_classes()
    for i in range(at, min(at + 6, stop)):
        if is_number(tokens, i):
            while i + 1 < stop and is_number(tokens, i + 1):
                i += 1
            return i
        kind = classes.at(tokens, i)
        if (
            tokens.kind[i] != WORD
            or kind in (Words.PLAIN, Words.PRONOUN)
            or kind in (Words.VERB, Words.AUXILIARY)
        ):
            break
    return -1


def after_articles(tokens: Tokens, preposition: int, stop: int) -> int:
    """The token after a preposition and its articles; `of` itself, which `noun_phrase` reads."""
    at = preposition if tokens.lower[preposition] == "of" else preposition + 1
    while at < stop and word_classes().at(tokens, at) in _ARTICLES:
        at += 1
    return at


def is_number(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is a number in digits, or a word for one or for a scale."""
    return tokens.kind[at] == NUMERAL or tokens.lower[at] in word_classes().numbers


def after_measure(tokens: Tokens, at: int, stop: int) -> int:
    """The token after a measure that stands before the noun: `four 250ml bottles`, `two 12-year-old boys`."""
    if at + 1 < stop and tokens.lower[at] in _CURRENCY and is_number(tokens, at + 1):
        at += 1  # `three $5 million grants`
        while at < stop and (is_number(tokens, at) or tokens.lower[at] in HYPHENS):
            at += 1
        return at
    if at + 1 >= stop or not is_number(tokens, at):
        return at
    unit = find_unit(tokens, at + 1)
    after = unit.last if unit else at + 1
    while after + 1 < stop and tokens.lower[after] in HYPHENS and tokens.glued(after):
        after += 2
    return after if after > at + 1 else at
