"""How far a long run is: one line on standard error, out of the way of all that is printed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from claimcheck.errors import InputError, InputNote
from claimcheck.model import Report
from claimcheck.reports.printable import printable

T = TypeVar("T")


def wanted(files: int, *, quiet: bool) -> bool:
    """Whether a person watches a run over so many files: a terminal on standard error, and no CI."""
    dumb = os.environ.get("TERM") == "dumb" or os.environ.get("CI")
    return files > 1 and not quiet and not dumb and sys.stderr.isatty()


def with_progress(files: Sequence[str], scan: Callable[[Iterable[str]], Iterator[T]]) -> Iterator[T]:
    """What `scan` gives for `files`; a line tells the file in hand, how many are done, how many failed.

    The line is taken away before each result that the caller may print, and drawn again after it; at the end
    it leaves nothing behind. To be closed where it is not gone through (`contextlib.closing`).
    """
    from rich.console import Console  # lazily: only for a person at a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
    from rich.table import Column

    name = TextColumn("{task.description}", markup=False,
                      table_column=Column(ratio=1, no_wrap=True, overflow="ellipsis"))  # fmt: skip
    failed = TextColumn("{task.fields[failed]}", style="red", table_column=Column(no_wrap=True))
    columns = (SpinnerColumn(), MofNCompleteColumn(), BarColumn(20), failed, name)
    console = Console(stderr=True)
    line = Progress(*columns, console=console, transient=True, expand=True,
                    redirect_stdout=False, redirect_stderr=False)  # fmt: skip
    task = line.add_task("", total=len(files), failed="")
    done: set[str] = set()
    errors, waiting = 0, True

    def named() -> Iterator[str]:
        nonlocal waiting
        for file in files:
            line.update(task, description=printable(file))
            yield file
        waiting = False

    line.start()
    try:
        for result in scan(named()):
            done.add(_path(result))
            errors += isinstance(result, InputError) and not isinstance(result, InputNote)
            line.update(task, completed=len(done), failed=f"{errors} failed" if errors else "")
            if not waiting:  # all are given out to several processes: the last one done is the best known
                line.update(task, description=printable(_path(result)))
            if isinstance(result, InputError) or sys.stdout.isatty():
                line.stop()
                yield result
                line.start()
            else:
                yield result
    finally:
        line.stop()


def _path(result: object) -> str:
    if isinstance(result, InputError):
        return result.where
    document = result.article.document if isinstance(result, Report) else result
    return getattr(document, "path", None) or ""
