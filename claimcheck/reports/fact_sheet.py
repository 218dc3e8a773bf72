"""The fact-checker's sheet: one row per figure, with empty columns for the person who verifies it.

A finding on words that are no figure, such as a weekday, has a row of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.model import Claim, Finding, Report, Silenced, Span
from claimcheck.reports.place import Places
from claimcheck.reports.printable import printable
from claimcheck.reports.rows import read
from claimcheck.reports.view import View

STATUSES = ("open", "verified", "changed", "wrong", "cannot verify")
HUMAN = ("status", "verified against", "link or page", "checked on", "checked by", "note")
COLUMNS = (
    "id", "document", "page", "paragraph", "line", "sentence", "figure", "reading", "kind", "low", "high",
    "unit", "counted or measured", "source", "full name of source", "kind of source", "hedges", "flags",
    "findings", "silenced", *HUMAN,
)  # fmt: skip

_AROUND = 1000  # characters of the sentence on either side: a spreadsheet cell holds 32,767
_DIGITS = 15  # that a spreadsheet keeps of a number

Cell = str | int | float


class FactRow(NamedTuple):
    """The cells of one figure in the order of COLUMNS, and where the figure stands in its sentence cell."""

    cells: tuple[Cell, ...]
    figure: Span


class _Sheet:
    """What the rows of one report share: its claims with what is found and what is silenced of each."""

    def __init__(self, report: Report, claims: Sequence[Claim]) -> None:
        self.report = report
        self.place = Places(report.article)
        self.found: dict[str, tuple[list[str], list[str]]] = {claim.id: ([], []) for claim in claims}
        self._at = {(claim.figure.start, claim.figure.end): claim.id for claim in claims}

    def about(self, finding: Finding) -> list[str]:
        """The ids of the claims here that `finding` is about, by name or by its place."""
        named = finding.claims or (self._at.get((finding.start, finding.end), ""),)
        return [claim for claim in dict.fromkeys(named) if claim in self.found]


def fact_rows(report: Report, view: View) -> Iterator[FactRow]:
    """A row for each figure in article order; bare dates only where the view asks for them."""
    claims = [claim for claim in report.claims if view.dates or claim.figure.kind != "date"]
    sheet = _Sheet(report, claims)
    asked = [(finding, (_finding(finding), "")) for finding in report.findings]
    asked += [(each.finding, ("", _silenced(each))) for each in report.silenced]
    rows: list[tuple[int, FactRow]] = []
    for finding, said in asked:
        about = sheet.about(finding)
        for claim in about:
            for column, words in zip(sheet.found[claim], said, strict=True):
                column += [words] if words else []
        if not about and (view.advice or finding.severity != "advice"):
            rows.append((finding.start, _finding_row(sheet, finding, *said)))
    rows += [(claim.figure.start, _claim_row(sheet, claim)) for claim in claims]
    yield from (row for _, row in sorted(rows, key=lambda row: row[0]))


def _claim_row(sheet: _Sheet, claim: Claim) -> FactRow:
    figure = claim.figure
    cells = (
        read(claim, sheet.report),
        figure.kind,
        _number(figure.low),
        _number(figure.high),
        figure.unit or "",
        sheet.place.quote(*figure.about) if figure.about else "",
        *_source(sheet, claim),
        ", ".join(sheet.place.quote(hedge.start, hedge.end) for hedge in claim.hedges),
        ", ".join(claim.flags),
    )
    findings, silenced = map("\n".join, sheet.found[claim.id])
    return _row(sheet, claim.id, Span(figure.start, figure.end), cells, findings, silenced)


def _finding_row(sheet: _Sheet, finding: Finding, open_: str, silenced: str) -> FactRow:
    cells = ("", finding.family, "", "", "", "", "", "", "", "", "")
    return _row(sheet, "", Span(finding.start, finding.end), cells, open_, silenced)


def _row(
    sheet: _Sheet, id: str, words: Span, read_as: Sequence[Cell], findings: str, silenced: str
) -> FactRow:
    document, position = sheet.report.article.document, sheet.place.position(words.start)
    sentence, at = _sentence(sheet, words)
    cells = (
        id,
        printable(str(document.id or document.path or "")),
        position.page or "",
        sheet.place.paragraph(words.start),
        position.line or "",
        sentence,
        sentence[at.start : at.end],
        *read_as,
        findings,
        silenced,
        STATUSES[0],
        *[""] * (len(HUMAN) - 1),
    )
    return FactRow(cells, at)


def _sentence(sheet: _Sheet, words: Span) -> tuple[str, Span]:
    """The sentence on one line, and the place of `words` in it."""
    sentences = sheet.report.article.sentences
    index = bisect_right(sentences, words.start, key=lambda sentence: sentence.start) - 1
    whole = sentences[max(index, 0)] if sentences else words
    before = sheet.place.stretch(max(whole.start, words.start - _AROUND), words.start).lstrip()
    shown = sheet.place.quote(*words)
    after = sheet.place.stretch(words.end, min(max(whole.end, words.end), words.end + _AROUND)).rstrip()
    start = len(before)
    return f"{before}{shown}{after}", Span(start, start + len(shown))


def _source(sheet: _Sheet, claim: Claim) -> tuple[str, str, str]:
    if claim.source is None:
        return "", "", "none"
    source = sheet.report.sources[claim.source.source_id]
    mention = sheet.place.quote(claim.source.start, claim.source.end)
    return mention, printable(source.name), source.kind + (" (unnamed)" if source.anonymous else "")


def _finding(finding: Finding) -> str:
    working = f" [{finding.working}]" if finding.working else ""
    return printable(f"{finding.code} {finding.severity}: {finding.message}{working}")


def _silenced(silenced: Silenced) -> str:
    return printable(f"{silenced.finding.code}: {silenced.reason}")


def _number(value: Decimal | None) -> Cell:
    if value is None or abs(value.adjusted()) > _DIGITS:
        return "" if value is None else str(value)
    return int(value) if value == value.to_integral_value() else float(value)
