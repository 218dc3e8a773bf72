"""Folders of small articles, and the command with something wrong in it."""

from __future__ import annotations

import ctypes
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


def claimcheck(
    *arguments: object, cwd: Path, powerless: bool = False, **variables: str
) -> subprocess.CompletedProcess[str]:
    """The command; `powerless`, permissions hold for it even where the tests are run by root."""
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", *map(str, arguments)], cwd=cwd, env=environment(**variables),
        capture_output=True, text=True, encoding="utf-8",
        preexec_fn=_give_up_powers if powerless and os.geteuid() == 0 else None,
    )  # fmt: skip


def _give_up_powers() -> None:
    """Of root, what comes next may not read or write what permissions forbid (Linux)."""
    drop, override, read_search = 24, 1, 2  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(drop, override, 0, 0, 0) or prctl(drop, read_search, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "root keeps its powers")


def start(*arguments: object, cwd: Path, signal: str = "SIGKILL", more: str = "") -> subprocess.Popen[str]:
    """The command in a process group of its own, with a trip-wire in it."""
    code = _FAULTY.format(signal=signal, more=more)
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], cwd=cwd, env=environment(), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


def environment(**variables: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **variables}
