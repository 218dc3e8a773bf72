"""Years by their look and place, and clock times."""

from __future__ import annotations

from functools import cache

from claimcheck.figures.surroundings import plural_after, word_beside
from claimcheck.figures.units import find_unit
from claimcheck.lexicon import load
from claimcheck.model import NUMERAL, Numeral, Tokens


@cache
def year_words(name: str) -> frozenset[str]:
    """A list of the `year` table of `lexicon/set_aside.toml`."""
    return frozenset(load("set_aside")["year"][name])


@cache
def _clock() -> frozenset[str]:
    return frozenset(load("set_aside")["clock"]["after"])


def is_year(numeral: Numeral, tokens: Tokens, low: int = 1000, high: int = 2200) -> bool:
    """Whether the numeral is written as a year: four digits, nothing else."""
    text = tokens.text[numeral.first]
    return (
        numeral.last - numeral.first == 1 and len(text) == 4 and text.isdecimal() and low <= int(text) <= high
    )


def is_clock(tokens: Tokens, numeral: Numeral) -> bool:
    """`9 a.m.`, `6:38`, `10.45pm`, `0900 GMT`, `7 o'clock`."""
    first, last = numeral.first, numeral.last
    after = word_beside(tokens, last - 1, 1)
    if after in _clock():
        return _is_hour(tokens.text[first], after)
    if after == ":" and tokens.glued(last) and tokens.glued(last + 1) and tokens.kind[last + 1] == NUMERAL:
        return len(tokens.text[last + 1]) == 2 or "." in tokens.text[last + 1]
    glued = tokens.glued(first) and tokens.glued(first - 1)
    return (
        glued
        and first > 1
        and len(tokens.text[first]) == 2
        and tokens.lower[first - 1] == ":"
        and tokens.kind[first - 2] == NUMERAL
    )


def _is_hour(text: str, after: str) -> bool:
    """Whether digits can be a time of day before `after`: `9`, `10.45`, `0900`."""
    if after in ("hours", "hrs", "local"):
        return len(text) == 4 and text.startswith("0")
    hour, _, minutes = text.partition(".")
    return not text.isdecimal() or len(text) <= 4 if not minutes else len(minutes) == 2 and len(hour) <= 2


def percent_or_unit(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether percent or a unit follows the numeral in its sentence."""
    after = word_beside(tokens, numeral.last - 1, 1)
    return after in ("%", "percent", "per", "pct") or (
        find_unit(tokens, numeral.last) is not None
        and tokens.sentence[numeral.last] == tokens.sentence[numeral.first]
    )


def looks_like_year(tokens: Tokens, value: int, before: str, last: int) -> bool:
    """Whether a number of four digits between `before` and token `last` is a year by its size and place."""
    counted = plural_after(tokens, last)
    if before in year_words("after"):
        return 1900 <= value <= 2200 or not counted
    if before in year_words("not_after") and (counted or before != "of"):
        return before.isalpha() and 1900 <= value <= 2035 and value % 100 != 0 and not counted
    if counted and (value % 100 == 0 or before != "the"):
        return 1950 <= value <= 2049 and value % 100 != 0
    return 1800 <= value <= 2060
