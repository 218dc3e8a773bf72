"""Findings as GitHub workflow commands, which show as annotations on the changed lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from claimcheck.model import Finding, Report
from claimcheck.reports.place import Places
from claimcheck.reports.printable import harmless, printable
from claimcheck.reports.view import View

_LEVELS = {"error": "error", "warning": "warning", "advice": "notice"}
_DATA = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_PROPERTY = _DATA | {ord(":"): "%3A", ord(","): "%2C"}


def render(reports: Iterable[Report], view: View) -> Iterator[str]:
    """One command a finding; advice only where the view asks for it."""
    for report in reports:
        place = Places(report.article)
        for finding in report.findings:
            if view.advice or finding.severity != "advice":
                yield _command(finding, report, place)


def _command(finding: Finding, report: Report, place: Places) -> str:
    document = report.article.document
    in_file = document.path not in (None, "", "-")
    properties: dict[str, object] = {"file": _relative(document.path or "")} if in_file else {}
    properties |= _lines(finding, place) if in_file else {}
    properties["title"] = f"{finding.code} {finding.name}"
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    where = f"{place.where(finding.start)}: “{place.quote(finding.start, finding.end)}”"
    parts = (finding.message, finding.working, where if document.places or not in_file else None)
    message = "\n".join(printable(part) for part in parts if part)
    return f"::{_LEVELS[finding.severity]} {listed}::{message.translate(_DATA)}\n"


def _property(value: str) -> str:
    return harmless(value.translate(_PROPERTY))


def _lines(finding: Finding, place: Places) -> dict[str, int]:
    """Line and columns in the file; none in a file that has no lines, such as a PDF."""
    start, end = place.position(finding.start), place.position(max(finding.end - 1, finding.start))
    if start.page or start.line is None or end.line is None:
        return {}
    lines = {"line": start.line, "endLine": end.line}
    if start.line != end.line or start.column is None or end.column is None:
        return lines
    return lines | {"col": start.column, "endColumn": end.column + 1}  # columns count only within one line


def _relative(path: str) -> str:
    """The path as GitHub knows it: without `./`."""
    return Path(path).as_posix()
