"""The JSON output, as the schema `claimcheck/1` says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain
from typing import Any

from claimcheck import __version__
from claimcheck.model import (
    Article,
    Attribution,
    Claim,
    ClaimSource,
    Finding,
    Hedge,
    Report,
    Source,
    Span,
    Time,
)
from claimcheck.reports.place import Places
from claimcheck.reports.printable import escaped
from claimcheck.reports.view import Part, View
from claimcheck.text.tokens import words

SCHEMA = "claimcheck/1"
_ALL = View()
_LONGEST = 1 << 18  # characters of a piece
_LARGEST = 300  # powers of ten that every JSON reader can hold


def render(reports: Iterable[Report], view: View = _ALL) -> Iterator[str]:
    """One JSON object for all reports, piece by piece."""
    yield f'{{"schema": "{SCHEMA}", "version": "{__version__}", "documents": ['
    for index, report in enumerate(reports):
        yield from _joined([",\n" if index else "\n"], _dump(report, view))
    yield "\n]}\n"


def render_lines(reports: Iterable[Report], view: View = _ALL) -> Iterator[str]:
    """One line for each report."""
    for report in reports:
        yield from _joined(_dump(report, view), ["\n"])


def _joined(*texts: Iterable[str]) -> Iterator[str]:
    """The texts in one piece, or where that would be very long in several."""
    waiting: list[str] = []
    size = 0
    for text in chain(*texts):
        waiting.append(text)
        size += len(text)
        if size > _LONGEST:
            yield Part("".join(waiting))
            waiting, size = [], 0
    yield "".join(waiting)


def _dump(report: Report, view: View) -> Iterator[str]:
    """The Document object of the schema in JSON, item by item, as all of a long article is much."""
    opening = "{"
    for key, value in _parts(report, view.with_text).items():
        yield f'{opening}"{key}": '
        yield from _values(value) if isinstance(value, Iterator) else [_value(value)]
        opening = ", "
    yield "}"


def _values(values: Iterator[object]) -> Iterator[str]:
    opening = "["
    for value in values:
        yield opening + _value(value)
        opening = ", "
    yield "]" if opening == ", " else "[]"


def _value(value: object) -> str:
    return escaped(json.dumps(value, ensure_ascii=False))


def document(report: Report, *, with_text: bool = False) -> dict[str, Any]:
    """The Document object of the schema."""
    parts = _parts(report, with_text)
    return {key: list(value) if isinstance(value, Iterator) else value for key, value in parts.items()}


def _parts(report: Report, with_text: bool) -> dict[str, Any]:
    """The values of a Document object by key, long lists as iterators."""
    article = report.article
    source, place = article.document, Places(article)
    return {
        "id": source.id,
        "path": source.path,
        "title": source.title,
        "url": source.url,
        "published": article.published and article.published.isoformat(),
        "published_from": article.published_from,
        "words": words(article.tokens),
        **({"text": article.text} if with_text or not source.plain else {}),
        "claims": (_claim(claim, report, place) for claim in report.claims),
        "times": (_time(time, article) for time in report.times),
        "attributions": (_attribution(a) for a in report.attributions),
        "hedges": (_hedge(h, article) for h in report.hedges),
        "sources": _sources(report),
        "findings": (_finding(f, article, place) for f in report.findings),
        "silenced": [{**_finding(s.finding, article, place), "reason": s.reason} for s in report.silenced],
        "coverage": {
            "numbers": report.numbers,
            "in_claims": report.numbers - len(report.set_aside),
            "set_aside": [
                {"start": s.start, "end": s.end, "text": article.text[s.start : s.end], "reason": s.reason}
                for s in report.set_aside
            ],
        },
    }


def _claim(claim: Claim, report: Report, place: Places) -> dict[str, Any]:
    figure, article = claim.figure, report.article
    line, column = place.line(figure.start)
    sentence = article.sentences[claim.sentence]
    return {
        "id": claim.id,
        "start": figure.start,
        "end": figure.end,
        "text": article.text[figure.start : figure.end],
        "line": line,
        "column": column,
        "paragraph": place.paragraph(figure.start),
        "origin": _origin(figure.start, article, place),
        "block": article.document.blocks[sentence.block].kind,
        "sentence": {"start": sentence.start, "end": sentence.end},
        "kind": figure.kind,
        "low": _number(figure.low),
        "high": _number(figure.high),
        "modifier": figure.modifier,
        "unit": figure.unit,
        "about": figure.about and article.words(*figure.about),
        "source": claim.source and _claim_source(claim.source, report),
        "in_quote": claim.in_quote,
        "hedges": [_hedge(hedge, article) for hedge in claim.hedges],
        "flags": list(claim.flags),
    }


def _claim_source(found: ClaimSource, report: Report) -> dict[str, Any]:
    source = report.sources[found.source_id]
    return {
        "start": found.start,
        "end": found.end,
        "text": report.article.text[found.start : found.end],
        "name": source.name,
        "kind": source.kind,
        "anonymous": source.anonymous,
        "cue": found.cue and {**_span(found.cue), "text": report.article.text[slice(*found.cue)]},
    }


def _sources(report: Report) -> Iterator[dict[str, Any]]:
    claims: dict[int, list[str]] = {}
    for claim in report.claims:
        if claim.source:
            claims.setdefault(claim.source.source_id, []).append(claim.id)
    return (_source(s, claims.get(i, []), report) for i, s in enumerate(report.sources))


def _source(source: Source, claims: list[str], report: Report) -> dict[str, Any]:
    return {
        "name": source.name,
        "kind": source.kind,
        "anonymous": source.anonymous,
        "title": source.title,
        "reason": source.reason and report.article.words(*source.reason),
        "mentions": [{**_span(m), "text": report.article.text[slice(*m)]} for m in source.mentions],
        "claims": claims,
    }


def _time(time: Time, article: Article) -> dict[str, Any]:
    return {
        "start": time.start,
        "end": time.end,
        "text": article.text[time.start : time.end],
        "type": time.type,
        "value": time.value,
        "from": time.begin and time.begin.isoformat(),
        "to": time.until and time.until.isoformat(),
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "cue": attribution.cue and _span(attribution.cue),
        "source": attribution.source and _span(attribution.source),
        "content": [_span(part) for part in attribution.contents],
        "kind": attribution.kind,
    }


def _hedge(hedge: Hedge, article: Article) -> dict[str, Any]:
    text = article.text[hedge.start : hedge.end]
    return {"start": hedge.start, "end": hedge.end, "text": text, "category": hedge.category}


def _finding(finding: Finding, article: Article, place: Places) -> dict[str, Any]:
    line, column = place.line(finding.start)
    return {
        "code": finding.code,
        "name": finding.name,
        "family": finding.family,
        "severity": finding.severity,
        "start": finding.start,
        "end": finding.end,
        "line": line,
        "column": column,
        "origin": _origin(finding.start, article, place),
        "message": finding.message,
        "working": finding.working,
        "claims": list(finding.claims),
        "related": [_span(span) for span in finding.related],
    }


def _origin(offset: int, article: Article, place: Places) -> dict[str, int | None] | None:
    """Where the file itself has it; None where the text is the file."""
    if not article.document.places:
        return None
    position = place.position(offset)
    return {"page": position.page, "line": position.line, "paragraph": position.paragraph}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _number(value: Decimal | None) -> int | float | None:
    if value is None or value.adjusted() > _LARGEST:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
