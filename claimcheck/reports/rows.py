"""What the table says of a report, before it is laid out: title, rows, coverage, findings."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from claimcheck.model import Claim, Finding, Report, Severity
from claimcheck.reports.place import Places
from claimcheck.reports.printable import printable
from claimcheck.reports.readings import reading
from claimcheck.reports.view import View
from claimcheck.text.tokens import words
from claimcheck.values import frozen

Naming = Literal["named", "unnamed", "none"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")  # worst first
NO_SOURCE = "— none"
_BLOCKS = {"headline": "head", "standfirst": "intro", "caption": "capt", "list": "list", "table": "table"}
_FOUND_IN = {"option": "given", "metadata": "file", "record": "record"}


@frozen
class Row:
    """One figure: everything as it is shown, apart from layout and colour."""

    place: str
    figure: str
    reading: str
    about: str
    source: str
    naming: Naming
    flags: tuple[str, ...]


@frozen
class Problem:
    """One finding: the question, the working, and where."""

    severity: Severity
    message: str
    working: str
    where: str


@frozen
class Sheet:
    """One report in words. `reasons` say why a number is no figure and why a finding is silenced."""

    title: str
    facts: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    coverage: str
    reasons: tuple[str, ...]
    implied: tuple[str, ...]


def lay_out(report: Report, view: View) -> Sheet:
    """The report's title line, rows, findings (worst first) and coverage."""
    place = Places(report.article)
    claims = [claim for claim in report.claims if view.dates or claim.figure.kind != "date"]
    findings = [f for f in report.findings if view.advice or f.severity != "advice"]
    findings.sort(key=lambda finding: (SEVERITIES.index(finding.severity), finding.start))
    return Sheet(
        _title(report),
        _facts(report, claims),
        tuple(_row(claim, report, place) for claim in claims),
        tuple(_problem(finding, place) for finding in findings),
        _coverage(report, claims, view),
        (*(_set_aside(report, place) if view.set_aside else ()), *_silenced(report, place)),
        _implied(report) if view.implied else (),
    )


def _implied(report: Report) -> tuple[str, ...]:
    from claimcheck.implied import implied

    return tuple(f"implied: {printable(str(working))}" for working in implied(report))


def _title(report: Report) -> str:
    document = report.article.document
    return printable(document.title or document.path or "Untitled")


def _facts(report: Report, claims: Sequence[Claim]) -> str:
    article, document = report.article, report.article.document
    parts = [document.path] if document.title and document.path else []
    if isinstance(document.id, str | int):
        parts.append(str(document.id))
    if day := article.published:
        origin = _FOUND_IN.get(article.published_from or "", article.published_from)
        parts.append(f"{day.day} {day:%B} {day.year}" + (f" ({origin})" if origin else ""))
    parts.append(_counted(words(article.tokens), "word"))
    parts.append(_counted(len(claims), "figure"))
    parts.append(f"{sum(1 for claim in claims if claim.flags):,} flagged")
    return printable(" · ".join(parts))


def _row(claim: Claim, report: Report, place: Places) -> Row:
    figure = claim.figure
    block = _BLOCKS.get(place.block(figure.start))
    number = place.paragraph(figure.start)
    source, naming = _source(claim, report, place)
    return Row(
        f"{number} {block}" if block else str(number),
        place.quote(figure.start, figure.end),
        read(claim, report),
        place.quote(*figure.about) if figure.about else "",
        source,
        naming,
        claim.flags,
    )


def read(claim: Claim, report: Report) -> str:
    """How the claim's figure was understood; the day of a date."""
    figure = claim.figure
    if figure.kind == "date":
        at = bisect_right(report.times, figure.start, key=lambda time: time.end)
        found = report.times[at] if at < len(report.times) else None
        return (found.value or "") if found and found.start < figure.end else ""
    return reading(figure)


def _source(claim: Claim, report: Report, place: Places) -> tuple[str, Naming]:
    """The words that name the source, who that is when they do not say it, and whether it has a name."""
    if claim.source is None:
        return NO_SOURCE, "none"
    source = report.sources[claim.source.source_id]
    mention = place.quote(claim.source.start, claim.source.end)
    name = printable(source.name)
    shown = name if name.lower() in mention.lower() else f"{mention} → {name}"
    return (f"{shown} (unnamed)", "unnamed") if source.anonymous else (shown, "named")


def _problem(finding: Finding, place: Places) -> Problem:
    where = f"{place.where(finding.start)}: “{place.quote(finding.start, finding.end)}”"
    return Problem(
        finding.severity,
        printable(finding.message),
        printable(finding.working or ""),
        f"{where} · {finding.code} {finding.name}",
    )


def _coverage(report: Report, claims: Sequence[Claim], view: View) -> str:
    aside = len(report.set_aside)
    parts = [
        f"{_counted(report.numbers, 'number')} seen: {report.numbers - aside} in claims, {aside} set aside"
    ]
    if aside and not view.set_aside:
        parts.append("-v says why")
    if report.silenced:
        parts.append(f"{_counted(len(report.silenced), 'finding')} silenced")
    if hidden := len(report.claims) - len(claims):
        parts.append(f"{_counted(hidden, 'date')} not shown (--kinds all)")
    advice = sum(1 for finding in report.findings if finding.severity == "advice")
    if advice and not view.advice:
        parts.append(f"{advice} advice not shown (--advice)")
    return "; ".join(parts)


def _set_aside(report: Report, place: Places) -> tuple[str, ...]:
    """The numbers that make no claim, by reason in order of first appearance."""
    reasons = Counter(part.reason for part in report.set_aside)
    return tuple(
        f"{reason}: " + ", ".join(
            f"{place.quote(part.start, part.end)} (¶{place.paragraph(part.start)})"
            for part in report.set_aside if part.reason == reason
        )
        for reason in reasons
    )  # fmt: skip


def _silenced(report: Report, place: Places) -> Iterator[str]:
    """The findings that the article silences, each with its reason."""
    for silenced in report.silenced:
        found = silenced.finding
        where = f"“{place.quote(found.start, found.end)}” ({place.where(found.start)})"
        yield f"silenced {found.code} {found.name}: {where}: {printable(silenced.reason)}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
