"""Lines of a PDF to paragraphs: page furniture dropped, lines joined, words at line ends made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from claimcheck.places import LineOrigin
from claimcheck.readers.assembly import Paragraph, Piece
from claimcheck.text.paragraphs import is_list_item, is_stopped
from claimcheck.values import frozen

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_HYPHENS = ("-", "\u00ad", "\ufffe", "\u2010")
_EDGE = 2  # lines from the top or the bottom of a page that may be its furniture
_GAP = 1.35  # of the usual distance between lines: a wider one parts paragraphs
_SHORT = 0.85  # of the column: a line that stops before ends its paragraph
_LARGER = 1.2  # times the usual height: a heading


@frozen
class Line:
    """A line as printed; `top` and `left` in points from the page's lower left corner."""

    text: str
    page: int
    number: int
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """Points from its lowest to its highest sign."""
        return self.top - self.bottom


def join_lines(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """The paragraphs that `lines` make up."""
    kept = _without_furniture(lines)
    if not kept:
        return
    pitch, width = _pitch(kept), max(line.right for line in kept)
    usual = median(line.height for line in kept)
    group: list[Line] = []
    for line in kept:
        if group and _begins(group[-1], line, pitch, width, usual):
            yield _paragraph(group)
            group = []
        group.append(line)
    yield _paragraph(group)


def _without_furniture(lines: Sequence[Line]) -> list[Line]:
    """Lines without those at the edge of a page that return on others, and page numbers."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = {(line.page, line.number) for page in pages.values() for line in (*page[:_EDGE], *page[-_EDGE:])}
    heads = Counter(_DIGITS.sub("#", line.text) for line in lines if (line.page, line.number) in edges)
    return [
        line for line in lines
        if (line.page, line.number) not in edges
        or not (_PAGE_NUMBER.fullmatch(line.text) or _returns(line, heads, len(pages)))
    ]  # fmt: skip


def _returns(line: Line, heads: Counter[str], pages: int) -> bool:
    return pages > 1 and heads[_DIGITS.sub("#", line.text)] >= max(2, pages // 2)


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance from a line to the one below."""
    steps = [
        before.bottom - line.bottom
        for before, line in pairwise(lines)
        if before.page == line.page and before.bottom > line.bottom
    ]
    return median(steps) if steps else 0.0


def _begins(before: Line, line: Line, pitch: float, width: float, usual: float) -> bool:
    """Whether `line` begins a paragraph."""
    if is_list_item(line.text):
        return True
    larger = max(before.height, line.height) > usual * _LARGER
    if larger and abs(before.height - line.height) > usual * (_LARGER - 1):
        return True
    ended = is_stopped(before.text)
    if before.page != line.page or line.bottom > before.bottom:  # next page, next column
        return ended and not line.text[:1].islower()
    if pitch and before.bottom - line.bottom > pitch * _GAP:
        return ended or not line.text[:1].islower()
    return ended and not line.text[:1].islower() and before.right < width * _SHORT


def _paragraph(lines: Sequence[Line]) -> Paragraph:
    pieces: list[Piece] = []
    for index, line in enumerate(lines):
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        origin = LineOrigin(line.page, line.number)
        hyphened = line.text.endswith(_HYPHENS)
        if hyphened and following[:1].islower() and line.text[-2:-1].isalpha():
            pieces.append(Piece(line.text[:-1], origin))
            continue
        pieces.append(Piece(f"{line.text[:-1]}-" if hyphened else line.text, origin))
        if following and not hyphened and not line.text.endswith("—"):
            pieces.append(Piece(" "))
    return Paragraph(tuple(pieces))
