"""A whole archive: which shards are missing, scanned on an engine, one output and mark each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from claimcheck.archive.batches import Scan, prepare
from claimcheck.archive.shards import Shard, Storage, find_shards, missing, open_run
from claimcheck.errors import InputError
from claimcheck.settings import Settings
from claimcheck.values import frozen

EXTRAS = {"local": "archive", "spark": "spark", "ray": "ray"}  # what each engine needs to be installed
_DEFAULT = Settings()


class Engine(Protocol):
    """What can scan shards."""

    @property
    def storage(self) -> Storage:
        """Where it reads and writes."""

    def run(self, shards: list[Shard], scan: Scan) -> Iterator[tuple[Shard, str | None]]:
        """Each shard when it is done, with what went wrong, if anything."""

    def close(self) -> None:
        """Let go of what the engine holds."""


@frozen
class Outcome:
    """A shard that was scanned (`error` None), could not be (`error` says why), or was done before."""

    shard: str
    number: int
    of: int
    error: str | None = None
    before: bool = False


def archive(
    source: str,
    target: str,
    engine: str = "local",
    settings: Settings = _DEFAULT,
    *,
    cluster: str | None = None,
    jobs: int = 1,
) -> Iterator[Outcome]:
    """Write the claims of the articles at `source` to `target`, and tell of each shard when it is done.

    `source` is a parquet or JSON-lines file or a folder of them, each of which is a shard; `target` gets a
    folder of parquet for each, with a mark once it is whole, and what has a mark is not done again. Raises
    InputError where the settings cannot be used, the engine cannot be started, there is nothing to read, or
    `target` lies among the articles or holds claims of another source, version or configuration.
    """
    scan, configuration = prepare(settings)
    running = _start(engine, cluster, jobs)
    try:
        shards = find_shards(running.storage, source, target)
        open_run(running.storage, source, target, configuration)
        wanted = missing(running.storage, shards)
        names = {shard.name for shard in wanted}
        done = [shard for shard in shards if shard.name not in names]
        for number, shard in enumerate(done, 1):
            yield Outcome(shard.name, number, len(shards), before=True)
        for number, (shard, error) in enumerate(running.run(wanted, scan), len(done) + 1):
            yield Outcome(shard.name, number, len(shards), error)
    finally:
        running.close()


def _start(name: str, cluster: str | None, jobs: int) -> Engine:
    try:
        if name == "spark":
            from claimcheck.archive.spark import SparkEngine

            return SparkEngine(cluster, max(jobs, 2))
        if name == "ray":
            from claimcheck.archive.ray import RayEngine

            return RayEngine(cluster)
        import pyarrow  # noqa: F401 - asked for here, for one clear sentence

        from claimcheck.archive.local import LocalEngine

        return LocalEngine(jobs)
    except ModuleNotFoundError as error:
        remedy = f"pip install 'claimcheck-cli[{EXTRAS[name]}]'"
        raise InputError(f"--engine {name}", f"{error.name} is not installed", remedy) from None
    except Exception as error:  # what it raises differs by engine
        problem = str(error).strip().split("\n")[0] or type(error).__name__
        raise InputError(f"--engine {name}", f"cannot be started ({problem})", "check --cluster") from None
