"""Comments that silence a finding: what they silence, what is said of them, and that they are no text."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readers.word import body, packed, paragraph, part, run
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.model import Report
from claimcheck.scanning import check_text, scan
from claimcheck.settings import Settings
from claimcheck.text.comments import find_comments, without_comments

WRONG = "Ticket sales rose from 10,250 to 25,500, an increase of 250%."  # CC401, an error
ABOVE = "Fares in Orvale\n\n"

CASES = {  # text: codes found at all, codes silenced
    WRONG: ({"CC401"}, set()),
    f"{WRONG} <!-- claimcheck: ok CC401 the ministry's own sum of 2021 -->": (set(), {"CC401"}),
    f"<!-- claimcheck: ok CC401 the ministry's own sum --> {WRONG}": (set(), {"CC401"}),
    f"<!-- claimcheck: ok CC401 checked -->\n{WRONG}": (set(), {"CC401"}),
    f"# claimcheck: ok CC401 checked with 3 people\n{WRONG}": (set(), {"CC401"}),
    f"# claimcheck: ok CC401 checked\n\n{WRONG}": (set(), {"CC401"}),
    f"# claimcheck: ok percent-change checked\n{WRONG}": (set(), {"CC401"}),
    f"# claimcheck: ok total, arithmetic: checked\n{WRONG}": (set(), {"CC401"}),
    f"# claimcheck: ok CC402,CC401 - checked\n{WRONG}": (set(), {"CC401"}),
    f"<!--claimcheck: ok CC401\nchecked over\ntwo lines-->\n{WRONG}": (set(), {"CC401"}),
    f"{WRONG}\n\n# claimcheck: ok CC401 stands below": ({"CC401", "CC911"}, set()),
    f"{WRONG} <!-- claimcheck: ok CC403 another check -->": ({"CC401", "CC911"}, set()),
    f"{WRONG} <!-- claimcheck: ok CC401 -->": ({"CC401", "CC913"}, set()),
    f"{WRONG} <!-- claimcheck: ok CC4O1 checked -->": ({"CC401", "CC912"}, set()),
    f"{WRONG} <!-- claimcheck: ignore CC401 -->": ({"CC401", "CC912"}, set()),
    f"{WRONG} <!-- claimcheck: -->": ({"CC401", "CC912"}, set()),
    f"{WRONG} <!-- claimcheck: ok CC401 never closed": ({"CC401"}, set()),
    f"{WRONG} The desk uses claimcheck: ok CC401.": ({"CC401"}, set()),
    f"<!-- ok CC401 for another tool -->\n\n{WRONG}": ({"CC401"}, set()),
    "Nobody came. <!-- claimcheck: ok CC401 mended since -->": ({"CC911"}, set()),
}


@pytest.mark.parametrize("above", ["", ABOVE], ids=["alone", "below a headline"])
@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES)
def test_comments_silence(text: str, expected: tuple[set[str], set[str]], above: str) -> None:
    report = check_text(above + text, Settings(ignore=("CC1", "CC3")))
    found = {finding.code for finding in report.findings}
    assert (found, {silenced.finding.code for silenced in report.silenced}) == expected


def test_only_its_own_paragraph_is_silenced() -> None:
    report = check_text(f"# claimcheck: ok CC401 checked\n{WRONG}\n\n{WRONG}")
    assert [f.start > 100 for f in report.findings if f.code == "CC401"] == [True]


def test_comments_are_no_text_and_move_nothing() -> None:
    comment = "<!-- claimcheck: ok CC401 rose by 77 per cent, 9,000 people say -->"
    bare = check_text(f"{ABOVE}{' ' * len(comment)}\n{WRONG} They paid £12 each.")
    report = check_text(f"{ABOVE}{comment}\n{WRONG} They paid £12 each.")
    assert report.claims == bare.claims
    assert (report.numbers, report.set_aside) == (bare.numbers, bare.set_aside)
    assert report.article.document.blocks == bare.article.document.blocks
    assert report.article.document.title == bare.article.document.title


def test_a_comment_on_the_first_line_is_no_headline() -> None:
    report = check_text(f"# claimcheck: ok CC401 checked\n{ABOVE}{WRONG}")
    assert [block.kind for block in report.article.document.blocks] == ["headline", "body"]


def test_complaints_point_at_the_comment_and_are_ruled_like_others() -> None:
    text = f"{WRONG} <!-- claimcheck: ok CC4O1 checked -->"
    (finding,) = (f for f in check_text(text).findings if f.code == "CC912")
    assert text[finding.start : finding.end] == "<!-- claimcheck: ok CC4O1 checked -->"
    assert "did you mean CC4" in finding.message
    assert not [f for f in check_text(text, Settings(ignore=("input",))).findings if f.code == "CC912"]


def test_a_comment_on_a_check_that_is_off_is_not_unused() -> None:
    text = "Nobody came. <!-- claimcheck: ok CC401 mended since -->"
    assert check_text(text).findings
    assert not check_text(text, Settings(ignore=("CC401",))).findings


def test_reasons_are_listed_in_the_table_and_in_json(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"# claimcheck: ok CC401 the ministry's sum\n{WRONG}", encoding="utf-8")
    shown = CliRunner().invoke(app, ["scan", str(path)]).stdout
    assert "silenced CC401 percent-change: “250%” (paragraph 1, line 2): the ministry's sum" in shown
    document = json.loads(CliRunner().invoke(app, ["scan", str(path), "-f", "jsonl"]).stdout)
    assert [(each["code"], each["reason"]) for each in document["silenced"]] == [
        ("CC401", "the ministry's sum")
    ]
    assert all(finding["code"] != "CC401" for finding in document["findings"])


PIECES = st.sampled_from(["<!--", "-->", "# ", "claimcheck:", "ok ", "CC401 ", "why", "\n", " ", "250% "])


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_mixture_is_read(text: str) -> None:
    comments = find_comments(text)
    assert all(a.end <= b.start for a, b in pairwise(comments))
    assert len(without_comments(text)) == len(text)
    check_text(text)


def test_a_hundred_thousand_openings_are_read() -> None:
    assert find_comments("<!-- claimcheck: ok " * 100_000) == ()


PAGE = """<html><head><title>Fares in Orvale</title></head><body>
<nav><a href="/">Home</a></nav>
<article><h1>Fares in Orvale</h1>
<p>The harbour town of Orvale has raised its fares for the third time since the ferry began to run again.</p>
{before}
<p>{wrong}{within}</p>
<p>The council will look at the fares again in spring, when the new boats are there, and not before that.</p>
<p>{wrong}</p>
</article>{after}</body></html>"""
PAGES = {  # before, within, after: codes found in both wrong paragraphs, codes silenced
    ("", "", ""): (["CC401", "CC401"], []),
    ("", " <!-- claimcheck: ok CC401 the ministry's own sum -->", ""): (["CC401"], ["CC401"]),
    ("<!-- claimcheck: ok CC401 checked -->", "", ""): (["CC401"], ["CC401"]),
    ("<!-- claimcheck: ok CC401, total\nchecked over two lines -->\n<!-- another -->", "", ""): (
        ["CC401"], ["CC401"]),
    ("", "<!-- claimcheck: ok CC401 -->", ""): (["CC401", "CC401", "CC913"], []),
    ("", "<!-- claimcheck: ok CC4O1 checked -->", ""): (["CC401", "CC401", "CC912"], []),
    ("<!-- claimcheck: ok CC403 no total here -->", "", ""): (["CC401", "CC401", "CC911"], []),
    ("", "", "<!-- claimcheck: ok CC401 below the article -->"): (["CC401", "CC401", "CC911"], []),
    ("", "<!-- to another tool: ok CC401 -->", ""): (["CC401", "CC401"], []),
    ("<script>/* <!-- claimcheck: ok CC401 in a script --> */</script>", "", ""): (["CC401", "CC401"], []),
}  # fmt: skip


@pytest.mark.parametrize(("parts", "expected"), PAGES.items(), ids=map(str, PAGES))
def test_comments_in_a_page_silence(
    parts: tuple[str, str, str], expected: tuple[list[str], list[str]], tmp_path: Path
) -> None:
    before, within, after = parts
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(before=before, within=within, after=after, wrong=WRONG), encoding="utf-8")
    (report,) = scan(path, Settings(ignore=("CC1", "CC3")))
    assert isinstance(report, Report)
    assert "claimcheck" not in report.article.text
    found = sorted(finding.code for finding in report.findings)
    assert (found, [silenced.finding.code for silenced in report.silenced]) == expected
    for finding in report.findings:
        assert report.article.text[finding.start : finding.end].strip()


def test_the_right_paragraph_of_a_page_is_silenced(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    comment = "<!-- claimcheck: ok CC401 checked -->"
    path.write_text(PAGE.format(before=comment, within="", after="", wrong=WRONG), encoding="utf-8")
    (report,) = scan(path)
    assert isinstance(report, Report)
    (silenced,) = report.silenced
    (open_,) = (finding for finding in report.findings if finding.code == "CC401")
    assert silenced.finding.start < open_.start
    assert silenced.reason == "checked"


BUBBLE = '<w:comment w:id="7"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:comment>'
ATTACHED = '<w:r><w:commentReference w:id="7"/></w:r>'


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("claimcheck: ok CC401 the ministry's own sum", (set(), {"CC401"})),
        ("claimcheck: ok CC403 another check", ({"CC401", "CC911"}, set())),
        ("Is that ok, CC401 says no", ({"CC401"}, set())),
    ],
)
def test_a_comment_of_a_word_document_silences(
    tmp_path: Path, said: str, expected: tuple[set[str], set[str]]
) -> None:
    content = body(paragraph("Nobody came.") + paragraph(run(WRONG) + ATTACHED))
    data = packed(content, **{"word/comments.xml": part("comments", BUBBLE.format(said))})
    (tmp_path / "draft.docx").write_bytes(data)
    (report,) = scan([tmp_path / "draft.docx"])
    assert isinstance(report, Report)
    found = {finding.code for finding in report.findings}
    silenced = {each.finding.code for each in report.silenced}
    assert (found, silenced) == expected
    assert said not in report.article.text
