"""Scales in letters straight after a number: `30k`, `$3m`, `1.5bn`, `4.3M`."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.figures.digits import Reading, signs
from claimcheck.figures.money import currency_after, currency_before
from claimcheck.figures.number_words import table
from claimcheck.figures.plurals import is_plural
from claimcheck.model import NUMERAL, WORD, Tokens

_MILLION = Decimal(1000000)


def with_letter(tokens: Tokens, index: int, reading: Reading) -> Reading:
    """`reading` times a scale in letters: `1.5bn`, `30k`, `$3m`, `4.3M`, `8 B`."""
    at = reading.last
    if at >= len(tokens) or tokens.kind[at] != WORD:
        return reading
    word, glued = tokens.lower[at], tokens.glued(at)
    scale = table("abbreviated_scales").get(word)
    apart = tokens.text[at].isupper() or at + 1 == len(tokens) or currency_before(tokens, index, 0)
    if scale is None and word in table("lettered_scales") and (glued or apart):
        scale = table("lettered_scales")[word] if _is_scale(tokens, index, at, glued) else None
    if scale is None or (tokens.glued(at + 1) and tokens.kind[at + 1] == NUMERAL):
        return reading
    return Reading(at + 1, reading.value * scale, reading.grain * scale, "mixed", scale)


def _is_scale(tokens: Tokens, index: int, at: int, glued: bool) -> bool:
    """Whether the letter at `at` counts thousands or millions rather than metres, kelvin or bytes."""
    word, after = tokens.lower[at], tokens.lower[at + 1] if at + 1 < len(tokens) else ""
    if _after_money(tokens, index):
        return True
    if not after and not glued:
        return word == "k" or tokens.text[at].isupper()
    if word == "k":
        return glued and after not in signs("not_thousands_before")
    if tokens.text[at].isupper():
        return word != "t" and (glued or after in signs("counted_in_millions"))
    if word != "m" or not glued:
        return False
    if currency_after(tokens, at + 1, _MILLION, _MILLION):
        return True  # `600m crowns`
    return after in signs("counted_in_millions") or ("." in tokens.text[index] and is_plural(after))


def _after_money(tokens: Tokens, index: int) -> bool:
    """Whether money is named before the number at `index`, or before the range that it ends: `$3-5m`."""
    if currency_before(tokens, index, 0):
        return True
    if index < 3 or tokens.lower[index - 1] not in ("-", "–", "to"):
        return False
    first = index - 2 if tokens.kind[index - 2] == NUMERAL else index - 3  # `$3-5m`, `$3m-5m`
    return tokens.kind[first] == NUMERAL and currency_before(tokens, first, 0) is not None
