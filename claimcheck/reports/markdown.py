"""A report for chat and pull requests, in GitHub-flavoured Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.model import Report
from claimcheck.reports.plain import HEADS
from claimcheck.reports.rows import SEVERITIES, Problem, Row, Sheet, lay_out
from claimcheck.reports.view import View

_MARKUP = re.compile(r"([\\`*_\[\]|~<>&]|^[#+-]|^\d{1,9}(?=[.)])|:(?=//)|(?<=www)\.)", re.IGNORECASE)
_CALLS = re.compile(r"(@(?=\w)|#(?=\d))")  # GitHub finds these after Markdown is read: no backslash helps
_APART = "\u200b"  # a space of no width


def render(reports: Iterable[Report], view: View) -> Iterator[str]:
    """A section for each report: findings as a list, figures as a table. Several end with a table of all."""
    articles: list[tuple[str, ...]] = []
    for report in reports:
        sheet = lay_out(report, view)
        yield ("\n" if articles else "") + "\n".join(_section(sheet)) + "\n"
        articles.append((sheet.title, str(len(sheet.rows)), _grave(report)))
    if len(articles) > 1:
        yield "\n".join(_summary(articles)) + "\n"


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


def _grave(report: Report) -> str:
    counts = Counter(finding.severity for finding in report.findings)
    return ", ".join(f"{counts[s]} {s}{'' if counts[s] == 1 else 's'}" for s in SEVERITIES[:2] if counts[s])


def _summary(articles: Sequence[tuple[str, ...]]) -> Iterator[str]:
    yield f"\n## All {len(articles)} articles\n"
    yield _line(("Article", "Figures", "Findings"))
    yield _line(("---", "--:", "---"))
    yield from (_line(map(literal, article)) for article in articles)


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
