"""The fact-checker's sheet as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from claimcheck.model import Report
from claimcheck.reports.fact_sheet import COLUMNS, fact_rows
from claimcheck.reports.view import View

_STARTS_FORMULA = (*"=+-@＝＋－＠", "\t", "\r")  # the wide ones in Japanese Excel


def render(reports: Iterable[Report], view: View) -> Iterator[str]:
    """A head line, then a line per figure, as RFC 4180 says; `\\n` ends lines so that pipes read them."""
    yield "\ufeff" + _line(COLUMNS)  # the mark by which Excel knows UTF-8
    for report in reports:
        for row in fact_rows(report, view):
            yield _line([plain_cell(cell) for cell in row.cells])


def plain_cell(cell: str | int | float) -> str | int | float:
    """`cell` such that no spreadsheet reads it as a formula (OWASP: CSV injection)."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_STARTS_FORMULA) else cell


def _line(cells: Iterable[str | int | float]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
