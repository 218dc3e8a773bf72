"""Marks of a Markdown article are no part of what reports show; JSON keeps the file's own characters."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from test_formats import BY_NAME
from test_html import Outline, body

from claimcheck.model import Report
from claimcheck.reports.outputs import FORMATS, render
from claimcheck.reports.view import View
from claimcheck.scanning import scan
from claimcheck.text.markup import unmarked

DRAFT = """# Fares up by **12%**

The council said **up to** 12% of [4,500](https://x.example/a_b) riders, or _about_ *540 people*, had left.

<!-- claimcheck: ok CC401 the ministry counts by the ticket -->
Ticket sales rose from **10,250** to *25,500*, an increase of [250%](http://y.example/?q=1).

The hall opened on **Monday**, March 22, 2022.
"""
MARKS = ("**", "_about", "about_", "](", "[4,500", "*540", "x.example", "y.example", "<!--", "ok CC401")


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Report:
    file = tmp_path_factory.mktemp("drafts") / "fares.md"
    file.write_text(DRAFT, encoding="utf-8")
    (found,) = scan(file)
    assert isinstance(found, Report)
    return found


@pytest.mark.parametrize("name", [f.name for f in FORMATS if not f.binary and not f.name.startswith("json")])
def test_no_mark_is_shown(name: str, given: Report) -> None:
    shown = "".join(str(piece) for piece in render(BY_NAME[name], [given], View(advice=True, set_aside=True)))
    shown = body(shown) if name == "html" else shown
    if name == "sarif":  # which quotes the file itself in its snippets
        results = json.loads(shown)["runs"][0]["results"]
        shown = " ".join(result["message"]["text"] for result in results)
    if name == "markdown":
        shown = shown.replace("**error:**", "").replace("**warning:**", "").replace("**advice:**", "")
        shown = shown.replace("\\", "")
    assert not [mark for mark in MARKS if mark in shown]


def test_words_join_as_they_are_read(given: Report) -> None:
    shown = "".join(str(piece) for piece in render(BY_NAME["html"], [given], View()))
    assert (
        "The council said up to 12% of 4,500 riders, or about 540 people, had left." in Outline(shown).article
    )
    sheet = "".join(str(piece) for piece in render(BY_NAME["csv"], [given], View()))
    rows = list(csv.DictReader(io.StringIO(sheet.lstrip("\ufeff"))))
    assert rows[1]["sentence"] == "The council said up to 12% of 4,500 riders, or about 540 people, had left."
    assert [row["figure"] for row in rows[1:4]] == ["up to 12%", "4,500", "about 540"]


def test_json_keeps_to_the_file(given: Report) -> None:
    (document,) = json.loads("".join(str(p) for p in render(BY_NAME["json"], [given], View())))["documents"]
    assert all(DRAFT[claim["start"] : claim["end"]] == claim["text"] for claim in document["claims"])
    assert "up to** 12%" in [claim["text"] for claim in document["claims"]]


def test_unmarked_leaves_out_what_lies_in_the_spans() -> None:
    text, spans = "a**b**c", [(1, 3), (4, 6)]
    assert [unmarked(text, spans, start, 7) for start in range(8)] == [
        "abc",
        "bc",
        "bc",
        "bc",
        "c",
        "c",
        "c",
        "",
    ]
    assert [unmarked(text, spans, 0, end) for end in range(8)] == ["", "a", "a", "a", "ab", "ab", "ab", "abc"]
    assert unmarked(text, (), 1, 3) == "**"


def test_archives_can_be_read(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(
            DRAFT.replace("council", f"council of {number}"), encoding="utf-8"
        )
    reports = [found for found in scan(tmp_path) if isinstance(found, Report)]
    page = "".join(str(piece) for piece in render(BY_NAME["html"], reports, View()))
    index = Outline(page)
    assert "<h1>3 articles</h1>" in page
    assert [a["href"] for tag, a in index.tags if tag == "a"][:3] == ["#d1-top", "#d2-top", "#d3-top"]
    assert sum(a.get("href") == "#contents" for _, a in index.tags) == 3
    assert "".join(map(str, render(BY_NAME["markdown"], reports, View()))).count("\n## ") == 3
