"""Where findings stand, in every report: page and line of a PDF, paragraph of a Word file, line of a page."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

import pytest
from test_formats import rendered
from test_reports import VALIDATOR

from claimcheck.model import Document, Report
from claimcheck.places import (
    LineOrigin,
    Origin,
    ParagraphOrigin,
    Place,
    RecordOrigin,
    RunOrigin,
    SourceOrigin,
)
from claimcheck.readers.records import read_records
from claimcheck.reports.place import Places, Position
from claimcheck.scanning import check
from claimcheck.text.blocks import split_blocks

TEXT = "Fares in Orvale\n\nTicket sales rose from 10,250 to 25,500, an increase of 250%."
LAST = TEXT.index("an increase")

ORIGINS: dict[str, tuple[Origin, str]] = {
    "pdf": (LineOrigin(3, 12), "page 3, line 12"),
    "docx": (RunOrigin("word/document.xml", 6, 9), "paragraph 2"),
    "odt": (ParagraphOrigin(7), "paragraph 2"),
    "html": (SourceOrigin(900, 900 + len(TEXT) - LAST, 41, 5), "paragraph 2, line 41"),
    "jsonl": (RecordOrigin(8), "paragraph 2"),
}


def report(*places: Place) -> Report:
    return check(Document(TEXT, split_blocks(TEXT), "drafts/fares", plain=False, places=places))


def placed(origin: Origin) -> Report:
    first = LineOrigin(1, 1) if isinstance(origin, LineOrigin) else origin
    return report(Place(0, LAST - 1, first), Place(LAST, len(TEXT), origin))


@pytest.mark.parametrize("name", ["table", "markdown", "html", "junit"])
@pytest.mark.parametrize(("origin", "said"), ORIGINS.values(), ids=ORIGINS)
def test_people_are_told_the_place(name: str, origin: Origin, said: str) -> None:
    shown = rendered(name, placed(origin)).replace("¶ ", "paragraph ")
    assert said in shown
    if not said.startswith("page"):
        assert f"{said}, line" not in shown, "a line that the file does not have"


@pytest.mark.parametrize(
    ("kind", "command"),
    {
        "pdf": "::error file=drafts/fares,title=CC401 ",
        "docx": "::error file=drafts/fares,title=CC401 ",
        "html": "::error file=drafts/fares,line=41,endLine=41,col=20,endColumn=24,title=CC401 ",
        "jsonl": "::error file=drafts/fares,line=8,endLine=8,title=CC401 ",
    }.items(),
)
def test_annotations_stand_on_lines_that_the_file_has(kind: str, command: str) -> None:
    origin, said = ORIGINS[kind]
    shown = rendered("github", placed(origin))
    assert shown.startswith(command)
    assert shown.endswith(f"{said}: “250%25”\n")


@pytest.mark.parametrize("path", [None, "-"])
def test_an_article_that_is_no_file_is_annotated_without_one(path: str | None) -> None:
    shown = rendered("github", check(Document(TEXT, split_blocks(TEXT), path)))
    assert shown.startswith("::error title=CC401 percent-change::")
    assert shown.endswith("%0Aparagraph 2, line 3: “250%25”\n")


@pytest.mark.parametrize("kind", ORIGINS)
def test_sarif_has_a_region_where_the_file_has_lines(kind: str) -> None:
    origin, said = ORIGINS[kind]
    result = json.loads(rendered("sarif", placed(origin)))["runs"][0]["results"][0]
    (location,) = result["locations"]
    region = location["physicalLocation"].get("region")
    if kind in ("html", "jsonl"):
        assert region["startLine"] == getattr(origin, "line", None)
    else:
        assert region is None
        assert location["logicalLocations"] == [{"fullyQualifiedName": said}]
    if kind == "pdf":
        assert location["properties"] == {"page": 3, "line": 12}


@pytest.mark.parametrize(
    ("kind", "page", "line", "paragraph"),
    [("pdf", 3, 12, None), ("docx", None, None, 7), ("odt", None, None, 7), ("html", None, 41, None),
     ("jsonl", None, 8, None)],
)  # fmt: skip
def test_scripts_get_numbers(kind: str, page: int | None, line: int | None, paragraph: int | None) -> None:
    given = placed(ORIGINS[kind][0])
    shown = json.loads(rendered("json", given))
    VALIDATOR.validate(shown)
    wanted = {"page": page, "line": line, "paragraph": paragraph}
    assert shown["documents"][0]["findings"][0]["origin"] == wanted
    assert shown["documents"][0]["claims"][-1]["origin"] == wanted
    row = list(csv.DictReader(io.StringIO(rendered("csv", given).lstrip("\ufeff"))))[-1]
    assert (row["page"], row["line"]) == (str(page or ""), str(line or ""))


def test_a_footnote_has_no_paragraph_of_the_document() -> None:
    places = Places(placed(RunOrigin("word/footnotes.xml", 6, 9)).article)
    assert places.position(LAST) == Position()
    assert places.where(LAST) == "paragraph 2"


def test_plain_text_is_its_own_place() -> None:
    shown = json.loads(rendered("json", report()))
    assert [finding["origin"] for finding in shown["documents"][0]["findings"]] == [None]


def test_records_know_their_line() -> None:
    lines: Sequence[bytes] = [b"\n", json.dumps({"text": TEXT}).encode()]
    (document,) = read_records(lines, "a.jsonl")
    assert isinstance(document, Document)
    assert [place.origin for place in document.places] == [RecordOrigin(2)]


def test_what_the_reader_put_there_stands_with_the_words_before() -> None:
    places = Places(placed(LineOrigin(3, 12)).article)
    assert places.where(LAST - 1) == "page 1, line 1"
    assert Places(report().article).where(LAST) == f"paragraph 2, line {TEXT[:LAST].count(chr(10)) + 1}"
