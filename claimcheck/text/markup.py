"""Text with its markup blanked: as long as it was, so that every offset still holds."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PRINTED = re.compile(r"[^\r\n]")


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with spaces at `spans`, which are in order and do not overlap; line ends stay."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += text[at:start], _PRINTED.sub(" ", text[start:end])
        at = end
    return "".join([*pieces, text[at:]]) if pieces else text
