"""An archive on one machine: a process for each core, a shard at a time."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

from claimcheck.archive.batches import LINE, Scan
from claimcheck.archive.schema import arrow_schema
from claimcheck.archive.shards import Shard, Storage
from claimcheck.archive.storage import ArrowStorage, locate
from claimcheck.batch.processes import begin_worker, end, undisturbed
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
        if self.jobs == 1 or len(shards) == 1:
            yield from ((shard, _attempt(shard, scan)) for shard in shards)
            return
        rest = list(shards)
        while rest:
            broken = yield from _pooled(rest, scan, self.jobs)
            if not broken:
                return
            alone, rest = broken[: self.jobs], broken[self.jobs :]
            for shard in alone:  # the killer is among those that ran: each gets a process of its own
                killed = yield from _pooled([shard], scan, 1)
                yield from ((each, "its process was killed") for each in killed)

    def close(self) -> None:
        """Nothing is kept open."""


def _pooled(
    shards: list[Shard], scan: Scan, jobs: int
) -> Generator[tuple[Shard, str | None], None, list[Shard]]:
    """Scan in a pool of processes; gives back the shards that were lost when one of them was killed."""
    from multiprocessing import get_context

    done = set()
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), begin_worker)
    try:
        with suppress(BrokenProcessPool):
            with undisturbed():
                futures = {pool.submit(_attempt, shard, scan): shard for shard in shards}
            for future in as_completed(futures):
                with suppress(BrokenProcessPool):
                    error = future.result()
                    done.add(futures[future])
                    yield futures[future], error
    finally:
        end(pool)  # at once, where the run is broken off: nobody waits for the shards that were to come
    return [shard for shard in shards if shard not in done]


def _attempt(shard: Shard, scan: Scan) -> str | None:
    """Scan a shard; gives what went wrong, if anything."""
    try:
        scan_shard(shard, scan)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


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
