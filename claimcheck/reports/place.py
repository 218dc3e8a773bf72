"""Where an offset stands in an article."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from claimcheck.model import Article, BlockKind

_LINE_END = re.compile(r"\r\n?|\n")


class Place:
    """Line, column, paragraph and block of an offset; the numbers are 1-based."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._blocks = article.document.blocks
        self._starts = [block.start for block in self._blocks]

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self._text))]

    def line(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset`."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def paragraph(self, offset: int) -> int:
        """The number of the block that holds `offset`."""
        return bisect_right(self._starts, offset)

    def block(self, offset: int) -> BlockKind:
        """The kind of the block that holds `offset`."""
        return self._blocks[self.paragraph(offset) - 1].kind
