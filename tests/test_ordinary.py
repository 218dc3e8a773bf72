"""The ordinary scan is read from the command line as Typer reads it, and everything else is left to Typer."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from typer.testing import CliRunner

from claimcheck import commands, ordinary
from claimcheck.cli import app
from claimcheck.console import Exit

ORDINARY = [
    "a.txt",
    "-",
    "a.txt b.txt drafts",
    "-f json a.txt",
    "a.txt --format jsonl --plain",
    "--format=html=out.html a.txt -f sarif",
    "a.txt -f table -f json=all.json -v",
    *(f"a.txt {' '.join(pair)}" for pair in combinations(ordinary.SWITCHES, 2)),
]
LEFT_TO_TYPER = [
    "", "scan", "scan --help", "scan -h a.txt", "scan -vq a.txt", "scan -fjson a.txt", "scan a.txt -f",
    "scan -- a.txt", "scan a.txt --output out.json", "scan a.txt --date 2022-03-23", "scan a.txt -f --plain",
    "scan a.txt --wrong", "scan a.txt --adv", "scan --plain", "sources a.txt", "--version", "rules",
]  # fmt: skip


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What `commands.scan` is called with."""
    found: list[Any] = []

    def scan(*given: object) -> Exit:
        found.append(given)
        return Exit.FINDINGS

    monkeypatch.setattr(commands, "scan", scan)
    return found


@pytest.mark.parametrize("arguments", ORDINARY)
def test_ordinary_scans_are_read_as_typer_reads_them(arguments: str, calls: list[Any]) -> None:
    asked = ordinary.read(["scan", *arguments.split()])
    assert asked
    assert ordinary.scan(asked) == Exit.FINDINGS
    assert CliRunner().invoke(app, ["scan", *arguments.split()]).exit_code == Exit.FINDINGS
    assert calls[0] == calls[1]


@pytest.mark.parametrize("arguments", LEFT_TO_TYPER)
def test_everything_else_is_left_to_typer(arguments: str) -> None:
    assert ordinary.read(arguments.split()) is None


def test_wildcards_are_left_to_typer_where_the_shell_leaves_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert ordinary.read(["scan", "*.txt"]) is None
