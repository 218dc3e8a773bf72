"""Decades and years as they are spoken: `the '90s`, `nineteen ninety-one`; and tens of degrees."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.figures.numbers import quantity_of
from claimcheck.figures.quantity import Quantity
from claimcheck.lexicon import load
from claimcheck.model import Numeral, Tokens
from claimcheck.values import replace

_SEARCHED = 14  # tokens around tens in which weather is looked for
_TENS = {"low": (0, 3), "lower": (0, 3), "mid": (4, 6), "upper": (7, 9), "high": (7, 9)}


@cache
def _weather() -> frozenset[str]:
    return frozenset(load("set_aside")["decade"]["weather"])


def spoken_year(tokens: Tokens, pair: Sequence[Numeral]) -> tuple[int, int] | None:
    """`nineteen ninety-one`, as in transcripts."""
    if len(pair) < 2 or any(n.form != "words" or n.value is None or n.scale != 1 for n in pair):
        return None
    century, year = pair
    adjacent = century.last == year.first and tokens.sentence[century.first] == tokens.sentence[year.first]
    if adjacent and century.value in (17, 18, 19, 20) and year.value is not None and 10 <= year.value <= 99:
        return century.first, year.last
    return None


def iso_end(tokens: Tokens, at: int) -> int | None:
    """The token after `2006-11-02`, written as ISO 8601 has it."""
    text = tokens.text[at : at + 5]
    if len(text) < 5 or text[1] != "-" or text[3] != "-" or not all(part.isdecimal() for part in text[::2]):
        return None
    if [len(part) for part in text[::2]] != [4, 2, 2] or not all(map(tokens.glued, range(at + 1, at + 5))):
        return None
    return at + 5 if 1 <= int(text[2]) <= 12 and 1 <= int(text[4]) <= 31 else None


def decade(tokens: Tokens, numeral: Numeral) -> tuple[int, int] | None:
    """`the '90s`, `the 60s`; none of temperatures."""
    first, last = numeral.first, numeral.last
    text = tokens.text[first]
    if not _plural(tokens, numeral) or len(text) != 2 or text[1] != "0" or not first:
        return None
    apostrophe = tokens.lower[first - 1] in ("'", "’", "‘") and tokens.glued(first)
    if apostrophe or (tokens.lower[first - 1] == "the" and not _of_weather(tokens, first)):
        return first, last + 1
    return None


def tens_of_degrees(tokens: Tokens, numeral: Numeral) -> Quantity | None:
    """`temperatures in the 90s`, `highs in the mid-80s`: ten degrees, or a part of them."""
    first, value = numeral.first, numeral.value
    if not _plural(tokens, numeral) or value is None or not 10 <= value <= 120 or value % 10:
        return None
    at = first - 1
    at -= at > 0 and tokens.lower[at] == "-"
    part = tokens.lower[at] if at >= 0 and tokens.lower[at] in _TENS else ""
    opener = tokens.lower[at - bool(part) : at - bool(part) + 1]
    if opener not in (["the"], ["and"], ["to"], ["or"]) or not _of_weather(tokens, first):
        return None
    low, high = _TENS.get(part, (0, 9))
    quantity = quantity_of(numeral, numeral.last + 1, "measure", "degrees")
    ends = replace(quantity, low=value + low, high=value + high, modifier="range", rule="tens of degrees")
    return replace(ends, first=at) if part else ends


def _plural(tokens: Tokens, numeral: Numeral) -> bool:
    last = numeral.last
    after = last < len(tokens) and tokens.lower[last] in ("s", "'s") and tokens.glued(last)
    return after and tokens.text[numeral.first].isdecimal()


def _of_weather(tokens: Tokens, first: int) -> bool:
    near = range(max(0, first - _SEARCHED), min(len(tokens), first + _SEARCHED // 2))
    return any(
        tokens.lower[at] in _weather() and tokens.sentence[at] == tokens.sentence[first] for at in near
    )
