"""The line that shows how far a run is: for a person at a terminal, and in nobody's way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="this system has no pseudo-terminals")
from terminal import read_all, screen, start

BAR = "━"
ODD = "c\x1b[31m.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt", ODD):
        tmp_path.joinpath(name).write_text("Bridge\n\nCracks ran through 12 beams.\n", encoding="utf-8")
    tmp_path.joinpath("d.pdf").write_bytes(b"%PDF-1.4 broken")
    return tmp_path


def shown(folder: Path, *options: str, **environment: str) -> tuple[int, str]:
    process, terminal = start(["scan", ".", *options], cwd=folder, **environment)
    written = read_all(terminal)
    return process.wait(), written


def test_the_line_shows_files_and_failures_and_leaves_the_table_alone(folder: Path) -> None:
    code, written = shown(folder)
    assert code == 2
    assert BAR in written and "4/4" in written and "1 failed" in written
    assert {"./a.txt", "./b.txt", "./d.pdf"} <= set(written.replace("\x1b", " ").split())
    assert "c\x1b[31m" not in written
    seen = screen(written)
    assert not [line for line in seen if BAR in line or "/4" in line]
    assert {line for line in seen if line.endswith(".txt")} == {"./a.txt", "./b.txt", "./c␛[31m.txt"}
    assert sum(line.startswith("1 number seen") for line in seen) == 3
    assert [line for line in seen if line.startswith("claimcheck: ./d.pdf: ")]


def test_the_table_is_the_one_of_a_quiet_run(folder: Path) -> None:
    folder.joinpath("d.pdf").unlink()
    assert screen(shown(folder)[1]) == screen(shown(folder, "--quiet")[1])


def test_several_processes_show_what_is_done(folder: Path) -> None:
    code, written = shown(folder, "--jobs", "2")
    assert code == 2
    assert "4/4" in written and "1 failed" in written
    assert {"./a.txt", "./b.txt", "./d.pdf"} <= set(written.replace("\x1b", " ").split())
    assert screen(written) == screen(shown(folder, "-q", "--jobs", "2")[1])


def test_the_line_is_drawn_while_reports_go_to_a_pipe(folder: Path) -> None:
    ours, theirs = os.pipe()
    process, terminal = start(["scan", ".", "-f", "jsonl"], cwd=folder, stdout=theirs)
    os.close(theirs)
    written, lines = read_all(terminal), read_all(ours)
    assert (process.wait(), lines.count("\n")) == (2, 3)
    assert BAR in written
    assert [line for line in screen(written) if line] == [line for line in screen(written) if "d.pdf" in line]


@pytest.mark.parametrize(
    ("options", "environment"),
    [(("--quiet",), {}), (("-q",), {}), ((), {"CI": "true"}), ((), {"TERM": "dumb"})],
)
def test_nobody_watches(folder: Path, options: tuple[str, ...], environment: dict[str, str]) -> None:
    code, written = shown(folder, *options, **environment)
    assert code == 2
    assert BAR not in written
    assert "claimcheck: ./d.pdf: " in written


def test_one_file_needs_no_line(folder: Path) -> None:
    process, terminal = start(["scan", "a.txt"], cwd=folder)
    assert BAR not in read_all(terminal)
    assert process.wait() == 0


def test_no_line_through_a_pipe(folder: Path) -> None:
    command = [sys.executable, "-m", "claimcheck", "scan", "."]
    root = str(Path(__file__).parent.parent)
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": root}
    )
    assert BAR not in done.stdout + done.stderr
    assert done.stderr.startswith("claimcheck: ./d.pdf: ") and done.stderr.count("\n") == 1
