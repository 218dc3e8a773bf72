"""Feet and inches in signs: `5'7"`, `6′ 2″`, `6'2 tall`."""

from __future__ import annotations

from claimcheck.figures.pairs import pair, whole_number
from claimcheck.figures.quantity import Quantity
from claimcheck.figures.surroundings import noun_after
from claimcheck.model import Tokens
from claimcheck.values import replace

_FEET = (["'"], ["’"], ["′"])
_INCHES = frozenset({'"', "”", "″", "“"})
_FOOT = ("feet", "ft")
_TALLEST_PERSON = 8  # feet
_TALLEST = 30  # feet: beyond it the sign is no foot


def feet_and_inches(tokens: Tokens, a: Quantity, b: Quantity, gap: list[str]) -> Quantity | None:
    """`a` feet and `b` inches, read in inches."""
    signed = gap in _FEET and tokens.glued(a.last) and whole_number(a)
    spelled = gap in ([], ["-"]) and a.unit in _FOOT and a.low is not None and a.low <= _TALLEST_PERSON
    if not (signed or spelled) or not whole_number(b) or (spelled and not gap and _counts(tokens, b.last)):
        return None
    if a.low is None or b.low is None or not 1 <= a.low <= _TALLEST or not 0 <= b.low < 12:
        return None
    closed = b.last < len(tokens) and tokens.lower[b.last] in _INCHES and tokens.glued(b.last)
    whole = replace(pair(a, b, "measure", total := a.low * 12 + b.low, total), unit="in", step=b.step)
    return replace(whole, last=b.last + closed, rule="measure in two units")


def _counts(tokens: Tokens, at: int) -> bool:
    """Whether a noun follows that the last number may count."""
    return noun_after(tokens, at) and tokens.lower[at] != "tall"
