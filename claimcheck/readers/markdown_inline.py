"""The marks within a Markdown paragraph: emphasis, links, tags, escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model import Span
from claimcheck.text.markup import blank

_TARGET = r"\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:\"[^\"]{0,300}\"|'[^']{0,300}'))?\s*\)"
_LINK = re.compile(rf"(!?\[)(?!\^)[^\[\]]*(\](?:{_TARGET}|\[[^\[\]]*\]))")
_MARK = re.compile(
    r"\[\^[^\[\]\s]{1,60}\]"  # a note's number
    r"|~~(?=\S)[^~]{1,1000}~~"  # struck out: no longer said
    r"|</?[A-Za-z][^<>]{0,2000}>"  # a tag, or an address in angle brackets
    r"|\\(?=[!-/:-@\[-`{-~])"
    r"|(?<=\S)\*+|\*+(?=\S)|(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_])|`+"
    r"|&(?:nbsp|thinsp|ensp|emsp|shy|zwnj|#160|#8239);|\{[#.:][^{}\n]{0,200}\}"
)
_DEPTH = 3  # a picture in a link in a link


def find_marks(text: str, start: int, end: int) -> list[Span]:
    """The markup of text[start:end], in order."""
    found: list[Span] = []
    piece = text[start:end]
    for _ in range(_DEPTH):
        links = [Span(*link.span(group)) for link in _LINK.finditer(piece) for group in (1, 2)]
        found += links
        piece = blank(piece, links)
        if not links:
            break
    found += [Span(*mark.span()) for mark in _MARK.finditer(piece)]
    return list(_apart(Span(first + start, last + start) for first, last in sorted(found)))


def _apart(spans: Iterator[Span]) -> Iterator[Span]:
    reached = -1
    for span in spans:
        if span.start >= reached:
            yield span
            reached = span.end
