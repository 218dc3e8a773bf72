"""The fact-checker's sheet as an Excel workbook: filter, frozen head, status list, each figure in bold."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING, Any

from claimcheck import __version__
from claimcheck.model import Report
from claimcheck.reports.fact_sheet import COLUMNS, HUMAN, STATUSES, FactRow, fact_rows
from claimcheck.reports.view import View

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = {
    "document": 18, "page": 6, "paragraph": 10, "line": 6, "sentence": 60, "figure": 20, "reading": 16,
    "counted or measured": 24, "source": 22, "full name of source": 22, "kind of source": 14, "hedges": 16,
    "flags": 16, "findings": 44, "silenced": 24, "status": 14, "verified against": 24, "link or page": 20,
    "checked on": 12, "checked by": 12, "note": 30,
}  # fmt: skip
_WIDTH = 11  # of the other columns, in signs of the usual type
_FOLDED = ("id", "kind", "low", "high", "unit", "kind of source")  # for scripts and filters; a + unfolds them
_SENTENCE, _STATUS = COLUMNS.index("sentence"), COLUMNS.index("status")
_LINE = 15  # points
_MOST_LINES = 27  # that a row can be high
_LONGEST = 32_000  # signs in a cell: Excel takes 32,767
_SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_COLOURS = {"verified": "#DDEFDD", "changed": "#FCECC0", "cannot verify": "#FCECC0", "wrong": "#FBDCDC"}
_MADE = datetime(1980, 1, 1)  # no clock in it: the same reports make the same file


def render(reports: Iterable[Report], view: View) -> bytes:
    """A workbook with one sheet, a row per figure of every report."""
    from xlsxwriter import Workbook  # lazily: 70 ms

    buffer = io.BytesIO()
    workbook = Workbook(buffer, _SAFE)
    named = {"title": "Figures to verify", "author": f"claimcheck {__version__}", "created": _MADE}
    workbook.set_properties(named)
    wrapped = {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": "#D5D5D5"}
    human = wrapped | {"bg_color": "#FFF9E5", "left": 1, "left_color": "#E5DFC8"}
    formats = {
        "head": workbook.add_format(wrapped | {"bold": True, "bg_color": "#DDE3EA", "bottom": 1}),
        "bold": workbook.add_format({"bold": True}),
        "bold cell": workbook.add_format(wrapped | {"bold": True}),
        "cell": workbook.add_format(wrapped),
        "human": workbook.add_format(human),
        "checked on": workbook.add_format(human | {"num_format": "yyyy-mm-dd"}),
    }
    sheet = workbook.add_worksheet("Figures")
    last, filled = 0, set(HUMAN)
    for last, row in enumerate((r for report in reports for r in fact_rows(report, view)), 1):
        _write_row(sheet, last, row, formats)
        filled.update(name for name, cell in zip(COLUMNS, row.cells, strict=True) if cell != "")
    _frame(sheet, last, formats["head"], filled)
    _choose(sheet, max(last, 1), {s: workbook.add_format({"bg_color": c}) for s, c in _COLOURS.items()})
    _set_up_print(sheet)
    workbook.close()
    return buffer.getvalue()


def _frame(sheet: Worksheet, last: int, head: Any, filled: set[str]) -> None:
    """Head, widths, filter. What is for scripts and what is empty throughout is folded away."""
    folded = [name in _FOLDED or name not in filled for name in COLUMNS]
    for column, name in enumerate(COLUMNS):
        ends = column > 0 and folded[column - 1]
        options = {"level": 1, "hidden": True} if folded[column] else {"collapsed": ends}
        sheet.write_string(0, column, name, head)
        sheet.set_column(column, column, _WIDTHS.get(name, _WIDTH), None, options)
    sheet.set_row(0, 2 * _LINE)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)


def _choose(sheet: Worksheet, last: int, colours: dict[str, Any]) -> None:
    """The list of statuses, and a colour for each that a person has set."""
    sheet.data_validation(1, _STATUS, last, _STATUS, {"validate": "list", "source": list(STATUSES)})
    for status, colour in colours.items():
        rule = {"type": "cell", "criteria": "==", "value": f'"{status}"', "format": colour}
        sheet.conditional_format(1, _STATUS, last, _STATUS, rule)


def _set_up_print(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.fit_to_pages(2, 0)  # wide: what was found, and what a person fills in
    sheet.set_v_pagebreaks([COLUMNS.index("hedges")])
    sheet.print_across()
    sheet.repeat_rows(0)
    sheet.set_margins(0.4, 0.4, 0.5, 0.6)
    sheet.set_footer("&L&8&A&R&8&P / &N")


def _write_row(sheet: Worksheet, number: int, row: FactRow, formats: dict[str, Any]) -> None:
    sheet.set_row(number, _LINE * min(max(map(_lines, row.cells, COLUMNS)), _MOST_LINES))
    for column, (cell, name) in enumerate(zip(row.cells, COLUMNS, strict=True)):
        style = formats.get(name, formats["human"]) if name in HUMAN else formats["cell"]
        if column == _SENTENCE:
            _write_sentence(sheet, number, row, formats)
        elif isinstance(cell, str):
            sheet.write_string(number, column, cell[:_LONGEST], style)
        else:
            sheet.write_number(number, column, cell, style)


def _lines(cell: str | int | float, name: str) -> int:
    """How many lines a cell fills: not every spreadsheet makes rows high enough by itself."""
    width = _WIDTHS.get(name, _WIDTH)
    return sum(max(ceil(len(line) * 1.1 / width), 1) for line in str(cell).split("\n"))


def _write_sentence(sheet: Worksheet, number: int, row: FactRow, formats: dict[str, Any]) -> None:
    sentence = str(row.cells[_SENTENCE])[:_LONGEST]
    before, figure, after = (sentence[: row.figure.start], sentence[row.figure.start : row.figure.end],
                             sentence[row.figure.end :])  # fmt: skip
    parts = [part for part in (before, formats["bold"], figure, after) if part]
    if len(parts) > 2 and figure:
        sheet.write_rich_string(number, _SENTENCE, *parts, formats["cell"])
    else:
        sheet.write_string(number, _SENTENCE, sentence, formats["bold cell" if figure else "cell"])
