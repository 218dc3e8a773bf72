"""The account of every number: in a claim, or set aside with a reason."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claimcheck.model import Figure, Numeral, SetAside, Tokens

UNREAD = "not read as a figure"


def account(
    tokens: Tokens, numerals: Sequence[Numeral], figures: Sequence[Figure], set_aside: Sequence[SetAside]
) -> tuple[int, list[SetAside]]:
    """How many numbers the text holds, and those outside claims, in order; the others are in claims."""
    claimed = _Spans([(figure.start, figure.end) for figure in figures])
    outside = [part for part in set_aside if not claimed.meets(part.start, part.end)]
    excused = _Spans([(part.start, part.end) for part in outside])
    in_claims = 0
    for numeral in numerals:
        start, end = tokens.span(numeral.first, numeral.last)
        if claimed.meets(start, end):
            in_claims += 1
        elif not excused.meets(start, end):
            outside.append(SetAside(start, end, UNREAD))
    outside.sort(key=lambda part: part.start)
    return in_claims + len(outside), outside


class _Spans:
    """Spans that are asked whether another meets one of them."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts = sorted(start for start, _ in spans)
        self._ends = sorted(end for _, end in spans)

    def meets(self, start: int, end: int) -> bool:
        """Whether more spans have begun before `end` than have ended by `start`."""
        return bisect_left(self._starts, end) > bisect_right(self._ends, start)
