"""Word documents: an own walk over the parts, since the usual library loses tracked insertions and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from xml.etree.ElementTree import Element

from claimcheck.errors import InputError
from claimcheck.lexicon import load
from claimcheck.model import BlockKind, Document
from claimcheck.readers.archives import Archive, read_packed
from claimcheck.readers.assembly import Metadata, Paragraph, assemble
from claimcheck.readers.docx_comments import with_comments
from claimcheck.readers.docx_text import WORD, Part, WordParagraph
from claimcheck.values import replace

BODY = "word/document.xml"
_STYLES = "word/styles.xml"
_PROPERTIES = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_TERMS = "{http://purl.org/dc/terms/}"
_KINDS: dict[str, BlockKind] = {
    "title": "headline", "standfirst": "standfirst", "caption": "caption", "list": "list",
}  # fmt: skip

_STRICT = "{http://purl.oclc.org/ooxml/"  # ISO/IEC 29500 Strict, which no desk's Word saves unasked


def read_docx(data: bytes, path: str) -> Iterator[Document | InputError]:
    """The article of a Word document. `Document.places` tells the runs that its text comes from."""

    def read(archive: Archive) -> Document | None:
        document = assemble(_paragraphs(archive), path, _metadata(archive))
        if document is None:
            return None
        comments = tuple(with_comments(document, archive, BODY))
        return replace(document, original=data, comments=comments)

    yield from read_packed(data, path, read)


def _paragraphs(archive: Archive) -> Iterator[Paragraph]:
    root = archive.parse(BODY)
    if root.tag.startswith(_STRICT):
        raise archive.refused("is a strict Open XML document", "save it as an ordinary Word document (.docx)")
    found = list(_joined(Part(root, BODY).paragraphs(root)))
    roles = _roles(archive)
    given = [roles.get(paragraph.style or "", "") for paragraph in found]
    headline = given.index("title") if "title" in given else _leading_heading(found, given)
    for index, (paragraph, role) in enumerate(zip(found, given, strict=True)):
        if role != "left out":
            kind = "headline" if index == headline else _kind(paragraph, role)
            yield Paragraph(paragraph.pieces, kind, paragraph.cell or "\n\n")
    yield from _notes(archive, [note for paragraph in found for note in paragraph.notes])


def _joined(paragraphs: Iterable[WordParagraph]) -> Iterator[WordParagraph]:
    """A paragraph whose end was deleted runs into the next one."""
    carried: WordParagraph | None = None
    for paragraph in paragraphs:
        if carried:
            pieces, notes = carried.pieces + paragraph.pieces, carried.notes + paragraph.notes
            paragraph = replace(paragraph, pieces=pieces, notes=notes)
        carried = paragraph if paragraph.joins else None
        if not carried:
            yield paragraph
    if carried:
        yield carried


def _leading_heading(paragraphs: list[WordParagraph], roles: list[str]) -> int | None:
    """The first heading, where no running text stands above it."""
    for index, role in enumerate(roles):
        if role == "heading":
            return index
        if sum(len(piece.text) for piece in paragraphs[index].pieces) > 200:
            return None
    return None


def _kind(paragraph: WordParagraph, role: str) -> BlockKind | None:
    if paragraph.cell is not None:
        return "table"
    if role == "heading" or (role == "title"):
        return "body"
    return "list" if paragraph.item and not role else _KINDS.get(role)


def _notes(archive: Archive, references: Iterable[tuple[str, str]]) -> Iterator[Paragraph]:
    """The footnotes and endnotes that the standing text refers to, each once, after the article."""
    notes: dict[tuple[str, str], list[WordParagraph]] = {}
    for kind in ("footnote", "endnote"):
        name = f"word/{kind}s.xml"
        if name in archive:
            root = archive.parse(name)
            part = Part(root, name)
            for note in root.iter(f"{WORD}{kind}"):
                notes[kind, note.get(f"{WORD}id") or ""] = list(part.paragraphs(note))
    for reference in references:
        for paragraph in notes.pop(reference, ()):
            yield Paragraph(paragraph.pieces, "body")


def _roles(archive: Archive) -> Mapping[str, str]:
    """What each style, by id, says that a paragraph is; a house style counts as its base."""
    if _STYLES not in archive:
        return {}
    named: dict[str, str] = {}
    based: dict[str, str] = {}
    known = load("documents")["style"]
    for style in archive.parse(_STYLES).iter(f"{WORD}style"):
        key = style.get(f"{WORD}styleId") or ""
        named[key] = known.get(_value(style, "name").lower(), "")
        based[key] = _value(style, "basedOn")
    return {key: role for key in named if (role := _inherited(key, named, based))}


def _inherited(key: str, named: Mapping[str, str], based: Mapping[str, str]) -> str:
    seen: set[str] = set()
    while key and key not in seen:
        if named.get(key):
            return named[key]
        seen.add(key)
        key = based.get(key, "")
    return ""


def _value(style: Element, name: str) -> str:
    found = style.find(f"{WORD}{name}")
    return "" if found is None else found.get(f"{WORD}val") or ""


def _metadata(archive: Archive) -> Metadata:
    """Title and day from the core properties: the day of the last change, else of making."""
    if _PROPERTIES not in archive:
        return Metadata()
    root = archive.parse(_PROPERTIES)
    title = " ".join((root.findtext(_TITLE) or "").split())
    changed = root.findtext(f"{_TERMS}modified") or root.findtext(f"{_TERMS}created") or ""
    return Metadata(title or None, parse_day(changed))


def parse_day(stamp: str) -> date | None:
    """The day of an ISO 8601 time stamp, or None."""
    try:
        return date.fromisoformat(stamp.strip()[:10])
    except ValueError:
        return None
