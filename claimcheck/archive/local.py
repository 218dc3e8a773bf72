"""An archive on one machine: a process for each core, a shard at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

from claimcheck.archive.batches import LINE, Scan
from claimcheck.archive.schema import arrow_schema
from claimcheck.archive.shards import Shard, Storage
from claimcheck.archive.storage import ArrowStorage, locate
from claimcheck.batch.processes import Crew
from claimcheck.values import frozen

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 256  # articles; a few megabytes
_PART = "part-00000.parquet"
_UNFINISHED = f"_{_PART}.unfinished"
FIELDS = ("text", "id", "title", "date", "url")


@frozen
class LocalEngine:
    """`jobs` processes of this machine."""

    jobs: int = 1
    storage: Storage = ArrowStorage()

    def run(self, shards: list[Shard], scan: Scan) -> Iterator[tuple[Shard, str | None]]:
        """Each shard when it is done, with what went wrong, if anything."""
        attempt = partial(_attempt, scan)
        if self.jobs == 1 or len(shards) == 1:
            yield from ((shard, attempt(shard)) for shard in shards)
            return
        prepare = partial(partial, attempt)
        crew = Crew(prepare, self.jobs, _killed, in_order=False, forked=False)  # Arrow has threads of its own
        yield from crew.results([shard] for shard in shards)

    def close(self) -> None:
        """Nothing is kept open."""


def _attempt(scan: Scan, shard: Shard) -> str | None:
    """Scan a shard; gives what went wrong, if anything."""
    try:
        scan_shard(shard, scan)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def _killed(_shard: Shard) -> str:
    return "its process was killed"


def scan_shard(shard: Shard, scan: Scan) -> None:
    """Write the claims of a shard, and its mark when all are written.

    They take their name only then, so that no query over the output meets half a shard.
    """
    import pyarrow.parquet as pq

    storage = ArrowStorage()
    storage.remove(shard.target)
    system, folder = locate(shard.target)
    system.create_dir(folder, recursive=True)
    try:
        with pq.ParquetWriter(f"{folder}/{_UNFINISHED}", arrow_schema(), filesystem=system) as writer:
            for batch in read_batches(shard):
                writer.write_batch(scan(batch))
        system.move(f"{folder}/{_UNFINISHED}", f"{folder}/{_PART}")
    except BaseException:
        storage.remove(shard.target)
        raise
    storage.write(shard.mark, b"")


def read_batches(shard: Shard) -> Iterator[pa.RecordBatch]:
    """The articles of a shard, some hundreds at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    system, path = locate(shard.source)
    if shard.is_table:
        with pq.ParquetFile(system.open_input_file(path)) as file:
            names = [name for name in file.schema_arrow.names if name in FIELDS]
            yield from file.iter_batches(BATCH, columns=names)
        return
    with closing(system.open_input_stream(path)) as stream:  # a name in .gz is unpacked on the way
        for lines in _chunks(stream):
            yield pa.RecordBatch.from_pylist([{LINE: line} for line in lines])


def _chunks(stream: Any) -> Iterator[list[bytes]]:
    import io

    lines: list[bytes] = []
    for line in io.BufferedReader(stream):
        lines.append(line)
        if len(lines) == BATCH:
            yield lines
            lines = []
    if lines:
        yield lines
