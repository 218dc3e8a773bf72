"""The fact-checker's sheet as an Excel workbook: filter, frozen head, status list, each figure in bold."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from claimcheck.model import Report
from claimcheck.reports.fact_sheet import COLUMNS, STATUSES, FactRow, fact_rows
from claimcheck.reports.view import View

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = {
    "sentence": 60, "figure": 20, "reading": 16, "counted or measured": 26, "source": 22,
    "full name of source": 26, "flags": 22, "findings": 40, "verified against": 24,
    "link or page": 24, "note": 30,
}  # fmt: skip
_SENTENCE, _STATUS = COLUMNS.index("sentence"), COLUMNS.index("status")
_SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def render(reports: Iterable[Report], view: View) -> bytes:
    """A workbook with one sheet, a row per figure of every report."""
    from xlsxwriter import Workbook  # lazily: 70 ms

    buffer = io.BytesIO()
    workbook = Workbook(buffer, _SAFE)
    formats = {
        "head": workbook.add_format(
            {"bold": True, "bg_color": "#DDE3EA", "text_wrap": True, "valign": "top"}
        ),
        "bold": workbook.add_format({"bold": True}),
        "cell": workbook.add_format({"text_wrap": True, "valign": "top"}),
        "human": workbook.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FFF9E5"}),
    }
    sheet = workbook.add_worksheet("Figures")
    last = 0
    for last, row in enumerate((r for report in reports for r in fact_rows(report, view)), 1):
        _write_row(sheet, last, row, formats)
    _frame(sheet, last, formats["head"])
    workbook.close()
    return buffer.getvalue()


def _frame(sheet: Worksheet, last: int, head: Any) -> None:
    for column, name in enumerate(COLUMNS):
        sheet.write_string(0, column, name, head)
        sheet.set_column(column, column, _WIDTHS.get(name, 11))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    choice = {"validate": "list", "source": list(STATUSES)}
    sheet.data_validation(1, _STATUS, max(last, 1), _STATUS, choice)


def _write_row(sheet: Worksheet, number: int, row: FactRow, formats: dict[str, Any]) -> None:
    for column, cell in enumerate(row.cells):
        style = formats["human" if column >= _STATUS else "cell"]
        if column == _SENTENCE:
            _write_sentence(sheet, number, row, formats)
        elif isinstance(cell, str):
            sheet.write_string(number, column, cell, style)
        else:
            sheet.write_number(number, column, cell, style)


def _write_sentence(sheet: Worksheet, number: int, row: FactRow, formats: dict[str, Any]) -> None:
    sentence = str(row.cells[_SENTENCE])
    before, figure, after = (sentence[: row.figure.start], sentence[row.figure.start : row.figure.end],
                             sentence[row.figure.end :])  # fmt: skip
    parts = [part for part in (before, formats["bold"], figure, after) if part]
    if len(parts) > 2:
        sheet.write_rich_string(number, _SENTENCE, *parts, formats["cell"])
    else:
        sheet.write_string(number, _SENTENCE, sentence, formats["bold"])
