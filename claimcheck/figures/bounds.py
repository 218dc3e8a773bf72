"""Modifiers: `about`, `up to`, `more than`, `an estimated`, `or so`, `-plus`, before and after a figure."""

from __future__ import annotations

from functools import cache

from claimcheck.figures.money import is_money_sign
from claimcheck.figures.number_words import table as numbers
from claimcheck.figures.phrase_table import Match, PhraseTable
from claimcheck.figures.quantity import Quantity
from claimcheck.lexicon import load
from claimcheck.lexicon.ready import table
from claimcheck.model import NUMERAL, WORD, HedgeCategory, Modifier, Strength, Tokens
from claimcheck.values import frozen


@frozen
class Bound:
    """How a modifier makes a figure read, and what kind of hedge it is."""

    modifier: Modifier
    category: HedgeCategory
    strength: Strength


@table
def _before() -> PhraseTable[Bound]:
    return _read("before")


@table
def _after() -> PhraseTable[Bound]:
    return _read("after")


def _read(side: str) -> PhraseTable[Bound]:
    return PhraseTable(
        (phrase, Bound(entry["modifier"], entry["category"], entry["strength"]))
        for entry in load("modifiers")[side]
        for phrase in entry["phrases"]
    )


@cache
def words(name: str) -> frozenset[str]:
    """A list of `lexicon/modifiers.toml`'s `words` table."""
    return frozenset(load("modifiers")["words"][name])


def bound_before(tokens: Tokens, quantity: Quantity, floor: int) -> Match[Bound] | None:
    """The modifier that stands straight before `quantity`, its adverbs of degree included."""
    last = quantity.first
    if last - 1 > floor and tokens.lower[last - 1] == "-":  # `sub-500`
        last -= 1
    found = _before().before(tokens, last, floor)
    if found is None or not _applies(tokens, found, quantity):
        return None
    return Match(_with_degrees(tokens, found, floor), found.last, found.value)


def bound_after(tokens: Tokens, last: int) -> Match[Bound] | None:
    """The modifier that starts at token `last`, straight after a figure."""
    found = _after().at(tokens, last)
    if found is None or (last and tokens.sentence[last] != tokens.sentence[last - 1]):
        return None
    after = tokens.lower[found.last] if found.last < len(tokens) else ""
    word = tokens.lower[last]
    if word in words("at_the_end") and not _ends_here(tokens, last, found.last):
        return None
    if word == "+" and not tokens.glued(last):
        return None
    if after in ("than", "or", "equal") and tokens.lower[found.last - 1] != "than":
        return None
    continued = found.last < len(tokens) and (
        tokens.kind[found.last] == NUMERAL
        or after in numbers("units")
        or is_money_sign(tokens.text[found.last])
    )
    return None if continued else found


def _ends_here(tokens: Tokens, first: int, last: int) -> bool:
    """Whether `plus`, `odd` and the like belong to the figure: hyphened, or at the end of a phrase."""
    if tokens.lower[first] in ("odd",):
        return True
    return last >= len(tokens) or tokens.kind[last] != WORD or tokens.sentence[last] != tokens.sentence[first]


def _with_degrees(tokens: Tokens, found: Match[Bound], floor: int) -> int:
    first = found.first
    if found.value.modifier == "exact":
        return first
    while first - 1 >= floor and tokens.lower[first - 1] in words("degrees"):
        if tokens.sentence[first - 1] != tokens.sentence[found.first]:
            break
        if tokens.lower[first - 1] == "only" and found.value.modifier == "approx":
            break
        first -= 1
    led = first < found.first and tokens.lower[first] in words("led_by_a")
    if led and first - 1 >= floor and tokens.lower[first - 1] == "a":
        first -= 1
    return first


def _applies(tokens: Tokens, found: Match[Bound], quantity: Quantity) -> bool:
    """Whether the words found bound this figure rather than say where or what about."""
    word = tokens.lower[found.first]
    single = found.last - found.first == 1
    inside = found.first > 0 and tokens.sentence[found.first - 1] == tokens.sentence[found.first]
    before = tokens.lower[found.first - 1] if inside else ""
    if word == "some":
        return quantity.value is None or quantity.value >= 3 or quantity.kind != "count"
    if not single:
        return not (word == "up" and before in words("adding"))  # `that adds up to 2,150`
    if word == "about":
        return before not in words("topic")
    if word == "over" and quantity.kind == "duration":
        return before in words("bounding_over") or not inside
    if word == "under" and before in words("serving_under") and quantity.bare:
        return False  # `served under six presidents`
    if word == "past":
        return before in words("bounding_past")
    return word != "inside" or quantity.kind == "duration"
