"""Years with their era: `238 BC`, `484-425 BC`, `10,000 B.C.E.`, `AD 70`."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.figures.years import year_words
from claimcheck.model import Numeral, Tokens

_JOINED = (["-"], ["–"], ["to"], ["and"], ["or"])
_OLDEST = 1_000_000


def era_year(tokens: Tokens, numerals: Sequence[Numeral], index: int) -> tuple[int, int] | None:
    """The tokens of the year, or two joined years, that the numeral at `index` opens; None without an era."""
    numeral = numerals[index]
    if not _can_be_year(numeral):
        return None
    at = numeral.first - 1
    if at >= 0 and tokens.text[at].isupper() and tokens.lower[at] in year_words("era_before"):
        return at, numeral.last
    if _is_era(tokens, numeral.last):
        return numeral.first, numeral.last + 1
    following = numerals[index + 1] if index + 1 < len(numerals) else None
    if following and _can_be_year(following) and tokens.lower[numeral.last : following.first] in _JOINED:
        return (numeral.first, following.last + 1) if _is_era(tokens, following.last) else None
    return None


def _can_be_year(numeral: Numeral) -> bool:
    value = numeral.value
    whole = value is not None and 0 < value <= _OLDEST and value % 1 == 0
    return whole and numeral.form in ("digits", "words") and numeral.scale == 1


def _is_era(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens.text[at].isupper() and tokens.lower[at] in year_words("era_after")
