"""`dozens`, `hundreds of thousands`, `a few hundred`: numerals with no number in them."""

from __future__ import annotations

from claimcheck.figures.digits import signs
from claimcheck.figures.number_words import table
from claimcheck.model import Numeral, Tokens


def vague_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """`dozens`, `hundreds of thousands`, `tens of millions`."""
    word, at = tokens.lower[index], index + 1
    worth = table("vague")[word]
    while at + 1 < len(tokens) and tokens.lower[at] == "of" and tokens.lower[at + 1] in table("vague"):
        worth *= table("vague")[tokens.lower[at + 1]]
        at += 2
    while tokens.lower[at : at + 2] == ["and", word]:
        at += 2  # `thousands and thousands`
    if word in signs("need_of") and (at >= len(tokens) or tokens.lower[at] != "of") and at == index + 1:
        return None
    return Numeral(index, at, None, worth, "vague", worth)


def with_lead(tokens: Tokens, numeral: Numeral, floor: int) -> Numeral:
    """`numeral` with the vague word before it: `several thousands`, `many millions`."""
    first = lead_of(tokens, numeral.first, floor)
    return Numeral(first, numeral.last, None, numeral.grain, "vague", numeral.scale)


def lead_of(tokens: Tokens, index: int, floor: int) -> int:
    """Where a vague lead (`a couple of`, `several`) of the scale word at `index` starts, or `index`."""
    at = index - 1
    if at > floor and tokens.lower[at] == "of" and tokens.lower[at - 1] == "couple":
        at -= 1
    if at < floor or tokens.lower[at] not in signs("vague_leads"):
        return index
    return at - 1 if at > floor and tokens.lower[at - 1] == "a" else at
