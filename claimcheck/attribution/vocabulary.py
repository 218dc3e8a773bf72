"""The reporting lexicon as typed values: every form of every verb, and the word sets of the grammar."""

from __future__ import annotations

from functools import cache
from typing import Literal

from claimcheck.lexicon import load, words
from claimcheck.lexicon.ready import table
from claimcheck.values import frozen

Stance = Literal["assertion", "judgement", "directive", "commitment", "belief", "wish", "survey", "act"]
# What a verb of saying takes; `object` and `infinitive` alone are for other verbs.
SPEAKS = frozenset(("clause", "quotation", "hearer"))
FormName = Literal["base", "third", "past", "participle", "gerund"]

_DOUBLED = frozenset("bdgmnprt")
_VOWELS = frozenset("aeiou")
_SIBILANTS = ("s", "x", "z", "ch", "sh")


@frozen
class Verb:
    """A reporting verb; `takes` names what may follow it, prepositions included."""

    lemma: str
    stance: Stance
    takes: frozenset[str]
    noun: bool
    adjective: bool
    document: bool
    transitive: bool


@frozen
class Form:
    """One inflected form: the words after the first (`out` of `pointed out`) and what the form can be."""

    verb: Verb
    name: FormName
    rest: tuple[str, ...]
    passive: bool  # can be a participle


@frozen
class Words:
    """The word sets that the grammar asks for at every step."""

    adverbs: frozenset[str]
    not_adverbs: frozenset[str]
    auxiliaries: frozenset[str]
    catenatives: frozenset[str]
    copulas: frozenset[str]
    openers: frozenset[str]
    leading: frozenset[str]
    relatives: frozenset[str]
    pronouns: frozenset[str]
    persons: frozenset[str]
    owners: frozenset[str]
    all_pronouns: frozenset[str]
    base_subjects: frozenset[str]
    bare_determiners: frozenset[str]
    perfect: frozenset[str]
    joints: frozenset[str]
    subordinators: frozenset[str]
    trailing: frozenset[str]
    labels: frozenset[str]
    small: frozenset[str]
    quantities: frozenset[str]
    gerund_nouns: frozenset[str]
    finites: frozenset[str]
    contractions: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    times: frozenset[str]
    inserts: frozenset[str]
    resumes: frozenset[str]
    hearers: frozenset[str]
    documents: frozenset[str]
    surveys: frozenset[str]
    coordinators: frozenset[str]
    starters: frozenset[str]
    pending: frozenset[str]
    no_heads: frozenset[str]
    relative_openers: frozenset[str]
    clauses: frozenset[str]
    sure_clauses: frozenset[str]
    never_open: frozenset[str]
    passive_prepositions: frozenset[str]
    measured: frozenset[str]  # `put the toll at 40`
    means: frozenset[str]  # `told by letter`
    hearer_ends: frozenset[str]
    quantifiers: frozenset[str]
    before_quantifiers: frozenset[str]
    kept_adverbs: frozenset[str]
    kept_leading: frozenset[str]
    phrase_ends: frozenset[str]
    relative_ends: frozenset[str]
    manner: frozenset[str]
    manner_openers: frozenset[str]
    apposition_openers: frozenset[str]
    gerund_prepositions: frozenset[str]
    after_surveys: frozenset[str]
    clitic_verbs: frozenset[str]
    have: frozenset[str]
    be_contractions: frozenset[str]
    resuming: frozenset[str]
    even_openers: frozenset[str]
    comma_phrases: frozenset[str]
    demonstratives: frozenset[str]
    rates: frozenset[str]


@table
def vocabulary() -> Words:
    """The word sets, loaded once."""
    table = {name: frozenset(found) for name, found in load("reporting")["words"].items()}
    derived = {
        "auxiliaries": words("words", "auxiliaries") | table["auxiliaries"],
        "pronouns": table["subject_pronouns"] | table["personal_pronouns"],
        "persons": table["personal_pronouns"],
        "owners": words("words", "possessives") - {"'s"},
        "all_pronouns": words("words", "pronouns"),
        "contractions": table["subject_contractions"],
        "determiners": words("words", "determiners", "possessives"),
        "prepositions": words("words", "prepositions"),
        "times": table["times"] | words("words", "weekdays"),
        "documents": frozenset(form for word in table["documents"] for form in (word, plural(word))),
    }
    return Words(**{name: derived.get(name) or table[name] for name in Words.__annotations__})


@table
def verb_forms() -> dict[str, tuple[Form, ...]]:
    """First word to the forms that begin with it, phrasal ones first."""
    found: dict[str, list[Form]] = {}
    for stance, verbs in load("reporting")["verbs"].items():
        for lemma, entry in verbs.items():
            verb = Verb(
                lemma, stance, frozenset(entry["takes"]), entry.get("noun", False),
                entry.get("adjective", False), entry.get("document", False), entry.get("transitive", False),
            )  # fmt: skip
            for word, form in _inflect(verb, entry):
                found.setdefault(word, []).append(form)
    return {word: tuple(sorted(forms, key=lambda f: -len(f.rest))) for word, forms in found.items()}


@cache
def triggers() -> frozenset[str]:
    """Every word at which a cue may be found."""
    return (
        frozenset(verb_forms())
        | frozenset(source_phrases())
        | vocabulary().surveys
        | frozenset(reporting_nouns())
    )


@table
def reporting_nouns() -> dict[str, frozenset[str]]:
    """Nouns that name an act of reporting and their plurals, with the words that open what they report."""
    return {
        form: frozenset(("that", example.partition("[")[2].split()[0]))
        for noun, example in load("reporting")["nouns"].items()
        for form in (noun, plural(noun))
    }


@table
def source_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word to the phrases that a source follows (`according to`), longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load("reporting")["phrases"]:
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return {word: tuple(sorted(phrases, key=len, reverse=True)) for word, phrases in found.items()}


def plural(noun: str) -> str:
    """The regular plural of `noun`."""
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    return noun + ("es" if noun.endswith(_SIBILANTS) else "s")


def _inflect(verb: Verb, entry: dict[str, str]) -> list[tuple[str, Form]]:
    first, *rest = verb.lemma.split()
    past = entry.get("past", _past(first)).split()[0]
    participle = entry.get("participle", past).split()[0]
    third, gerund = entry.get("third", plural(first)), _gerund(first, past)
    names: dict[str, FormName] = {}
    spelled: tuple[tuple[str, FormName], ...] = (
        (past, "past"), (participle, "participle"), (first, "base"), (third, "third"), (gerund, "gerund"),
    )  # fmt: skip
    for word, name in spelled:
        names.setdefault(word, name)
    return [(word, Form(verb, name, tuple(rest), word == participle)) for word, name in names.items()]


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def _gerund(base: str, past: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    doubled = past == base + base[-1] + "ed" or (
        base[-1] in _DOUBLED and len(base) == 3 and base[1] in _VOWELS and base[0] not in _VOWELS
    )
    return base + (base[-1] if doubled else "") + "ing"
