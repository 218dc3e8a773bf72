"""An archive on Ray: `map_batches`, one data set a shard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.archive.batches import LINE, Scan
from claimcheck.archive.local import BATCH, FIELDS
from claimcheck.archive.shards import Shard
from claimcheck.archive.storage import ArrowStorage

if TYPE_CHECKING:
    import pyarrow as pa

_BLOCKS = 16  # of one shard: one small file would else be one task


class RayEngine:
    """The Ray of the environment (RAY_ADDRESS), or the one at `cluster`, or one started here."""

    def __init__(self, cluster: str | None = None) -> None:
        import logging

        import ray
        import ray.data  # sets its own level

        logging.getLogger("ray.data").setLevel(logging.CRITICAL)  # what fails is told shard by shard
        if not ray.is_initialized():
            ray.init(address=cluster, log_to_driver=False, logging_level=logging.ERROR)
        context = ray.data.DataContext.get_current()
        context.execution_options.preserve_order = True
        context.enable_progress_bars = False
        self.storage = ArrowStorage()

    def run(self, shards: list[Shard], scan: Scan) -> Iterator[tuple[Shard, str | None]]:
        """Each shard when it is done, with what went wrong, if anything."""
        for shard in shards:
            try:
                self._scan(shard, scan)
            except Exception as error:
                self.storage.remove(shard.target)
                own = getattr(error, "cause", None) or error  # what a worker raised
                yield shard, f"{type(own).__name__}: {own}".split("\n")[0]
            else:
                yield shard, None

    def _scan(self, shard: Shard, scan: Scan) -> None:
        """Write the claims of a shard, and its mark when all are written."""
        from ray import data

        self.storage.remove(shard.target)
        if shard.is_table:
            import pyarrow.parquet as pq

            from claimcheck.archive.storage import locate

            system, path = locate(shard.source)
            names = [name for name in pq.read_schema(path, filesystem=system).names if name in FIELDS]
            articles = data.read_parquet(shard.source, columns=names, override_num_blocks=_BLOCKS)
        else:
            articles = data.read_binary_files(shard.source).flat_map(_lines).repartition(_BLOCKS)

        def scan_table(table: pa.Table) -> pa.Table:
            import pyarrow as pa

            batches = table.to_batches()
            return pa.Table.from_batches([scan(batch) for batch in batches])

        claims = articles.map_batches(scan_table, batch_format="pyarrow", batch_size=BATCH)
        claims.write_parquet(shard.target)
        self.storage.write(shard.mark, b"")

    def close(self) -> None:
        """Leave the cluster."""
        import ray

        ray.shutdown()


def _lines(file: dict[str, bytes]) -> list[dict[str, bytes]]:
    """The lines of a file; Ray's own `read_text` wants UTF-8, and cuts at marks that JSON may hold."""
    return [{LINE: line} for line in file["bytes"].split(b"\n")]
