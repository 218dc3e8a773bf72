"""Singular and plural of English nouns: the irregular is data (`lexicon/nouns.toml`), the rest is rule."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import load

_VOWELS = "aeiou"
_HISSING = ("ches", "shes", "sses", "xes", "zzes")


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(load("nouns")[name]["words"])


@cache
def _irregular() -> dict[str, str]:
    found: dict[str, str] = load("nouns")["singular"]
    return found


@cache
def _irregular_plurals() -> dict[str, str]:
    return {singular: plural for plural, singular in reversed(_irregular().items())}


def is_plural(word: str) -> bool:
    """Whether the lower-case `word` can be a plural noun."""
    if word in _irregular() or word in _table("invariant"):
        return True
    if word in _table("not_plural"):
        return False
    if word.endswith("men"):
        return len(word) > 4
    return len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))


def singular(word: str) -> str:
    """The singular of the lower-case noun `word`, which is returned as it is where it has no plural form.

    >>> singular("policies"), singular("troops"), singular("people"), singular("aircraft")
    ('policy', 'troop', 'person', 'aircraft')
    """
    if word in _irregular():
        return _irregular()[word]
    if "-" in word:
        before, _, last = word.rpartition("-")
        return f"{before}-{singular(last)}"
    if word in _table("invariant") or word in _table("not_plural"):
        return word
    if word.endswith("men") and is_plural(word):
        return word[:-2] + "an"
    if word.endswith("s") and is_plural(word):
        return _without_ending(word)
    return word


def _without_ending(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(_HISSING):
        return word[:-2]
    return word[:-1]


def plural(word: str) -> str:
    """The plural of the noun `word`; its capitals stay.

    >>> plural("century"), plural("inch"), plural("hertz")
    ('centuries', 'inches', 'hertz')
    """
    lower = word.lower()
    if lower in _irregular_plurals():
        return _irregular_plurals()[lower]
    if lower in _table("invariant") or is_plural(lower):
        return word
    if lower.endswith("y") and lower[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if lower.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word + "s"
