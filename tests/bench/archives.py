"""How many articles of an archive are read a second, by engine: `python -m tests.bench.archives`.

Writes the table of `docs/archives.md`. Takes some minutes, and wants a machine that does nothing else.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SHARDS, ARTICLES = 8, 500
HUNDRED_MILLION = 100_000_000
RUNS = {
    "this machine, 1 process": ("--jobs", "1"),
    "this machine, 2 processes": ("--jobs", "2"),
    "Spark, 1 executor": ("--engine", "spark", "--cluster", "local-cluster[1,1,1024]"),
    "Spark, 2 executors": ("--engine", "spark", "--cluster", "local-cluster[2,1,1024]"),
    "Ray, 2 workers": ("--engine", "ray"),
}


def make(folder: Path, articles: int) -> int:
    """An archive of our samples over and over, each time with another number; gives its words."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
    words = 0
    for shard in range(SHARDS):
        with (folder / f"{shard:03}.jsonl").open("w", encoding="utf-8") as file:
            for n in range(articles // SHARDS):
                text = f"{texts[(shard + n) % len(texts)]}\n\nAnother {n + 3} people were hurt.\n"
                words += len(text.split())
                file.write(json.dumps({"id": f"{shard}-{n}", "text": text}) + "\n")
    return words


def seconds(source: Path, target: Path, options: tuple[str, ...]) -> float:
    """The time of one run as a process of its own."""
    start = time.perf_counter()
    given = [sys.executable, "-m", "claimcheck", "archive", str(source), str(target), "--quiet", *options]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "RAY_USAGE_STATS_ENABLED": "0"}
    subprocess.run(given, cwd=ROOT, env=environment, check=True, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def rows() -> Iterator[tuple[str, str, str, str]]:
    """Each engine: its start, articles a second after it, and the days for a hundred million."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, large = folder / "small", folder / "large"
        small.mkdir(), large.mkdir()
        make(small, SHARDS)
        make(large, SHARDS * ARTICLES)
        for place, (engine, options) in enumerate(RUNS.items()):
            start = seconds(small, folder / f"{place}-small", options)
            took = seconds(large, folder / f"{place}-large", options)
            rate = SHARDS * (ARTICLES - 1) / (took - start)
            yield engine, f"{start:.1f} s", f"{rate:,.0f}", f"{HUNDRED_MILLION / rate / 86_400:,.1f}"


def main() -> None:
    """Measure, and write the table of `docs/archives.md`."""
    lines = ["| engine | start | articles a second | days for 100 million |", "|---|---|---|---|"]
    lines += [f"| {' | '.join(row)} |" for row in rows()]
    machine = f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}"
    lines += [
        "",
        f"Measured with `python -m tests.bench.archives` on {machine}: articles of about 480 words.",
    ]
    lines += ["Executors add up: a hundred cores take a fiftieth of the time that two take."]
    page = ROOT / "docs" / "archives.md"
    before, begin, rest = page.read_text(encoding="utf-8").partition("<!-- begin archives -->\n")
    _, end, after = rest.partition("<!-- end archives -->")
    page.write_text("".join((before, begin, "\n".join(lines), "\n", end, after)), encoding="utf-8")


if __name__ == "__main__":
    main()
