"""A file's bytes to its documents, by the format that the bytes show and else the one its name claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import IO, Any

from claimcheck.errors import InputError, InputNote
from claimcheck.model import Document
from claimcheck.readers.formats import Format, by_content, by_name

_READERS = {  # imported when first used: each brings a library along
    Format.text: "claimcheck.readers.text:read_text",
    Format.markdown: "claimcheck.readers.markdown:read_markdown",
    Format.html: "claimcheck.readers.html:read_html",
    Format.odt: "claimcheck.readers.odt:read_odt",
    Format.rtf: "claimcheck.readers.rtf:read_rtf",
    Format.pdf: "claimcheck.readers.pdf:read_pdf",
    Format.docx: "claimcheck.readers.docx:read_docx",
}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def read_file(file: IO[bytes], path: str, name: str) -> Iterator[Document | InputError]:
    """The articles in an open file that is called `name`; problems are told of `path`."""
    claimed = by_name(name)
    if claimed is Format.records:
        from claimcheck.readers.records import read_records

        yield from read_records(file, path)
        return
    limit = (claimed or Format.text).limit or 0
    data = file.read(limit + 1)
    if len(data) > limit:
        yield _too_large(path, claimed or Format.text)
        return
    found = [*read_bytes(data, path, claimed)]
    del data  # so that it is not held while the article is scanned
    yield from found


def read_bytes(data: bytes, path: str, claimed: Format | None) -> Iterator[Document | InputError]:
    """The articles that `data` hold, after a note if they are in another format than `claimed`."""
    if data.startswith(_OLD_OFFICE):
        yield _old_office(path, claimed)
        return
    shown = by_content(data)
    if claimed in (Format.docx, Format.odt, Format.pdf, Format.rtf) and shown is None:
        yield _broken(data, path, claimed)
        return
    format = shown or claimed or Format.text
    if claimed and format is not claimed:
        yield InputNote(path, f"is {format.label}, not {claimed.label}", "read as that")
    if format.limit and len(data) > format.limit:
        yield _too_large(path, format)
        return
    yield from _reader(format)(data, path)


def _reader(format: Format) -> Callable[[bytes, str], Iterator[Document | InputError]]:
    module, function = _READERS[format].split(":")
    reader: Any = getattr(import_module(module), function)
    return reader  # type: ignore[no-any-return]


def _too_large(path: str, format: Format) -> InputError:
    most = (format.limit or 0) // 1_000_000
    return InputError(path, f"is larger than {most} MB, the most for {format.label}", "scan it in parts")


def _old_office(path: str, claimed: Format | None) -> InputError:
    if claimed is Format.docx:
        return InputError(
            path, "is protected by a password, or an old Word document", "save it as .docx without"
        )
    return InputError(path, "is an old Word document", "save it as .docx and scan that")


def _broken(data: bytes, path: str, claimed: Format) -> InputError:
    if not data.strip():
        return InputError(path, "is empty", "nothing to scan")
    return InputError(path, f"is not {claimed.label}, whatever its name says", "open and save it again")
