"""The lines of a Markdown article to its paragraphs, headings, list items and table cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model import Span
from claimcheck.values import frozen

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_QUOTE = re.compile(r"[ \t]{0,3}>[ \t]?(?:>[ \t]?)*")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+")
_CLOSING = re.compile(r"[ \t]+#+$")
_UNDERLINE = re.compile(r"[ \t]{0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_DEFINITION = re.compile(r"[ \t]{0,3}\[[^\[\]]{1,200}\]:[ \t]*(?:<|https?:|[/#.])")
_NOTE = re.compile(r"[ \t]{0,3}\[\^[^\[\]\s]{1,60}\]:[ \t]*")
_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL = re.compile(r"[^|]+")
_INDENTED = re.compile(r" {4}| {0,3}\t")


@frozen
class Stretch:
    """Characters [start, end) that belong together; `quotes` are the `>` marks within."""

    role: str  # title, heading, body, list or table
    start: int
    end: int
    quotes: tuple[Span, ...] = ()


class Lines:
    """Reads line by line; what is code, a rule or a link's definition is in no stretch."""

    def __init__(self, text: str, start: int) -> None:
        self._text, self._start = text, start
        self._open: list[Stretch] = []  # the paragraph that the next line may continue
        self._fence = ""
        self._in_list = self._in_table = self._quoted = False

    def stretches(self) -> Iterator[Stretch]:
        """The article's stretches in order."""
        for line in _LINE.finditer(self._text, self._start):
            start, end = line.start(), line.start() + len(line.group().rstrip())
            yield from self._line(start, end)
        yield from self._close()

    def _line(self, start: int, end: int) -> Iterator[Stretch]:
        if self._fence:
            if (
                self._text[start:end].strip().strip(self._fence[0]) == ""
                and self._fence in self._text[start:end]
            ):
                self._fence = ""
            return
        quote = _QUOTE.match(self._text, start, end)
        if bool(quote) != self._quoted and (quote or not self._open):
            yield from self._close()
            self._quoted = bool(quote)
        first = quote.end() if quote else start
        if first >= end:
            yield from self._close()
            self._in_table = self._quoted = False
        elif opening := _FENCE.match(self._text, first, end):
            yield from self._close()
            self._fence = opening[1]
        else:
            yield from self._words(first, end, Span(start, first))

    def _words(self, start: int, end: int, quote: Span) -> Iterator[Stretch]:
        text = self._text
        if heading := _HEADING.match(text, start, end):
            yield from self._close()
            closing = _CLOSING.search(text, heading.end(), end)
            role = "title" if len(heading[1]) == 1 else "heading"
            yield Stretch(role, heading.end(), closing.start() if closing else end)
        elif self._open and (underline := _UNDERLINE.match(text, start, end)):
            role = "title" if underline[1][0] == "=" else "heading"
            yield from self._underlined(role, start, end)
        elif _RULE.match(text, start, end):
            yield from self._close()
        elif (self._open or self._in_table) and "|" in text[start:end] and self._is_table(start, end):
            yield from self._row(start, end)
        elif item := _ITEM.match(text, start, end):
            yield from self._close()
            self._in_list = True
            self._open = [Stretch("list", item.end(), end)]
        else:
            yield from self._prose(start, end, quote)

    def _prose(self, start: int, end: int, quote: Span) -> Iterator[Stretch]:
        text = self._text
        indented = bool(_INDENTED.match(text, start, end))
        if note := _NOTE.match(text, start, end):
            yield from self._close()
            self._open = [Stretch("body", note.end(), end)]
        elif _DEFINITION.match(text, start, end):
            yield from self._close()
        elif self._open:
            last = self._open[-1]
            quotes = (*last.quotes, quote) if quote.end > quote.start else last.quotes
            self._open = [Stretch(last.role, last.start, end, quotes)]
        elif self._in_list or not indented:  # else it is code
            self._in_list = self._in_list and indented
            self._open = [Stretch("body", start, end)]

    def _underlined(self, role: str, start: int, end: int) -> Iterator[Stretch]:
        last = self._open[-1]
        if last.role == "body":
            self._open = []
            yield Stretch(role, last.start, last.end, last.quotes)
        else:
            yield from self._close()

    def _is_table(self, start: int, end: int) -> bool:
        return self._in_table or bool(_DELIMITER.match(self._text, start, end))

    def _row(self, start: int, end: int) -> Iterator[Stretch]:
        """Cells of a row. The row of dashes is none, and tells that the line above is the table's head."""
        if not self._in_table:
            head, self._open, self._in_table = self._open[-1], [], True
            yield from self._cells(head.start, head.end)
        else:
            yield from self._cells(start, end)

    def _cells(self, start: int, end: int) -> Iterator[Stretch]:
        for cell in _CELL.finditer(self._text, start, end):
            if cell.group().strip():
                yield Stretch("table", *cell.span())

    def _close(self) -> Iterator[Stretch]:
        yield from self._open
        self._open = []
