"""`several`, `a few`, `a handful`, `a couple of days`: words for no number in particular."""

from __future__ import annotations

from claimcheck.figures import shares
from claimcheck.figures.digits import ONE
from claimcheck.figures.money import currency_after
from claimcheck.figures.quantity import Quantity
from claimcheck.figures.surroundings import word_at
from claimcheck.figures.units import find_unit
from claimcheck.lexicon import words
from claimcheck.model import WORD, Tokens


def _vague(first: int, last: int, unit: str | None) -> Quantity:
    return Quantity(first, last, None, None, "vague", "vague word", unit, modifier="vague")


def few(tokens: Tokens, index: int) -> Quantity | None:
    """`several`, `a few`, `the last few months`: with the unit where one is counted."""
    word = tokens.lower[index]
    first = index - 1 if word == "few" and word_at(tokens, index - 1) == "a" else index
    at = index + 1
    if word_at(tokens, at) in shares.words("before_a_time_unit"):
        at += 1
    if at >= len(tokens) or tokens.sentence[at] != tokens.sentence[index]:
        return None
    unit = _vague_unit(tokens, at)
    if unit:
        return _vague(first, *unit)
    after = tokens.lower[index + 1]
    if word == "few" and after in shares.words("not_few_before") and first == index:
        return None
    if word == "few" and word_at(tokens, first - 1) in shares.words("degrees_of_few"):
        return None
    counted = tokens.kind[index + 1] == WORD and (after not in words("words") or after in ("other", "of"))
    return _vague(first, index + 1, None) if counted else None


def _vague_unit(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """Where the unit at `at` ends, and its name: time, money, percent or a measure."""
    found = find_unit(tokens, at)
    if found and found.dimension != "dimensionless":
        return found.last, found.unit
    money = currency_after(tokens, at, None, ONE)
    if money:
        return money.at, money.unit
    if word_at(tokens, at) in ("percent", "%"):
        return at + 1, "%"
    if tokens.lower[at : at + 2] == ["per", "cent"]:
        return at + 2, "%"
    if tokens.lower[at : at + 2] in (["percentage", "points"], ["percentage", "point"]):
        return at + 2, "percentage points"
    return None


def handful(tokens: Tokens, index: int) -> Quantity | None:
    """`a handful of`, `a couple of days`, `a fraction of an inch`."""
    word, at = tokens.lower[index], index + 1
    ends = at >= len(tokens) or tokens.sentence[at] != tokens.sentence[index]
    if ends or word_at(tokens, index - 1) != "a":
        return None
    if word_at(tokens, at) != "of":
        following = _vague_unit(tokens, at) if word == "couple" else None
        return _vague(index - 1, *following) if following else None
    at += 1
    at += word_at(tokens, at) in ("a", "an", "more")
    unit = _vague_unit(tokens, at)
    if unit:
        return _vague(index - 1, *unit)
    return None if word == "fraction" else _vague(index - 1, index + 1, None)
