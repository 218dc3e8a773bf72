"""The process's streams and how it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from io import TextIOWrapper

from claimcheck.errors import InputError
from claimcheck.reports.printable import printable


class Exit(IntEnum):
    """The process's exit codes."""

    DONE = 0
    FINDINGS = 1
    UNUSABLE = 2


def tell(error: InputError) -> None:
    """Say on standard error what was wrong with the input."""
    say(str(error))


def say(sentence: str) -> None:
    """Say something on standard error."""
    sys.stdout.flush()  # so the two streams read in order on a terminal
    print(f"claimcheck: {printable(sentence)}", file=sys.stderr)


def prepare_streams() -> None:
    """Make standard output UTF-8 where it is not a terminal, and never fail on a sign it lacks."""
    if isinstance(sys.stdout, TextIOWrapper):
        terminal = sys.stdout.isatty()
        sys.stdout.reconfigure(encoding=None if terminal else "utf-8", errors="replace")


@contextmanager
def quiet_pipe() -> Iterator[None]:
    """End without a word when nobody reads standard output any more (`| head`)."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(Exit.DONE)
