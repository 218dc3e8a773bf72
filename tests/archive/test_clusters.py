"""Real clusters of worker processes on this machine: what they write, and what a kill costs."""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.archive import archive
from tests.archive.articles import ODD_TEXTS, make_archive, make_odd_archive, rows_of, texts_of

ROOT = Path(__file__).parent.parent.parent
CLUSTER = "local-cluster[2,1,1024]"  # two executors, each a Java process with Python workers of its own
PATIENCE = 300  # seconds
SETTINGS = {
    "PYTHONPATH": str(ROOT),
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_health_check_timeout_ms": "120000",  # a busy machine is not a dead one
    "RAY_health_check_failure_threshold": "30",
}


def _installed(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


needs_spark = pytest.mark.skipif(
    not (_installed("pyspark") and shutil.which("java")), reason="needs Java and claimcheck-cli[spark]"
)
needs_ray = pytest.mark.skipif(not _installed("ray"), reason="needs claimcheck-cli[ray]")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_archive(tmp_path_factory.mktemp("archive") / "articles", shards=9, count=60)


@pytest.fixture(scope="module")
def expected(source: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, ...]]:
    """What one process makes of the archive."""
    target = tmp_path_factory.mktemp("expected")
    assert not [outcome.error for outcome in archive(str(source), str(target)) if outcome.error]
    return rows_of(target)


class Run:
    """The command as a process of its own, whose words are read as they come."""

    def __init__(self, *arguments: object) -> None:
        given = [sys.executable, "-m", "claimcheck", "archive", *map(str, arguments)]
        self.process = subprocess.Popen(
            given, stderr=subprocess.PIPE, text=True, cwd=ROOT, start_new_session=True,
            env=os.environ | SETTINGS,
        )  # fmt: skip
        self.said: list[str] = []

    def lines(self) -> Iterator[str]:
        """What it says of its shards."""
        assert self.process.stderr
        for line in self.process.stderr:
            if line.startswith("claimcheck: "):
                self.said.append(line.strip())
                yield line

    def end(self) -> int:
        """Its exit code."""
        for _ in self.lines():
            pass
        return self.process.wait(PATIENCE)


def descendants(ancestor: int) -> dict[int, str]:
    """The processes below one, with their command lines."""
    parents, commands = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            command = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        commands[int(folder.name)] = command.replace(b"\0", b" ").decode(errors="replace")
    found, level = {}, {ancestor}
    while level:
        level = {process for process, parent in parents.items() if parent in level}
        found.update({process: commands[process] for process in level})
    return found


def kill_one(run: Run, command: str) -> None:
    """Kill one of the run's processes that has `command` in its command line."""
    stop = time.monotonic() + PATIENCE
    while time.monotonic() < stop:
        for process, line in descendants(run.process.pid).items():
            if command in line:
                os.kill(process, signal.SIGKILL)
                return
        time.sleep(0.05)
    pytest.fail(f"no process {command}")


@needs_spark
def test_spark_outlives_an_executor(source: Path, expected: list[object], tmp_path: Path) -> None:
    run = Run(source, tmp_path / "claims", "--engine", "spark", "--cluster", CLUSTER)
    next(run.lines())
    kill_one(run, "CoarseGrainedExecutorBackend")
    assert run.end() == 0, run.said
    assert rows_of(tmp_path / "claims") == expected


@needs_spark
def test_spark_outlives_a_worker(source: Path, expected: list[object], tmp_path: Path) -> None:
    """The Python process in which the articles are scanned, not the Java process that started it."""
    run = Run(source, tmp_path / "claims", "--engine", "spark", "--cluster", CLUSTER)
    next(run.lines())
    kill_one(run, "pyspark.daemon")
    assert run.end() == 0, run.said
    assert rows_of(tmp_path / "claims") == expected


@pytest.mark.parametrize(
    "engine",
    [
        pytest.param(("spark", "--cluster", "local[2]", "--jobs", 2), marks=needs_spark, id="spark"),
        pytest.param(("ray",), marks=needs_ray, id="ray"),
    ],
)
def test_a_run_goes_on_after_a_kill(
    engine: tuple[object, ...], source: Path, expected: list[object], tmp_path: Path
) -> None:
    target = tmp_path / "claims"
    arguments = (source, target, "--engine", *engine)
    first = Run(*arguments)
    next(first.lines())
    os.killpg(first.process.pid, signal.SIGKILL)
    first.process.wait()
    marks = {mark: mark.stat().st_mtime_ns for mark in target.glob("shard=*/_SUCCESS")}
    assert 0 < len(marks) < 9
    second = Run(*arguments)
    assert second.end() == 0, second.said
    assert sum("was done before" in line for line in second.said) == len(marks)
    assert {mark: mark.stat().st_mtime_ns for mark in marks} == marks
    assert rows_of(target) == expected


@needs_ray
def test_ray_outlives_a_worker(source: Path, expected: list[object], tmp_path: Path) -> None:
    run = Run(source, tmp_path / "claims", "--engine", "ray")
    next(run.lines())
    kill_one(run, "ray::Map")
    assert run.end() == 0, run.said
    assert rows_of(tmp_path / "claims") == expected


@pytest.mark.parametrize(
    "engine", [pytest.param("spark", marks=needs_spark), pytest.param("ray", marks=needs_ray)]
)
def test_odd_shards_are_as_on_one_machine(engine: str, tmp_path: Path) -> None:
    make_odd_archive(tmp_path / "articles")
    cluster = ("--cluster", "local[2]") if engine == "spark" else ()
    run = Run(tmp_path / "articles", tmp_path / "claims", "--engine", engine, *cluster)
    assert run.end() == 2, run.said
    failed = [line for line in run.said if "failed" in line]
    assert len(failed) == 1 and "half.jsonl.gz failed (" in failed[0], failed
    assert "\x1b" not in failed[0] and "An error occurred" not in failed[0]
    assert [row[:2] for row in texts_of(tmp_path / "claims")] == ODD_TEXTS
