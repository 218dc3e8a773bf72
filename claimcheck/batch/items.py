"""What a batch is cut into: a file, a line of an archive; small ones travel together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import IO

from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.readers import cannot_be_read, read
from claimcheck.readers.formats import Format, by_name
from claimcheck.readers.paths import STANDARD_INPUT, find_files
from claimcheck.readers.records import numbered, read_record
from claimcheck.readers.web import is_address
from claimcheck.values import frozen

_MOST_ITEMS = 16  # to a parcel: passing one costs 0.2 ms, an article some 10
_MOST_BYTES = 100_000


@frozen
class Item:
    """One thing to scan: the file `path`; or the record `data` of its `line`; or what was `given`, read.

    A file may hold several articles or none; its reader tells.
    """

    path: str
    line: int | None = None
    data: bytes | None = None
    given: Document | InputError | None = None

    @property
    def name(self) -> str:
        """What people know it by."""
        return self.path if self.line is None else f"{self.path}, line {self.line}"

    @property
    def size(self) -> int:
        """Its bytes or characters, so far as they can be told without reading it."""
        if self.data is not None:
            return len(self.data)
        if self.given is not None:
            return len(self.given.text) if isinstance(self.given, Document) else 0
        try:
            return Path(self.path).stat().st_size
        except (OSError, ValueError):
            return 0

    def read(self) -> Iterator[Document | InputError]:
        """Its articles, as `claimcheck.read` gives them."""
        if self.given is not None:
            yield self.given
        elif self.data is not None:
            yield from read_record(self.data, self.path, self.line or 1)
        else:
            yield from read(self.path)

    def digest(self) -> str:
        """A checksum of its content; empty where none lasts: an address, a file that is gone."""
        if isinstance(self.given, InputError) or is_address(self.path):
            return ""
        if self.given is not None:
            return sha256(self.given.text.encode("utf-8", "surrogatepass")).hexdigest()
        if self.data is not None:
            return sha256(self.data).hexdigest()
        try:
            return _digest_of_file(self.path)
        except OSError:
            return ""


def find_items(paths: Iterable[str], stdin_filename: str | None = None) -> Iterator[Item]:
    """The items that `paths` name, in the order in which `claimcheck.read` reads them."""
    for found in find_files(paths):
        if isinstance(found, InputError):
            yield Item(found.where, given=found)
        elif found == STANDARD_INPUT:
            documents = read(found, stdin_filename=stdin_filename)
            yield from (Item(found, number, given=each) for number, each in enumerate(documents, 1))
        elif by_name(found) is Format.records and not is_address(found):
            yield from _records(found)
        else:
            yield Item(found)


def parcels(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in parcels: a large one alone, small ones together."""
    parcel: list[Item] = []
    size = 0
    for item in items:
        own = item.size
        if parcel and (len(parcel) == _MOST_ITEMS or size + own > _MOST_BYTES):
            yield parcel
            parcel, size = [], 0
        parcel.append(item)
        size += own
    if parcel:
        yield parcel


def _records(path: str) -> Iterator[Item]:
    try:
        with Path(path).open("rb") as file:
            empty = True
            for number, line in numbered(file):
                empty = False
                yield Item(path, number, line)
    except OSError as error:
        yield Item(path, given=cannot_be_read(path, error))
        return
    if empty:
        yield Item(path)


def _digest_of_file(path: str) -> str:
    with Path(path).open("rb") as file:
        return _digest(file)


def _digest(file: IO[bytes]) -> str:
    digest = sha256()
    while piece := file.read(1 << 20):
        digest.update(piece)
    return digest.hexdigest()
