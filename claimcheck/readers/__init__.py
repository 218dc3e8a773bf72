"""Paths to documents: files, folders and standard input, in every format that desks send round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.readers.files import read_file
from claimcheck.readers.paths import STANDARD_INPUT, Source, find_files
from claimcheck.readers.standard import read_standard_input


def read(
    paths: Iterable[str | PathLike[str]] | str | PathLike[str], *, stdin_filename: str | None = None
) -> Iterator[Document | InputError]:
    """The documents at `paths`, in order; an InputError stands for what cannot be read, and stops nothing.

    `stdin_filename` is what to take standard input (`-`) for: its ending gives the format.
    """
    given = [paths] if isinstance(paths, str | PathLike) else paths
    for found in find_files([fspath(path) for path in given]):
        if isinstance(found, InputError):
            yield found
        else:
            yield from _read(found, stdin_filename)


def _read(path: Source, stdin_filename: str | None) -> Iterator[Document | InputError]:
    if path == STANDARD_INPUT:
        yield from read_standard_input(stdin_filename)
        return
    try:
        with Path(path).open("rb") as file:
            yield from read_file(file, path, path)
    except OSError as error:
        yield InputError(path, _reason(error), "check that you may open it")


def _reason(error: OSError) -> str:
    return f"cannot be read ({(error.strerror or str(error)).lower()})"
