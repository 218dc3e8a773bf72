"""Lines to paragraphs: a line each, or as many as were broken by width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.values import frozen

_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029]+|\r\n?|[\n\f\v\u2028\u2029]")
_LIST_ITEM = re.compile(r"\s*(?:[-*•‣▪·–]\s+|\(?\d{1,2}[.)]\s+)")
_STOP = ".!?…:;"
_CLOSERS = "\"'”’)]*_ \t\u00a0"
_NARROWEST, _WIDEST = 40, 130  # columns of a text that was broken by width
_SHORT_LINE = 0.75  # of the width: such a line was ended on purpose


@frozen
class _Line:
    """A line that is not blank: characters [start, end), and whether a blank line stands before it."""

    start: int
    end: int
    after_blank: bool
    stopped: bool
    item: bool
    indent: int
    first_word: int  # its length
    opens: bool  # begins as a sentence may: not with a small letter


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of `text` in order, without the white space around them."""
    lines = list(_lines(text))
    width = _width(text, lines)
    found: list[tuple[int, int]] = []
    before: _Line | None = None
    for line in lines:
        if before and width and not _begins(before, line, width):
            found[-1] = (found[-1][0], line.end)
        else:
            found.append((line.start, line.end))
        before = line
    return found


def is_list_item(paragraph: str) -> bool:
    """Whether a paragraph begins with a bullet or a number of its own (`– a title –` does not)."""
    return bool(_LIST_ITEM.match(paragraph)) and not paragraph.rstrip(". ").endswith(("–", "-", "*"))


def is_stopped(paragraph: str) -> bool:
    """Whether a paragraph ends as a sentence does."""
    return paragraph.rstrip(_CLOSERS)[-1:] in tuple(_STOP)


def _lines(text: str) -> Iterator[_Line]:
    blank = True
    ended = False
    for match in _LINE.finditer(text):
        piece = match.group()
        if piece[0] in "\r\n\f\v\u2028\u2029":
            blank, ended = blank or ended, True
            continue
        ended = False
        if piece.isspace():
            blank = True
            continue
        stripped = piece.strip()
        indent = len(piece) - len(piece.lstrip())
        start = match.start() + indent
        yield _Line(
            start, start + len(stripped), blank, is_stopped(stripped[-12:]), is_list_item(stripped), indent,
            len(stripped[:_WIDEST].split(None, 1)[0]), not stripped[0].islower(),
        )  # fmt: skip
        blank = False


def _width(text: str, lines: Sequence[_Line]) -> int:
    """The columns at which the text was broken into lines; 0 where it was not."""
    widths = [line.end - line.start + line.indent for line in lines if " " in text[line.start : line.end]]
    width = max(widths, default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    inner = [(a, b) for a, b in pairwise(lines) if not b.after_blank and not b.item]
    broken = sum(1 for a, b in inner if not a.stopped and _is_full(a, b, width))
    return width if broken >= 1 and broken * 2 >= sum(1 for a, _ in inner if not a.stopped) else 0


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    """Whether the first word of the next line had no room on this one."""
    return line.indent + line.end - line.start + 1 + after.first_word > width


def _begins(before: _Line, line: _Line, width: int) -> bool:
    """Whether `line` begins a paragraph in a text broken at `width`."""
    if line.after_blank or line.item or (line.indent > before.indent and before.stopped):
        return True
    if _is_full(before, line, width) or not line.opens:
        return False
    return before.stopped or before.end - before.start < width * _SHORT_LINE
