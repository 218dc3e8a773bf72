"""What of a Word document's body a comment on given words can hang on.

Word takes no comment within a note or a text box: it ignores the marks there (MS-OI29500 2.1.315). Such
a comment hangs on the note's mark, or on what the text box hangs on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Literal

from claimcheck.model import Span
from claimcheck.places import Place, RunOrigin
from claimcheck.reports.docx_marks import Stretch
from claimcheck.reports.docx_runs import Note, Run, Runs
from claimcheck.values import frozen

Setting = Literal["text", "note", "text box"]


@frozen
class Anchor:
    """What a comment hangs on, and where the words themselves stand."""

    stretch: Stretch
    setting: Setting


class Anchors:
    """Finds anchors in the part `body`, from the places of a document and the runs of its parts by name."""

    def __init__(self, places: Sequence[Place], parts: Mapping[str, Runs], body: str) -> None:
        self._places = [(place, place.origin) for place in places if isinstance(place.origin, RunOrigin)]
        self._parts, self._body = parts, body
        self._marks: dict[Note, int] = {}
        for index, run in enumerate(parts[body].runs):
            for note in run.marks:
                self._marks.setdefault(note, index)

    def find(self, span: Span) -> Anchor | None:
        """The anchor for the words at `span`; None where nothing stands that could hold it."""
        first = bisect_right(self._places, span.start, key=lambda found: found[0].end)
        if first == len(self._places):
            return None
        last = first
        story = self._story(self._places[first][1])
        for index in range(first, len(self._places)):
            place, origin = self._places[index]
            if place.start >= span.end:
                break
            if self._story(origin) == story:
                last = index
        return self._anchor(span, self._places[first], self._places[last])

    def _anchor(
        self, span: Span, first: tuple[Place, RunOrigin], last: tuple[Place, RunOrigin]
    ) -> Anchor | None:
        run = self._run(first[1])
        if first[1].part != self._body:
            index = self._marks.get(run.note) if run.note else None
            return None if index is None else self._whole(index, "note")
        if run.holder is not None:
            return self._whole(run.holder, "text box")
        start = max(span.start - first[0].start, 0)
        end = max(min(span.end, last[0].end) - last[0].start, 1)
        return Anchor(Stretch(first[1].run, start, last[1].run, end), "text")

    def _whole(self, index: int, setting: Setting) -> Anchor:
        runs = self._parts[self._body].runs
        outer = runs[index].holder
        index = index if outer is None else outer
        return Anchor(Stretch(index, 0, index, runs[index].length), setting)

    def _run(self, origin: RunOrigin) -> Run:
        return self._parts[origin.part].runs[origin.run]

    def _story(self, origin: RunOrigin) -> tuple[str, int | None, Note | None]:
        """What a comment cannot reach across: the part, the text box, the note."""
        run = self._run(origin)
        return origin.part, run.holder, run.note
