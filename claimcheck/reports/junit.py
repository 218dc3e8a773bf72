"""Findings as JUnit XML for CI: a suite per article, a failed case per finding, skipped where silenced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from claimcheck.model import Finding, Report, Silenced
from claimcheck.reports.place import Places, Position
from claimcheck.reports.printable import printable
from claimcheck.reports.view import View

_COUNTS = ("tests", "failures", "errors", "skipped")
# What XML 1.0 cannot hold at all (section 2.2, Char).
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(reports: Iterable[Report], view: View) -> Iterator[str]:
    """One XML document with a suite for each report; an article without findings is one passed case."""
    suites = ElementTree.Element("testsuites", name="claimcheck")
    suites.extend(_suite(report, view) for report in reports)
    for count in _COUNTS:
        suites.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    ElementTree.indent(suites)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(suites, encoding="unicode") + "\n"


def _suite(report: Report, view: View) -> ElementTree.Element:
    document, place = report.article.document, Places(report.article)
    name = _xml(" ".join(str(part) for part in (document.path, document.id) if part is not None) or "article")
    findings = [f for f in report.findings if view.advice or f.severity != "advice"]
    silenced = [s for s in report.silenced if view.advice or s.finding.severity != "advice"]
    cases = [_failed(finding, name, place) for finding in findings]
    cases += [_skipped(each, name, place) for each in silenced]
    cases = cases or [ElementTree.Element("testcase", classname=name, name="figures fit", time="0")]
    counts = zip(_COUNTS, (len(cases), len(findings), 0, len(silenced)), strict=True)
    suite = ElementTree.Element("testsuite", {"name": name, **{key: str(count) for key, count in counts}})
    suite.set("time", "0")
    suite.extend(cases)
    return suite


def _failed(finding: Finding, name: str, place: Places) -> ElementTree.Element:
    case = _case(finding, name, place)
    failure = ElementTree.SubElement(case, "failure", type=finding.severity, message=_xml(finding.message))
    where = f"{place.where(finding.start)}: “{place.quote(finding.start, finding.end)}”"
    failure.text = "\n".join(_xml(part) for part in (finding.message, finding.working, where) if part)
    return case


def _skipped(silenced: Silenced, name: str, place: Places) -> ElementTree.Element:
    case = _case(silenced.finding, name, place)
    ElementTree.SubElement(case, "skipped", message=_xml(f"silenced: {silenced.reason}"))
    return case


def _case(finding: Finding, name: str, place: Places) -> ElementTree.Element:
    position = place.position(finding.start)
    title = f"{finding.code} {finding.name} ({_pinned(position) or place.where(finding.start)})"
    return ElementTree.Element("testcase", classname=name, name=title, time="0")


def _pinned(position: Position) -> str:
    """Line and column, which tell two findings of one check apart."""
    return f"line {position.line}, column {position.column}" if position.column else ""


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", printable(text))
