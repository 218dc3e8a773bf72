"""Paths to documents: files, folders and standard input, in every format that desks send round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike, fspath

from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.readers.files import read_bytes, read_file
from claimcheck.readers.paths import STANDARD_INPUT, Source, find_files
from claimcheck.readers.standard import read_standard_input
from claimcheck.readers.web import fetch, is_address
from claimcheck.values import replace


def read(
    paths: Iterable[str | PathLike[str]] | str | PathLike[str], *, stdin_filename: str | None = None
) -> Iterator[Document | InputError]:
    """The documents at `paths`, in order; an InputError stands for what cannot be read, and stops nothing.

    `stdin_filename` is what to take standard input (`-`) for: its ending gives the format.
    """
    given = [paths] if isinstance(paths, str | PathLike) else paths
    for found in find_files(
        fspath(path) for path in given
    ):  # one by one: the caller may tell which is in hand
        if isinstance(found, InputError):
            yield found
        else:
            yield from _read(found, stdin_filename)


def cannot_be_read(path: str, error: OSError) -> InputError:
    """What is said of a file that the system does not let us read."""
    reason = (error.strerror or str(error)).lower()
    return InputError(path, f"cannot be read ({reason})", "check that you may open it")


def _read(path: Source, stdin_filename: str | None) -> Iterator[Document | InputError]:
    if path == STANDARD_INPUT:
        yield from read_standard_input(stdin_filename)
        return
    if is_address(path):
        yield from _fetched(path)
        return
    try:
        with open(path, "rb") as file:
            yield from read_file(file, path, path)
    except OSError as error:
        yield cannot_be_read(path, error)


def _fetched(address: str) -> Iterator[Document | InputError]:
    """The article at a web address that the caller named."""
    try:
        data = fetch(address)
    except InputError as error:
        yield error
        return
    for found in read_bytes(data, address, None):
        yield found if isinstance(found, InputError) else replace(found, url=found.url or address)
