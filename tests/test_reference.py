"""What the README says is so: its tables, its sample, its commands; and so are the pages of `docs`."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import claimcheck
from claimcheck.reference import PAGES, PARTS, README, ROOT, SAMPLE, filled
from claimcheck.reports.rows import lay_out
from claimcheck.reports.view import View

TEXT = "".join(page.read_text(encoding="utf-8") for page in PAGES)
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", TEXT, re.DOTALL)
COMMANDS = [block.strip() for language, block in BLOCKS if language == "sh"]
JQ = next(command for command in COMMANDS if "| jq" in command)


def here(command: str) -> str:
    """The command with this Python's claimcheck, and without the making of an environment."""
    return command.rpartition(" && ")[2].replace(".venv/bin/claimcheck", f"{sys.executable} -m claimcheck")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_tables_are_as_the_code_says(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert filled(text) == text, "run: python -m claimcheck.reference"


def test_every_part_stands_on_one_page() -> None:
    begun = re.findall(r"<!-- begin (\w+) -->", TEXT)
    assert sorted(begun) == sorted({*PARTS, "measured", "archives"})
    assert begun == re.findall(r"<!-- end (\w+) -->", TEXT)


def test_the_first_screen_shows_what_a_terminal_does() -> None:
    screen = README.read_text(encoding="utf-8").splitlines()[:55]
    assert f"$ claimcheck scan {SAMPLE}" in screen
    (report,) = claimcheck.scan(ROOT / SAMPLE)
    assert isinstance(report, claimcheck.Report)
    sheet = lay_out(report, View())
    told = " ".join(" ".join(screen).split())  # the last line may fold
    for words in (*(row.figure for row in sheet.rows), *(p.message for p in sheet.problems), sheet.coverage):
        assert words in told, words


def test_links_lead_to_pages_and_headings() -> None:
    for page in PAGES:
        for path, heading in LINK.findall(page.read_text(encoding="utf-8")):
            target = (page.parent / path).resolve() if path else page
            headings = re.findall(r"(?m)^#+ (.+)$", target.read_text(encoding="utf-8"))
            anchors = [re.sub(r"[^\w -]", "", words).lower().replace(" ", "-") for words in headings]
            assert not heading or heading in anchors, (page.name, heading)


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
    done = subprocess.run(["bash", "-c", here(JQ)], cwd=ROOT, capture_output=True, text=True)
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
