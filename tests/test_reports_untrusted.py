"""Text from outside is harmless in every report: in figure, source, reason, path and finding."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from xml.etree import ElementTree

import openpyxl
import pytest
from test_formats import BY_NAME
from test_html import Outline
from test_reports import VALIDATOR, on_terminal
from test_sarif import VALIDATOR as SARIF

from claimcheck.model import Document, Finding, Report, Silenced
from claimcheck.reports import sources
from claimcheck.reports.markdown import literal
from claimcheck.reports.outputs import FORMATS, render
from claimcheck.reports.view import View
from claimcheck.scanning import check
from claimcheck.text.blocks import split_blocks
from claimcheck.values import replace

EVERYTHING = View(dates=True, set_aside=True, advice=True, with_text=True, implied=True)
ATTACKS = {
    "terminal": "\x1b[31m\x1b]8;;http://x.example\x07\x9b2J 40 boats\x1b[0m",
    "rich": "[bold red]40 boats[/] [link=http://x.example]x[/link] :boat:",
    "html": "<img src=x onerror=alert(1)></script><b>40 boats</b> &amp; \"'`",
    "formula": "=HYPERLINK(\"http://x.example\",\"40 boats\")",
    "formula after a space": "\t@SUM(1+40)*cmd|' /C calc'!A0",
    "command": "::error file=a::40 boats\n::set-output name=x::y %0A::warning::z",
    "markdown": "| 40 boats | ![x](http://x.example) www.x.example <details> @all #1 `x` ~~y~~ \n\n# head",
    "direction": "\u202e40 boats\u2066\u200f\u061c\ufeff",
    "xml": "]]><!-- 40 boats --><?xml?>\ufffe\x00\x0b",
    "json": "\u2028\u2029\\\"},40 boats",
}  # fmt: skip
_STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")


def attacked(words: str) -> Report:
    """A report with `words` everywhere that an article or a path can put them."""
    text = f"{words}\n\nAt least {words} 40 boats of {words} sank, {words} Anna Berg {words} said.\n"
    document = Document(
        text, split_blocks(text), f"a{words}.txt", words, words, words, date(2022, 3, 23), plain=False
    )
    given = check(document)
    finding = Finding("CC401", "percent-change", "arithmetic", "error", 0, len(text), words, words,
                      tuple(claim.id for claim in given.claims))  # fmt: skip
    renamed = tuple(replace(source, name=f"{source.name} {words}") for source in given.sources)
    return replace(given, findings=(finding,), silenced=(Silenced(finding, words),), sources=renamed)


@pytest.fixture(params=ATTACKS.values(), ids=ATTACKS)
def attack(request: pytest.FixtureRequest) -> Report:
    return attacked(str(request.param))


def shown(name: str, report: Report) -> str:
    return "".join(str(piece) for piece in render(BY_NAME[name], [report], EVERYTHING))


@pytest.mark.parametrize("name", [format.name for format in FORMATS if not format.binary])
def test_nothing_steers_a_reader(name: str, attack: Report) -> None:
    assert not _STEERS.findall(shown(name, attack).removeprefix("\ufeff"))


def test_nothing_steers_a_terminal(attack: Report) -> None:
    for width in (60, 140):
        assert not _STEERS.findall(on_terminal(width, EVERYTHING, attack))
    assert not _STEERS.findall("".join(sources.render([attack])))


def test_html_stays_text(attack: Report) -> None:
    whole = shown("html", attack)
    calm = Outline(shown("html", attacked("40 boats")))
    tags = {tag for tag, _ in Outline(whole).tags}
    assert tags <= {tag for tag, _ in calm.tags} | {
        "small",
        "details",
        "summary",
        "ul",
        "li",
        "svg",
        "circle",
    }
    assert whole.count("<script>") == whole.count("</script>") == 1
    assert not [a for _, a in Outline(whole).tags if set(a) & {"src", "onerror", "style"}]


def test_sheets_hold_no_formula(attack: Report) -> None:
    rows = list(csv.reader(io.StringIO(shown("csv", attack))))
    assert not [cell for row in rows[1:] for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    (book,) = render(BY_NAME["xlsx"], [attack], EVERYTHING)
    assert isinstance(book, bytes)
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(book))["Figures"].iter_rows() for cell in row]
    assert cells and not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_machines_read_what_was_written(attack: Report) -> None:
    VALIDATOR.validate(json.loads(shown("json", attack)))
    SARIF.validate(json.loads(shown("sarif", attack)))
    assert ElementTree.fromstring(shown("junit", attack)).get("failures") == "1"
    commands = shown("github", attack)
    assert [line[:8] for line in commands.splitlines()] == ["::error "]


def test_markdown_stays_one_table_with_no_markup(attack: Report) -> None:
    lines = shown("markdown", attack).split("\n")
    table = [re.sub(r"\\.", "", line) for line in lines if line.startswith("|")]
    assert {line.count("|") for line in table} == {7}
    rest = re.sub(r"\\.", "", "\n".join(lines)).replace("<br>", "")
    assert not re.search(r"[<`~\[]|^#(?!# )|@\w|#\d|://|www\.", rest, re.MULTILINE)


LITERAL = {
    "12. draft.md": r"12\. draft.md",
    "12.5 million": r"12\.5 million",
    "a 12. b": "a 12. b",
    "# a": r"\# a",
    "- a": r"\- a",
    "see http://x.example, www.x.example": r"see http\://x.example, www\.x.example",
    "@desk #12 a@b": "@\u200bdesk #\u200b12 a@\u200bb",
}


@pytest.mark.parametrize(("given", "wanted"), LITERAL.items())
def test_literal_markdown(given: str, wanted: str) -> None:
    assert literal(given) == wanted
