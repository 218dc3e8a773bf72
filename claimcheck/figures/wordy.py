"""Figures without a number word: `doubled`, `twice as many`, `several`, `a few tons`, `more than a year`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from claimcheck.figures import shares
from claimcheck.figures.bounds import bound_after
from claimcheck.figures.digits import ONE
from claimcheck.figures.number_words import table
from claimcheck.figures.quantity import Quantity
from claimcheck.figures.surroundings import word_at, word_beside
from claimcheck.figures.units import find_unit
from claimcheck.figures.vague_words import few, handful
from claimcheck.lexicon import load, words
from claimcheck.model import WORD, FigureKind, Tokens

_HYPHENS = ("-", "‑", "‐")


@cache
def _multiples() -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in load("shares")["multiples"].items()}


@cache
def _ranks() -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in load("shares")["ranks"].items()}


@cache
def _triggers() -> frozenset[str]:
    return frozenset((*_multiples(), *shares.words("handfuls"), *_ranks(), "several", "few", "a", "an"))


def find_wordy(tokens: Tokens, taken: set[int]) -> Iterator[Quantity]:
    """Quantities in words that hold no numeral, outside the tokens `taken`."""
    triggers = _triggers()
    for index, word in enumerate(tokens.lower):
        if word in triggers and index not in taken:
            quantity = _quantity_at(tokens, index, word)
            if quantity and taken.isdisjoint(range(quantity.first, quantity.last)):
                yield quantity


def _quantity_at(tokens: Tokens, index: int, word: str) -> Quantity | None:
    if word in ("a", "an"):
        return _article_unit(tokens, index)
    if word in _multiples():
        return _multiple(tokens, index)
    if word in ("several", "few"):
        return few(tokens, index)
    if word in shares.words("handfuls"):
        return handful(tokens, index)
    return _rank(tokens, index)


def _point(
    first: int, last: int, kind: FigureKind, value: Decimal, unit: str | None, step: Decimal = ONE
) -> Quantity:
    return Quantity(first, last, value, value, kind, kind, unit, step, bare=unit is None)


def _article_unit(tokens: Tokens, index: int) -> Quantity | None:
    """`more than a year`, `an hour and a half`: one unit, where a bound or a part makes it a figure."""
    before = word_at(tokens, index - 1)
    found = find_unit(tokens, index + 1)
    if found is None or tokens.sentence[found.last - 1] != tokens.sentence[index]:
        return None
    bounded = before in shares.words("before_unit_alone") or bound_after(tokens, found.last) is not None
    kind: FigureKind = "duration" if found.dimension == "time" else "measure"
    continued = found.dimension in ("time", "length") and _goes_on(tokens, found.last)
    ended = word_at(tokens, found.last) in shares.words("unit_alone_not_before")
    if not (bounded or continued) or (ended and not bound_after(tokens, found.last)):
        return _point(index, found.last, kind, ONE, found.unit) if continued else None
    if found.dimension in ("dimensionless",) or (
        before == "over" and word_at(tokens, index - 2) not in ("for", "just", "well")
    ):
        return None
    return _point(index, found.last, kind, ONE, found.unit)


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether `and a half`, `and 45` follows the unit, so that `a` counts it."""
    if tokens.lower[at : at + 3] in (["and", "a", "half"], ["and", "a", "quarter"]):
        return True
    return tokens.lower[at : at + 1] == ["and"] and _number_at(tokens, at + 1)


def _number_at(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and (
        tokens.text[at].isdecimal() or tokens.lower[at] in table("tens") or tokens.lower[at] in table("units")
    )


def _multiple(tokens: Tokens, index: int) -> Quantity | None:
    """`doubled`, `twice as many`, `threefold`, `more than double the`."""
    word, after = tokens.lower[index], word_beside(tokens, index, 1)
    quantity = _point(index, index + 1, "multiplier", _multiples()[word], "times")
    if word.endswith("fold"):
        return quantity
    if word in ("twice", "thrice"):
        what = word_beside(tokens, index, 2)
        compares = after in shares.words("after_twice") and (
            what.islower() or what[:1].isdigit() or what in "£$€"
        )
        name = index + 2 < len(tokens) and tokens.text[index + 2][0].isupper()
        return quantity if (compares and not name) else None
    if word.endswith("ed") or word.endswith("ing") or word == "halve":
        return None if after in ("as", "up", "down", "over") and word.startswith("doubl") else quantity
    if after in shares.words("doubles_to") and word_at(tokens, index - 1) in shares.words("modals"):
        return quantity  # `will double to $9,000`
    if tokens.glued(index + 1) and after == "-":
        return None
    bounded = word_beside(tokens, index, -1) in shares.words("before_a_multiple")
    if after in shares.words("after_double") or (bounded and after != "as"):
        return quantity if tokens.text[index].islower() or bounded else None
    return None


def _rank(tokens: Tokens, index: int) -> Quantity | None:
    """`third-largest`, `the fourth consecutive month`: ranks; `first` and `second` mostly order events."""
    word, at = tokens.lower[index], index + 1
    if at >= len(tokens) or tokens.sentence[at] != tokens.sentence[index]:
        return None
    hyphen = tokens.lower[at] in _HYPHENS and tokens.glued(at)
    after = word_at(tokens, at + hyphen)
    if after in shares.words("superlatives") or (after.endswith("est") and len(after) > 4):
        last = at + 1 + hyphen
        return _point(index, last, "ordinal", _ranks()[word], None)
    if word == "second" or hyphen or after in shares.words("no_rank_before") or after in words("words"):
        return None
    return (
        _point(index, at, "ordinal", _ranks()[word], None)
        if tokens.kind[at] == WORD and tokens.text[at].islower()
        else None
    )
