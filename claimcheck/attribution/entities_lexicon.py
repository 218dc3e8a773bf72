"""The words that sources are made of, typed: nouns with their kind and family, names, titles."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimcheck.attribution.entities_nouns import Gender, Noun, phrase_set, read_nouns, word_set
from claimcheck.lexicon import load, words
from claimcheck.lexicon.ready import table
from claimcheck.values import frozen


@frozen
class Lexicon:
    """All word lists of the stage as look-up tables; keys are in look-up form."""

    nouns: dict[str, Noun]
    also: dict[str, frozenset[str]]
    male: frozenset[str]
    female: frozenset[str]
    given: frozenset[str]
    courtesy: dict[str, Gender]
    plain_courtesy: frozenset[str]
    titles: frozenset[str]
    former: frozenset[str]
    offices: frozenset[str]
    authors: frozenset[str]
    crowds: frozenset[str]
    authorities: frozenset[str]
    collectives: frozenset[str]
    designators: frozenset[str]
    openers: frozenset[str]
    generic: frozenset[str]
    suffixes: frozenset[str]
    connectors: frozenset[str]
    particles: frozenset[str]
    joiners: frozenset[str]
    known: dict[str, frozenset[str]]
    media: frozenset[str]
    countries: frozenset[str]
    places: frozenset[str]
    adjectives: frozenset[str]
    function: frozenset[str]
    determiners: frozenset[str]
    articles: frozenset[str]
    owners: frozenset[str]
    definite: frozenset[str]
    verbs: frozenset[str]
    endings: tuple[str, ...]
    pronouns: dict[str, str]
    reflexives: frozenset[str]
    relatives: frozenset[str]
    stoppers: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    auxiliary: frozenset[str]
    agents: tuple[str, ...]
    breakers: frozenset[str]
    things: frozenset[str]
    around: frozenset[str]
    openings: frozenset[str]
    others: frozenset[str]
    counters: frozenset[str]
    leads: frozenset[str]
    calendar: frozenset[str]
    postmodifiers: frozenset[str]
    namings: frozenset[str]
    media_modifiers: frozenset[str]
    media_reports: frozenset[str]
    media_closing: frozenset[str]


@table
def lexicon() -> Lexicon:
    """The stage's lexicon, read once."""
    return Lexicon(**_people(), **_names(), **_grammar())


def _people() -> dict[str, Any]:
    """Words for people and what they are called."""
    roles, names, nouns, courtesy = load("roles"), load("given_names"), read_nouns(), _courtesy()
    either = word_set(names["either"])
    male, female = word_set(names["male"]), word_set(names["female"])
    roles_in_any_number = {word for word, noun in nouns.items() if noun.kind == "role"}
    return {
        "nouns": nouns,
        "also": {word: word_set(others) for word, others in roles["also"].items()},
        "male": male - female - either,
        "female": female - male - either,
        "given": male | female | either,
        "courtesy": courtesy,
        "plain_courtesy": word_set(roles["courtesy"]["plain"]),
        "titles": frozenset(roles_in_any_number | set(courtesy)),
        "former": word_set(roles["former"]),
        "offices": phrase_set(roles["offices"]),
        "crowds": phrase_set(roles["crowds"]),
        "authors": word_set(roles["authors"]),
        "collectives": word_set(roles["collectives"]),
        "pronouns": _pronouns(),
        "reflexives": frozenset(w for w in _pronouns() if w.endswith(("self", "selves"))),
        "relatives": word_set(roles["pronouns"]["relative"]),
        "things": word_set(roles["things"]),
        "around": word_set(roles["reference"]["around"]),
        "openings": word_set(roles["reference"]["openings"]),
        "agents": tuple(roles["agents"].split()),
        "others": word_set(roles["reference"]["others"]),
        "counters": word_set(roles["reference"]["counters"]),
    }


def _names() -> dict[str, Any]:
    """Words that names of organisations, media and places are made of."""
    organisations, media, places = load("organisations"), load("media"), load("places")
    proper = organisations["names"]
    return {
        "authorities": word_set(proper["authorities"]),
        "designators": word_set(proper["designators"]) | _organisation_nouns(read_nouns()),
        "openers": word_set(proper["openers"]),
        "generic": word_set(proper["generic"]),
        "suffixes": word_set(proper["suffixes"]),
        "connectors": word_set(proper["connectors"]),
        "particles": word_set(proper["particles"]),
        "joiners": word_set(proper["connectors"]) | word_set(proper["particles"]),
        "known": _known(),
        "media": frozenset().union(*(phrase_set(media["names"][table]) for table in media["names"])),
        "countries": phrase_set(places["countries"]),
        "places": phrase_set(places["places"]),
        "adjectives": word_set(places["adjectives"]),
        "media_modifiers": word_set(media["modifiers"]),
        "media_reports": word_set(media["reports"]),
        "media_closing": word_set(media["closing"]),
    }


def _grammar() -> dict[str, Any]:
    """Small words around a name."""
    grammar, relative = load("organisations")["grammar"], word_set(load("roles")["pronouns"]["relative"])
    breakers = words("words", "determiners", "pronouns", "conjunctions", "auxiliaries")
    return {
        "function": breakers | words("words", "possessives", "prepositions"),
        "stoppers": words("words", "prepositions", "conjunctions") | relative,
        "prepositions": words("words", "prepositions"),
        "conjunctions": words("words", "conjunctions"),
        "auxiliary": words("words", "auxiliaries"),
        "breakers": breakers,
        "determiners": word_set(grammar["determiners"]),
        "articles": frozenset({"a", "an", "the", "now", "then", "currently"}),
        "owners": words("words", "possessives"),
        "definite": word_set(grammar["definite"]),
        "verbs": word_set(grammar["verbs"]),
        "endings": tuple(grammar["endings"].split()),
        "leads": word_set(grammar["leads"]),
        "calendar": word_set(grammar["calendar"]),
        "postmodifiers": word_set(grammar["postmodifiers"]),
        "namings": word_set(grammar["namings"]),
    }


@cache
def anonymity_phrases() -> dict[str, list[tuple[str, ...]]]:
    """First word to the phrases by which a source asks not to be named, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load("roles")["anonymity"]["phrases"].replace("\n", " ").split(","):
        parts = tuple(phrase.split())
        table.setdefault(parts[0], []).append(parts)
    return {first: sorted(phrases, key=len, reverse=True) for first, phrases in table.items()}


@cache
def anonymity_leads() -> frozenset[str]:
    """Words that may open the reason, before the phrase itself."""
    return word_set(load("roles")["anonymity"]["lead"])


def _courtesy() -> dict[str, Gender]:
    table = load("roles")["courtesy"]
    genders: tuple[tuple[str, Gender], ...] = (("either", ""), ("male", "m"), ("female", "f"))
    return {word.rstrip("."): gender for name, gender in genders for word in table[name].split()}


def _pronouns() -> dict[str, str]:
    """Pronoun to what it can stand for: `male`, `female`, `they`, `it`, `relative`, `speaker`."""
    return {word: table for table, block in load("roles")["pronouns"].items() for word in block.split()}


def _known() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for family, block in load("organisations")["known"].items():
        for name in phrase_set(block):
            table.setdefault(name, set()).add(family)
    return {name: frozenset(families) for name, families in table.items()}


def _organisation_nouns(nouns: dict[str, Noun]) -> frozenset[str]:
    return frozenset(word for word, noun in nouns.items() if noun.kind == "organisation")
