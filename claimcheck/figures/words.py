"""The classes of words that pass, end or make a noun phrase, as one look-up."""

from __future__ import annotations

from enum import IntEnum

from claimcheck.lexicon import load, words
from claimcheck.lexicon.ready import table
from claimcheck.model import Tokens
from claimcheck.values import frozen

HYPHENS = frozenset("-‐‑–")


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


_CONTRACTED = ("'ve", "'re", "'ll", "'d", "'m", "n't")
VERBS = frozenset({Words.AUXILIARY, Words.VERB, Words.PARTICIPLE})
CLOSED = frozenset(
    {Words.DETERMINER, Words.PREPOSITION, Words.CONJUNCTION, Words.AUXILIARY, Words.PRONOUN, Words.STOP}
)
# The first to claim a word keeps it: the order is the order of what matters most.
_TABLES = (
    ("nouns", "pass", Words.PASS),
    ("words", "auxiliaries", Words.AUXILIARY),
    ("words", "possessives", Words.POSSESSIVE),
    ("words", "determiners", Words.DETERMINER),
    ("words", "pronouns", Words.PRONOUN),
    ("words", "conjunctions", Words.CONJUNCTION),
    ("nouns", "stop", Words.STOP),
    ("words", "prepositions", Words.PREPOSITION),
    ("nouns", "verb", Words.VERB),
)
_SETS = (
    "not_participle", "harmed", "harming", "human", "held", "measure", "attributive", "verb_noun",
    "reporting", "boundary", "clause", "change", "during", "referring", "definite", "sequence", "listing",
    "names",
)  # fmt: skip


@frozen
class WordClasses:
    """The closed classes; the open ones (adverbs, participles) are read by their ending."""

    table: dict[str, Words]
    not_participle: frozenset[str]
    harmed: frozenset[str]
    harming: frozenset[str]
    human: frozenset[str]
    held: frozenset[str]
    measure: frozenset[str]
    attributive: frozenset[str]
    verb_noun: frozenset[str]
    reporting: frozenset[str]
    boundary: frozenset[str]
    clause: frozenset[str]
    change: frozenset[str]
    during: frozenset[str]
    referring: frozenset[str]
    definite: frozenset[str]
    sequence: frozenset[str]
    listing: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    after: dict[str, frozenset[str]]

    def of(self, word: str) -> Words:
        """The class of a lower-case word."""
        found = self.table.get(word)
        if found is not None:
            return found
        if word.endswith(_CONTRACTED):
            return Words.PRONOUN
        if word.endswith("ly") and len(word) > 4:
            return Words.ADVERB
        if word.endswith("ed") and len(word) > 3 and word not in self.not_participle:
            return Words.PARTICIPLE
        return Words.PLAIN

    def at(self, tokens: Tokens, index: int) -> Words:
        """The class of the word at a token; `US`, `IT` and `WHO` are names, and `May` is a month."""
        text = tokens.text[index]
        if text == "May":
            return Words.STOP
        lower = tokens.lower[index]
        return Words.PLAIN if lower in self.names and text.isupper() else self.of(lower)


@table
def word_classes() -> WordClasses:
    """The word classes of the lexicon, read once a process."""
    nouns = load("nouns")
    table: dict[str, Words] = {}
    for lexicon, name, value in _TABLES:
        members = words(lexicon, name) if lexicon == "words" else nouns[name]["words"]
        for word in members:
            table.setdefault(word, value)
    sets = {name: frozenset(nouns[name]["words"]) for name in _SETS}
    tables = ("units", "tens", "scales", "vague")
    numbers = frozenset(word for name in tables for word in load("numerals")[name])
    after = {kind: frozenset(members) for kind, members in nouns["after"].items()}
    return WordClasses(table, numbers=numbers, after=after, **sets)
