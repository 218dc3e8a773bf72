"""`--watch`, as somebody with an editor meets it: a real process, real files."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from claimcheck.watching import Change, changes, stamps

ROOT = Path(__file__).parent.parent
PATIENCE = 20  # seconds that a slow machine may take


class Watching:
    """A running `claimcheck scan --watch`, its lines read as they come."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "claimcheck", "scan", *arguments, "--watch"], cwd=folder, env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.written: list[str] = []
        self._reports = self._lines(self.process.stdout)
        self._notes = self._lines(self.process.stderr)

    def _lines(self, stream: IO[str] | None) -> queue.Queue[str]:
        lines: queue.Queue[str] = queue.Queue()

        def read() -> None:
            for line in stream or ():
                self.written.append(line)
                lines.put(line)

        threading.Thread(target=read, daemon=True).start()
        return lines

    def report(self, words: str) -> str:
        """The next line with these words on standard output."""
        return _next(self._reports, words)

    def note(self, words: str) -> str:
        """The next line with these words on standard error."""
        return _next(self._notes, words)

    def interrupt(self) -> int:
        """Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


def _next(lines: queue.Queue[str], words: str) -> str:
    while words not in (line := lines.get(timeout=PATIENCE)):
        pass
    return line


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "drafts"
    folder.mkdir()
    folder.joinpath("a.txt").write_text("Cracks ran through 12 beams.\n", encoding="utf-8")
    return folder


@pytest.fixture
def watching(folder: Path) -> Iterator[Watching]:
    process = Watching(folder, ".", "-f", "jsonl")
    yield process
    process.process.kill()
    process.process.wait()


def lows(line: str) -> list[float]:
    return [claim["low"] for claim in json.loads(line)["claims"]]


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_what_is_saved_is_scanned_again(watching: Watching, folder: Path) -> None:
    assert lows(watching.report("a.txt")) == [12]
    watching.note("watching; Ctrl-C ends")

    folder.joinpath("a.txt").write_text("Cracks ran through 13 beams.\n", encoding="utf-8")
    assert lows(watching.report('"path": "./a.txt"')) == [13]
    watching.note("a.txt; still watching")

    new = folder / ".a.txt.swp"  # as editors save: a new file takes the old one's place
    new.write_text("Cracks ran through 14 beams.\n", encoding="utf-8")
    folder.joinpath("a.txt").unlink()
    new.rename(folder / "a.txt")
    assert lows(watching.report('"path": "./a.txt"')) == [14]

    folder.joinpath("b.txt").write_text("Six ships sank.\n", encoding="utf-8")
    assert lows(watching.report('"path": "./b.txt"')) == [6]

    folder.joinpath("b.txt").unlink()
    watching.note("./b.txt is gone")

    folder.joinpath("claimcheck.toml").write_text('selct = ["CC4"]\n', encoding="utf-8")
    watching.note("no key is called 'selct'; did you mean select?")
    folder.joinpath("claimcheck.toml").write_text('select = ["CC4"]\n', encoding="utf-8")
    assert lows(watching.report('"path": "./a.txt"')) == [14]

    assert watching.interrupt() == 130
    assert all(line.endswith("\n") for line in watching.written)
    assert not any("\x1b" in line or "Traceback" in line for line in watching.written)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_reports_in_files_are_whole_each_time(folder: Path) -> None:
    folder.joinpath("b.txt").write_text("Six ships sank.\n", encoding="utf-8")
    watching = Watching(folder, ".", "-f", "json=review.json")
    try:
        watching.note("watching; Ctrl-C ends")
        folder.joinpath("a.txt").write_text("Cracks ran through 13 beams.\n", encoding="utf-8")
        watching.note("still watching")
        documents = json.loads(folder.joinpath("review.json").read_text(encoding="utf-8"))["documents"]
        assert [claim["low"] for document in documents for claim in document["claims"]] == [13, 6]
        assert watching.interrupt() == 130
    finally:
        watching.process.kill()
        watching.process.wait()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("-",), "--watch -: only files and folders can be watched"),
        (("https://example.org/",), "--watch https://example.org/: only files and folders"),
        ((".", "--write-baseline", "known.json"), "--watch: does not go with --write-baseline"),
    ],
)
def test_what_cannot_be_watched(folder: Path, arguments: tuple[str, ...], sentence: str) -> None:
    command = [sys.executable, "-m", "claimcheck", "scan", *arguments, "--watch"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=PATIENCE
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr


def test_a_change_counts_once_it_has_settled(folder: Path) -> None:
    """Each look at the folder changes it, as a slow writer would, until the sixth."""
    looks = 0

    def listed() -> list[str]:
        nonlocal looks
        looks += 1
        if looks < 6:
            folder.joinpath("b.txt").write_text("." * looks, encoding="utf-8")
        return sorted(str(path) for path in folder.iterdir())

    before = stamps(str(path) for path in folder.iterdir())
    assert next(changes(listed, before, interval=0)) == Change((str(folder / "b.txt"),), ())
    assert looks >= 6


def test_a_file_taken_away_and_put_back_as_it_was_is_no_change(folder: Path) -> None:
    before = stamps(str(path) for path in folder.iterdir())
    looks = iter([[], ["a.txt"], ["a.txt"], ["a.txt"], [], [], []])

    def listed() -> list[str]:
        return [str(folder / name) for name in next(looks)]

    assert next(changes(listed, before, interval=0)) == Change((), (str(folder / "a.txt"),))
