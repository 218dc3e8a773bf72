"""A pseudo-terminal for the command, and what a person would see on it in the end."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

_STEP = re.compile(r"\x1b\[(\d*)([A-Za-z])|\x1b\[\?\d+[hl]|[\r\n]|[^\x1b\r\n]+|\x1b")


def start(
    arguments: Iterable[str], *, cwd: Path, columns: int = 80, stdout: int | None = None, **environment: str
) -> tuple[subprocess.Popen[bytes], int]:
    """The command with standard error on a terminal, and standard output too unless it is given."""
    ours, theirs = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name not in ("CI", "NO_COLOR")}
    root = str(Path(__file__).parent.parent)
    settings = {**clean, "COLUMNS": str(columns), "TERM": "xterm-256color", "PYTHONPATH": root, **environment}
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcheck", *arguments], cwd=cwd, env=settings,
        stdout=theirs if stdout is None else stdout, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    return process, ours


def read_all(descriptor: int) -> str:
    """All that is written until the other end is closed."""
    shown = b""
    while True:
        try:
            piece = os.read(descriptor, 65536)
        except OSError:  # how Linux says that the other end is closed
            piece = b""
        if not piece:
            os.close(descriptor)
            return shown.decode()
        shown += piece


def screen(written: str) -> list[str]:
    """The lines that stand on the terminal after all of `written`, colours left out."""
    lines, row, column = [""], 0, 0
    for found in _STEP.finditer(written):
        step, count, command = found[0], int(found[1] or 1), found[2]
        if command == "A":
            row = max(row - count, 0)
        elif command == "K":
            lines[row] = ""
        elif command == "J":
            lines, row, column = [""], 0, 0
        elif step == "\r":
            column = 0
        elif step == "\n":
            row += 1
            lines += [""] * (row + 1 - len(lines))
        elif not step.startswith("\x1b"):
            lines[row] = lines[row][:column].ljust(column) + step + lines[row][column + len(step) :]
            column += len(step)
    return "\n".join(line.rstrip() for line in lines).rstrip().split("\n")
