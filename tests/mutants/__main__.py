"""Change one thing in the checks, relations or figures and see whether a quick test fails; again and again.

    python -m mutants 150 --first 1

in `tests`, with `PYTHONPATH=..:.`. Changes are drawn by their seed from all there are (operators,
comparisons, `and` and `or`, `not`, numbers, `min` and `max`) and made in a copy of the package. What survives
is printed: no test knows the difference, so there is a passage to be written, code to be dropped, or nothing,
where the change changes nothing.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from shutil import copytree, ignore_patterns

from mutants.changes import Change, changes

TESTS = Path(__file__).parents[1]
PACKAGE = TESTS.parent / "claimcheck"
CHECKS = (
    "test_checks", "test_quiet", "test_undated_weekdays", "test_workings", "test_explain", "test_samples",
)  # fmt: skip
PARTS = {
    "checks": CHECKS,
    "relations": ("test_relations", *CHECKS),
    "figures": (
        "test_figures_corpus", "test_units", "test_units_conversion", "test_nouns", "test_claims",
        "test_hedges", *CHECKS,
    ),
}  # fmt: skip
ARITHMETIC = ("test_intervals", *CHECKS)
_LONGEST = 240  # seconds; what takes longer goes round in circles


def main() -> int:
    """Run; the exit code is 2 where the tests fail without any change."""
    parser = argparse.ArgumentParser(prog="python -m mutants")
    parser.add_argument("count", type=int)
    parser.add_argument("--first", type=int, default=0, metavar="SEED")
    given = parser.parse_args()
    every = [(path, change) for path in _modules() for change in changes(path.read_bytes())]
    drawn = Random(given.first).sample(every, min(given.count, len(every)))
    tried: Counter[str] = Counter()
    killed: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "claimcheck"
        copytree(PACKAGE, copy, ignore=ignore_patterns("__pycache__", "compiled"))
        if not all(_passes(scratch, tests) for tests in {ARITHMETIC, *PARTS.values()}):
            print("the tests fail as it is", file=sys.stderr)
            return 2
        for path, change in drawn:
            part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
            tried[part] += 1
            if _passes(scratch, PARTS.get(part, ARITHMETIC), path, change):
                print(f"claimcheck/{path.relative_to(PACKAGE)}:{change.line}: {_told(change)}", flush=True)
            else:
                killed[part] += 1
    for part in tried:
        print(f"{part}: {killed[part]} of {tried[part]} killed")
    print(f"{killed.total()} of {tried.total()} changes made a test fail; there are {len(every):,}")
    return 0


def _modules() -> list[Path]:
    found = [path for part in PARTS for path in (PACKAGE / part).glob("*.py")]
    return sorted([*found, PACKAGE / "intervals.py"])


def _passes(
    scratch: str, tests: Sequence[str], path: Path | None = None, change: Change | None = None
) -> bool:
    """Whether no test of the copy in `scratch` fails with the change made."""
    changed = Path(scratch, "claimcheck", path.relative_to(PACKAGE)) if path else None
    if changed and path and change:
        changed.write_bytes(change.made(path.read_bytes()))
    search = os.pathsep.join([scratch, str(TESTS)])
    environment = os.environ | {"PYTHONPATH": search, "PYTHONDONTWRITEBYTECODE": "1"}
    trial = [sys.executable, "-m", "mutants.trial", *tests]
    try:
        done = subprocess.run(trial, cwd=TESTS, env=environment, capture_output=True, timeout=_LONGEST)
        return done.returncode == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        if changed and path:
            changed.write_bytes(path.read_bytes())


def _told(change: Change) -> str:
    return " ".join(f"{change.old} -> {change.new}".split())


if __name__ == "__main__":
    sys.exit(main())
