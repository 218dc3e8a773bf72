"""What stands beside a number: nouns that it may count, the start of its sentence."""

from __future__ import annotations

from functools import cache

from claimcheck.figures.units import find_unit
from claimcheck.lexicon import load, words
from claimcheck.model import WORD, Numeral, Tokens


@cache
def set_aside_words(table: str, name: str) -> frozenset[str]:
    """A list of `lexicon/set_aside.toml`."""
    return frozenset(load("set_aside")[table][name])


def word_at(tokens: Tokens, at: int) -> str:
    """The look-up form of token `at`; empty outside the stream."""
    return tokens.lower[at] if 0 <= at < len(tokens) else ""


def word_beside(tokens: Tokens, at: int, step: int) -> str:
    """The look-up form of the token `step` after token `at`; empty where its sentence has none there."""
    beside = at + step
    inside = 0 <= beside < len(tokens) and tokens.sentence[beside] == tokens.sentence[at]
    return tokens.lower[beside] if inside else ""


def glued_word(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is a word."""
    return 0 <= at < len(tokens) and tokens.kind[at] == WORD


def decided_by_unit(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a unit, percent or `times` follows the numeral."""
    after = tokens.lower[numeral.last] if numeral.last < len(tokens) else ""
    return after in ("%", "percent", "per", "times") or find_unit(tokens, numeral.last) is not None


def sentence_first(tokens: Tokens, at: int) -> int:
    """The first token of the sentence of `at`, if that is at most two tokens back; else -1."""
    if at == 0 or tokens.sentence[at - 1] != tokens.sentence[at]:
        return at
    return -1


def noun_after(tokens: Tokens, last: int) -> bool:
    """Whether a word in lower case that may be counted follows."""
    if last >= len(tokens) or tokens.kind[last] != WORD or tokens.glued(last):
        return False
    if last and tokens.sentence[last] != tokens.sentence[last - 1]:
        return False
    return tokens.text[last].islower() and tokens.lower[last] not in words("words")


def plural_after(tokens: Tokens, last: int) -> bool:
    """Whether a plural noun in lower case follows, an adjective before it or not."""
    for at in (last, last + 1):
        if not noun_after(tokens, at):
            return False
        word = tokens.lower[at]
        if word in set_aside_words("label", "adverbs"):
            return False  # `route 8 also passes`
        if word in ("people", "men", "women", "children") or (word.endswith("s") and not word.endswith("ss")):
            return True
    return False
