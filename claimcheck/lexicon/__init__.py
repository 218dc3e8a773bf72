"""The word lists. `*.toml` is what people edit; `load` gives one as plain values, read once a process."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from claimcheck.lexicon.ready import PACKAGE, compiled, unpack


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of `lexicon/<name>.toml`, which callers turn into types of their own and do not change."""
    file = f"{name}.toml"
    found = compiled().get(file)
    if found is not None:
        return unpack(found)  # type: ignore[no-any-return]
    with open(os.path.join(PACKAGE, "lexicon", file), "rb") as source:
        return parse(source.read())


@cache
def words(name: str, *tables: str) -> frozenset[str]:
    """All words of the named tables of a lexicon (of every table that is a list, when none is named)."""
    found = load(name)
    lists = (
        [found[table] for table in tables] if tables else [v for v in found.values() if isinstance(v, list)]
    )
    return frozenset(word for words_ in lists for word in words_)


def parse(source: bytes) -> dict[str, Any]:
    """The values of a TOML file."""
    import tomllib  # lazily: 10 ms

    return tomllib.loads(source.decode())
