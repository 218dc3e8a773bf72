"""Compound units in scientific notation (`kg·m/s^2`), which the index lacks and quantulum3's parser names."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimcheck.figures.plurals import plural
from claimcheck.model import MARK, WORD, Tokens

JOINERS = frozenset("·⋅*^")
_LONGEST_TEXT = 25  # characters; quantulum3's time grows with the cube of the length
_LONGEST_WORD = 4  # letters of a symbol


def find_compound(tokens: Tokens, start: int) -> tuple[int, str, str, str] | None:
    """End, text, name and dimension of the compound unit at token `start`, or None where there is none."""
    if start >= len(tokens) or tokens.kind[start] != WORD:
        return None
    if JOINERS.isdisjoint(tokens.lower[start + 1 : start + 5]):
        return None
    last, limit = start + 1, tokens.start[start] + _LONGEST_TEXT
    while last < len(tokens) and tokens.glued(last) and tokens.end[last] <= limit:
        last += 1
    while last > start + 1 and tokens.kind[last - 1] == MARK:
        last -= 1
    words = tokens.text[start:last]
    if not JOINERS & set(words) or any(word.isalpha() and len(word) > _LONGEST_WORD for word in words):
        return None
    text = "".join(words).replace("⋅", "·")
    named = _named(text)
    return None if named is None else (last, text, *named)


@cache
def _named(text: str) -> tuple[str, str] | None:
    """Plural name and dimension that quantulum3 gives `1 text`, if it reads all of it as one unit."""
    try:
        found = _parse(f"1 {text}")
    except Exception:  # its parser raises KeyError, ValueError and others on odd input
        return None
    if len(found) != 1 or found[0].surface != f"1 {text}" or found[0].unit.name == "dimensionless":
        return None
    over, _, under = found[0].unit.name.partition(" per ")
    head, _, rest = over.rpartition(" ")
    name = f"{head} {plural(rest)}".strip() + (f" per {under}" if under else "")
    kind = found[0].unit.entity.name
    return name, name if kind == "unknown" else kind


def _parse(text: str) -> Any:
    """quantulum3's reading of `text`, without its warning, its logging set-up and its classifier."""
    import logging
    import warnings  # with quantulum3: 2 s, and only for a compound unit

    handlers = logging.getLogger().handlers[:]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    try:
        return parser.parse(text)
    finally:
        logging.getLogger().handlers[:] = handlers
