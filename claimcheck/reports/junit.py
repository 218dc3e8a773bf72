"""Findings as JUnit XML: a suite per article, a failed case per finding, for CI dashboards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from claimcheck.model import Finding, Report
from claimcheck.reports.place import Place
from claimcheck.reports.printable import printable
from claimcheck.reports.view import View

# What XML 1.0 cannot hold at all (section 2.2, Char).
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(reports: Iterable[Report], view: View) -> Iterator[str]:
    """One XML document with a suite for each report; an article without findings is one passed case."""
    suites = ElementTree.Element("testsuites", name="claimcheck")
    failures = 0
    for report in reports:
        suite, failed = _suite(report, view)
        suites.append(suite)
        failures += failed
    suites.set("tests", str(sum(int(suite.get("tests", "0")) for suite in suites)))
    suites.set("failures", str(failures))
    ElementTree.indent(suites)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(suites, encoding="unicode") + "\n"


def _suite(report: Report, view: View) -> tuple[ElementTree.Element, int]:
    document, place = report.article.document, Place(report.article)
    name = _xml(str(document.path or document.id or "article"))
    findings = [f for f in report.findings if view.advice or f.severity != "advice"]
    tests = str(max(1, len(findings)))
    suite = ElementTree.Element("testsuite", name=name, tests=tests, failures=str(len(findings)))
    for finding in findings:
        suite.append(_case(finding, name, place))
    if not findings:
        ElementTree.SubElement(suite, "testcase", classname=name, name="figures fit")
    return suite, len(findings)


def _case(finding: Finding, name: str, place: Place) -> ElementTree.Element:
    line, column = place.line(finding.start)
    title = f"{finding.code} {finding.name} (line {line}, column {column})"
    case = ElementTree.Element("testcase", classname=name, name=title)
    failure = ElementTree.SubElement(case, "failure", type=finding.severity, message=_xml(finding.message))
    failure.text = _xml(finding.working or "")
    return case


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", printable(text))
