"""The table on a terminal, with colour: folded to the width, nothing cut."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from claimcheck.model import Report
from claimcheck.reports.flags import WEIGHTS
from claimcheck.reports.plain import HEADS
from claimcheck.reports.rows import Problem, Row, Sheet, lay_out
from claimcheck.reports.view import View

_WIDE = 118  # columns from which every field has a column of its own
_FLAG_STYLES = {"source": "bold red", "doubt": "yellow", "bound": "cyan"}
_SOURCE_STYLES = {"named": "", "unnamed": "italic", "none": "dim"}
_SEVERITY_STYLES = {"error": "bold red", "warning": "bold yellow", "advice": "bold blue"}


def write(reports: Iterable[Report], view: View, console: Console) -> None:
    """Print the sheet of each report as it is done."""
    for index, report in enumerate(reports):
        if index:
            console.print()
        console.print(sheet(lay_out(report, view), console.width), highlight=False)


def sheet(laid_out: Sheet, width: int) -> RenderableType:
    """One report: title, table, findings, coverage."""
    table = _wide(laid_out.rows) if width >= _WIDE else _narrow(laid_out.rows)
    parts: list[RenderableType] = [Text(laid_out.title, "bold"), Text(laid_out.facts, "dim")]
    parts += [Text(), table] if laid_out.rows else []
    parts += map(_problem, laid_out.problems)
    parts += [Text(line, "dim") for line in ("", *laid_out.implied)] if laid_out.implied else []
    parts += [Rule(style="dim"), Text(laid_out.coverage, "dim")]
    parts += [Padding(Text(reason, "dim"), (0, 0, 0, 2)) for reason in laid_out.reasons]
    return Group(*parts)


def _table() -> Table:
    return Table(box=box.SIMPLE_HEAD, show_edge=False, expand=True, padding=(0, 2, 0, 0), pad_edge=False,
                 header_style="dim", border_style="dim")  # fmt: skip


def _wide(rows: Iterable[Row]) -> Table:
    table = _table()
    widest, share = (None, 30, 24, None, None, None), (None, None, None, 6, 6, 5)
    for head, max_width, ratio in zip(HEADS, widest, share, strict=True):
        table.add_column(head, overflow="fold", max_width=max_width, ratio=ratio)
    for row in rows:
        table.add_row(
            Text(row.place, "dim"), Text(row.figure, "bold"), Text(row.reading), Text(row.about),
            _source(row), _flags(row),
        )  # fmt: skip
    return table


def _narrow(rows: Iterable[Row]) -> Table:
    """Two fields a column: the figure over what is counted, the source over the flags."""
    table = _table()
    table.add_column("¶", overflow="fold", max_width=5)
    table.add_column("Figure, what is counted", ratio=1, overflow="fold")
    table.add_column("Reading", overflow="fold", max_width=16)
    table.add_column("Source, flags", ratio=1, overflow="fold")
    for row in rows:
        table.add_row(
            Text(row.place, "dim"), _stack(Text(row.figure, "bold"), Text(row.about)),
            Text(row.reading), _stack(_source(row), _flags(row)),
        )  # fmt: skip
    return table


def _stack(*lines: Text) -> Text:
    return Text("\n").join(line for line in lines if line)


def _source(row: Row) -> Text:
    return Text(row.source, _SOURCE_STYLES[row.naming])


def _flags(row: Row) -> Text:
    return Text(" ").join(Text(flag, _FLAG_STYLES[WEIGHTS.get(flag, "bound")]) for flag in row.flags)


def _problem(problem: Problem) -> RenderableType:
    style = _SEVERITY_STYLES[problem.severity]
    lines = [Text.assemble((f"{problem.severity}: ", style), (problem.message, "bold"))]
    lines += [Text(f"  {line}") for line in (problem.working,) if line]
    lines += [Text(f"  {problem.where}", "dim")]
    return Padding(Group(*lines), (1, 0, 0, 0))
