"""Runs the quick tests, one process for one change: `python -m mutants.trial MODULE ...` in `tests`.

Calls test functions with their parameters and stops at the first that fails: pytest itself would take ten
times as long. Tests that ask for fixtures or properties are left out.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import product
from types import ModuleType
from typing import Any

import pytest

SKIPPED = pytest.skip.Exception


def main(modules: list[str]) -> int:
    """0 where every test passes."""
    for name in modules:
        for test, given in _cases(import_module(name)):
            try:
                test(**given)
            except SKIPPED:
                continue
            except BaseException as failure:
                print(f"{name}.{test.__name__}: {type(failure).__name__}", file=sys.stderr)
                return 1
    return 0


def _cases(module: ModuleType) -> Iterator[tuple[Callable[..., None], dict[str, Any]]]:
    """Every test of a module with each set of its parameters."""
    for name, test in vars(module).items():
        if not name.startswith("test_") or not inspect.isfunction(test) or hasattr(test, "hypothesis"):
            continue
        marks = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
        for sets in product(*[_sets(*mark.args[:2]) for mark in marks]):
            given = {key: value for one in sets for key, value in one.items()}
            if given.keys() == inspect.signature(test).parameters.keys():
                yield test, given


def _sets(names: Any, values: Any) -> list[dict[str, Any]]:
    keys = [name.strip() for name in names.split(",")] if isinstance(names, str) else [*names]
    rows = [getattr(value, "values", value) if hasattr(value, "marks") else value for value in values]
    single = len(keys) == 1
    return [
        dict(zip(keys, (row,) if single and not hasattr(value, "marks") else row, strict=True))
        for row, value in zip(rows, values, strict=True)
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
