"""One walk over a WordprocessingML part that finds where its runs stand."""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

from claimcheck.readers.docx_text import DELETED, NOTES, WITHIN_RUN, WORD
from claimcheck.reports.docx_runs import Leaf, Note, Run, Runs, find_tag

_WORD = WORD[1:]  # expat gives `uri}name`
_RUN, _WORDS, _PROPERTIES, _ID = f"{_WORD}r", f"{_WORD}t", f"{_WORD}rPr", f"{_WORD}id"
_SPACE = "http://www.w3.org/XML/1998/namespace}space"
_NOTES = {f"{_WORD}footnote": "footnote", f"{_WORD}endnote": "endnote"}
_BEGINS, _ENDS = f"{_WORD}commentRangeStart", f"{_WORD}commentRangeEnd"
_COMMENTS = frozenset({_BEGINS, _ENDS, f"{_WORD}commentReference"})
_SIGNS = {tag[1:]: sign for tag, sign in WITHIN_RUN.items()}
_MARKS = {tag[1:]: kind for tag, kind in NOTES.items()}
_LEFT_OUT = frozenset(tag[1:] for tag in DELETED)


def scan_runs(data: bytes) -> Runs:
    """The runs of the part that `data`, UTF-8, holds."""
    return _Scan(data).result()


class _Building:
    """A run that is open."""

    def __init__(self, start: int, index: int, depth: int) -> None:
        self.start, self.index, self.depth = start, index, depth
        self.properties = b""
        self.leaves: list[Leaf] = []
        self.marks: list[Note] = []


class _Words:
    """A child of a run that is open."""

    def __init__(self, start: int, name: str, preserved: bool) -> None:
        self.start, self.name, self.preserved = start, name, preserved
        self.text = [_SIGNS.get(name, "")]


class _Scan:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._depth = self._deleted = 0
        self._building: list[_Building] = []
        self._words: _Words | None = None
        self._note: Note | None = None
        self._runs: list[Run | None] = []
        self._comments: set[str] = set()
        self._closed = -1  # the run that ended last
        self._begun: dict[str, int] = {}  # the first run of each comment that is open
        self._ranges: dict[str, tuple[int, int]] = {}
        self._parser: Any = expat.ParserCreate(namespace_separator="}")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def result(self) -> Runs:
        self._parser.Parse(self._data, True)
        runs = tuple(run for run in self._runs if run is not None)
        return Runs(self._data, runs, frozenset(self._comments), self._ranges)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._deleted += name in _LEFT_OUT
        if name in _NOTES:
            self._note = _NOTES[name], attributes.get(_ID, "")
        elif name in _COMMENTS:
            self._comment(name, attributes.get(_ID, ""))
        elif name == _RUN:
            self._building.append(_Building(self._parser.CurrentByteIndex, len(self._runs), self._depth))
            self._runs.append(None)
        elif self._building and self._depth == self._building[-1].depth + 1:
            self._start_child(name, attributes)

    def _comment(self, name: str, id: str) -> None:
        self._comments.add(id)
        if name == _BEGINS:
            self._begun[id] = len(self._runs)
        elif name == _ENDS and id in self._begun:
            self._ranges[id] = self._begun.pop(id), self._closed

    def _start_child(self, name: str, attributes: dict[str, str]) -> None:
        if name in _MARKS and not self._deleted:
            self._building[-1].marks.append((_MARKS[name], attributes.get(_ID, "")))
        elif name in (_WORDS, _PROPERTIES) or name in _SIGNS:
            preserved = attributes.get(_SPACE) == "preserve"
            self._words = _Words(self._parser.CurrentByteIndex, name, preserved)

    def _characters(self, text: str) -> None:
        if self._words and self._words.name == _WORDS:
            self._words.text.append(text)

    def _end(self, name: str) -> None:
        run = self._building[-1] if self._building else None
        if run and self._depth == run.depth:
            self._end_run(run)
        elif run and self._depth == run.depth + 1 and self._words:
            self._end_child(run, self._words)
        self._depth -= 1
        self._deleted -= name in _LEFT_OUT
        if name in _NOTES:
            self._note = None

    def _end_child(self, run: _Building, words: _Words) -> None:
        end = self._end_of(words.start)
        if words.name == _PROPERTIES:
            run.properties = self._data[words.start : end]
        else:
            text = "".join(words.text)
            run.leaves.append(Leaf(words.start, end, text, words.name == _WORDS, words.preserved))
        self._words = None

    def _end_run(self, run: _Building) -> None:
        self._building.pop()
        self._closed = run.index
        name, _, opened = find_tag(self._data, run.start)
        opening = self._data[run.start : opened] + run.properties
        self._runs[run.index] = Run(
            run.start, self._end_of(run.start), opening, b"</" + name + b">",
            tuple(run.leaves), self._building[0].index if self._building else None, self._note,
            tuple(run.marks),
        )  # fmt: skip

    def _end_of(self, start: int) -> int:
        """Where the element that began at `start` and ends now ends."""
        _, empty, end = find_tag(self._data, start)
        return end if empty else self._data.index(b">", self._parser.CurrentByteIndex) + 1
