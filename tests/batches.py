"""Folders of small articles, and the command with something wrong in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
_FAULTY = """
import os, signal
from claimcheck import scanning
analyse = scanning.analyse

def faulty(document):
    if "tripwire" in document.text:
        os.kill(os.getpid(), signal.{signal})
    return analyse(document)

scanning.analyse = faulty
{more}
from claimcheck.__main__ import main
main()
"""


def article(number: int) -> str:
    return (
        f"Harbour count {number}\n\nThe council said {number + 2} of 60 boats had left on Monday, up from "
        f"{number}. Sales rose from 100 to 249, or 250%.\n"
    )


def fill(folder: Path, count: int, deadly: int | None = None) -> Path:
    """Write `count` articles, of which number `deadly` kills a process that `faulty` starts."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        text = article(number) + ("\nThe tripwire was 3 metres long.\n" if number == deadly else "")
        folder.joinpath(f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def claimcheck(*arguments: object, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "claimcheck", *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, env=environment(**variables), capture_output=True, text=True, encoding="utf-8"
    )


def start(*arguments: object, cwd: Path, signal: str = "SIGKILL", more: str = "") -> subprocess.Popen[str]:
    """The command in a process group of its own, with a trip-wire in it."""
    code = _FAULTY.format(signal=signal, more=more)
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], cwd=cwd, env=environment(), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


def environment(**variables: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **variables}
