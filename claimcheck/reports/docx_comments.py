"""What the comments say: each finding, and each figure that carries a flag."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Finding, Report, Span
from claimcheck.reports.flags import FLAGS
from claimcheck.reports.printable import printable
from claimcheck.reports.rows import Row, lay_out
from claimcheck.reports.view import View
from claimcheck.values import frozen

_MEANINGS = {flag.name: flag.meaning for flag in FLAGS}


@frozen
class Comment:
    """A comment on the words at `span`, paragraph by paragraph."""

    span: Span
    paragraphs: tuple[str, ...]


def find_comments(report: Report, view: View) -> list[Comment]:
    """The comments in the order of their words, findings before figures."""
    return sorted([*_findings(report, view), *_figures(report, view)], key=lambda comment: comment.span.start)


def _findings(report: Report, view: View) -> Iterator[Comment]:
    for finding in report.findings:
        if view.advice or finding.severity != "advice":
            yield Comment(Span(finding.start, finding.end), tuple(_question(finding)))


def _question(finding: Finding) -> Iterator[str]:
    yield printable(f"{finding.severity.capitalize()}: {finding.message}")
    if finding.working:
        yield printable(finding.working)
    yield f"{finding.code} {finding.name}"


def _figures(report: Report, view: View) -> Iterator[Comment]:
    claims = [claim for claim in report.claims if view.dates or claim.figure.kind != "date"]
    for claim, row in zip(claims, lay_out(report, view).rows, strict=True):
        if claim.flags:
            yield Comment(Span(claim.figure.start, claim.figure.end), tuple(_flagged(row)))


def _flagged(row: Row) -> Iterator[str]:
    yield f"Reading: {row.reading or '—'}"
    yield "Source: none" if row.naming == "none" else f"Source: {row.source}"
    for flag in row.flags:
        yield f"{flag}: {_MEANINGS[flag]}"
