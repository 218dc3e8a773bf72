"""The shards of an archive, where each one's claims go, and which are done."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from claimcheck import __version__
from claimcheck.archive.schema import SCHEMA
from claimcheck.batch.fingerprint import fingerprint
from claimcheck.errors import InputError
from claimcheck.values import frozen

DONE = "_SUCCESS"  # the name that Hadoop's committers give the mark of a whole output
LINES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
TABLES = (".parquet",)
_RUN = "_claimcheck.json"
_HIDDEN = ("_", ".")


class Storage(Protocol):
    """Files where an engine reads and writes them: local, S3, HDFS."""

    def files(self, place: str) -> list[str]:
        """The full names of all files in the folder `place` and below, or of the file itself."""

    def read(self, place: str) -> bytes | None:
        """What stands in a small file, None where there is none."""

    def write(self, place: str, content: bytes) -> None:
        """Write a small file, with the folders it needs."""

    def remove(self, place: str) -> None:
        """Remove a folder with all that it holds, if it is there."""


@frozen
class Shard:
    """One file of articles: `source` its full name, `target` the folder its claims go to."""

    name: str
    source: str
    target: str

    @property
    def mark(self) -> str:
        """The file that stands in `target` once all of it is written."""
        return f"{self.target}/{DONE}"

    @property
    def is_table(self) -> bool:
        """Whether it holds columns, not lines of JSON."""
        return self.source.endswith(TABLES)


def find_shards(storage: Storage, source: str, target: str) -> list[Shard]:
    """The shards at `source`, by name. Raises InputError where there are none, or `target` is among them."""
    if f"{_plain(target)}/".startswith(f"{_plain(source)}/"):
        raise InputError(target, "lies among the articles", "write to a folder beside theirs")
    found = []
    for file in sorted(storage.files(source)):
        name = _name(file, source)
        hidden = any(part.startswith(_HIDDEN) for part in name.split("/"))
        if file.endswith(TABLES + LINES) and not hidden:
            found.append(Shard(name, file, f"{target.rstrip('/')}/shard={quote(name, safe='')}"))
    if not found:
        kinds = ", ".join(TABLES + LINES)
        raise InputError(source, "holds no articles", f"give a file or a folder of files named {kinds}")
    return found


def _name(file: str, source: str) -> str:
    """The file's name below `source`, whatever scheme the one or the other is written with."""
    bare = source.split("://")[-1].rstrip("/")
    at = file.rfind(bare)
    below = file[at + len(bare) :].strip("/") if at >= 0 else ""
    return below or file.rsplit("/", 1)[-1]


def _plain(place: str) -> str:
    """A place however it is written: `claims`, `./claims/` and `file:///home/claims` are one."""
    if "://" not in place:
        place = str(Path(place).absolute())
    return place.removeprefix("file://").rstrip("/")


def missing(storage: Storage, shards: Sequence[Shard]) -> list[Shard]:
    """Those of `shards` that have no mark."""
    return [shard for shard in shards if storage.read(shard.mark) is None]


def open_run(storage: Storage, source: str, target: str, configuration: str) -> None:
    """Note at `target` how its claims are made. Raises InputError where those there were made otherwise."""
    place = f"{target.rstrip('/')}/{_RUN}"
    run = {
        "schema": SCHEMA,
        "version": f"{__version__}, code {fingerprint()[:16]}",
        "configuration": configuration,
        "source": _plain(source),
    }
    known = storage.read(place)
    if known is None:
        storage.write(place, json.dumps(run, indent=1).encode() + b"\n")
        return
    remedy = "write to another folder, or remove this one"
    try:
        before = dict(json.loads(known))
    except (ValueError, TypeError):
        raise InputError(place, "is not as claimcheck wrote it", remedy) from None
    for key in run:
        if before.get(key) != run[key]:
            problem = f"holds claims of another {key} ({before.get(key)}; now {run[key]})"
            raise InputError(target, problem, remedy)
