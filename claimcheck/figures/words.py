"""The classes of words that pass, end or make a noun phrase, as one look-up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from claimcheck.lexicon import load, words


class Words(IntEnum):
    """What a word can do in or after a noun phrase."""

    PLAIN = 0  # noun, name or adjective
    DETERMINER = 1
    POSSESSIVE = 2
    PRONOUN = 3
    PREPOSITION = 4
    CONJUNCTION = 5
    AUXILIARY = 6
    STOP = 7
    VERB = 8
    ADVERB = 9
    PARTICIPLE = 10
    PASS = 11


@dataclass(frozen=True, slots=True)
class WordClasses:
    """The closed classes; `of` reads the open ones (adverbs, participles) by their ending."""

    table: dict[str, Words]
    not_participle: frozenset[str]
    harmed: frozenset[str]
    measure: frozenset[str]
    attributive: frozenset[str]
    auxiliaries: frozenset[str]
    numbers: frozenset[str]

    def of(self, word: str) -> Words:
        """The class of a lower-case word."""
        found = self.table.get(word)
        if found is not None:
            return found
        if word.endswith("ly") and len(word) > 4:
            return Words.ADVERB
        if word.endswith("ed") and len(word) > 4 and word not in self.not_participle:
            return Words.PARTICIPLE
        return Words.PLAIN


@cache
def word_classes() -> WordClasses:
    """The word classes of the lexicon, read once a process."""
    nouns = load("nouns")
    table: dict[str, Words] = {}
    # The first to claim a word keeps it, so the order here is the order of what matters most.
    for name, lexicon, value in (
        ("pass", "nouns", Words.PASS),
        ("auxiliaries", "words", Words.AUXILIARY),
        ("possessives", "words", Words.POSSESSIVE),
        ("determiners", "words", Words.DETERMINER),
        ("pronouns", "words", Words.PRONOUN),
        ("conjunctions", "words", Words.CONJUNCTION),
        ("stop", "nouns", Words.STOP),
        ("prepositions", "words", Words.PREPOSITION),
        ("verb", "nouns", Words.VERB),
    ):
        members = words(lexicon, name) if lexicon == "words" else nouns[name]["words"]
        for word in members:
            table.setdefault(word, value)
    listed = {
        name: frozenset(nouns[name]["words"])
        for name in ("not_participle", "harmed", "measure", "attributive")
    }
    numbers = frozenset(word for name in ("units", "tens") for word in load("numerals")[name])
    return WordClasses(table, auxiliaries=words("words", "auxiliaries"), numbers=numbers, **listed)
