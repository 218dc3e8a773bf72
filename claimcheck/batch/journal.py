"""What a run has done so far, in a file beside its output, so that another run can go on from there.

The first line says what the run is; each further line names a document that is wholly in the output, a
checksum of what was scanned, and where in the output its lines end. A line is written only after what it
speaks of is safe on the disk, so the journal may know less than the output holds, and never more.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from claimcheck.batch.items import Item
from claimcheck.errors import InputError
from claimcheck.model import Severity
from claimcheck.values import frozen

SCHEMA = "claimcheck-journal/1"
_ANEW = "delete it to scan everything anew"


@frozen
class Entry:
    """A document that is done. `end` is where its lines end in the output, in bytes."""

    path: str
    line: int | None
    content: str
    end: int
    severities: tuple[Severity, ...]


class Journal:
    """The journal at `path` of a run that `identity` describes. Raises InputError where it cannot be used.

    `checksum` tells of an item what its results follow from; it is taken before the item is scanned.
    """

    def __init__(self, path: Path, identity: Mapping[str, str], checksum: Callable[[Item], str]) -> None:
        self._path, self._checksum = path, checksum
        self._head = {"schema": SCHEMA, **identity}
        self._file = _open(path)
        self._fresh: list[Entry] = []
        self._under_way: dict[tuple[str, int | None], str] = {}
        self.entries = self._load()
        self._known = {(entry.path, entry.line): entry.content for entry in self.entries}

    @property
    def end(self) -> int:
        """Where the output ends that the journal knows of."""
        return self.entries[-1].end if self.entries else 0

    def left(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items still to do: an InputError stands for one that has changed since it was done."""
        for item in items:
            key, content = (item.path, item.line), self._checksum(item)
            known = self._known.get(key)
            if known is None:
                self._under_way[key] = content
                yield item
            elif known != content:
                problem = "has changed, or its settings have, since it was scanned"
                remedy = f"its old lines stay; to scan everything anew delete {self._path}"
                yield Item(item.path, item.line, given=InputError(item.name, problem, remedy))

    def add(self, item: Item, end: int, severities: tuple[Severity, ...]) -> None:
        """Note that the lines of `item` end at `end`; `save` writes it down."""
        content = self._under_way.pop((item.path, item.line))
        self._fresh.append(Entry(item.path, item.line, content, end, severities))

    def save(self) -> None:
        """Write down what was noted. The output must be on the disk by then."""
        self._write({name: getattr(entry, name) for name in Entry.__match_args__} for entry in self._fresh)
        self._fresh.clear()

    def close(self) -> None:
        """Let others use the file."""
        self._file.close()

    def _load(self) -> list[Entry]:
        """The entries there are, after making sure of the head; a line that was cut short is taken away."""
        whole = 0
        entries: list[Entry] = []
        for number, line in enumerate(self._file):
            found = _parse(line)
            if number == 0:
                self._compare(found)
            elif found is None or not found.keys() >= set(Entry.__match_args__):
                break
            else:
                entries.append(_entry(found))
            whole += len(line)
        self._file.truncate(whole)
        self._file.seek(whole)
        if not whole:
            self._write([self._head])
        return entries

    def _compare(self, head: dict[str, Any] | None) -> None:
        if head is None or head.get("schema") != SCHEMA:
            raise InputError(str(self._path), "is no journal", "name a file that is not there yet")
        for name in sorted({*head, *self._head}):
            if head.get(name) != self._head.get(name):
                was, now = head.get(name), self._head.get(name)
                problem = f"its run had another {name} ({was}, not {now})"
                raise InputError(str(self._path), problem, f"run it as before, or {_ANEW}")

    def _write(self, lines: Iterable[dict[str, Any]]) -> None:
        self._file.writelines(json.dumps(line).encode() + b"\n" for line in lines)
        self._file.flush()
        os.fsync(self._file.fileno())


def _open(path: Path) -> IO[bytes]:
    try:
        file = path.open("a+b")
        file.seek(0)
        _lock(file, path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(str(path), f"cannot be written ({reason})", "name another file") from None
    return file


def _lock(file: IO[bytes], path: Path) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise InputError(str(path), "another run is writing it", "wait for that to end") from None


def _parse(line: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) and line.endswith(b"\n") else None


def _entry(found: dict[str, Any]) -> Entry:
    return Entry(found["path"], found["line"], found["content"], found["end"], tuple(found["severities"]))
