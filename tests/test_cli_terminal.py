"""The command on a terminal: colour, width, and what switches them off."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
SAMPLE = Path(__file__).parent.parent / "samples" / "ferry.txt"
ESCAPE = re.compile(r"\x1b\[([\d;]*)m")


def on_terminal(*options: str, **environment: str) -> str:
    """What `claimcheck scan` writes to a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    settings = {**os.environ, "COLUMNS": "80", "TERM": "xterm-256color", **environment}
    command = [sys.executable, "-m", "claimcheck", "scan", str(SAMPLE), *options]
    process = subprocess.Popen(command, stdout=theirs, env=settings)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert process.wait() == 0
    return shown.decode()


def colours(text: str) -> set[str]:
    codes = {code for found in ESCAPE.findall(text) for code in found.split(";")}
    return {code for code in codes if code[:1] in "34" and len(code) == 2}


def test_terminal_has_colour_and_folds_to_its_width() -> None:
    shown = on_terminal()
    assert colours(shown)
    lines = ESCAPE.sub("", shown).splitlines()
    assert max(map(len, lines)) <= 80
    assert "between 12 and 30" in " ".join(lines).lower()


@pytest.mark.parametrize(("options", "environment"), [((), {"NO_COLOR": "1"}), (("--plain",), {})])
def test_colour_can_be_switched_off(options: tuple[str, ...], environment: dict[str, str]) -> None:
    shown = on_terminal(*options, **environment)
    assert not colours(shown)
    assert "unattributed" in shown


def test_json_on_a_terminal_is_json() -> None:
    assert on_terminal("--format", "jsonl").startswith('{"id": null')
