"""What the caller names, to the files there are."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.errors import InputError, InputNote
from claimcheck.readers.formats import SUFFIXES
from claimcheck.readers.web import is_address

if TYPE_CHECKING:
    from pathlib import Path

STANDARD_INPUT = "-"
_OPENING = 4000  # characters of a file that show whether it is a report
_PACKED = (".docx", ".docm", ".odt", ".pdf", ".rtf")  # reports on these show nothing of the kind
_MARKS_OF_REPORTS = (
    " flagged\n", '<meta name="generator" content="claimcheck', '"published_from": ', '"schema": "claimcheck',
)  # fmt: skip
Source = str  # a file's path as the caller would write it, or `-`


def articles(paths: Sequence[str], but: Iterable[Path] = ()) -> tuple[list[Source], list[InputError]]:
    """The files that `paths` name, and what is wrong with the paths; `but` are a run's own reports."""
    found = list(find_files(paths))
    own = {os.path.realpath(path) for path in but}
    files = [each for each in found if isinstance(each, str)]
    if own:
        files = [file for file in files if os.path.realpath(file) not in own]
    return files, [each for each in found if isinstance(each, InputError)]


def spare(paths: Sequence[str], written: Iterable[Path | None]) -> None:
    """Raises InputError where a file to be written is one to be read, named or a draft in a folder."""
    read = {os.path.realpath(path) for path in paths if os.path.isfile(path)}
    folders = [os.path.join(os.path.realpath(path), "") for path in paths if os.path.isdir(path)]
    for path in written:
        if path is None:
            continue
        real = os.path.realpath(path)
        if real in read or (real.startswith(tuple(folders)) and _is_draft(real)):
            raise InputError(str(path), "is the draft itself", "name another file to write to")


def _is_draft(path: str) -> bool:
    """Whether a file that may be scanned is there, and no report of an earlier run."""
    name = path.lower()
    if not name.endswith(SUFFIXES) or name.endswith(_PACKED) or not os.path.isfile(path):
        return False
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            opening = file.read(_OPENING)
    except OSError:
        return False
    return bool(opening.strip()) and not any(mark in opening for mark in _MARKS_OF_REPORTS)


def find_files(paths: Iterable[str]) -> Iterator[Source | InputError]:
    """The files that `paths` name, each once, folders opened in sorted order."""
    seen: set[str] = set()
    for path in paths:
        if is_address(path):
            if path not in seen:
                seen.add(path)
                yield path
        elif path == STANDARD_INPUT or not os.path.isdir(path):
            yield from _once(path, seen, given=True)
        else:
            yield from _folder(path, seen)


def _once(path: str, seen: set[str], *, given: bool) -> Iterator[Source | InputError]:
    if path != STANDARD_INPUT and not os.path.lexists(path):
        if "://" in path:
            yield InputError(path, "is no address of a web page", "those begin with http:// or https://")
            return
        yield InputError(path, "there is no such file or folder", _near(path) or "check the spelling")
        return
    real = path if path == STANDARD_INPUT else os.path.realpath(path)
    if real not in seen:
        seen.add(real)
        yield path
    elif given:
        yield InputNote(path, "is named twice", "scanned once")


def _near(path: str) -> str:
    """`did you mean …?` with what stands in the same folder and is called nearly so."""
    from difflib import get_close_matches  # lazily: only on the way to an error

    folder, name = os.path.split(path)
    try:
        beside = os.listdir(folder or ".")
    except OSError:
        return ""
    near = get_close_matches(name, beside, 1, 0.75)
    return f"did you mean {os.path.join(folder, near[0])}?" if near else ""


def _folder(path: str, seen: set[str]) -> Iterator[Source | InputError]:
    problems: list[OSError] = []
    files = sorted(_articles(path, problems))
    for problem in problems:
        yield InputError(str(problem.filename), "the folder cannot be opened", "check that you may open it")
    if not files and not problems:
        yield InputError(
            path, "the folder holds no articles", f"claimcheck reads {', '.join(SUFFIXES)} files"
        )
    for file in files:
        yield from _once(file, seen, given=False)


def _articles(path: str, problems: list[OSError]) -> Iterator[str]:
    for folder, inner, names in os.walk(path, onerror=problems.append):
        inner[:] = [name for name in inner if not name.startswith(".")]
        for name in names:
            path = os.path.join(folder, name)
            if name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$")) and not _waits(path):
                yield path


def _waits(path: str) -> bool:
    """Whether it is a pipe, a socket or a device, which would be waited for; what is broken is told later."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
