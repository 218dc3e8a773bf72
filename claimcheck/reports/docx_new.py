"""An article that is no Word document as one: headline, headings, quotations and lists as styles."""

from __future__ import annotations

import io
import re
import zipfile
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from claimcheck.model import Block, Document, Span
from claimcheck.places import Place, RunOrigin
from claimcheck.readers.docx import BODY
from claimcheck.readers.docx_text import WORD
from claimcheck.reports.docx_runs import ILLEGAL
from claimcheck.values import frozen

_PARTS = Path(__file__).parent / "word"
_NAMES = {
    "types.xml": "[Content_Types].xml",
    "package.xml": "_rels/.rels",
    "links.xml": "word/_rels/document.xml.rels",
    "styles.xml": "word/styles.xml",
    "numbering.xml": "word/numbering.xml",
}
_STYLES = {"headline": "Title", "standfirst": "Subtitle", "caption": "Caption", "list": "ListBullet"}
_DEEPEST = 3  # rank of heading that has a style
_OPENING = re.compile(
    r"(?P<mark>(?P<quote>(?:[ \t]{0,3}>)*[ \t]*)(?:(?P<rank>#{1,6})[ \t]+|(?P<bullet>[-*+•‣▪·–])[ \t]+)?)"
    r"(?P<number>\(?\d{1,9}[.)][ \t]+)?"
)
_RETURN = re.compile(r"\r(?=\n)")
_ONE_LINE = str.maketrans(dict.fromkeys("\r\n\f\v\u2028\u2029", " "))
_PAGE = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" ' \
    'w:left="1440" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'  # fmt: skip


def compose(document: Document) -> tuple[bytes, tuple[Place, ...]]:
    """A Word document with the words of `document`, and where each of them stands in it."""
    page = _Page(document)
    for block in document.blocks:
        page.add(block)
    body = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document xmlns:w="{WORD[1:-1]}"><w:body>{page.content()}{_PAGE}</w:body></w:document>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for file, name in _NAMES.items():
            archive.writestr(zipfile.ZipInfo(name), (_PARTS / file).read_bytes(), zipfile.ZIP_DEFLATED)
        archive.writestr(zipfile.ZipInfo(BODY), body.encode(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue(), tuple(page.places)


@frozen
class _Opening:
    """How a block begins: its style, a number to show that stands before it, and where its words begin."""

    style: str
    number: str
    start: int


class _Page:
    """The paragraphs of the new document, and the places of its runs."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._left_out = _left_out(document)
        self._paragraphs: list[tuple[str, list[str]]] = []
        self._row_end: int | None = None  # where the last table cell ended
        self._runs = 0
        self.places: list[Place] = []

    def add(self, block: Block) -> None:
        """Set a block: a cell beside another in their paragraph, anything else in one of its own."""
        opening = self._opening(block)
        beside = block.kind == "table" and self._row_end is not None
        if beside and "\n" not in self._text[self._row_end : block.start]:
            self._add_run("\t")
        else:
            self._paragraphs.append((opening.style, []))
            if opening.number:
                self._add_run(opening.number)
        for span in self._words(opening.start, block.end):
            words = self._text[span.start : span.end].translate(_ONE_LINE)
            origin = RunOrigin(BODY, len(self._paragraphs) - 1, self._runs)
            self.places.append(Place(span.start, span.end, origin))
            self._add_run(ILLEGAL.sub("\ufffd", words))
        self._row_end = block.end if block.kind == "table" else None

    def content(self) -> str:
        """The paragraphs as XML."""
        return "\n".join(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'
            for style, runs in self._paragraphs
        )

    def _add_run(self, text: str) -> None:
        pieces = (
            f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in text.split("\t")
        )
        self._paragraphs[-1][1].append(f"<w:r>{'<w:tab/>'.join(pieces)}</w:r>")
        self._runs += 1

    def _opening(self, block: Block) -> _Opening:
        text, style = self._text, _STYLES.get(block.kind, "Normal")
        line = max(text.rfind("\n", 0, block.start), text.rfind("\r", 0, block.start)) + 1
        found = _OPENING.match(text, line, block.end)
        if not found or block.kind == "table" or text[found.end() : block.start].strip():
            return _Opening(style, "", block.start)
        start = max(block.start, found.end("mark"))
        if block.kind == "list" and found["number"]:
            number = found["number"] if found.end() <= block.start else ""
            return _Opening("ListNumber", number, start)
        if block.kind == "body" and found["rank"]:
            style = f"Heading{min(len(found['rank']), _DEEPEST)}"
        elif block.kind == "body" and found["quote"].strip():
            style, start = "Quote", max(block.start, found.end("quote"))
        elif found["bullet"] and block.kind != "list":
            start = block.start
        return _Opening(style, "", start)

    def _words(self, start: int, end: int) -> Iterator[Span]:
        """The stretches of [start, end) that are words, not markup."""
        first = bisect_right(self._left_out, start, key=lambda span: span.end)
        for index in range(first, len(self._left_out)):
            mark = self._left_out[index]
            if mark.start >= end:
                break
            if mark.start > start:
                yield Span(start, mark.start)
            start = max(start, mark.end)
        if start < end:
            yield Span(start, end)


def _left_out(document: Document) -> list[Span]:
    """What is no words: markup, and the first half of line ends that have two."""
    ends = (Span(found.start(), found.start() + 1) for found in _RETURN.finditer(document.text))
    return sorted([*document.markup, *ends])
