"""Packed documents (.docx, .odt), opened without trusting them: size, ratio, passwords and entities."""

from __future__ import annotations

import io
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO
from xml.etree import ElementTree
from xml.parsers import expat

from claimcheck.errors import InputError
from claimcheck.model import Document

_MEGABYTE = 1 << 20
_MOST_ENTRIES = 10_000
_MOST_UNPACKED = 200 * _MEGABYTE  # of all parts together: pictures count, though they are not read
_LARGEST_PART = 64 * _MEGABYTE
_MOST_RATIO = 400  # prose in XML packs to a twentieth; a bomb to a thousandth
_SMALL = _MEGABYTE  # a part below this may pack as it likes
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError,
)  # fmt: skip


class Archive:
    """The parts of a packed document at `where`. Every method raises InputError for what cannot be used."""

    def __init__(self, data: bytes, where: str) -> None:
        self._where = where
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise self.broken() from None
        self._parts = {part.filename: part for part in self._zip.infolist()}
        self._refuse_bomb()

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """The bytes of the part `name`."""
        part = self._parts.get(name)
        if part is None:
            raise self.broken()
        with self._opened(part) as file:
            data = file.read(_LARGEST_PART + 1)  # its own word on its size may be false
        if len(data) > _LARGEST_PART:
            raise self._bomb()
        return data

    def parse(self, name: str) -> ElementTree.Element:
        """The part `name` as XML without a document type, so without entities of its own."""
        data = self.read(name)
        try:
            _refuse_doctype(data, self._where)
            return ElementTree.fromstring(data)
        except (ElementTree.ParseError, expat.ExpatError, ValueError, LookupError):
            raise self.broken() from None

    def rewritten(self, changed: Mapping[str, bytes]) -> bytes:
        """The document with the parts in `changed` put in, every other part as it is."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as copy:
            for name, part in self._parts.items():
                entry = _entry_like(part)
                if name in changed:
                    copy.writestr(entry, changed[name])
                else:
                    self._copy(part, copy, entry)
            for name in changed:
                if name not in self._parts:
                    copy.writestr(zipfile.ZipInfo(name), changed[name], zipfile.ZIP_DEFLATED)
        return buffer.getvalue()

    @contextmanager
    def _opened(self, part: zipfile.ZipInfo) -> Iterator[IO[bytes]]:
        if part.flag_bits & 1:
            raise encrypted(self._where)
        try:
            with self._zip.open(part) as file:
                yield file
        except _UNREADABLE:
            raise self.broken() from None

    def _copy(self, part: zipfile.ZipInfo, copy: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
        with self._opened(part) as old, copy.open(entry, "w") as new:
            shutil.copyfileobj(old, new, _MEGABYTE)

    def _refuse_bomb(self) -> None:
        parts = self._zip.infolist()
        if len(parts) > _MOST_ENTRIES or sum(part.file_size for part in parts) > _MOST_UNPACKED:
            raise self._bomb()
        for part in parts:
            if part.file_size > _SMALL and part.file_size > _MOST_RATIO * max(part.compress_size, 1):
                raise self._bomb()

    def refused(self, problem: str, remedy: str) -> InputError:
        """The error for a document with this problem."""
        return InputError(self._where, problem, remedy)

    def broken(self) -> InputError:
        """The error for a document that lacks what it needs."""
        return InputError(self._where, "is broken: it cannot be unpacked", "open and save it again")

    def _bomb(self) -> InputError:
        problem = "unpacks to far more than a document holds"
        return InputError(self._where, problem, "it was not opened; save the text into a new document")


def _entry_like(part: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """The name, day and packing of `part`, for a part to be written."""
    entry = zipfile.ZipInfo(part.filename, part.date_time)
    entry.compress_type = zipfile.ZIP_DEFLATED if part.compress_type else zipfile.ZIP_STORED
    entry.external_attr, entry.create_system = part.external_attr, part.create_system
    return entry


def read_packed(
    data: bytes, path: str, read: Callable[[Archive], Document | None]
) -> Iterator[Document | InputError]:
    """What `read` makes of the packed document `data`, or an InputError for what cannot be read."""
    try:
        document = read(Archive(data, path))
    except InputError as error:
        yield error
    except RecursionError:
        yield InputError(path, "is nested too deeply", "save the text into a new document")
    else:
        yield document or InputError(path, "is empty", "nothing to scan")


def encrypted(where: str) -> InputError:
    """The error for a file with a password."""
    return InputError(where, "is protected by a password", "save a copy without one")


class _RootReached(Exception):  # noqa: N818 - it is no error
    pass


def _refuse_doctype(data: bytes, where: str) -> None:
    """Office files never declare a document type; one that does may swell or fetch when it is read."""
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise InputError(where, "holds XML entities, which no document needs", "it was not read")

    def stop(*_: object) -> None:
        raise _RootReached

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    try:
        parser.Parse(data, True)
    except _RootReached:
        return
