"""A web page's own text, each stretch of it with the place in the source that it comes from."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

from claimcheck.lexicon import words
from claimcheck.places import SourceOrigin
from claimcheck.readers.assembly import Piece
from claimcheck.readers.note_marks import is_comment_link, is_note_link, is_raised_number
from claimcheck.text.comments import addressed
from claimcheck.values import frozen

_CAPTION = "caption"
_NAME = re.compile(r"[a-z]+")
_LONGEST_MARK = 20  # stretches of text: no mark of a note has as many, and links may stand in links
_FAR = 40  # stretches of white space that may stand between a word and the comment on it


@frozen
class Region:
    """Characters [start, end) of the flow that one element holds; `name` is its tag, or `caption`."""

    name: str
    start: int
    end: int


@frozen
class Remark:
    """A comment to claimcheck at `at` of the source; `follows`: it stands behind words of its block."""

    at: int
    said: str
    follows: bool


class Flow:
    """The text of a page in the order of its source; block elements are parted by line ends.

    `regions` are headings, captions and what stands around an article, in order of their ends.
    `bare` says that nothing stands around it: the export of a word processor, a fragment.
    """

    def __init__(self, source: str) -> None:
        parser = _Parser(source)
        self.regions = parser.regions
        self.remarks = parser.remarks
        self.bare = not parser.furnished
        self._sources = parser.sources
        self._lines = parser.lines
        self._starts = [0, *accumulate(len(text) for text in parser.texts)]
        self._texts = parser.texts
        self.text = "".join(parser.texts)

    @cached_property
    def _printed(self) -> array[int]:
        """Offsets of the characters that are no white space."""
        return array("I", [i for i, c in enumerate(self.text) if not c.isspace()])

    @cached_property
    def _squeezed(self) -> str:
        return "".join(self.text.split())

    def find(self, words_: str, after: int = 0) -> tuple[int, int] | None:
        """Where `words_` stand from `after` on, whatever white space is in them."""
        wanted = "".join(words_.split())
        from_ = bisect_right(self._printed, after - 1)
        at = self._squeezed.find(wanted, from_) if wanted else -1
        if at < 0:
            return None
        return self._printed[at], self._printed[at + len(wanted) - 1] + 1

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Characters [start, end) with white space as a browser shows it."""
        index = bisect_right(self._starts, start) - 1
        spaced = True
        while index < len(self._texts) and self._starts[index] < end:
            base = self._starts[index]
            text = self._texts[index][max(start - base, 0) : end - base]
            for piece, offset in _runs(text, max(start - base, 0)):
                if piece == " ":
                    if not spaced:
                        yield Piece("\n" if self._sources[index] is None else " ")
                    spaced = True
                else:
                    spaced = False
                    yield Piece(piece, self._origin(index, offset, len(piece)))
            index += 1

    def _origin(self, index: int, offset: int, length: int) -> SourceOrigin | None:
        source = self._sources[index]
        if source is None or source.end - source.start != len(self._texts[index]):
            return source
        return _origin(self._lines, source.start + offset, source.start + offset + length)


def _origin(lines: Sequence[int], start: int, end: int) -> SourceOrigin:
    line = bisect_right(lines, start)
    return SourceOrigin(start, end, line, start - lines[line - 1] + 1)


def _runs(text: str, offset: int) -> Iterator[tuple[str, int]]:
    """Lines of words, and the white space between them that a browser would not show as it is."""
    start = 0
    while start < len(text):
        if text[start].isspace() and text[start] != "\u00a0":
            end = start + 1
            while end < len(text) and text[end].isspace() and text[end] != "\u00a0":
                end += 1
            yield " ", offset + start
        else:
            end = start
            while end < len(text) and (not text[end].isspace() or _single(text, end)):
                end += 1
            yield text[start:end], offset + start
        start = end


def _single(text: str, at: int) -> bool:
    """Whether a hard space stands there, or a plain one between two words, so that it may stay as it is."""
    return text[at] == "\u00a0" or (text[at] == " " and at + 1 < len(text) and not text[at + 1].isspace())


def _named(attrs: Sequence[tuple[str, str | None]], *keys: str) -> list[str]:
    """The words of the attributes `keys`."""
    return _NAME.findall(" ".join(value for key, value in attrs if key in keys and value).lower())


def _is_furniture(tag: str, attrs: Sequence[tuple[str, str | None]]) -> bool:
    if tag in words("html", "furniture"):
        return True
    return any(name in words("html", "furniture-name") for name in _named(attrs, "class", "id", "role"))


class _Parser(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.texts: list[str] = []
        self.sources: list[SourceOrigin | None] = []
        self.regions: list[Region] = []
        self.remarks: list[Remark] = []
        self._source = source
        self.lines = [0]
        at = -1
        while (at := source.find("\n", at + 1)) >= 0:
            self.lines.append(at + 1)
        self._length = 0
        self._unread: list[str] = []
        self._open: list[tuple[str, str, int]] = []
        self._raised: list[tuple[str, str, int]] = []
        self.furnished = False
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in words("html", "unread"):
            self._unread.append(tag)
        elif tag == "br":
            self._add("\n", None)
        if tag in words("html", "block"):
            self._add("\n\n", None)
            self._raised.clear()
        elif tag in ("a", "sup"):
            self._raised.append((tag, dict(attrs).get("href") or "", len(self.texts)))
        self.furnished = self.furnished or _is_furniture(tag, attrs)
        name = self._name(tag, attrs)
        if name and tag not in words("html", "void"):
            self._open.append((tag, name, self._length))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._add("\n", None)

    def handle_endtag(self, tag: str) -> None:
        if self._unread and tag == self._unread[-1]:
            self._unread.pop()
        if self._raised and tag == self._raised[-1][0]:
            self._drop_mark(*self._raised.pop())
        for index in range(len(self._open) - 1, max(len(self._open) - 40, -1), -1):
            if self._open[index][0] == tag:
                for _, name, start in reversed(self._open[index:]):
                    self.regions.append(Region(name, start, self._length))
                del self._open[index:]
                break
        if tag in words("html", "block"):
            self._add("\n\n", None)

    def _drop_mark(self, tag: str, target: str, first: int) -> None:
        """Take back what was read of an element from text `first` on where it is the mark of a note."""
        if len(self.texts) - first > _LONGEST_MARK:
            return
        text = "".join(self.texts[first:])
        before = self.texts[first - 1] if first else ""
        if not (is_note_link(target, text) if tag == "a" else is_raised_number(before, text)):
            return
        del self.texts[first:], self.sources[first:]
        self._length -= len(text)
        if is_comment_link(target):
            self._unread.append("p")

    def handle_data(self, data: str) -> None:
        self._found(data, len(data))

    def handle_entityref(self, name: str) -> None:
        start = self._at()
        length = len(name) + 1 + self._source.startswith(";", start + len(name) + 1)
        self._found(unescape(self._source[start : start + length]), length)

    def handle_charref(self, name: str) -> None:
        start = self._at()
        length = len(name) + 2 + self._source.startswith(";", start + len(name) + 2)
        self._found(unescape(self._source[start : start + length]), length)

    def handle_comment(self, data: str) -> None:
        said = addressed(data)
        if said is not None and not self._unread:
            self.remarks.append(Remark(self._at(), said, self._follows()))

    def _follows(self) -> bool:
        """Whether words of the block in hand stand before what is read now."""
        for back in range(1, min(len(self.texts), _FAR) + 1):
            if self.texts[-back].strip():
                return True
            if self.sources[-back] is None and "\n\n" in self.texts[-back]:
                return False
        return False

    def _name(self, tag: str, attrs: list[tuple[str, str | None]]) -> str | None:
        if tag == "p" and words("html", "title").intersection(_named(attrs, "class")):
            return "h1"
        if tag == "figcaption" or any(k == "class" and v and _CAPTION in v.lower() for k, v in attrs):
            return _CAPTION
        listed = tag in ("h1", "title", "li", "td", "th") or tag in words("html", "around")
        # an element of a listed one's name must be tracked to find the right end tag
        return tag if listed or any(tag == found for found, _, _ in self._open[-3:]) else None

    def _at(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def _found(self, text: str, length: int) -> None:
        if not self._unread:
            start = self._at()
            self._add(text, _origin(self.lines, start, start + length))

    def _add(self, text: str, source: SourceOrigin | None) -> None:
        self.texts.append(text)
        self.sources.append(source)
        self._length += len(text)
