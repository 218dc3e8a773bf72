"""House style of numbers: what each style asks about, word for word, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.model import Report
from claimcheck.scanning import scan
from claimcheck.settings import Settings

WORDS, SIGN, CENT = "spell-below = 10", "percent = '%'", "percent = 'per cent'"
HEAD = "Ferry made 7 trips\n\n"

CASES = [  # style, text, the words that are asked about
    (WORDS, "The ferry made 7 trips in the storm.", ["7"]),
    (WORDS, "The ferry made seven trips in the storm.", []),
    (WORDS, "The ferry made 10 trips in the storm.", []),
    ("spell-below = 13", "The ferry made 12 trips in the storm.", ["12"]),
    (WORDS, "The ferry sailed for 7 km and cost £5.", []),
    (WORDS, "“The ferry made 7 trips,” said Ann Bell.", []),
    (WORDS, "The city has 7 million people.", []),
    (SIGN, "Fares rose by 40 per cent in May.", ["per cent"]),
    (SIGN, "Fares rose by 40 percent in May.", ["percent"]),
    (SIGN, "Fares rose by 40% in May.", []),
    (CENT, "Fares rose by 40% in May.", ["%"]),
    (CENT, "Fares rose by 40 per cent in May.", []),
]


@pytest.mark.parametrize(("style", "text", "expected"), CASES)
def test_style_asks(tmp_path: Path, style: str, text: str, expected: list[str]) -> None:
    (tmp_path / "claimcheck.toml").write_text(f"[numbers]\n{style}\n", encoding="utf-8")
    path = tmp_path / "a.txt"
    path.write_text(HEAD + text, encoding="utf-8")
    (report,) = scan(path, Settings(config="nearest"))
    assert isinstance(report, Report)
    found = [f for f in report.findings if f.code == "CC190"]
    assert [report.article.text[f.start : f.end] for f in found] == expected
    assert all(f.severity == "advice" and f.claims for f in found)
    (plain,) = scan(path)
    assert isinstance(plain, Report)
    assert not [f for f in plain.findings if f.code == "CC190"]
