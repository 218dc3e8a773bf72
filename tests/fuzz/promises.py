"""What holds for every text, however odd. Each check raises AssertionError and says what did not hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from claimcheck.model import Block, Document, Figure, Report
from claimcheck.pipeline import analyse
from claimcheck.reports.json import render
from claimcheck.reports.outputs import FORMATS
from claimcheck.reports.outputs import render as render_format
from claimcheck.reports.schema import text as schema_text
from claimcheck.reports.view import View
from claimcheck.scanning import check_text
from claimcheck.settings import Settings
from claimcheck.values import replace

_DAY = date(2023, 3, 23)  # given, so that no other paragraph decides from which day days are counted


def check(text: str) -> None:
    """All that is quick: sound JSON, valid offsets, the same result twice, paragraphs that stand alone."""
    report = check_text(text)
    once = "".join(render([report]))
    assert once == "".join(render([check_text(text)])), "a second scan gives another report"
    whole = json.loads(once, parse_constant=_refuse)
    _check_offsets(whole, text)
    _check_coverage(whole)
    check_paragraphs(text)


def check_schema(text: str) -> None:
    """The JSON is as its schema says."""
    whole = json.loads("".join(render([check_text(text)])))
    error = next(_validator().iter_errors(whole), None)
    assert error is None, f"not as the schema says: {error and error.message[:200]}"


def check_formats(text: str) -> None:
    """Every format takes the report."""
    report = check_text(text, Settings(profile="wire"))
    view = View(True, True, True, True, True)
    for format in FORMATS:
        for piece in render_format(format, [report], view):
            assert "Infinity" not in str(piece), f"{format.name}: an infinite number"


def check_paragraphs(text: str) -> None:
    """A paragraph has the same figures with the same readings whether it stands alone or in its article.

    Left out is what rests on other paragraphs by design: dates and spans of time (`the next day`).
    """
    check_blocks(check_text(text).article.document)


def check_blocks(document: Document) -> None:
    """`check_paragraphs` for the blocks of a document."""
    report = analyse(replace(document, published=_DAY))
    for block in document.blocks:
        alone = analyse(Document(document.text, (block,), markup=document.markup, published=_DAY))
        within, apart = _readings(report, block), _readings(alone, block)
        kinds = ", ".join(sorted({str(reading[2]) for reading in within ^ apart}))
        assert within == apart, f"[{kinds}] alone {apart - within}, in the article {within - apart}"


def _readings(report: Report, block: Block) -> set[tuple[object, ...]]:
    text = report.article.text
    return {
        _reading(claim.figure, text)
        for claim in report.claims
        if block.start <= claim.figure.start < block.end and claim.figure.kind != "date"
    }


def _reading(figure: Figure, text: str) -> tuple[object, ...]:
    about = figure.about and text[slice(*figure.about)]
    return (
        figure.start, text[figure.start : figure.end], figure.kind, figure.low, figure.high, figure.modifier,
        figure.unit, figure.grain, about,
    )  # fmt: skip


def _check_offsets(found: Any, text: str) -> None:
    for span in _spans(found):
        start, end = span["start"], span["end"]
        assert 0 <= start < end <= len(text), f"offsets {start}–{end} in {len(text)} characters"
        quoted = text[start:end]
        assert span.get("text", quoted) == quoted, f"{span['text']!r} is said to stand where {quoted!r} does"


def _check_coverage(whole: dict[str, Any]) -> None:
    coverage = whole["documents"][0]["coverage"]
    assert coverage["numbers"] == coverage["in_claims"] + len(coverage["set_aside"]), "numbers do not add up"


def _spans(found: Any) -> Iterator[dict[str, Any]]:
    """Every object in the JSON that has a place in the text."""
    if isinstance(found, dict):
        if "start" in found:
            yield found
        found = list(found.values())
    if isinstance(found, list):
        for part in found:
            yield from _spans(part)


def _refuse(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


@cache
def _validator() -> Any:
    return Draft202012Validator(json.loads(schema_text()))
