"""Markdown: offsets are the file's own; marks disturb no figure; code and comments are left out."""

from pathlib import Path

import pytest

import claimcheck
from claimcheck.model import Document, Report
from claimcheck.readers import read


def document(folder: Path, text: str) -> Document:
    path = folder / "draft.md"
    path.write_bytes(text.encode())
    (found,) = read(path)
    assert isinstance(found, Document), found
    assert (found.text, found.plain) == (text, True)
    return found


def figures(folder: Path, text: str) -> list[tuple[str, str]]:
    document(folder, text)
    (report,) = claimcheck.scan(folder / "draft.md")
    assert isinstance(report, Report)
    return [(text[c.figure.start : c.figure.end], str(c.figure.low)) for c in report.claims]


FIGURES = {
    "bold number": ("The fire killed **12** people.\n", [("12", "12")]),
    "half in bold": ("It cost **$5** million in all.\n", [("$5** million", "5000000")]),
    "link": ("About [40 homes](https://x.example/77/a_(2)) burned.\n", [("About [40", "40")]),
    "reference link": ("He lost [40 homes][88].\n\n[88]: https://x.example/99\n", [("40", "40")]),
    "picture": ("![Fire at 9 homes](a77.png)\n", [("9", "9")]),
    "struck out": ("It rose ~~30%~~ 40% in May.\n", [("40%", "40")]),
    "fenced code": ("He lost 3 boats.\n\n```\n99 boats\n```\n\nHe has 4 boats.\n", [("3", "3"), ("4", "4")]),
    "fence within a fence": ("````\n```\n99 boats\n````\nHe has 4 boats.\n", [("4", "4")]),
    "indented code": ("He lost 3 boats.\n\n    99 boats\n", [("3", "3")]),
    "comment": ("He lost 3 <!-- was\n\n 99 --> boats.\n", [("3", "3")]),
    "tag": ('He lost <span data-n="99 boats">3</span> boats.\n', [("3", "3")]),
    "block quote over lines": ("> The fire burned 12\n> homes on the quay.\n", [("12", "12")]),
    "list": ("1. Nine boats sank\n2. Ten boats burned\n", [("Nine", "9"), ("Ten", "10")]),
    "table": ("| Town | Homes |\n|:--|--:|\n| Orvale | 85 |\n", [("85", "85")]),
    "front matter": ("---\nlayout: 77 columns\n---\nHe lost 3 boats.\n", [("3", "3")]),
    "escape": ("He paid \\$5 million.\n", [("$5 million", "5000000")]),
    "stars that are no marks": ("He lost 3 * 5 boats and 7 homes.\n", [("3", "3"), ("5", "5"), ("7", "7")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIGURES.values(), ids=FIGURES)
def test_figures(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    assert figures(tmp_path, text) == expected


BODY = "\n\nNine boats sank off Carrow on Tuesday, the harbour master said, and two more were adrift.\n"
HEADLINES = {
    "hash": ("# Nine boats sink" + BODY, "Nine boats sink"),
    "hashes on both sides": ("# Nine **boats** sink ##" + BODY, "Nine boats sink"),
    "underlined": ("Nine boats sink\n===" + BODY, "Nine boats sink"),
    "front matter": ("---\ntitle: 'Nine boats sink'\n---" + BODY, "Nine boats sink"),
    "toml front matter": ('+++\ntitle = "Nine boats sink"\n+++' + BODY, "Nine boats sink"),
    "second rank": ("## Nine boats sink" + BODY + "\n## Later" + BODY, "Nine boats sink"),
    "plain line": ("Nine boats sink off Carrow" + BODY, "Nine boats sink off Carrow"),
    "none": (BODY.strip(), None),
}


@pytest.mark.parametrize(("text", "title"), HEADLINES.values(), ids=HEADLINES)
def test_headline(tmp_path: Path, text: str, title: str | None) -> None:
    found = document(tmp_path, text)
    assert found.title == title
    assert sum(block.kind == "headline" for block in found.blocks) == (title is not None)


def test_front_matter_gives_day_and_address(tmp_path: Path) -> None:
    found = document(tmp_path, "---\ndate: 23 March 2022\nurl: https://x.example/a\n---" + BODY)
    assert (str(found.published), found.published_from, found.url) == (
        "2022-03-23",
        "metadata",
        "https://x.example/a",
    )


@pytest.mark.parametrize("piece", ["[", "![", "](", "**", "<!--", "> ", "| - ", "~~", "```\n", '[a](b "'])
def test_odd_marks_by_the_thousand(tmp_path: Path, piece: str) -> None:
    text = "He lost 3 boats.\n\n" + piece * 20_000
    (tmp_path / "draft.md").write_text(text, encoding="utf-8")
    assert len(list(claimcheck.scan(tmp_path / "draft.md"))) == 1
