"""A batch of articles to a batch of claims, with no engine in sight."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from hashlib import blake2s
from typing import TYPE_CHECKING, Any

from claimcheck.archive.schema import FINDING, arrow_schema
from claimcheck.config.resolve import Resolver
from claimcheck.errors import InputError, InputNote
from claimcheck.model import Claim, Document, Finding, Report
from claimcheck.readers.records import read_records
from claimcheck.reports.json import document as shown_as
from claimcheck.scanning import check_apart
from claimcheck.settings import Settings

if TYPE_CHECKING:
    import pyarrow as pa

Scan = Callable[["pa.RecordBatch"], "pa.RecordBatch"]
LINE = "line"  # the one column of a batch that holds JSON lines as they are
_DEFAULT = Settings()
_ANY = "record"  # the path of every article: it has none of its own
_BLANK: dict[str, Any] = {"flags": [], "hedges": [], "findings": []}
_OF_CLAIM = (
    "start", "end", "text", "block", "kind", "low", "high", "modifier", "unit", "about", "in_quote", "flags",
)  # fmt: skip


def prepare(settings: Settings = _DEFAULT) -> tuple[Scan, str]:
    """`scan_batch` with these settings, to be sent to any machine, and a checksum of what they choose.

    The configuration is read here and now. Raises InputError where it cannot be, or names what there is not.
    """
    resolver = Resolver(settings).settled(_ANY)
    chosen = (resolver.effective(_ANY).in_results, settings.date, sorted(settings.kinds or ()))
    return partial(_scan, settings=settings, resolver=resolver), _fingerprint(str(chosen))


def scan_batch(batch: pa.RecordBatch, settings: Settings = _DEFAULT) -> pa.RecordBatch:
    """The claims of a batch of articles, in `arrow_schema()`: at least one row for each article.

    `batch` has a column `text` and any of `id`, `title`, `date`, `url`; or one column `line`, each a line of
    JSON with these keys, as text or bytes. An article that cannot be scanned gives one row with its `error`.
    Raises InputError where the settings cannot be used.
    """
    return prepare(settings)[0](batch)


def _scan(batch: pa.RecordBatch, settings: Settings, resolver: Resolver) -> pa.RecordBatch:
    import pyarrow as pa

    rows = [
        row
        for record in batch.to_pylist()
        for found in _read(record)
        for row in _rows(found, record, settings, resolver)
    ]
    return pa.RecordBatch.from_pylist(rows, schema=arrow_schema())


def _read(record: dict[str, Any]) -> Iterator[Document | InputError]:
    """The article of a row, none for an empty line; notes on what was odd are dropped."""
    line = _as_text(record[LINE] or "") if record.keys() == {LINE} else json.dumps(record, default=_as_json)
    if line.strip():
        for found in read_records([line.encode(errors="replace")], _ANY):
            if not isinstance(found, InputNote):
                yield found


def _as_text(cell: str | bytes) -> str:
    return cell.decode(errors="replace") if isinstance(cell, bytes) else cell


def _as_json(cell: object) -> str:
    if isinstance(cell, bytes):
        return _as_text(cell)
    return cell.isoformat()[:10] if isinstance(cell, date) else str(cell)


def _rows(
    found: Document | InputError, record: dict[str, Any], settings: Settings, resolver: Resolver
) -> Iterator[dict[str, Any]]:
    report = check_apart(found, settings, resolver) if isinstance(found, Document) else found
    if isinstance(report, InputError):
        if isinstance(found, Document):
            identity, text = _text(found.id), found.text
        else:
            identity, text = _text(_id_of(record)), _unread(record)
        yield _BLANK | {
            "id": identity, "article": _fingerprint(text),
            "row": 0, "error": f"{report.problem}; {report.remedy}",
        }  # fmt: skip
        return
    document = report.article.document
    shared = {
        "id": _text(document.id), "article": _fingerprint(document.text), "url": document.url,
        "title": document.title, "published": report.article.published,
    }  # fmt: skip
    for number, row in enumerate(_claim_rows(report)):
        yield _BLANK | shared | row | {"row": number}


def _unread(record: dict[str, Any]) -> str:
    return _as_text(record[LINE] or "").strip() if LINE in record else str(record.get("text"))


def _fingerprint(text: str) -> str:
    return blake2s(text.encode(errors="replace"), digest_size=8).hexdigest()


def _claim_rows(report: Report) -> Iterator[dict[str, Any]]:
    """A row for each claim with its findings; one more where some have no claim, or there is none."""
    shown = shown_as(report)
    loose = [f for f in report.findings if not f.claims]
    by_claim: dict[str, list[Finding]] = {}
    for finding in report.findings:
        for identity in finding.claims:
            by_claim.setdefault(identity, []).append(finding)
    for claim, printed in zip(report.claims, shown["claims"], strict=True):
        yield _claim_row(claim, printed, report) | {
            "words": shown["words"], "findings": _findings(by_claim.get(claim.id, ())),
        }  # fmt: skip
    if loose or not report.claims:
        yield {"words": shown["words"], "findings": _findings(loose)}


def _claim_row(claim: Claim, printed: dict[str, Any], report: Report) -> dict[str, Any]:
    source, sentence = printed["source"] or {}, printed["sentence"]
    return {key: printed[key] for key in _OF_CLAIM} | {
        "claim": claim.id,
        "sentence": report.article.text[sentence["start"] : sentence["end"]],
        "source": source.get("name"),
        "source_kind": source.get("kind"),
        "anonymous": source.get("anonymous"),
        "hedges": [hedge["text"] for hedge in printed["hedges"]],
    }


def _findings(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return [{name: getattr(finding, name) for name, _ in FINDING} for finding in findings]


def _id_of(record: dict[str, Any]) -> object:
    """The id of an article that cannot be read, None where its line is no JSON object."""
    if record.keys() != {LINE}:
        return record.get("id")
    try:
        read = json.loads(_as_text(record[LINE]))
    except (ValueError, RecursionError):
        return None
    return read.get("id") if isinstance(read, dict) else None


def _text(value: object) -> str | None:
    return None if value is None else str(value)
