"""What the README says is so: its tables, its picture, its commands."""

import html
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

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
    for words in (sheet.title, *(row.figure for row in sheet.rows), *(row.reading for row in sheet.rows)):
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


def test_python_example_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = (block for language, block in BLOCKS if language == "python")
    exec(example, {})
    shown = capsys.readouterr().out.splitlines()
    assert shown[0].startswith("40 65 ('range'")
    assert Path("samples/ferry.txt").as_posix() in "".join(shown)
