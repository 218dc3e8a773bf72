"""The word of the text that something beside it hangs on."""

from __future__ import annotations

import re

_WORD = re.compile(r"\S+")


def word_at(text: str, at: int) -> tuple[int, int]:
    """The word that holds the character at `at`, as character offsets."""
    start = at
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    found = _WORD.match(text, start)
    return found.span() if found else (at, at + 1)
