"""Whole processes: their CPU time and the most memory they held."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Cost(NamedTuple):
    """What one process took: seconds of CPU time, seconds by the clock, megabytes."""

    cpu: float
    wall: float
    megabytes: float


def run(arguments: Sequence[str], *, output: Path | None = None) -> Cost:
    """The cost of `python` with `arguments`, run in the checkout; its output is thrown away or kept."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    child = os.fork()
    if not child:
        target = os.open(output or os.devnull, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(target, 1)
        os.chdir(ROOT)
        os.execve(sys.executable, [sys.executable, *arguments], environment)
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"{arguments} ended with {os.waitstatus_to_exitcode(status)}")
    wall = time.perf_counter() - started
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def compare(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Cost]:
    """The cost of each command: medians of `rounds`, in which the commands take turns."""
    for command in commands.values():
        run(command)  # so that every module is compiled
    taken: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(run(command))
    return {name: Cost(*map(median, zip(*costs, strict=True))) for name, costs in taken.items()}
