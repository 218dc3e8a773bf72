"""Every check against its passages: those it must flag, span marked {so}, and those it must leave alone."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimcheck import checks
from claimcheck.checks import all_checks
from claimcheck.model import Document, Finding
from claimcheck.pipeline import analyse
from claimcheck.text.blocks import split_blocks

SPECS = Path(__file__).parent / "specs"
HEADS = ("What it does", "Why it matters", "Example", "What it leaves alone", "Source")
FAMILIES = {"1": "figure", "2": "hedge", "3": "source", "4": "arithmetic", "5": "date",
            "6": "unit", "7": "headline", "8": "poll", "9": "input"}  # fmt: skip


def load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def passages(kind: str) -> list[Any]:
    return [
        pytest.param(spec, passage, id=f"{spec['code']}-{number}")
        for spec in map(load, sorted(SPECS.glob("*.toml")))
        for number, passage in enumerate(spec[kind])
    ]


def findings(spec: dict[str, Any], passage: str) -> list[Finding]:
    published = date.fromisoformat(spec["date"]) if "date" in spec else None
    document = Document(passage, split_blocks(passage), published=published)
    return list(analyse(document).findings)


@pytest.mark.parametrize(("spec", "passage"), passages("flag"))
def test_check_flags(spec: dict[str, Any], passage: str) -> None:
    start, end = passage.index("{"), passage.index("}") - 1
    text = passage.replace("{", "").replace("}", "")
    found = [(f.start, f.end) for f in findings(spec, text) if f.code == spec["code"]]
    assert found == [(start, end)], [text[a:b] for a, b in found]


@pytest.mark.parametrize(("spec", "passage"), passages("pass"))
def test_check_leaves_alone(spec: dict[str, Any], passage: str) -> None:
    found = [f for f in findings(spec, passage) if f.code == spec["code"] or f.severity == "error"]
    assert not found, [(f.code, passage[f.start : f.end], f.working) for f in found]


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_check_is_complete(check: Any) -> None:
    specs = [spec for spec in map(load, SPECS.glob("*.toml")) if spec["code"] == check.code]
    assert len(specs) == 1
    assert len(specs[0]["flag"]) >= 4
    assert len(specs[0]["pass"]) >= 4
    assert FAMILIES[check.code[2]] == check.family
    assert check.severity in ("error", "warning", "advice")
    places = [check.page.index(f"\n{head}\n") for head in HEADS]
    assert places == sorted(places)
    assert "Wrong:" in check.page
    assert "Right:" in check.page


def examples() -> list[Any]:
    """The Wrong and the Right of every check's page."""
    found = []
    for check in all_checks():
        lines = check.page.split("\nExample\n")[1].split("\n\n")[0]
        for label, text in re.findall(r"(Wrong|Right): (.*?)(?=\s+Right: |$)", " ".join(lines.split())):
            found.append(pytest.param(check.code, label == "Wrong", text, id=f"{check.code}-{label}"))
    return found


@pytest.mark.parametrize(("code", "wrong", "text"), examples())
def test_the_page_shows_what_the_check_does(code: str, wrong: bool, text: str) -> None:
    headline, dots, body = text.partition(" ... ")
    passage = f"HEADLINE: {headline}\n\n{body}" if dots else text
    found = [f.code for f in findings({}, passage)]
    assert (code in found) == wrong, found


def test_codes_and_names_are_unique() -> None:
    found = all_checks()
    assert len({check.code for check in found}) == len({check.name for check in found}) == len(found)


def test_what_a_check_needs_is_there_wherever_it_finds_something(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is missing the check is not even loaded, so a wrong need would go unnoticed."""
    given = [param.values for kind in ("flag", "pass") for param in passages(kind)]
    texts = [(spec, passage.replace("{", "").replace("}", "")) for spec, passage in given]
    before = [findings(*each) for each in texts]
    needless = tuple(check._replace(needs=()) for check in all_checks())
    monkeypatch.setattr(checks, "all_checks", lambda: needless)
    assert [findings(*each) for each in texts] == before
    assert any(before)
