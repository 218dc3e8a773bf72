"""Findings as SARIF 2.1.0 (OASIS), for code-scanning and review tools."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from claimcheck import __version__
from claimcheck.model import Document, Finding, Report, Span
from claimcheck.reports.place import Place
from claimcheck.reports.printable import escaped, printable
from claimcheck.reports.view import View

_LEVELS = {"error": "error", "warning": "warning", "advice": "note"}


def render(reports: Iterable[Report], view: View) -> Iterator[str]:
    """One SARIF log with one run over all reports."""
    results: list[dict[str, Any]] = []
    rules: dict[str, dict[str, Any]] = {}
    for report in reports:
        place = Place(report.article)
        for finding in report.findings:
            if view.advice or finding.severity != "advice":
                rules.setdefault(finding.code, _rule(finding))
                results.append(_result(finding, report.article.document, place))
    run = {
        "tool": {"driver": {"name": "claimcheck", "version": __version__, "rules": list(rules.values())}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    yield escaped(json.dumps(log, ensure_ascii=False, indent=1)) + "\n"


def _rule(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.code,
        "name": finding.name,
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {"family": finding.family},
    }


def _result(finding: Finding, document: Document, place: Place) -> dict[str, Any]:
    message = " ".join(printable(part) for part in (finding.message, finding.working) if part)
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [_location(Span(finding.start, finding.end), document, place)],
        "relatedLocations": [_location(span, document, place) for span in finding.related],
        "partialFingerprints": {"claims/v1": " ".join(finding.claims)},
    }


def _location(span: Span, document: Document, place: Place) -> dict[str, Any]:
    (line, column), (end_line, end_column) = place.line(span.start), place.line(span.end)
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column,
              "charOffset": span.start, "charLength": span.end - span.start}  # fmt: skip
    address = quote((document.path or document.url or "-").replace("\\", "/"), safe="/:")
    return {"physicalLocation": {"artifactLocation": {"uri": address}, "region": region}}
