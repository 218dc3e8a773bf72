"""Compiles the word lists and the tables of all stages: `python -m claimcheck.lexicon.compile`."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from pickle import dumps
from pickletools import optimize
from typing import Any

from claimcheck.lexicon import parse
from claimcheck.lexicon.ready import COMPILED, MAKERS, PACKAGE, signature

HOMES = (
    "attribution.entities_lexicon", "attribution.vocabulary", "checks", "figures.bounds", "figures.codes",
    "figures.shares", "figures.vocabulary", "figures.words", "hedges.clauses", "hedges.lexicon",
    "times.words",
)  # fmt: skip


def compile_tables() -> Path:
    """Write `lexicon/compiled/tables.bin`; gives its path."""
    for home in HOMES:
        import_module(f"claimcheck.{home}")
    sources = sorted(Path(PACKAGE, "lexicon").glob("*.toml"))
    tables = {path.name: _packed(parse(path.read_bytes())) for path in sources}
    tables |= {name: _packed(make()) for name, make in MAKERS.items()}
    compiled = Path(COMPILED)
    compiled.parent.mkdir(exist_ok=True)
    unfinished = compiled.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(dumps({"signature": signature(), "tables": tables}))
    unfinished.replace(compiled)
    return compiled


def _packed(value: Any) -> bytes:
    return optimize(dumps(value))


if __name__ == "__main__":
    compile_tables()
