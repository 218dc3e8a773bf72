"""The part of a Word document that holds its comments, found or made, and what the package says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from posixpath import join, normpath
from xml.etree.ElementTree import Element
from xml.parsers import expat
from xml.sax.saxutils import escape

from claimcheck.readers.archives import Archive
from claimcheck.readers.docx_text import WORD
from claimcheck.reports.docx_runs import ILLEGAL, find_tag, in_utf8, naming

AUTHOR = "claimcheck"
_INITIALS = "cc"
_TYPES = "[Content_Types].xml"
_TYPES_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_LINKS = "word/_rels/document.xml.rels"
_LINKS_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_LINKS = f'{_DECLARATION}<Relationships xmlns="{_LINKS_SPACE}"/>'.encode()
_NO_COMMENTS = f'{_DECLARATION}<w:comments xmlns:w="{WORD[1:-1]}"/>'.encode()


class CommentsPart:
    """The comments of the document in `archive`.

    `ids` are those that are taken; `own` are the paragraphs of each comment that an earlier run put there.
    """

    def __init__(self, archive: Archive) -> None:
        if _TYPES not in archive:
            raise archive.broken()
        self._archive = archive
        self._links = in_utf8(archive.read(_LINKS)) if _LINKS in archive else _NO_LINKS
        self._linked = list(archive.parse(_LINKS)) if _LINKS in archive else []
        found = self._found()
        self._name = found or self._new_name()
        self._is_new = found is None
        self._data = in_utf8(archive.read(self._name)) if found else _NO_COMMENTS
        comments = list(archive.parse(self._name).iter(f"{WORD}comment")) if found else []
        self.ids = frozenset(comment.get(f"{WORD}id") or "" for comment in comments)
        self.own = {
            comment.get(f"{WORD}id") or "": tuple(_words(comment))
            for comment in comments
            if comment.get(f"{WORD}author") == AUTHOR
        }
        self._prefix, self._declared = naming(self._data[_root(self._data)[0] :])

    def comment(self, id: int, paragraphs: Iterable[str]) -> str:
        """A comment as XML."""
        w = self._prefix
        sign = f"<{w}:r><{w}:annotationRef/></{w}:r>"
        shown = (
            f'<{w}:r><{w}:t xml:space="preserve">{escape(words)}</{w}:t></{w}:r>' for words in paragraphs
        )
        return (
            f'<{w}:comment{self._declared} {w}:id="{id}" {w}:author="{AUTHOR}" {w}:initials="{_INITIALS}">'
            f"<{w}:p>{sign}{f'</{w}:p><{w}:p>'.join(shown)}</{w}:p></{w}:comment>"
        )

    def with_comments(self, comments: str) -> dict[str, bytes]:
        """The parts that change when `comments` are added, by their names."""
        changed = {self._name: _added(self._data, comments)}
        if self._is_new:
            ids = {link.get("Id") for link in self._linked}
            id = next(name for number in count(1) if (name := f"rId{number}") not in ids)
            link = (
                f'<Relationship xmlns="{_LINKS_SPACE}" Id="{id}" Type="{_COMMENTS_LINK}" '
                f'Target="{self._name.removeprefix("word/")}"/>'
            )
            type = (
                f'<Override xmlns="{_TYPES_SPACE}" PartName="/{self._name}" ContentType="{_COMMENTS_TYPE}"/>'
            )
            changed[_LINKS] = _added(self._links, link)
            changed[_TYPES] = _added(in_utf8(self._archive.read(_TYPES)), type)
        return changed

    def _found(self) -> str | None:
        for link in self._linked:
            if (link.get("Type") or "").endswith("/relationships/comments"):
                name = normpath(join("/word", link.get("Target") or "")).lstrip("/")
                if name in self._archive:
                    return name
        return None

    def _new_name(self) -> str:
        types = {override.get("PartName") for override in self._archive.parse(_TYPES)}
        names = (f"word/comments{number or ''}.xml" for number in count())
        return next(name for name in names if name not in self._archive and f"/{name}" not in types)


def legal(words: str) -> str:
    """`words` without the signs that XML cannot hold."""
    return ILLEGAL.sub("", words)


def _words(comment: Element) -> Iterator[str]:
    for paragraph in comment.iter(f"{WORD}p"):
        yield "".join(words.text or "" for words in paragraph.iter(f"{WORD}t"))


def _added(data: bytes, content: str) -> bytes:
    """The XML in `data` with `content` as the last of its root."""
    start, end = _root(data)
    name, empty, opened = find_tag(data, start)
    if not empty:
        return data[:end] + content.encode() + data[end:]
    return data[: opened - 2] + b">" + content.encode() + b"</" + name + b">" + data[opened:]


def _root(data: bytes) -> tuple[int, int]:
    """Where the root's start tag and its end tag begin."""
    parser = expat.ParserCreate()
    starts: list[int] = []
    ends: list[int] = []
    parser.StartElementHandler = lambda *_: None if starts else starts.append(parser.CurrentByteIndex)
    parser.EndElementHandler = lambda _: ends.append(parser.CurrentByteIndex)
    parser.Parse(data, True)
    return starts[0], ends[-1]
