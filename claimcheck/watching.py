"""Files that change while somebody works on them: polled, so that no platform and no editor is special."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.console import say, tell
from claimcheck.errors import InputError
from claimcheck.readers.paths import STANDARD_INPUT, articles
from claimcheck.readers.web import is_address
from claimcheck.values import frozen

if TYPE_CHECKING:
    from claimcheck.outcome import Run
    from claimcheck.settings import Settings

INTERVAL = 0.3  # seconds between two looks; a change counts once two looks have found the same
Stamps = dict[str, tuple[int, int, int]]
_CLEAR = "\x1b[H\x1b[2J"


@frozen
class Change:
    """What has changed since the last look: files new or written, and files gone."""

    written: tuple[str, ...]
    gone: tuple[str, ...]


def watch(
    paths: Sequence[str],
    scan: Callable[[Sequence[str]], object],
    settings: Settings,
    run: Run,
    own: list[Path],
) -> None:
    """Scan `paths`, and again what is new or written there, as often as it is, until Ctrl-C.

    With reports of its `own` in files, everything is scanned each time, so that they are whole; and so it is
    where a configuration or the baseline has changed. Raises InputError for what cannot be watched.
    """
    _refuse(paths, run)

    def listed() -> Iterator[str]:
        yield from articles(paths, own)[0]
        yield from _governing(paths, settings, run)

    before = stamps(listed())
    scan(paths)
    if not run.quiet:
        say("watching; Ctrl-C ends")
    for change in changes(listed, before):
        changed = {*change.written, *change.gone}
        whole = bool(own) or changed.intersection(_governing(paths, settings, run))
        _again(paths if whole else change.written, change, scan, run)


def changes(
    files: Callable[[], Iterable[str]], before: Stamps, interval: float = INTERVAL
) -> Iterator[Change]:
    """The changes to the files that `files` lists, against `before` and then against each other, for ever.

    A file that an editor takes away for a moment to put a new one in its place is written, not gone.
    """
    while True:
        time.sleep(interval)
        now = stamps(files())
        if now == before:
            continue
        while (later := _after(interval, files)) != now:
            now = later  # somebody is still writing
        written = tuple(file for file in now if now[file] != before.get(file))
        gone = tuple(file for file in before if file not in now)
        before = now
        if written or gone:  # not where all is as it was before
            yield Change(written, gone)


def stamps(files: Iterable[str]) -> Stamps:
    """What tells each version of a file from the next: time, size, and which file it is."""
    found: Stamps = {}
    for file in files:
        try:
            status = Path(file).stat()
        except OSError:
            continue
        found[file] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


def _after(interval: float, files: Callable[[], Iterable[str]]) -> Stamps:
    time.sleep(interval)
    return stamps(files())


def _again(files: Sequence[str], change: Change, scan: Callable[[Sequence[str]], object], run: Run) -> None:
    """Scan `files` after a change, on a terminal below a cleared screen; what goes wrong ends nothing."""
    if sys.stdout.isatty() and not run.plain and os.environ.get("TERM") != "dumb":
        sys.stdout.write(_CLEAR)
    for file in () if run.quiet else change.gone:
        say(f"{file} is gone")
    try:
        if files:
            scan(files)
    except InputError as error:
        tell(error)
    if not run.quiet:
        say(f"{time.strftime('%H:%M:%S')} {', '.join(change.written or change.gone)}; still watching")


def _refuse(paths: Sequence[str], run: Run) -> None:
    for path in paths:
        if path == STANDARD_INPUT or is_address(path):
            raise InputError(f"--watch {path}", "only files and folders can be watched", "name some")
    if run.write_baseline:
        raise InputError("--watch", "does not go with --write-baseline", "leave one of the two out")


def _governing(paths: Sequence[str], settings: Settings, run: Run) -> set[str]:
    """The files besides the articles that decide what is found: configurations, and the baseline."""
    found = {run.baseline}
    if settings.config == "nearest":
        from claimcheck.config.files import nearest

        found |= {nearest(Path(path) if Path(path).is_dir() else Path(path).parent) for path in paths}
    else:
        found.add(settings.config)
    return {str(path) for path in found if path}
