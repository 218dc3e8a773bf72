"""The table as plain text: one line a figure, columns in line, nothing cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.model import Report
from claimcheck.reports.rows import Row, Sheet, lay_out
from claimcheck.reports.view import View

HEADS = ("¶", "Figure", "Reading", "What is counted", "Source", "Flags")
_WIDEST = 60  # a longer cell pushes its own line out of step, and no other


def render(reports: Iterable[Report], view: View) -> Iterator[str]:
    """The sheet of each report, a blank line between two."""
    for index, report in enumerate(reports):
        yield ("\n" if index else "") + "\n".join(_lines(lay_out(report, view))) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield sheet.title
    yield sheet.facts
    if sheet.rows:
        yield ""
        yield from _table([HEADS, *map(_cells, sheet.rows)])
    for problem in sheet.problems:
        yield ""
        yield f"{problem.severity}: {problem.message}"
        if problem.working:
            yield f"  {problem.working}"
        yield f"  {problem.where}"
    yield from ("", *sheet.implied) if sheet.implied else ()
    yield ""
    yield sheet.coverage
    yield from (f"  {reason}" for reason in sheet.reasons)


def _cells(row: Row) -> tuple[str, ...]:
    return row.place, row.figure, row.reading, row.about, row.source, ", ".join(row.flags)


def _table(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [min(_WIDEST, max(map(len, column))) for column in zip(*lines, strict=True)]
    for cells in lines:
        padded = (f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True))
        yield "  ".join(padded).rstrip()
