"""An article as reports point into it: where an offset stands, and the words there."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from claimcheck.model import Article, BlockKind
from claimcheck.places import LineOrigin, ParagraphOrigin, Place, RecordOrigin, RunOrigin, SourceOrigin
from claimcheck.reports.printable import printable, visible
from claimcheck.text.comments import find_comments
from claimcheck.text.markup import unmarked
from claimcheck.values import frozen

_BODY = "word/document.xml"
_LINE_END = re.compile(r"\r\n?|\n")


@frozen
class Position:
    """Where something stands in its file, from 1; None is what the file does not have."""

    page: int | None = None
    line: int | None = None
    column: int | None = None
    paragraph: int | None = None


class Places:
    """Lines, paragraphs and words of an article by their offsets; all numbers are 1-based."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._document = article.document
        self._blocks = article.document.blocks
        self._starts = [block.start for block in self._blocks]

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self._text))]

    @cached_property
    def _unread(self) -> list[tuple[int, int]]:
        """What is no part of the article: markup, and comments to claimcheck. They do not overlap."""
        hidden = sorted([*self._document.markup, *((c.start, c.end) for c in find_comments(self._text))])
        kept: list[tuple[int, int]] = []
        for start, end in hidden:
            if not kept or start >= kept[-1][1]:
                kept.append((start, end))
        return kept

    def line(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset` in the article's text."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def paragraph(self, offset: int) -> int:
        """The number of the block that holds `offset`."""
        return bisect_right(self._starts, offset)

    def block(self, offset: int) -> BlockKind:
        """The kind of the block that holds `offset`."""
        return self._blocks[self.paragraph(offset) - 1].kind

    def position(self, offset: int) -> Position:
        """Where `offset` stands in the file: page and line of a PDF, line of a page's source, paragraph."""
        place = self._origin(offset)
        if place is None:
            return Position(None, *self.line(offset))
        match place.origin:
            case LineOrigin(page, line):
                return Position(page, line)
            case SourceOrigin(_, _, line, column):
                return Position(
                    None, line, column + min(max(offset - place.start, 0), place.end - place.start)
                )
            case RecordOrigin(line):
                return Position(None, line)
            case RunOrigin(part, paragraph, _):  # notes and headers count their own paragraphs
                return Position(paragraph=paragraph + 1) if part == _BODY else Position()
            case ParagraphOrigin(paragraph):
                return Position(paragraph=paragraph)

    def where(self, offset: int) -> str:
        """The place as a person looks it up: `page 3, line 12`, `paragraph 4, line 7`, `paragraph 4`."""
        position = self.position(offset)
        if position.page:
            return f"page {position.page}, line {position.line}"
        paragraph = f"paragraph {self.paragraph(offset)}"
        return f"{paragraph}, line {position.line}" if position.column else paragraph

    def quote(self, start: int, end: int) -> str:
        """The words at [start, end) on one line, safe to show; of what is markup alone, all of it."""
        words = printable(unmarked(self._text, self._unread, start, end))
        return words or printable(self._text[start:end])

    def stretch(self, start: int, end: int) -> str:
        """The same with a space where they begin or end with white space, so that stretches join."""
        return visible(unmarked(self._text, self._unread, start, end))

    def _origin(self, offset: int) -> Place | None:
        """The place that holds `offset`, or the one before it: a reader may have put a space there."""
        places = self._document.places
        index = bisect_right(places, offset, key=lambda place: place.start) - 1
        return places[max(index, 0)] if places else None
