"""An archive on Apache Spark: `mapInArrow`, one job a shard, several jobs at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TYPE_CHECKING, Any

from claimcheck.archive.batches import LINE, Scan
from claimcheck.archive.local import BATCH, FIELDS
from claimcheck.archive.schema import sql_schema
from claimcheck.archive.shards import Shard
from claimcheck.errors import InputError

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import SparkSession

_SPLIT = 8 << 20  # bytes of a shard for one task; small, since scanning costs more than reading


class SparkEngine:
    """The Spark that `spark-submit` or the environment sets up, or `cluster`; `jobs` shards at once."""

    def __init__(self, cluster: str | None = None, jobs: int = 4) -> None:
        self._session = _session(cluster)
        self._jobs = jobs
        self.storage = HadoopStorage(self._session)

    def run(self, shards: list[Shard], scan: Scan) -> Iterator[tuple[Shard, str | None]]:
        """Each shard when it is done, with what went wrong, if anything."""
        pool = ThreadPoolExecutor(self._jobs)
        try:
            futures = {pool.submit(self._scan, shard, scan): shard for shard in shards}
            for future in as_completed(futures):
                error = future.exception()
                yield futures[future], _reason(str(error)) if error else None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)  # what runs ends with the session

    def _scan(self, shard: Shard, scan: Scan) -> None:
        """Write the claims of a shard; Spark's committer sets the mark."""
        read = self._session.read
        if shard.is_table:
            frame = read.parquet(shard.source)
            names = [name for name in frame.columns if name in FIELDS]
            frame = frame.select(names) if names else frame.selectExpr("cast(null as string) as text")
        else:
            lines = read.text(shard.source, lineSep="\n")  # not at carriage returns, which JSON may hold
            frame = lines.selectExpr(f"cast(value as binary) as {LINE}")  # whatever its encoding
        claims = frame.mapInArrow(_mapper(scan), sql_schema())
        claims.write.mode("overwrite").parquet(shard.target)

    def close(self) -> None:
        """Stop the session."""
        self._session.stop()


def _reason(message: str) -> str:
    """The line of a Spark error that says what happened: a worker's last, else the first."""
    own = message.split("\n\tat ")[0].split("JVM stacktrace")[0]
    lines = [line.strip() for line in own.splitlines() if line.strip()]
    causes = [line[11:] for line in message.splitlines() if line.startswith("Caused by: ")]
    if lines and lines[0].startswith("An error occurred while calling"):
        return (causes or lines)[-1].removeprefix(": ")
    return lines[-1 if "Traceback" in own else 0] if lines else "failed"


def _mapper(scan: Scan) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    return lambda batches: map(scan, batches)


def _session(cluster: str | None) -> SparkSession:
    from pyspark.sql import SparkSession

    if cluster is None or cluster.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # workers beside this process know claimcheck
    builder = SparkSession.builder.appName("claimcheck")
    builder = builder.config("spark.sql.files.maxPartitionBytes", _SPLIT)
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", BATCH)
    builder = builder.config("spark.scheduler.mode", "FAIR")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    session = (builder.master(cluster) if cluster else builder).getOrCreate()
    session.sparkContext.setLogLevel("OFF")  # what fails is told shard by shard
    return session


class HadoopStorage:
    """Files through Hadoop's file systems, as Spark itself reaches them: `hdfs://`, `s3a://`, `file://`."""

    def __init__(self, session: SparkSession) -> None:
        self._java: Any = session._jvm
        self._settings = session._jsc.hadoopConfiguration()

    def _locate(self, place: str) -> tuple[Any, Any]:
        try:
            path = self._java.org.apache.hadoop.fs.Path(place)
            return path.getFileSystem(self._settings), path
        except Exception as error:  # of Java's, through py4j, which has no types
            raise InputError(
                place, f"cannot be reached ({_reason(str(error))})", "check the address"
            ) from None

    def files(self, place: str) -> list[str]:
        """The full names of all files in the folder `place` and below, or of the file itself."""
        system, path = self._locate(place)
        if not system.exists(path):
            raise InputError(place, "is not there", "give a file or folder of articles")
        found, names = system.listFiles(path, True), []
        while found.hasNext():
            names.append(found.next().getPath().toString())
        return names

    def read(self, place: str) -> bytes | None:
        """What stands in a small file, None where there is none."""
        system, path = self._locate(place)
        if not system.exists(path):
            return None
        stream = system.open(path)
        try:
            return bytes(self._java.org.apache.commons.io.IOUtils.toByteArray(stream))
        finally:
            stream.close()

    def write(self, place: str, content: bytes) -> None:
        """Write a small file, with the folders it needs."""
        system, path = self._locate(place)
        stream = system.create(path, True)
        try:
            stream.write(bytearray(content))
        finally:
            stream.close()

    def remove(self, place: str) -> None:
        """Remove a folder with all that it holds, if it is there."""
        system, path = self._locate(place)
        system.delete(path, True)
