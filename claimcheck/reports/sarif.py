"""Findings as SARIF 2.1.0 (OASIS), for code-scanning and review tools.

Silenced findings are in it with their reason, as suppressions in the source (section 3.35). Files that
have no lines of their own, such as PDFs, have logical locations (3.33): page and line, or the paragraph.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain
from typing import Any
from urllib.parse import quote

from claimcheck import __version__
from claimcheck.model import Document, Finding, Report, Span
from claimcheck.reports.place import Places
from claimcheck.reports.printable import escaped, printable, visible
from claimcheck.reports.view import View
from claimcheck.rulebook import all_rules

_LEVELS = {"error": "error", "warning": "warning", "advice": "note"}
_ABSOLUTE = re.compile(r"/|[A-Za-z]:/")
_ADDRESS = re.compile(r"https?://")
_SIGNS = "/:?#[]@!$&'()*+,;=%~"  # that an address may hold as they are (RFC 3986)
_CATEGORY = "claimcheck/"  # by which GitHub keeps this tool's results apart from others'


def render(reports: Iterable[Report], view: View) -> Iterator[str]:
    """One SARIF log with one run over all reports."""
    listed = [entry for report in reports for entry in _entries(report, view)]
    codes = list(dict.fromkeys(finding.code for finding, _, _ in listed))
    first = {finding.code: finding for finding, _, _ in reversed(listed)}
    places: dict[int, Places] = {}
    seen: Counter[tuple[str | None, str]] = Counter()
    results = []
    for finding, reason, report in listed:
        place = places.setdefault(id(report), Places(report.article))
        document = report.article.document
        mark = _fingerprint(finding, place)
        seen[document.path, mark] += 1
        result = _result(finding, document, place) | {
            "ruleIndex": codes.index(finding.code),
            "partialFingerprints": {"claimcheckFinding/v1": f"{mark}:{seen[document.path, mark]}"},
            "suppressions": [] if reason is None else [_suppression(reason)],
        }
        results.append(result)
    driver = {"name": "claimcheck", "version": __version__, "rules": [_rule(first[code]) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": _CATEGORY},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    yield escaped(json.dumps(log, ensure_ascii=False, indent=1)) + "\n"


def _entries(report: Report, view: View) -> Iterator[tuple[Finding, str | None, Report]]:
    """The findings to show, each with the reason that silences it, or None."""
    open_ = ((finding, None, report) for finding in report.findings)
    silenced = ((each.finding, each.reason, report) for each in report.silenced)
    for entry in chain(open_, silenced):
        if view.advice or entry[0].severity != "advice":
            yield entry


def _rule(finding: Finding) -> dict[str, Any]:
    rule = next((rule for rule in all_rules() if rule.code == finding.code), None)
    title, _, page = (rule.page if rule else finding.name).partition("\n")
    paragraphs = page.strip().split("\n\n")
    meaning = " ".join(paragraphs[0].split("\n", 1)[-1].split()) or title
    return {
        "id": finding.code,
        "name": finding.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": meaning},
        "help": {"text": page.strip() or title, "markdown": _markdown(paragraphs) or title},
        "defaultConfiguration": {"level": _LEVELS[rule.severity if rule else finding.severity]},
        "properties": {"family": finding.family, "tags": [finding.family]},
    }


def _markdown(paragraphs: Iterable[str]) -> str:
    """A page of the manual in Markdown: its heads bold, its lines kept apart."""
    parts = []
    for paragraph in paragraphs:
        head, _, body = paragraph.partition("\n")
        lines = [line.strip() for line in body.split("\n")]
        parts.append(f"**{head.strip()}**\n\n" + ("  \n" if head == "Example" else " ").join(lines))
    return "\n\n".join(parts)


def _result(finding: Finding, document: Document, place: Places) -> dict[str, Any]:
    message = " ".join(printable(part) for part in (finding.message, finding.working) if part)
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [_location(Span(finding.start, finding.end), document, place)],
        "relatedLocations": [_location(span, document, place) for span in finding.related],
    }


def _suppression(reason: str) -> dict[str, Any]:
    return {"kind": "inSource", "status": "accepted", "justification": printable(reason)}


def _fingerprint(finding: Finding, place: Places) -> str:
    """What the finding says and not where: it is the same when other lines of the article change."""
    parts = (finding.code, *finding.claims, place.quote(finding.start, finding.end))
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def _location(span: Span, document: Document, place: Places) -> dict[str, Any]:
    file = {"artifactLocation": _artifact(document)}
    if region := _region(span, document, place):
        return {"physicalLocation": file | {"region": region}}
    position = place.position(span.start)
    known = {"page": position.page, "line": position.line, "paragraph": position.paragraph}
    return {
        "physicalLocation": file,
        "logicalLocations": [{"fullyQualifiedName": place.where(span.start)}],
        "properties": {key: number for key, number in known.items() if number},
    }


def _region(span: Span, document: Document, place: Places) -> dict[str, Any]:
    """Lines and columns in the file; empty for a file that has none."""
    start, last = place.position(span.start), place.position(max(span.end - 1, span.start))
    if start.page or start.line is None or last.line is None:
        return {}
    if start.column is None or last.column is None:
        return {"startLine": start.line}
    if document.places:
        return {"startLine": start.line, "startColumn": start.column,
                "endLine": last.line, "endColumn": last.column + 1}  # fmt: skip
    line, column = place.line(span.end)
    snippet = {"text": visible(document.text[span.start : span.end])}
    return {"startLine": start.line, "startColumn": start.column, "endLine": line, "endColumn": column,
            "charOffset": span.start, "charLength": span.end - span.start, "snippet": snippet}  # fmt: skip


def _artifact(document: Document) -> dict[str, Any]:
    """The file as a URI: relative to the root of the source where the path is."""
    path = (document.path or document.url or "-").replace("\\", "/")
    if _ADDRESS.match(path):
        return {"uri": quote(path, safe=_SIGNS)}
    if _ABSOLUTE.match(path):
        return {"uri": "file://" + quote(path if path.startswith("/") else f"/{path}", safe="/:")}
    while path.startswith("./"):
        path = path[2:]
    return {"uri": quote(path), "uriBaseId": "%SRCROOT%"}
