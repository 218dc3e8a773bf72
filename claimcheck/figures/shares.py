"""Percent, percentage points and parts of a point."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimcheck.figures.phrase_table import PhraseTable
from claimcheck.lexicon import load
from claimcheck.lexicon.ready import table
from claimcheck.model import FigureKind, Numeral, Tokens


class Share(NamedTuple):
    """The percent words after a number, up to token `last`."""

    last: int
    kind: FigureKind
    unit: str


@cache
def words(name: str) -> frozenset[str]:
    """A list of `lexicon/shares.toml`'s `words` table."""
    return frozenset(load("shares")["words"][name])


@table
def _phrases() -> PhraseTable[tuple[FigureKind, str]]:
    shares = load("shares")
    entries: list[tuple[str, tuple[FigureKind, str]]] = [
        (phrase, ("percent", "%")) for phrase in shares["percent"]["phrases"]
    ]
    for unit, phrases in shares["points"].items():
        entries += [(phrase, ("points", unit)) for phrase in phrases]
    return PhraseTable(entries)


def share_after(tokens: Tokens, numeral: Numeral) -> Share | None:
    """Percent or points after `numeral`, hyphen or not; `pc` only where it touches or looks like percent."""
    at = numeral.last
    if at + 1 < len(tokens) and tokens.lower[at] == "-" and tokens.glued(at + 1):
        at += 1
    found = _phrases().at(tokens, at)
    if found and tokens.sentence[at] == tokens.sentence[numeral.first]:
        kind, unit = found.value
        if tokens.lower[at] == "pc" and (tokens.text[at].isupper() or at > numeral.last):
            return None
        return Share(found.last, kind, unit)
    return _part_of_a_point(tokens, numeral)


def _part_of_a_point(tokens: Tokens, numeral: Numeral) -> Share | None:
    """`a quarter-point`, `half a percentage point`, `three-quarters of a point`."""
    if numeral.form != "fraction":
        return None
    at = numeral.last
    for filler in (("of",), ("a",), ("full",)):
        at += tuple(tokens.lower[at : at + 1]) == filler
    found = _phrases().at(tokens, at)
    if found:
        return Share(found.last, *found.value)
    if at < len(tokens) and tokens.lower[at] == "-":
        at += 1
    word = tokens.lower[at] if at < len(tokens) else ""
    if word == "point" and tokens.lower[numeral.last - 1] in ("quarter", "quarters", "half"):
        return Share(at + 1, "points", "percentage points")
    return None
