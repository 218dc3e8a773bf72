"""The rows of the table: what is measured, what it should reach, what it is here."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from claimcheck.lexicon.compile import compile_tables
from claimcheck.model import Document
from claimcheck.pipeline import analyse
from claimcheck.text.blocks import split_blocks
from tests.bench.processes import ROOT, compare, run
from tests.bench.texts import KINDS, article, folder, hostile

_SCAN = ("-m", "claimcheck", "scan")
_HEAVY = ("pydantic", "numpy", "pandas", "dateparser", "quantulum3", "trafilatura", "docx", "rich")
_PARTS = 20_000  # of the smaller hostile text


class Row(NamedTuple):
    """One line of the table."""

    what: str
    reach: str
    measured: str


def cold(scratch: Path) -> Iterator[Row]:
    """CPU time of fresh processes, as multiples of a bare Python's; tables are compiled, as by an install."""
    compile_tables()
    text = scratch / "article.txt"
    text.write_text(article(800), encoding="utf-8")
    commands = {
        "bare": ["-c", "pass"],
        "json": [*_SCAN, "--format", "json", str(text)],
        "table": [*_SCAN, str(text)],
        "help": ["-m", "claimcheck", "--help"],
        "import": ["-c", "import claimcheck"],
    }
    costs = compare(commands, 15)
    bare = costs["bare"].cpu
    for name, what, reach in (
        ("json", "`claimcheck scan --format json`, 800 words, from a cold start", 10),
        ("table", "the same with the table", 14),
        ("help", "`claimcheck --help`", 10),
        ("import", "`import claimcheck`", 3),
    ):
        cpu = costs[name].cpu
        yield Row(what, f"≤ {reach} × bare Python", f"{cpu / bare:.1f} × ({cpu * 1000:.0f} ms)")
    yield Row("memory for one article", "≤ 60 MB", f"{costs['json'].megabytes:.0f} MB")


def modules(scratch: Path) -> Iterator[Row]:
    """What a scan imports."""
    text = scratch / "article.txt"
    text.write_text(article(800), encoding="utf-8")
    code = (
        "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); "
        f"sys.argv[1:] = ['scan', {str(text)!r}, '--format', 'json']; "
        "from claimcheck.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    names = done.stderr.split()
    heavy = [name for name in _HEAVY if name in names]
    yield Row(f"modules after such a scan: none of {', '.join(_HEAVY)}", "0", f"{len(heavy)} of {len(names)}")


def warm(scratch: Path) -> Iterator[Row]:
    """Words a second of the whole pipeline with checks, and against two parsers on the same text."""
    for share, kind in KINDS.items():
        texts = [article(800, seed, share) for seed in range(40)]
        words = sum(len(text.split()) for text in texts)
        speed = words / min(sum(map(_analysis, texts)) for _ in range(7))
        what = f"the whole pipeline with checks, warm, one core, {kind}"
        yield Row(what, "≥ 100,000 words/s", f"{speed:,.0f} words/s")
    some = texts[:3]
    ours = min(sum(map(_analysis, some)) for _ in range(5))
    theirs = _others(some)
    yield Row("against quantulum3 and dateparser's search_dates on the same text", "≥ 20 ×",
              f"{theirs / ours:,.0f} ×")  # fmt: skip


def growth(scratch: Path) -> Iterator[Row]:
    """Time a word in longer and longer articles; time a part of hostile text, four times as long."""
    per_word = {}
    for size in (1_000, 10_000, 100_000, 1_000_000):
        text = article(size)
        taken = median(_analysis(text) for _ in range(max(1, min(9, 20_000 // size))))
        per_word[size] = taken / len(text.split()) * 1e6
    shown = ", ".join(f"{size:,} words: {each:.1f}" for size, each in per_word.items())
    yield Row(f"µs a word ({shown})", "within 20%", f"{per_word[1_000_000] / per_word[1_000] - 1:+.0%}")
    worst = []
    for (name, short), (_, long) in zip(hostile(_PARTS), hostile(4 * _PARTS), strict=True):
        times = min(_analysis(long) for _ in range(2)) / min(_analysis(short) for _ in range(3))
        worst.append((times / 4, name))
    worst.sort(reverse=True)
    told = "; ".join(f"{name} {times:.2f}" for times, name in worst[:3])
    yield Row(f"hostile text four times as long, time a part ({told})", "1.0–1.2 ×", f"{worst[0][0]:.2f} ×")


def memory(scratch: Path) -> Iterator[Row]:
    """Megabytes for a long text beyond those for a short one, and over folders."""
    short = scratch / "short.txt"
    short.write_text(article(100), encoding="utf-8")
    least = run([*_SCAN, "-f", "jsonl", str(short)]).megabytes
    for share, kind in KINDS.items():
        long = scratch / f"{share}.txt"
        long.write_text(article(1_700_000, 0, share), encoding="utf-8")
        size = long.stat().st_size / 2**20
        times = (run([*_SCAN, "-f", "jsonl", str(long)]).megabytes - least) / size
        yield Row(f"memory for a text of {size:.0f} MB, {kind}", "≤ 25 × the text", f"{times:.1f} ×")
    folders = [folder(scratch / f"of{articles}", articles, 60) for articles in (2_000, 20_000)]
    few, many = (run([*_SCAN, "-f", "jsonl", str(path)]).megabytes for path in folders)
    yield Row("memory over a folder of 2,000 and of 20,000 articles", "flat", f"{few:.0f} and {many:.0f} MB")


def jobs(scratch: Path) -> Iterator[Row]:
    """How much faster two processes are."""
    help = subprocess.run(
        [sys.executable, "-m", "claimcheck", "scan", "--help"], cwd=ROOT, capture_output=True, text=True
    )
    if "--jobs" not in help.stdout:
        return
    where = str(folder(scratch / "jobs", 2_000, 400))
    wall = {n: min(run([*_SCAN, "-f", "jsonl", "--jobs", n, where]).wall for _ in range(3)) for n in "12"}
    times = f"{wall['1'] / wall['2']:.2f} ×"
    yield Row("a folder of 2,000 articles, `--jobs 2` against `--jobs 1`", "≥ 1.8 ×", times)


ROWS: dict[str, Callable[[Path], Iterator[Row]]] = {
    "cold": cold, "modules": modules, "warm": warm, "growth": growth, "memory": memory, "jobs": jobs,
}  # fmt: skip


def _analysis(text: str) -> float:
    """Seconds of CPU time for the report on a text."""
    started = time.process_time()
    analyse(Document(text, split_blocks(text)))
    return time.process_time() - started


def _others(texts: list[str]) -> float:
    """Seconds of CPU time that quantulum3 and dateparser take, with what they load on first use left out."""
    from dateparser.search import search_dates
    from quantulum3 import parser

    parser.parse("It took 5 km.")
    search_dates("It was on 5 May 2020.", languages=["en"])
    started = time.process_time()
    for text in texts:
        parser.parse(text)
        search_dates(text, languages=["en"])
    return time.process_time() - started
