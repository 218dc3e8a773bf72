"""Comments put into the XML of a part: runs are cut where a comment begins or ends, all else stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from xml.sax.saxutils import escape

from claimcheck.reports.docx_runs import Leaf, Run, Runs, naming
from claimcheck.values import frozen

Splice = tuple[int, int, bytes]


@frozen
class Stretch:
    """What a comment is on: from character `start` of the run `first` to before character `end` of `last`."""

    first: int
    start: int
    last: int
    end: int


def mark(runs: Runs, comments: Iterable[tuple[int, Stretch]]) -> bytes:
    """The part with the marks of `comments`, each an id and what it is on."""
    places = _Places()
    for id, stretch in comments:
        places.begin(runs.runs[stretch.first], stretch.start, id)
        places.end(runs.runs[stretch.last], stretch.end, id)
    return splice(runs.data, places.splices())


def splice(data: bytes, splices: Iterable[Splice]) -> bytes:
    """`data` with bytes [start, end) of each splice replaced; splices do not overlap."""
    pieces, at = [], 0
    for start, end, new in sorted(splices):
        pieces += [data[at:start], new]
        at = end
    return b"".join([*pieces, data[at:]])


class _Marks:
    """The comments that end and begin at one place, in the run `run`; `cuts` is whether that is within it."""

    def __init__(self, run: Run, cuts: bool) -> None:
        self._run, self._cuts = run, cuts
        self.ends: list[int] = []
        self.starts: list[int] = []

    def written(self) -> bytes:
        """First all ends, then the signs of those comments, then all beginnings."""
        prefix, declared = naming(self._run.opening)
        shown = [f'<{prefix}:commentRangeEnd{declared} {prefix}:id="{id}"/>' for id in self.ends]
        shown += [
            f"<{prefix}:r{declared}><{prefix}:commentReference {prefix}:id=\"{id}\"/></{prefix}:r>"
            for id in self.ends
        ]  # fmt: skip
        shown += [f'<{prefix}:commentRangeStart{declared} {prefix}:id="{id}"/>' for id in self.starts]
        marks = "".join(shown).encode()
        return self._run.closing + marks + self._run.opening if self._cuts else marks


class _Places:
    """Where in a part comments begin and end: at bytes between elements, and at characters within words."""

    def __init__(self) -> None:
        self._between: dict[int, _Marks] = {}
        self._within: dict[int, tuple[Leaf, Run, dict[int, _Marks]]] = {}

    def begin(self, run: Run, offset: int, id: int) -> None:
        """Comment `id` begins before character `offset` of the run."""
        if offset == 0:
            self._at(run.start, run, cuts=False).starts.append(id)
            return
        leaf, index = _leaf(run, offset)
        marks = self._in(leaf, run, index) if index else self._at(leaf.start, run, cuts=True)
        marks.starts.append(id)

    def end(self, run: Run, offset: int, id: int) -> None:
        """Comment `id` ends before character `offset` of the run."""
        if offset >= run.length:
            self._at(run.end, run, cuts=False).ends.append(id)
            return
        leaf, index = _leaf(run, offset - 1)
        whole = index + 1 == len(leaf.text)
        marks = self._at(leaf.end, run, cuts=True) if whole else self._in(leaf, run, index + 1)
        marks.ends.append(id)

    def splices(self) -> Iterator[Splice]:
        """What to put into the part."""
        for at, marks in self._between.items():
            yield at, at, marks.written()
        for leaf, run, cuts in self._within.values():
            yield leaf.start, leaf.end, b"".join(_cut(leaf, run, cuts))

    def _at(self, byte: int, run: Run, *, cuts: bool) -> _Marks:
        return self._between.setdefault(byte, _Marks(run, cuts))

    def _in(self, leaf: Leaf, run: Run, index: int) -> _Marks:
        _, _, cuts = self._within.setdefault(leaf.start, (leaf, run, {}))
        return cuts.setdefault(index, _Marks(run, cuts=True))


def _leaf(run: Run, offset: int) -> tuple[Leaf, int]:
    """The leaf that holds a character of the run, and which of its characters that is."""
    for leaf in run.leaves:
        if offset < len(leaf.text):
            return leaf, offset
        offset -= len(leaf.text)
    raise ValueError("the run is shorter than that")


def _cut(leaf: Leaf, run: Run, cuts: dict[int, _Marks]) -> Iterator[bytes]:
    """The words of `leaf` in pieces, with marks between them."""
    prefix, declared = naming(run.opening)
    for start, end in pairwise([0, *sorted(cuts), len(leaf.text)]):
        if start:
            yield cuts[start].written()
        for text, preserved in _pieces(leaf, start, end):
            space = ' xml:space="preserve"' if preserved else ""
            words = escape(text, {"\r": "&#13;"})
            yield f"<{prefix}:t{declared}{space}>{words}</{prefix}:t>".encode()


def _pieces(leaf: Leaf, start: int, end: int) -> Iterator[tuple[str, bool]]:
    """Characters [start, end), each piece with whether white space at its edges is to count.

    At the edges of words that do not say so it counts for nothing, and stays so.
    """
    text = leaf.text[start:end]
    before = after = 0
    if not leaf.preserved:
        before = len(text) - len(text.lstrip()) if start == 0 else 0
        after = len(text) - len(text.rstrip()) if end == len(leaf.text) else 0
    if before:
        yield text[:before], False
    if middle := text[before : len(text) - after]:
        yield middle, True
    if after and before < len(text):
        yield text[len(text) - after :], False
