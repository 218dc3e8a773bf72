"""Where a document's text stands in its file, for files whose text is not the file itself.

`Document.places` holds one Place for each stretch of text that the file holds in one piece; what a reader
put between them (line ends between paragraphs) has none. For plain text and Markdown it is empty: an offset
there is the place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claimcheck.values import frozen


@frozen
class RunOrigin:
    """A run of a Word document: the `run`-th `w:r` of `part`, counted from 0 in document order.

    `paragraph` counts the part's `w:p` in the same way. Character i of the place is character i of the run's
    text as `claimcheck.readers.docx_text.run_text` gives it.
    """

    part: str
    paragraph: int
    run: int


@frozen
class LineOrigin:
    """A line of a PDF: page and line on the page as they are printed, both from 1."""

    page: int
    line: int


@frozen
class SourceOrigin:
    """Characters [start, end) of the file as decoded; longer than the place where `&amp;` or such stands.

    `line` and `column` are where it starts, from 1.
    """

    start: int
    end: int
    line: int = 1
    column: int = 1


@frozen
class ParagraphOrigin:
    """A paragraph of an OpenDocument text, counted from 1."""

    paragraph: int


@frozen
class RecordOrigin:
    """An article of a JSON lines file, by its line from 1."""

    line: int


Origin = RunOrigin | LineOrigin | SourceOrigin | ParagraphOrigin | RecordOrigin


@frozen
class Place:
    """Characters [start, end) of the document's text, and where in the file they stand."""

    start: int
    end: int
    origin: Origin


def find_place(places: Sequence[Place], offset: int) -> Place | None:
    """The place that holds the character at `offset`, or None for one that the reader put there."""
    index = bisect_right(places, offset, key=lambda place: place.start) - 1
    return places[index] if index >= 0 and offset < places[index].end else None
