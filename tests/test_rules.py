"""The rules beside the checks, on house style and on silencing: their passages, in the checks' own form."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck.checks import all_checks
from claimcheck.model import Report
from claimcheck.rulebook import all_rules
from claimcheck.scanning import scan
from claimcheck.settings import Settings

SPECS = [
    tomllib.loads(path.read_text(encoding="utf-8"))
    for path in Path(__file__).parent.glob("specs/rules/*.toml")
]
HEAD = "A headline of its own\n\n"


def passages(kind: str) -> list[Any]:
    return [
        pytest.param(spec, passage, id=f"{spec['code']}-{n}")
        for spec in SPECS
        for n, passage in enumerate(spec[kind])
    ]


def places(folder: Path, spec: dict[str, Any], passage: str) -> list[tuple[int, int]]:
    """Where the rule finds something in `passage`, under the configuration of its spec."""
    (folder / "claimcheck.toml").write_text(spec.get("config", ""), encoding="utf-8")
    path = folder / "article.txt"
    path.write_text(HEAD + passage, encoding="utf-8")
    (report,) = scan(path, Settings(config="nearest"))
    assert isinstance(report, Report)
    return [(f.start - len(HEAD), f.end - len(HEAD)) for f in report.findings if f.code == spec["code"]]


@pytest.mark.parametrize(("spec", "passage"), passages("flag"))
def test_rule_flags(tmp_path: Path, spec: dict[str, Any], passage: str) -> None:
    start, end = passage.index("{"), passage.index("}") - 1
    assert places(tmp_path, spec, passage.replace("{", "").replace("}", "")) == [(start, end)]


@pytest.mark.parametrize(("spec", "passage"), passages("pass"))
def test_rule_leaves_alone(tmp_path: Path, spec: dict[str, Any], passage: str) -> None:
    assert places(tmp_path, spec, passage) == []


def test_every_rule_beside_the_checks_has_its_passages() -> None:
    checked = {check.code for check in all_checks()}
    assert sorted(spec["code"] for spec in SPECS) == [
        rule.code for rule in all_rules() if rule.code not in checked
    ]
    assert all(len(spec[kind]) >= 4 for spec in SPECS for kind in ("flag", "pass"))
