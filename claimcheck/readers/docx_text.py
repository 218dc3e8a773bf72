"""The words of a WordprocessingML part: tracked insertions in, deletions and comments out."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from claimcheck.places import RunOrigin
from claimcheck.readers.assembly import Piece
from claimcheck.readers.note_marks import is_raised_number
from claimcheck.values import frozen, replace

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DELETED = frozenset({f"{WORD}del", f"{WORD}moveFrom", f"{_CHOICES}Fallback"})
WITHIN_RUN = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "\u2011"}
NOTES = {f"{WORD}footnoteReference": "footnote", f"{WORD}endnoteReference": "endnote"}


@frozen
class WordParagraph:
    """A `w:p` of the part: its pieces, style id, and whether it is a list item or joins the next one.

    `cell` is None outside tables; within, it is what parts the cell from the one before.
    `notes` are the notes that it refers to, as (`footnote` or `endnote`, id).
    """

    pieces: tuple[Piece, ...]
    style: str | None
    item: bool
    joins: bool
    cell: str | None
    notes: tuple[tuple[str, str], ...]


def run_text(run: Element) -> str:
    """The text of a `w:r` as claimcheck counts it: tabs and line breaks are one character, deletions none."""
    return "".join(
        (part.text or "") if part.tag == f"{WORD}t" else WITHIN_RUN.get(part.tag, "") for part in run
    )


class Part:
    """One part of a document, walked in document order."""

    def __init__(self, root: Element, name: str) -> None:
        self._name = name
        self._paragraphs = {id(p): index for index, p in enumerate(root.iter(f"{WORD}p"))}
        self._runs = {id(r): index for index, r in enumerate(root.iter(f"{WORD}r"))}

    def paragraphs(self, parent: Element, cell: str | None = None) -> Iterator[WordParagraph]:
        """The paragraphs below `parent`, text boxes right after the paragraph that they hang on."""
        for child in parent:
            if child.tag == f"{WORD}p":
                yield self._paragraph(child, cell)
                for box in _outermost(child, "txbxContent"):
                    yield from self.paragraphs(box)
            elif child.tag == f"{WORD}tbl":
                yield from self._table(child)
            elif child.tag not in DELETED:
                yield from self.paragraphs(child, cell)

    def _table(self, table: Element) -> Iterator[WordParagraph]:
        opening = "\n\n"
        for row in _outermost(table, "tr"):
            for cell in _outermost(row, "tc") if _stands(row, "trPr/del") else ():
                for paragraph in self.paragraphs(cell, opening) if _stands(cell, "tcPr/cellDel") else ():
                    yield replace(paragraph, cell=paragraph.cell and opening)
                    opening = "\n"
                opening = "\t"
            opening = "\n"

    def _paragraph(self, paragraph: Element, cell: str | None) -> WordParagraph:
        properties = paragraph.find(f"{WORD}pPr")
        style, item, joins = None, False, False
        if properties is not None:
            named = properties.find(f"{WORD}pStyle")
            style = None if named is None else named.get(f"{WORD}val")
            item = properties.find(f"{WORD}numPr") is not None
            joins = not _stands(properties, "rPr/del")
        number = self._paragraphs[id(paragraph)]
        runs = list(_outermost(paragraph, "r"))
        pieces: list[Piece] = []
        for run in runs:
            text = run_text(run)
            if text and _stands(run, "rPr/vanish") and not (_raised(run) and _marks(pieces, text)):
                pieces.append(Piece(text, RunOrigin(self._name, number, self._runs[id(run)])))
        notes = tuple(
            (NOTES[mark.tag], mark.get(f"{WORD}id") or "")
            for run in runs
            for mark in run
            if mark.tag in NOTES
        )
        return WordParagraph(tuple(pieces), style, item, joins, cell, notes)


def _outermost(parent: Element, name: str) -> Iterator[Element]:
    """The `name` elements below `parent` that stand, those within others of them aside."""
    tag = WORD + name
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in DELETED:
            yield from _outermost(child, name)


def _stands(element: Element, change: str) -> bool:
    return element.find("/".join(WORD + name for name in change.split("/"))) is None


def _raised(run: Element) -> bool:
    aligned = run.find(f"{WORD}rPr/{WORD}vertAlign")
    lifted = run.find(f"{WORD}rPr/{WORD}position")  # half points above the line: exports from other programs
    return (aligned is not None and aligned.get(f"{WORD}val") == "superscript") or (
        lifted is not None and (lifted.get(f"{WORD}val") or "-").isdigit()
    )


def _marks(before: list[Piece], text: str) -> bool:
    """Whether superscript `text` is the number of a note that was typed or pasted as such."""
    return is_raised_number(before[-1].text if before else "", text)
