"""OpenDocument texts: an own walk over `content.xml`, tracked deletions and comments left out."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from claimcheck.errors import InputError
from claimcheck.lexicon import load
from claimcheck.model import BlockKind, Document
from claimcheck.places import ParagraphOrigin
from claimcheck.readers.archives import Archive, encrypted, read_packed
from claimcheck.readers.assembly import Metadata, Paragraph, Piece, assemble
from claimcheck.readers.docx import parse_day

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MANIFEST = "META-INF/manifest.xml"
_TITLE = ".//{http://purl.org/dc/elements/1.1/}title"
_CHANGED = ".//{http://purl.org/dc/elements/1.1/}date"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
# Deletions are kept among the tracked changes, notes and boxes are read after their paragraph.
_LEFT_OUT = frozenset({
    f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_OFFICE}annotation-end", f"{_TEXT}note-citation",
    f"{_TEXT}table-of-content", f"{_TEXT}sequence-decls", f"{_OFFICE}forms",
})  # fmt: skip
_APART = _LEFT_OUT | {f"{_TEXT}note"}
_SPACES = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_MOST_SPACES = 100  # that one element may stand for
_ROLES: dict[str, BlockKind] = {"title": "headline", "standfirst": "standfirst", "caption": "caption"}


def read_odt(data: bytes, path: str) -> Iterator[Document | InputError]:
    """The article of an OpenDocument text; `Document.places` tells the paragraphs."""

    def read(archive: Archive) -> Document | None:
        if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
            raise encrypted(path)
        body = archive.parse("content.xml").find(f".//{_OFFICE}text")
        return None if body is None else assemble(_Walk().paragraphs(body), path, _metadata(archive))

    yield from read_packed(data, path, read)


class _Walk:
    """The paragraphs in document order, numbered as they come."""

    def __init__(self) -> None:
        self._number = 0
        self._headline = False

    def paragraphs(self, parent: Element, kind: BlockKind | None = None) -> Iterator[Paragraph]:
        for child in parent:
            if child.tag in _PARAGRAPHS:
                yield self._paragraph(child, kind)
                yield from self._hanging(child)
            elif child.tag == f"{_TABLE}table":
                yield from self._table(child)
            elif child.tag not in _LEFT_OUT:
                yield from self.paragraphs(child, "list" if child.tag == f"{_TEXT}list" else kind)

    def _paragraph(self, element: Element, kind: BlockKind | None) -> Paragraph:
        self._number += 1
        piece = Piece("".join(_texts(element)).strip(), ParagraphOrigin(self._number))
        style = (element.get(f"{_TEXT}style-name") or "").replace("_20_", " ").lower()
        role = _ROLES.get(load("documents")["style"].get(style, ""))
        heading = element.tag == f"{_TEXT}h"
        if (heading or role == "headline") and not self._headline and piece.text:
            self._headline = True
            return Paragraph((piece,), "headline")
        return Paragraph((piece,), "body" if heading or role == "headline" else role or kind)

    def _hanging(self, paragraph: Element) -> Iterator[Paragraph]:
        """Notes and text boxes of a paragraph, which stand after it."""
        for child in paragraph:
            if child.tag in (f"{_TEXT}note-body",) or child.tag.endswith("}text-box"):
                yield from self.paragraphs(child, "body")
            elif child.tag not in _LEFT_OUT:
                yield from self._hanging(child)

    def _table(self, table: Element) -> Iterator[Paragraph]:
        before = "\n\n"
        for row in _outermost(table, f"{_TABLE}table-row"):
            for cell in _outermost(row, f"{_TABLE}table-cell"):
                for paragraph in self.paragraphs(cell):
                    yield Paragraph(paragraph.pieces, "table", before)
                    before = "\n"
                before = "\t"
            before = "\n"


def _outermost(parent: Element, tag: str) -> Iterator[Element]:
    """The `tag` elements below `parent`; a table within a cell is the cell's own matter."""
    for child in parent:
        if child.tag == tag:
            yield child
        else:
            yield from _outermost(child, tag)


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _SPACES:
            yield _SPACES[child.tag]
        elif child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c") or "1"
            yield " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
        elif (
            child.tag not in _LEFT_OUT and child.tag != f"{_TEXT}note" and not child.tag.endswith("}text-box")
        ):
            yield from _texts(child)
        yield child.tail or ""


def _metadata(archive: Archive) -> Metadata:
    if "meta.xml" not in archive:
        return Metadata()
    root = archive.parse("meta.xml")
    title = " ".join((root.findtext(_TITLE) or "").split())
    return Metadata(title or None, parse_day(root.findtext(_CHANGED) or ""))
