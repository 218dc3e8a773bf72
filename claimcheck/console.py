"""The process's streams and how it ends."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from io import RawIOBase, TextIOWrapper
from typing import NoReturn

from claimcheck.errors import InputError
from claimcheck.reports.printable import printable


class Exit(IntEnum):
    """The process's exit codes."""

    DONE = 0
    FINDINGS = 1
    UNUSABLE = 2
    INTERRUPTED = 130
    TERMINATED = 143


def tell(error: InputError) -> None:
    """Say on standard error what was wrong with the input."""
    say(str(error))


def say(sentence: str) -> None:
    """Say something on standard error."""
    sys.stdout.flush()  # so the two streams read in order on a terminal
    sys.stderr.write(f"claimcheck: {printable(sentence)}\n")  # at once, so that Ctrl-C cuts no line


def prepare_streams() -> None:
    """Make standard output UTF-8 where it is not a terminal, and never fail on a sign it lacks.

    Under PYTHONUNBUFFERED it gets a buffer again: without one, what a signal leaves of a write is lost.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        if isinstance(sys.stdout.buffer, RawIOBase):
            number, encoding = sys.stdout.fileno(), sys.stdout.encoding
            sys.stdout = open(number, "w", encoding=encoding, closefd=False)  # noqa: SIM115  # for good
        terminal = sys.stdout.isatty()
        sys.stdout.reconfigure(encoding=None if terminal else "utf-8", errors="replace")


@contextmanager
def whole_process() -> Iterator[None]:
    """Around all that a process does: makes its streams ready, and an InputError ends it with a message.

    At the end nothing is looked through for garbage any more, which would take 10 ms.
    """
    prepare_streams()
    with quiet_pipe():
        try:
            yield
        except InputError as error:
            tell(error)
            sys.exit(Exit.UNUSABLE)
        finally:
            sys.stdout.flush()
            gc.freeze()


@contextmanager
def quiet_pipe() -> Iterator[None]:
    """End without a word when nobody reads standard output any more (`| head`), or at Ctrl-C.

    A disk that is full under standard output ends the process as well, and is named.
    """
    try:
        yield
        sys.stdout.flush()
    except KeyboardInterrupt:
        _leave(Exit.INTERRUPTED)
    except BrokenPipeError:
        _leave(Exit.DONE)
    except OSError as error:
        from claimcheck.reports.files import DISK_FAILURES, cannot_be_written

        if error.errno not in DISK_FAILURES:
            raise
        _drop_output()
        tell(cannot_be_written("standard output", error))
        sys.exit(Exit.UNUSABLE)


def heed_termination() -> None:
    """Let SIGTERM end the process as an exit does: what is half written goes, and so do other processes."""
    import signal  # lazily: 1 ms

    def leave(_number: int, _frame: object) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # the tidying is not broken off
        sys.exit(Exit.TERMINATED)

    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, leave)


_IMPATIENT = 1.0  # seconds after which a second Ctrl-C ends a write that nobody reads


@contextmanager
def whole() -> Iterator[None]:
    """Hold Ctrl-C back until the block is done, so that it cuts no line; one a second later is not held."""
    import signal  # lazily: 1 ms
    from time import monotonic

    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    caught: list[float] = []

    def hold(_number: int, _frame: object) -> None:
        caught.append(monotonic())
        if caught[-1] - caught[0] > _IMPATIENT:  # one keystroke may come as several signals
            raise KeyboardInterrupt

    signal.signal(signal.SIGINT, hold)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if caught:
        raise KeyboardInterrupt


def end(code: int) -> NoReturn:
    """End a process of one thread that has written all; to give up each of its values would take 7 ms."""
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _leave(code: Exit) -> NoReturn:
    _drop_output()
    sys.exit(code)


def _drop_output() -> None:
    """Let what is still buffered for standard output go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
