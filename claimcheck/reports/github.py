"""Findings as GitHub workflow commands, which show as annotations on the changed lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from claimcheck.model import Finding, Report
from claimcheck.reports.place import Place
from claimcheck.reports.printable import printable
from claimcheck.reports.view import View

_LEVELS = {"error": "error", "warning": "warning", "advice": "notice"}
_DATA = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_PROPERTY = _DATA | {ord(":"): "%3A", ord(","): "%2C"}


def render(reports: Iterable[Report], view: View) -> Iterator[str]:
    """One command a finding; advice only where the view asks for it."""
    for report in reports:
        place = Place(report.article)
        for finding in report.findings:
            if view.advice or finding.severity != "advice":
                yield _command(finding, report, place)


def _command(finding: Finding, report: Report, place: Place) -> str:
    (line, column), (end_line, end_column) = place.line(finding.start), place.line(finding.end)
    where = {"line": line, "endLine": end_line}
    if line == end_line:  # columns count only within one line
        where |= {"col": column, "endColumn": end_column}
    properties = {
        "file": _relative(report.article.document.path or ""),
        **where,
        "title": f"{finding.code} {finding.name}",
    }
    listed = ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items())
    message = "\n".join(printable(part) for part in (finding.message, finding.working) if part)
    return f"::{_LEVELS[finding.severity]} {listed}::{message.translate(_DATA)}\n"


def _relative(path: str) -> str:
    """The path as GitHub knows it: without `./`."""
    return Path(path).as_posix() if path else ""
