"""Text with its markup blanked: as long as it was, so that every offset still holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

_PRINTED = r"[^\r\n]"


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with spaces at `spans`, which are in order and do not overlap; line ends stay."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += text[at:start], re.sub(_PRINTED, " ", text[start:end])
        at = end
    return "".join([*pieces, text[at:]]) if pieces else text


def unmarked(text: str, spans: Sequence[tuple[int, int]], start: int, end: int) -> str:
    """Characters [start, end) of `text` without those at `spans`, which are in order and do not overlap."""
    first = max(bisect_left(spans, (start, start)) - 1, 0) if spans else 0
    pieces: list[str] = []
    at = start
    for index in range(first, len(spans)):
        span_start, span_end = spans[index]
        if span_start >= end:
            break
        pieces.append(text[at:span_start])
        at = max(at, min(span_end, end))
    return "".join([*pieces, text[at:end]])
