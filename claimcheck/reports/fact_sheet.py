"""The fact-checker's sheet: one row per figure, with empty columns for the person who verifies it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.model import Claim, Finding, Report, Span
from claimcheck.reports.place import Place
from claimcheck.reports.printable import printable
from claimcheck.reports.readings import reading
from claimcheck.reports.view import View

STATUSES = ("open", "verified", "changed", "wrong", "cannot verify")
HUMAN = ("status", "verified against", "link or page", "checked on", "checked by", "note")
COLUMNS = (
    "id", "document", "paragraph", "line", "sentence", "figure", "reading", "kind", "low", "high", "unit",
    "counted or measured", "source", "full name of source", "kind of source", "hedges", "flags", "findings",
    *HUMAN,
)  # fmt: skip

_AROUND = 1000  # characters of the sentence on either side: a spreadsheet cell holds 32,767


class FactRow(NamedTuple):
    """The cells of one figure in the order of COLUMNS, and where the figure stands in its sentence cell."""

    cells: tuple[str | int | float, ...]
    figure: Span


def fact_rows(report: Report, view: View) -> Iterator[FactRow]:
    """A row for each figure in article order; bare dates only where the view asks for them."""
    place = Place(report.article)
    for claim in report.claims:
        if view.dates or claim.figure.kind != "date":
            findings = [finding for finding in report.findings if claim.id in finding.claims]
            yield _row(claim, report, place, findings)


def _row(claim: Claim, report: Report, place: Place, findings: Sequence[Finding]) -> FactRow:
    figure, document = claim.figure, report.article.document
    sentence, at = _sentence(claim, report)
    cells = (
        claim.id,
        printable(str(document.id or document.path or "")),
        place.paragraph(figure.start),
        place.line(figure.start)[0],
        sentence,
        sentence[at.start : at.end],
        reading(figure),
        figure.kind,
        _number(figure.low),
        _number(figure.high),
        figure.unit or "",
        _quoted(report, figure.about),
        *_source(claim, report),
        ", ".join(_quoted(report, Span(h.start, h.end)) for h in claim.hedges),
        ", ".join(claim.flags),
        "\n".join(_finding(finding) for finding in findings),
        STATUSES[0],
        *[""] * (len(HUMAN) - 1),
    )
    return FactRow(cells, at)


def _sentence(claim: Claim, report: Report) -> tuple[str, Span]:
    """The sentence on one line, and the figure's place in it."""
    text, figure, whole = report.article.text, claim.figure, report.article.sentences[claim.sentence]
    before = printable(text[max(whole.start, figure.start - _AROUND) : figure.start])
    gap = " " if before and text[figure.start - 1].isspace() else ""
    shown = printable(text[figure.start : figure.end])
    after = printable(text[figure.end : min(whole.end, figure.end + _AROUND)])
    space = " " if after and text[figure.end].isspace() else ""
    start = len(before) + len(gap)
    return f"{before}{gap}{shown}{space}{after}", Span(start, start + len(shown))


def _source(claim: Claim, report: Report) -> tuple[str, str, str]:
    if claim.source is None:
        return "", "", "none"
    source = report.sources[claim.source.source_id]
    mention = _quoted(report, Span(claim.source.start, claim.source.end))
    return mention, printable(source.name), source.kind + (" (unnamed)" if source.anonymous else "")


def _finding(finding: Finding) -> str:
    working = f" [{finding.working}]" if finding.working else ""
    return printable(f"{finding.code} {finding.severity}: {finding.message}{working}")


def _quoted(report: Report, span: Span | None) -> str:
    return printable(report.article.text[span.start : span.end]) if span else ""


def _number(value: Decimal | None) -> int | float | str:
    if value is None or abs(value.adjusted()) > 15:
        return "" if value is None else str(value)
    return int(value) if value == value.to_integral_value() else float(value)
