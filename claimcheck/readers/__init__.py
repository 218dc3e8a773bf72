"""Paths to documents: files, folders and standard input; plain text and JSON lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.readers.paths import STANDARD_INPUT, Source, find_files
from claimcheck.readers.records import read_records
from claimcheck.readers.standard import read_standard_input
from claimcheck.readers.text import read_text


def read(paths: Iterable[str | PathLike[str]] | str | PathLike[str]) -> Iterator[Document | InputError]:
    """The documents at `paths`, in order; an InputError stands for what cannot be read, and stops nothing."""
    given = [paths] if isinstance(paths, str | PathLike) else paths
    for found in find_files([fspath(path) for path in given]):
        if isinstance(found, InputError):
            yield found
        else:
            yield from _read(found)


def _read(path: Source) -> Iterator[Document | InputError]:
    if path == STANDARD_INPUT:
        yield from read_standard_input()
        return
    try:
        with Path(path).open("rb") as file:
            if path.lower().endswith((".jsonl", ".ndjson")):
                yield from read_records(file, path)
            else:
                yield from read_text(file.read(), path)
    except OSError as error:
        yield InputError(path, _reason(error), "check that you may open it")


def _reason(error: OSError) -> str:
    return f"cannot be read ({(error.strerror or str(error)).lower()})"
