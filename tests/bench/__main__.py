"""Measures what the table of speed in the README says: `python -m tests.bench [--write] [NAME ...]`.

Without names every row is measured, which takes some minutes. Where other work shares the machine, look at
ratios. `--write` puts the table there, with the machine named.
"""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.processes import ROOT
from tests.bench.rows import ROWS, Row

_BEGIN, _END = "<!-- begin measured -->\n", "<!-- end measured -->"


def machine() -> str:
    """Processor, cores, memory, Python and system."""
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text().splitlines() if facts.exists() else []
    names = (line.partition(": ")[2] for line in lines if line.startswith("model name"))
    name = next(names, platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{name}, {os.cpu_count()} cores, {memory:.0f} GB, Python {platform.python_version()}, "
        f"{platform.system()}; load {os.getloadavg()[0]:.1f}"
    )


def table(rows: list[Row]) -> str:
    """The rows in Markdown."""
    lines = [f"| {row.what} | {row.reach} | {row.measured} |" for row in rows]
    head = f"Measured on {machine()}.\n\n| what | reach | measured |\n|---|---|---|\n"
    return head + "".join(f"{line}\n" for line in lines)


def main(arguments: list[str]) -> None:
    """Measure, print, and write if asked to."""
    rows = []
    with TemporaryDirectory() as scratch:
        for name in [a for a in arguments if a in ROWS] or ROWS:
            folder = Path(scratch, name)
            folder.mkdir()
            for row in ROWS[name](folder):
                print(f"{row.what}: {row.measured} (reach: {row.reach})", flush=True)
                rows.append(row)
    if "--write" in arguments:
        page = ROOT / "README.md"
        before, begin, rest = page.read_text(encoding="utf-8").partition(_BEGIN)
        after = rest.partition(_END)[2]
        page.write_text(f"{before}{begin}{table(rows)}{_END}{after}", encoding="utf-8")


main(sys.argv[1:])
