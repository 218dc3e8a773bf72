"""Whole Word documents for the tests of the report, and strict checks of what became of them."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from readers.word import body, part

from claimcheck.model import Document
from claimcheck.readers.docx import read_docx
from claimcheck.readers.docx_text import WORD

TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
LINK = (
    '<Relationship Id="{}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>'
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
COMMENTS = "word/comments.xml"
MARKS = {f"{WORD}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")}


def draft(content: str, **parts: str) -> bytes:
    """A document that Word opens; `parts` by the name that their link has: comments, footnotes."""
    links = [LINK.format(f"rId{n}", name, f"{name}.xml") for n, name in enumerate(parts, 1)]
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": LINKS.format(LINK.format("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": body(content),
        "word/_rels/document.xml.rels": LINKS.format("".join(links)),
        "word/media/image1.png": bytes(range(256)) * 9,
        "word/commentsExtended.xml": "<x/>",
        **{f"word/{name}.xml": text for name, text in parts.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def comments_part(*comments: str) -> str:
    """A comments part as an editor's: a comment of hers for each id."""
    return part(
        "comments",
        "".join(
            f'<w:comment w:id="{id}" w:author="Ines"><w:p><w:r><w:t>Sure?</w:t></w:r></w:p></w:comment>'
            for id in comments
        ),
    )


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a document by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def comments(before: bytes, after: bytes) -> list[tuple[str, list[str]]]:
    """The words that each new comment is on and what it says, and everything else is as it was."""
    old, new = parts(before), parts(after)
    added = (
        {COMMENTS, "word/_rels/document.xml.rels", "[Content_Types].xml"}
        if COMMENTS not in old
        else {COMMENTS}
    )
    changed = {name for name in new if old.get(name) != new[name]}
    assert changed <= added | {"word/document.xml"}
    assert list(new)[: len(old)] == list(old)
    root, given = (ElementTree.fromstring(p["word/document.xml"]) for p in (new, old))
    assert list(signs(root)) == list(signs(given))
    assert reading(before) == reading(after)
    earlier = _said(old[COMMENTS]) if COMMENTS in old else {}
    said = _said(new[COMMENTS]) if COMMENTS in new else {}
    assert list(said)[: len(earlier)] == list(earlier)
    assert all(said[id] == earlier[id] for id in earlier)
    ranges = _ranges(root)
    assert set(ranges) >= set(said) - set(earlier)
    return [(ranges[id], said[id]) for id in said if id not in earlier]


def reading(data: bytes) -> str:
    """The text that claimcheck reads in a document."""
    (document,) = read_docx(data, "draft.docx")
    assert isinstance(document, Document), document
    return document.text


def signs(element: Element, path: tuple[str, ...] = ()) -> Iterator[tuple[object, ...]]:
    """Every character with its properties and what it stands in, and every other element but comments'."""
    for child in element:
        if child.tag in MARKS or (
            child.tag == f"{WORD}r" and [c.tag for c in child] == [f"{WORD}commentReference"]
        ):
            continue
        if child.tag == f"{WORD}r":
            properties = child.find(f"{WORD}rPr")
            shown = "" if properties is None else ElementTree.tostring(properties).decode()
            yield from signs(child, (*path, f"r{shown}{sorted(child.items())}"))
        elif child.tag == f"{WORD}t":
            yield from ((*path, character) for character in child.text or "")
        elif child.tag != f"{WORD}rPr":
            yield (*path, child.tag, tuple(sorted(child.items())), child.text)
            yield from signs(child, (*path, child.tag))


def _said(data: bytes) -> dict[str, list[str]]:
    found = {}
    for comment in ElementTree.fromstring(data).iter(f"{WORD}comment"):
        id = comment.get(f"{WORD}id") or ""
        assert id not in found
        found[id] = ["".join(p.itertext()) for p in comment.iter(f"{WORD}p")]
    return found


def _ranges(root: Element) -> dict[str, str]:
    """The words under each comment; every range begins once, ends once, then comes its sign."""
    open_: dict[str, list[str]] = {}
    done: dict[str, str] = {}
    signed: set[str] = set()
    for element in root.iter():
        id = element.get(f"{WORD}id") or ""
        if element.tag == f"{WORD}commentRangeStart":
            assert id not in open_ and id not in done
            open_[id] = []
        elif element.tag == f"{WORD}commentRangeEnd":
            done[id] = "".join(open_.pop(id))
        elif element.tag == f"{WORD}commentReference":
            assert id in done and id not in signed
            signed.add(id)
        elif element.tag == f"{WORD}t":
            for words in open_.values():
                words.append(element.text or "")
    assert not open_ and signed == set(done)
    return done
