"""What the README says is so: its tables, its picture, its commands."""

import html
import os
import re
import shutil
import subprocess
import sys

import pytest

import claimcheck
from claimcheck.reference import PARTS, PICTURE, README, ROOT, SAMPLE, filled
from claimcheck.reports.rows import lay_out
from claimcheck.reports.view import View

TEXT = README.read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", TEXT, re.DOTALL)
COMMANDS = [block.strip() for language, block in BLOCKS if language == "sh"]


def here(command: str) -> str:
    """The command with this Python's claimcheck, and without the making of an environment."""
    return command.rpartition(" && ")[2].replace(".venv/bin/claimcheck", f"{sys.executable} -m claimcheck")


def test_tables_are_as_the_code_says() -> None:
    assert all(f"<!-- begin {part} -->" in TEXT for part in PARTS)
    assert filled(TEXT) == TEXT, "run: python -m claimcheck.reference"


def test_picture_shows_the_sample() -> None:
    drawn = html.unescape(re.sub(r"<[^>]+>", " ", PICTURE.read_text(encoding="utf-8"))).replace("\xa0", " ")
    (report,) = claimcheck.scan(ROOT / SAMPLE)
    assert isinstance(report, claimcheck.Report)
    sheet = lay_out(report, View())
    questions = (finding.message for finding in report.findings if finding.severity != "advice")
    shown = (*(row.figure for row in sheet.rows), *(row.reading for row in sheet.rows), *questions)
    for words in (sheet.title, *shown):
        assert words in drawn, "run: python -m claimcheck.reference"
    assert f"({PICTURE.relative_to(ROOT)})" in TEXT
    assert "url(" not in PICTURE.read_text(encoding="utf-8").replace("url(#", "")


def test_first_command_reads_an_article() -> None:
    done = subprocess.run(["bash", "-c", here(COMMANDS[0])], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Up to 30 feared dead")


def test_second_command_is_what_continuous_integration_runs() -> None:
    script = ROOT / ".ci" / "run"
    assert COMMANDS[1] in script.read_text(encoding="utf-8")
    assert os.access(script, os.X_OK)


@pytest.mark.skipif(not shutil.which("jq"), reason="jq is not installed")
def test_jq_line_lists_unattributed_figures() -> None:
    done = subprocess.run(["bash", "-c", here(COMMANDS[2])], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert len(rows) > 10
    assert {row[0] for row in rows} <= {path.relative_to(ROOT).as_posix() for path in ROOT.glob("samples/*")}


@pytest.mark.parametrize("number", range(3))
def test_python_examples_print_what_is_shown(
    number: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    at = [index for index, (language, _) in enumerate(BLOCKS) if language == "python"]
    assert len(at) == 3
    exec(BLOCKS[at[number]][1], {})
    printed = capsys.readouterr().out
    language, shown = BLOCKS[at[number] + 1]
    assert (printed == shown) if language == "text" else printed.count("\n") > 20


def test_the_folder_example_lists_unnamed_sources_first(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    exec(next(block for language, block in BLOCKS if language == "python" and "samples" in block), {})
    lines = capsys.readouterr().out.splitlines()
    unnamed = ["unnamed" in line.split()[:3] for line in lines]
    assert unnamed == sorted(unnamed, reverse=True) and any(unnamed) and not all(unnamed)
    assert all(line.startswith("samples/") for line in lines)
