"""Tables made from the word lists once, when the package is built, and only loaded from then on.

Parsing the lists and making the look-up tables of all stages takes 50 ms, loading what an article needs 5.
In a checkout the compiled file counts only while every source is as it was; an installed package is not
edited, so there it is taken as it is. Without it the tables are made from the lists when first used.
"""

from __future__ import annotations

import os
from binascii import crc32
from collections.abc import Callable, Iterator, Mapping
from functools import cache, wraps
from typing import Any, TypeVar

try:
    from _pickle import UnpicklingError, loads  # pickle's own, which would load what writes them: 1 ms
except ImportError:
    from pickle import UnpicklingError, loads

T = TypeVar("T")

unpack: Callable[[bytes], Any] = loads
PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # pathlib takes 4 ms to load
COMPILED = os.path.join(PACKAGE, "lexicon", "compiled", "tables.bin")
SOURCES = (".py", ".toml", ".json")
MAKERS: dict[str, Callable[[], Any]] = {}


def table(make: Callable[[], T]) -> Callable[[], T]:
    """A decorator for what makes a table: it gives the compiled one or makes it, once a process."""
    name = f"{make.__module__}.{make.__qualname__}"
    MAKERS[name] = make

    @cache
    @wraps(make)
    def ready() -> T:
        found = compiled().get(name)
        return make() if found is None else unpack(found)

    return ready


@cache
def compiled() -> Mapping[str, bytes]:
    """Each compiled table by name, packed; none where the package has been edited since or never compiled."""
    try:
        with open(COMPILED, "rb") as file:
            found: dict[str, Any] = unpack(file.read())
        fresh = not _is_checkout() or found["signature"] == signature()
    except (OSError, EOFError, KeyError, TypeError, UnpicklingError):
        return {}
    return found["tables"] if fresh else {}


def signature() -> int:
    """A checksum over the names, sizes and times of all sources of the package."""
    return crc32("\n".join(sorted(_stamps(PACKAGE))).encode("utf-8", "surrogateescape"))


def _is_checkout() -> bool:
    return os.path.exists(os.path.join(os.path.dirname(PACKAGE), "pyproject.toml"))


def _stamps(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(SOURCES):
                stat = entry.stat()
                yield f"{entry.path} {stat.st_size} {stat.st_mtime_ns}"
            elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                yield from _stamps(entry.path)
