"""The word lists. `*.toml` is what people edit; `load` gives one as plain values, read once a process.

Parsing TOML takes ten times as long as parsing JSON, so a built package carries each list as JSON too,
under the checksum of the TOML it was made from; where that does not match, the TOML is read.
"""

from __future__ import annotations

import json
from binascii import crc32
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of `lexicon/<name>.toml`, which callers turn into types of their own and do not change."""
    source = _FOLDER.joinpath(f"{name}.toml").read_bytes()
    compiled = _compiled(name, crc32(source))
    return _parse(source) if compiled is None else compiled


@cache
def words(name: str, *tables: str) -> frozenset[str]:
    """All words of the named tables of a lexicon (of every table that is a list, when none is named)."""
    found = load(name)
    lists = (
        [found[table] for table in tables] if tables else [v for v in found.values() if isinstance(v, list)]
    )
    return frozenset(word for words_ in lists for word in words_)


def compile_all() -> list[Path]:
    """Write the JSON form of every lexicon; gives the files written."""
    written = []
    for path in sorted(_FOLDER.glob("*.toml")):
        source = path.read_bytes()
        target = _compiled_path(path.stem)
        target.parent.mkdir(exist_ok=True)
        content = {"source": crc32(source), "tables": _parse(source)}
        target.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        written.append(target)
    return written


def _compiled(name: str, source: int) -> dict[str, Any] | None:
    try:
        found = json.loads(_compiled_path(name).read_bytes())
    except (OSError, ValueError):
        return None
    tables: dict[str, Any] = found["tables"]
    return tables if found["source"] == source else None


def _compiled_path(name: str) -> Path:
    return _FOLDER / "compiled" / f"{name}.json"


def _parse(source: bytes) -> dict[str, Any]:
    import tomllib  # lazily: 10 ms

    return tomllib.loads(source.decode())
