"""The reports that go to spreadsheets, chat and CI, and where each is written."""

import csv
import io
import json
import os
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from example import report
from openpyxl.cell.rich_text import CellRichText
from test_html import body

from claimcheck.errors import InputError
from claimcheck.model import Finding, Report, Silenced
from claimcheck.places import LineOrigin, Place
from claimcheck.reports import csv as csv_report
from claimcheck.reports import sarif, xlsx
from claimcheck.reports.fact_sheet import COLUMNS, HUMAN, STATUSES, fact_rows
from claimcheck.reports.outputs import FORMATS, Format, Output, parse_outputs, render
from claimcheck.reports.view import View
from claimcheck.values import replace

GOLDEN = Path(__file__).parent / "golden"
BY_NAME = {format.name: format for format in FORMATS}
HOSTILE = '=HYPERLINK("http://x","y")|<script>::error::%0A]]>&amp; *b* [l](u) @all \x1b[31m\x00'


def rendered(name: str, *reports: Report, view: View | None = None) -> str:
    return "".join(str(piece) for piece in render(BY_NAME[name], reports or [report()], view or View()))


def hostile() -> Report:
    given = report()
    finding = Finding("CC402", "sum-total", "arithmetic", "error", 0, 5, HOSTILE, HOSTILE)
    document = replace(given.article.document, path="a,b:c%d\n.txt", title=HOSTILE)
    sources = tuple(replace(source, name=HOSTILE) for source in given.sources)
    article = replace(given.article, document=document)
    return replace(given, article=article, findings=(finding,), sources=sources)


@pytest.mark.parametrize("name", ["csv", "markdown", "github", "sarif", "junit"])
def test_report_is_as_agreed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`WRITE_GOLDEN=1 pytest` writes the files anew; look at the difference before you commit."""
    monkeypatch.setattr(sarif, "all_rules", tuple)  # the pages of the manual are not what is agreed here
    shown = rendered(name, report(), report())
    golden = GOLDEN / f"report{BY_NAME[name].suffix}"
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


def printed() -> Report:
    """The report as it were on a PDF of two pages, with a silenced finding and figures that imply a whole."""
    given = report()
    text = given.article.text
    lines = [0, *(index + 1 for index, sign in enumerate(text[:-1]) if sign == "\n")]
    places = tuple(
        Place(start, text.index("\n", start) + 1, LineOrigin(1 + number // 6, 1 + number % 6))
        for number, start in enumerate(lines)
    )
    document = replace(given.article.document, path="pact.pdf", plain=False, places=places)
    silenced = Silenced(
        replace(given.findings[1], claims=("id-0",)), 'the desk has seen the "order of battle" | twice'
    )
    article = replace(given.article, document=document)
    return replace(given, article=article, findings=given.findings[::2], silenced=(silenced,))


@pytest.mark.parametrize(
    "name", ["table", "json", "jsonl", "csv", "markdown", "html", "github", "sarif", "junit"]
)
def test_report_with_everything_is_as_agreed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`WRITE_GOLDEN=1 pytest` writes the files anew; look at the difference before you commit."""
    monkeypatch.setattr(sarif, "all_rules", tuple)
    view = View(dates=True, set_aside=True, advice=True, with_text=True, implied=True)
    shown = rendered(name, printed(), view=view)
    golden = GOLDEN / f"everything{BY_NAME[name].suffix}"
    shown = body(shown) if name == "html" else shown
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


def test_workbook_is_as_agreed() -> None:
    """The cells of the workbook as tab-separated values, the bold part of a sentence in asterisks."""
    (book,) = render(BY_NAME["xlsx"], [printed()], View(dates=True, advice=True))
    assert isinstance(book, bytes)
    sheet = openpyxl.load_workbook(io.BytesIO(book), rich_text=True)["Figures"]
    shown = "".join("\t".join(map(_cell, row)) + "\n" for row in sheet.iter_rows(values_only=True))
    golden = GOLDEN / "everything.tsv"
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


def _cell(value: object) -> str:
    if isinstance(value, CellRichText):
        parts = ((part, False) if isinstance(part, str) else (part.text, part.font.b) for part in value)
        return "".join(f"*{words}*" if bold else words for words, bold in parts)
    return "" if value is None else str(value).replace("\n", " / ")


@pytest.mark.parametrize("name", [format.name for format in FORMATS if not format.binary])
def test_control_characters_reach_no_report(name: str) -> None:
    shown = rendered(name, hostile())
    assert not {c for c in shown if ord(c) < 32 and c != "\n"}


def test_no_cell_is_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(rendered("csv", hostile()))))
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert not [cell for row in rows[1:] for cell in row if cell[:1] in "=+-@\t\r" and cell]
    assert [csv_report.plain_cell(c) for c in ("=1", "-5%", "@x", "5%", -5)] == [
        "'=1",
        "'-5%",
        "'@x",
        "5%",
        -5,
    ]


def test_annotations_keep_to_one_line_and_their_own_fields() -> None:
    command = rendered("github", hostile())
    assert command.count("\n") == 1
    assert "file=a%2Cb%3Ac%25d%0A.txt," in command
    assert "%250A" in command


def test_markup_in_an_article_stays_text() -> None:
    shown = rendered("markdown", hostile())
    assert "<script" not in shown.replace("\\<", "")
    assert "\\*b\\*" in shown
    assert ElementTree.fromstring(rendered("junit", hostile())).get("failures") == "1"


def test_sarif_points_at_the_words() -> None:
    result = json.loads(rendered("sarif"))["runs"][0]["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    start, length = region["charOffset"], region["charLength"]
    finding = report().findings[0 if result["ruleId"] == "CC301" else 1]
    assert (start, start + length) == (finding.start, finding.end)


def test_advice_is_shown_only_when_asked_for() -> None:
    for name in ("github", "sarif", "junit"):
        assert "CC301" not in rendered(name)
        assert "CC301" in rendered(name, view=View(advice=True))


def workbook(*reports: Report) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx.render(reports, View())), rich_text=True)


def test_workbook_is_a_sheet_to_work_in() -> None:
    sheet = workbook(report())["Figures"]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == f'"{",".join(STATUSES)}"'
    status = COLUMNS.index("status")
    assert [cell.value for cell in sheet[2]][status:] == ["open"] + [""] * (len(HUMAN) - 1)


def test_workbook_is_fit_to_print_and_to_read() -> None:
    sheet = workbook(report())["Figures"]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToHeight == 0 or sheet.page_setup.fitToHeight is None
    assert sheet.print_title_rows == "$1:$1"
    folded = {COLUMNS[ord(letter) - ord("A")] for letter, d in sheet.column_dimensions.items() if d.hidden}
    assert {"id", "page"} <= folded
    assert folded.isdisjoint({"sentence", "figure", "source", "flags", *HUMAN})
    heights = [sheet.row_dimensions[number].height for number in range(2, sheet.max_row + 1)]
    assert min(heights) >= 15 and max(heights) > 15
    coloured = [rule.formula for area in sheet.conditional_formatting for rule in area.rules]
    assert ['"verified"'] in coloured


def test_workbook_has_no_clock_in_it() -> None:
    assert xlsx.render([report()], View()) == xlsx.render([report()], View())
    assert workbook(report()).properties.created.year == 1980


def test_workbook_shows_the_figure_bold_in_its_sentence() -> None:
    given = report()
    sheet = workbook(given)["Figures"]
    for number, row in enumerate(fact_rows(given, View()), 2):
        cell = sheet.cell(number, COLUMNS.index("sentence") + 1).value
        bold = [part.text for part in cell if not isinstance(part, str) and part.font.b]
        assert bold == [row.cells[COLUMNS.index("figure")]]


def test_no_cell_is_longer_than_excel_takes() -> None:
    given = report()
    finding = replace(given.findings[0], message="why " * 20_000, claims=("id-0",))
    cells = [
        str(cell.value) for row in workbook(replace(given, findings=(finding,)))["Figures"] for cell in row
    ]
    assert 30_000 < max(map(len, cells)) < 32_767


def test_workbook_holds_text_not_formulas() -> None:
    cells = [cell for row in workbook(hostile())["Figures"].iter_rows() for cell in row]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_outputs_are_read_from_what_was_asked() -> None:
    table, jsonl, sheet = BY_NAME["table"], BY_NAME["json"], BY_NAME["xlsx"]
    assert parse_outputs([], None) == (Output(table),)
    assert parse_outputs([], Path("a.xlsx")) == (Output(sheet, Path("a.xlsx")),)
    assert parse_outputs([], Path("a.txt")) == (Output(table, Path("a.txt")),)
    assert parse_outputs(["table", "json=r.json"], None) == (Output(table), Output(jsonl, Path("r.json")))
    assert parse_outputs(["xlsx"], Path("r.x")) == (Output(sheet, Path("r.x")),)


@pytest.mark.parametrize(
    ("formats", "file", "said"),
    [
        (["jsn"], None, "did you mean json?"),
        (["qq"], None, "choose from table"),
        (["json", "csv"], None, "standard output: two formats would go there"),
        (
            [],
            Path("report.jsn"),
            "report.jsn: no report ends in .jsn; name a format with -f, or end it in .txt",
        ),
        (["json=a", "csv=a"], None, "two formats would go there"),
        (["json=a"], Path("b"), "every format has a file already"),
    ],
)
def test_outputs_that_cannot_be_are_named(formats: list[str], file: Path | None, said: str) -> None:
    with pytest.raises(InputError, match=said.replace("?", r"\?")):
        parse_outputs(formats, file)


def test_formats_are_told_apart_by_name_and_suffix() -> None:
    assert (
        len({format.name for format in FORMATS}) == len({format.suffix for format in FORMATS}) == len(FORMATS)
    )
    assert all(isinstance(format, Format) and format.meaning for format in FORMATS)
