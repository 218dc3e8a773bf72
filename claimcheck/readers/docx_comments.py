"""Comments of a Word document to claimcheck: a bubble that says `claimcheck: ok CC401 reason`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from claimcheck.model import Document
from claimcheck.places import RunOrigin
from claimcheck.readers.archives import Archive
from claimcheck.readers.beside import word_at
from claimcheck.readers.docx_text import WORD, run_text
from claimcheck.text.comments import Comment, addressed

_COMMENTS = "word/comments.xml"


def with_comments(document: Document, archive: Archive, part: str) -> Iterator[Comment]:
    """Each such comment, on the paragraph of `part` that it is attached to, where that is in the article."""
    said = dict(_said(archive)) if _COMMENTS in archive else {}
    if not said:
        return
    first: dict[int, int] = {}
    for place in document.places:
        if isinstance(place.origin, RunOrigin) and place.origin.part == part:
            first.setdefault(place.origin.paragraph, place.start)
    for number, key in _attached(archive.parse(part)):
        if key in said and number in first:
            at = first[number]
            block = bisect_right(document.blocks, at, key=lambda block: block.start) - 1
            yield Comment(*word_at(document.text, at), said[key], block)


def _said(archive: Archive) -> Iterator[tuple[str, str]]:
    for comment in archive.parse(_COMMENTS).iter(f"{WORD}comment"):
        text = addressed("".join(run_text(run) for run in comment.iter(f"{WORD}r")))
        if text is not None:
            yield comment.get(f"{WORD}id") or "", text


def _attached(root: Element) -> Iterator[tuple[int, str]]:
    """The number of each paragraph with a comment's mark, and the comment's id."""
    for number, paragraph in enumerate(root.iter(f"{WORD}p")):
        for mark in paragraph.iter(f"{WORD}commentReference"):
            yield number, mark.get(f"{WORD}id") or ""
