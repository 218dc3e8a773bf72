"""Numbers that make no claim, with the reason: names, labels, codes, telephone numbers, idioms."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.figures.codes import CODE, NAME, code, emergency_call, fixed_phrase, list_number, ordinal
from claimcheck.figures.halves import cut_in_half, in_half
from claimcheck.figures.labels import LABEL, address, label, model, name, title
from claimcheck.figures.quantity import Quantity
from claimcheck.figures.surroundings import noun_after, set_aside_words
from claimcheck.lexicon import words
from claimcheck.model import NUMERAL, Article, Numeral, Tokens
from claimcheck.text.tokens import places_of


def reason_before_units(article: Article, numeral: Numeral) -> str | None:
    """Why `numeral` is no figure whatever unit seems to follow: codes, labels, fixed phrases."""
    tokens = article.tokens
    return (
        fixed_phrase(tokens, numeral)
        or _halves(tokens, numeral)
        or code(tokens, numeral)
        or ordinal(tokens, numeral)
        or list_number(article, numeral)
        or label(tokens, numeral)
        or model(tokens, numeral)
        or title(article, numeral)
    )


def reason_for_bare(article: Article, numeral: Numeral) -> str | None:
    """Why a number without unit is no figure: names, addresses, emergency calls."""
    tokens = article.tokens
    return (
        address(tokens, numeral)
        or emergency_call(tokens, numeral)
        or name(article, numeral)
        or _or_two(tokens, numeral)
    )


def goes_on(tokens: Tokens, previous: tuple[Numeral, str] | None, numeral: Numeral) -> str | None:
    """The reason of the number before, where this one only goes on with it: `Articles 5 and 6`, `737-800`."""
    if previous is None or previous[1] not in (LABEL, NAME, CODE, "telephone number or code", "clock time"):
        return None
    before, reason = previous
    if numeral.first - before.last > 2 or tokens.sentence[before.first] != tokens.sentence[numeral.first]:
        return None
    gap = tokens.lower[before.last : numeral.first]
    listed = reason == LABEL and gap in (["and"], ["or"], ["to"], [","], ["&"], [",", "and"])
    joined = len(gap) == 1 and gap[0] in ("-", "–", "/", ".") and tokens.glued(numeral.first)
    return reason if joined or (listed and not noun_after(tokens, numeral.last)) else None


def _halves(tokens: Tokens, numeral: Numeral) -> str | None:
    """`tore the map in half`: two parts; `cut its debt in half` is a figure."""
    return "idiom" if in_half(tokens, numeral) and not cut_in_half(tokens, numeral) else None


def _or_two(tokens: Tokens, numeral: Numeral) -> str | None:
    """`an app or two`: a manner of speaking."""
    at = numeral.first
    if (
        tokens.lower[numeral.first : numeral.last] != ["two"]
        or tokens.lower[at - 1 : at] != ["or"]
        or noun_after(tokens, at + 1)
    ):
        return None
    return "idiom" if {"a", "an"} & set(tokens.lower[max(0, at - 4) : at - 1]) else None


def _one(tokens: Tokens, quantity: Quantity) -> str | None:
    if not quantity.bare or quantity.last - quantity.first != 1:
        return None
    word = tokens.lower[quantity.first]
    if word == "one":
        return "pronoun or article"
    joined = quantity.last < len(tokens) and tokens.lower[quantity.last] == "-"
    return "idiom" if word == "zero" and joined else None


def uncovered(tokens: Tokens, numerals: Sequence[Numeral]) -> list[int]:
    """Digit tokens that no numeral reads: `192.168.1.2`, `1.2.3`, runs too long to be a figure."""
    covered: set[int] = set()
    for numeral in numerals:
        covered.update(range(numeral.first, numeral.last))
    return [at for at in places_of(NUMERAL, tokens.kind) if at not in covered]


def pronoun(tokens: Tokens, quantity: Quantity) -> str | None:
    """Why `one` is no figure here: `one of the`, `one official`, `labored over one of`, `one day he`."""
    at = quantity.last - 1
    if tokens.lower[at] == "day" and tokens.lower[quantity.first : at] == ["one"]:
        before = tokens.lower[quantity.first - 1] if quantity.first else ""
        after = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
        said = before not in words("words", "prepositions") and after in words(
            "words", "pronouns", "auxiliaries"
        )
        return "idiom" if said else None
    if quantity.modifier == "exact":
        return _one(tokens, quantity)
    preposition = quantity.last - quantity.first == 2 and tokens.lower[quantity.first] in words(
        "words", "prepositions"
    )
    of = tokens.lower[quantity.last : quantity.last + 1] == ["of"]
    return "pronoun or article" if preposition and of and tokens.lower[at] == "one" else None


def instrument(tokens: Tokens, quantity: Quantity) -> str | None:
    """`10-year notes`, `the benchmark 30-year Treasury`: the life of a security is part of its name."""
    if quantity.kind != "duration" or "-" not in tokens.lower[quantity.first : quantity.last]:
        return None
    return (
        NAME
        if not set_aside_words("instruments", "after").isdisjoint(
            tokens.lower[quantity.last : quantity.last + 3]
        )
        else None
    )
