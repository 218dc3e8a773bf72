"""Plain text to blocks: which lines are headline, standfirst, caption, list or body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.model import Block, BlockKind

_LINE = re.compile(r"[^\r\n]+")
_LIST_ITEM = re.compile(r"\s*(?:[-*•‣·–]\s+|\(?\d{1,2}[.)]\s+)")
_ENDS = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_CAPTION = re.compile(
    r"\b(?:19|20)\d\d\.\s*(?:\(|$)|\((?:[^()]{0,40}(?:Photo|Image|Getty|Reuters|AP|AFP)[^()]{0,40})\)\s*$"
    r"|^\s*(?:FILE|File photo|Photo|Image|Caption|Pictured)\b"
)
_DATELINE = re.compile(r"^\s*[A-Z][A-Z .,'’-]{2,40}(?:\([^)]{2,20}\)\s*)?[—–-]")
_HEADLINE_WORDS = 30


def split_blocks(text: str) -> tuple[Block, ...]:
    """Blocks of a plain-text article; a paragraph is a run of lines, or a line where no lines are blank."""
    paragraphs = list(_paragraphs(text))
    body = next((i for i, span in enumerate(paragraphs) if _is_body(text[slice(*span)])), len(paragraphs))
    headline = _headline(text, paragraphs[:body])
    return tuple(
        Block(_kind(text[start:end], i, body, headline), start, end)
        for i, (start, end) in enumerate(paragraphs)
    )


def find_headline(text: str, blocks: Sequence[Block]) -> str | None:
    """The headline's words, or None where the article has none."""
    return next((" ".join(text[b.start : b.end].split()) for b in blocks if b.kind == "headline"), None)


def _kind(paragraph: str, index: int, body: int, headline: int | None) -> BlockKind:
    if index == headline:
        return "headline"
    if _LIST_ITEM.match(paragraph):
        return "list"
    if index <= body and headline is not None and index > headline and _CAPTION.search(paragraph):
        return "caption"
    if headline is not None and headline < index < body:
        return "standfirst"
    return "body"


def _is_body(paragraph: str) -> bool:
    return bool(_DATELINE.match(paragraph)) or (
        bool(_ENDS.search(paragraph)) and not _CAPTION.search(paragraph)
    )


def _headline(text: str, leading: list[tuple[int, int]]) -> int | None:
    """The wordiest of the lines that stand above the first body paragraph, if it reads like a headline."""
    counts = [(len(text[start:end].split()), -i) for i, (start, end) in enumerate(leading)
              if not _CAPTION.search(text[start:end])]  # fmt: skip
    words, index = max(counts, default=(0, 0))
    return -index if 2 <= words <= _HEADLINE_WORDS else None


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if not m.group().isspace()]
    wrapped = _is_wrapped(text, lines)
    start = end = -1
    for line_start, line_end in lines:
        if start >= 0 and wrapped and _continues(text, end, line_start):
            end = line_end
            continue
        if start >= 0:
            yield _trim(text, start, end)
        start, end = line_start, line_end
    if start >= 0:
        yield _trim(text, start, end)


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether lines are broken by width: many lines of like length that stop in mid-sentence."""
    inner = [(a, b) for (a, b), (c, _) in pairwise(lines) if text.count("\n", b, c) == 1]
    open_ended = [1 for a, b in inner if 40 <= b - a <= 120 and not _ENDS.search(text[a:b])]
    return len(inner) >= 2 and len(open_ended) >= len(inner) / 2


def _continues(text: str, end: int, start: int) -> bool:
    return text.count("\n", end, start) <= 1 and not _LIST_ITEM.match(text, start)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return left, left + len(piece.strip())
