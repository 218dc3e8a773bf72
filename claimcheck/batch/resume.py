"""Output that another run can go on with: `FILE.part` and a journal, until all is done and FILE is whole."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from claimcheck.batch.fingerprint import fingerprint
from claimcheck.batch.items import Item, find_items
from claimcheck.batch.journal import Journal
from claimcheck.batch.work import Result, Task, run
from claimcheck.config.resolve import Resolver
from claimcheck.errors import InputError
from claimcheck.reports.files import cannot_be_written, writing
from claimcheck.reports.outputs import Printed, head
from claimcheck.values import frozen

_SAVED_EVERY = 1.0  # seconds: the work that is done again after a stop


@frozen
class Course:
    """Where a run that can be continued writes: the output, whole at the end, and the journal beside it."""

    output: Path
    journal: Path

    @property
    def part(self) -> Path:
        """The output while it grows."""
        return self.output.with_name(f"{self.output.name}.part")


def resumed(
    paths: Iterable[str], task: Task, course: Course, jobs: int, stdin_filename: str | None
) -> Iterator[Result]:
    """What each document gives, after it was written; those of earlier runs come first, without their text.

    Raises InputError where the journal or the output cannot be used.
    """
    resolver = Resolver(task.settings)
    with closing(Journal(course.journal, _identity(task), lambda item: _checksum(item, resolver))) as journal:
        for entry in journal.entries:
            yield Printed(entry.path, "", entry.severities)
        with writing(course.part), _open(course, journal.end) as file:
            if not journal.end:
                file.write(head(*task.printing).encode() if task.printing else b"")
            items = journal.left(find_items(paths, stdin_filename))
            yield from _write(run(items, task, jobs), file, journal)
        course.part.replace(course.output)


def _write(done: Iterable[tuple[Item, list[Result]]], file: IO[bytes], journal: Journal) -> Iterator[Result]:
    saved = time.monotonic()
    try:
        for item, results in done:
            printed = [result for result in results if isinstance(result, Printed)]
            file.writelines(each.text.encode("utf-8", "replace") for each in printed)
            if printed:
                severities = dict.fromkeys(level for each in printed for level in each.severities)
                journal.add(item, file.tell(), tuple(severities))
            if time.monotonic() - saved > _SAVED_EVERY:
                _save(file, journal)
                saved = time.monotonic()
            yield from results
    finally:
        _save(file, journal)


def _save(file: IO[bytes], journal: Journal) -> None:
    file.flush()
    os.fsync(file.fileno())
    journal.save()


def _open(course: Course, end: int) -> IO[bytes]:
    """The output as it was when its journal was last written; a finished one is copied to go on with."""
    part = course.part
    try:
        if end and not part.exists() and course.output.exists():
            shutil.copyfile(course.output, part)
        size = part.stat().st_size if part.exists() else 0
        if size < end:
            problem = f"is gone, or shorter than {course.journal} says"
            raise InputError(str(part), problem, "delete the journal to scan everything anew")
        file = part.open("r+b" if end else "wb")
        file.truncate(end)
        file.seek(end)
    except OSError as error:
        raise cannot_be_written(part, error) from None
    return file


def _identity(task: Task) -> dict[str, str]:
    """What must be the same for a run to go on: this very claimcheck, and the options."""
    format, view = task.printing or (None, None)
    options = [(value, name) for value in (task.settings, view) if value for name in _fields(value)]
    options.remove((task.settings, "fail_on"))  # no output depends on it
    return {
        "version": fingerprint()[:16],
        "format": format.name if format else "",
        **{name: _shown(getattr(value, name)) for value, name in options},
    }


def _fields(value: Any) -> tuple[str, ...]:
    return value.__match_args__  # type: ignore[no-any-return]


def _shown(value: object) -> str:
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def _checksum(item: Item, resolver: Resolver) -> str:
    """Of an item's content and of what its configuration says."""
    return sha256(f"{item.digest()} {resolver.effective(item.path).in_results}".encode()).hexdigest()
