"""The common nouns that sources are made of: people, organisations, documents, media."""

from __future__ import annotations

from typing import Literal, NamedTuple

from claimcheck.lexicon import load

NounKind = Literal["role", "people", "hidden", "organisation", "document", "media"]
Gender = Literal["", "m", "f"]


class Noun(NamedTuple):
    """What a common noun makes of a source. `families` are what a later word may share with it."""

    kind: NounKind
    lemma: str
    families: frozenset[str]
    plural: bool
    gender: Gender = ""


def word_set(block: str) -> frozenset[str]:
    """The words of a block that white space parts."""
    return frozenset(block.split())


def phrase_set(block: str) -> frozenset[str]:
    """Comma-separated names as the words of each, joined by single spaces, in look-up form."""
    return frozenset(
        " ".join(phrase.split()) for phrase in block.lower().replace("’", "'").split(",") if phrase.strip()
    )


def read_nouns() -> dict[str, Noun]:
    """Every noun of the lexicons, singular and plural, in look-up form."""
    roles, media = load("roles"), load("media")
    male, female = word_set(roles["gender"]["male"]), word_set(roles["gender"]["female"])
    nouns: dict[str, Noun] = {}
    _add(nouns, "organisation", load("organisations")["families"])
    _add(nouns, "document", load("organisations")["documents"])
    for word in word_set(media["outlets"]) | word_set(media["posts"]):
        family = "posts" if word in word_set(media["posts"]) else "outlets"
        nouns[word] = Noun(
            "media", _singular(word), frozenset({family}), word.endswith("s") and word != "press"
        )
    for word in word_set(media["either"]):
        nouns[word] = nouns[word]._replace(families=nouns[word].families | {"outlets"})
    irregular = roles["plurals"]
    kinds: tuple[NounKind, ...] = ("people", "role")
    for kind in kinds:
        for word in roles[kind].split():
            gender: Gender = "m" if word in male else "f" if word in female else ""
            nouns[word] = Noun(kind, word, frozenset(), False, gender)
            nouns[irregular.get(word) or _plural(word)] = Noun(kind, word, frozenset(), True)
    for word in roles["collectives"].split():
        nouns.setdefault(word, Noun("people", word, frozenset(), True))
    for number in ("singular", "plural"):
        for word in roles["hidden"][number].split():
            nouns[word] = Noun("hidden", word, frozenset(), number == "plural")
    return nouns


def _add(nouns: dict[str, Noun], kind: NounKind, table: dict[str, str]) -> None:
    families: dict[str, set[str]] = {}
    for family, block in table.items():
        for word in block.split():
            families.setdefault(word, set()).add(family)
    for word, found in families.items():
        lemma = _singular(word) if _singular(word) in families else word
        plural = lemma != word
        nouns[word] = Noun(kind, lemma, frozenset(found | families[lemma]), plural)
        if kind == "organisation" and lemma == word:
            nouns.setdefault(_plural(word), Noun(kind, word, frozenset(found), True))


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh", "z")) else "s")


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "yses")):
        return word[:-2] if not word.endswith("yses") else word[:-2] + "is"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
