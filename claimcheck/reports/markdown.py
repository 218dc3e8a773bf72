"""A report for chat and pull requests, in GitHub-flavoured Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.model import Report
from claimcheck.reports.plain import HEADS
from claimcheck.reports.rows import Problem, Row, Sheet, lay_out
from claimcheck.reports.view import View

_MARKUP = re.compile(r"([\\`*_\[\]|~<>&]|^[#+-]|^\d{1,9}(?=[.)])|:(?=//)|(?<=www)\.)", re.IGNORECASE)
_CALLS = re.compile(r"(@(?=\w)|#(?=\d))")  # GitHub finds these after Markdown is read: no backslash helps
_APART = "\u200b"  # a space of no width


def render(reports: Iterable[Report], view: View) -> Iterator[str]:
    """A section for each report: findings as a list, figures as a table."""
    for index, report in enumerate(reports):
        yield ("\n" if index else "") + "\n".join(_section(lay_out(report, view))) + "\n"


def literal(text: str) -> str:
    """`text` such that Markdown shows it as it is: no markup, link, mention or HTML in it works."""
    return _CALLS.sub(rf"\1{_APART}", _MARKUP.sub(_escape, text))


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    return f"{sign}\\" if sign[0].isdigit() else f"\\{sign}"


def _section(sheet: Sheet) -> Iterator[str]:
    yield f"## {literal(sheet.title)}"
    yield ""
    yield literal(sheet.facts)
    if sheet.problems:
        yield ""
        for problem in sheet.problems:
            yield from _problem(problem)
    if sheet.rows:
        yield ""
        yield _line(HEADS)
        yield _line(["---"] * len(HEADS))
        yield from (_line(map(literal, _cells(row))) for row in sheet.rows)
    yield from _list(sheet.implied)
    yield ""
    yield literal(sheet.coverage)
    yield from _list(sheet.reasons)


def _list(lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield from (f"- {literal(line)}" for line in lines)


def _problem(problem: Problem) -> Iterator[str]:
    yield f"- **{problem.severity}:** {literal(problem.message)}"
    if problem.working:
        yield f"  <br>{literal(problem.working)}"
    yield f"  <br>{literal(problem.where)}"


def _cells(row: Row) -> tuple[str, ...]:
    return row.place, row.figure, row.reading, row.about, row.source, ", ".join(row.flags)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
