"""RTF documents, by striprtf. It gives text without places, so offsets are those of the text alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.readers.assembly import Metadata, Paragraph, Piece, assemble


def read_rtf(data: bytes, path: str) -> Iterator[Document | InputError]:
    """The article of an RTF document."""
    from striprtf import striprtf

    convert: Any = striprtf.rtf_to_text

    try:
        text: str = convert(data.decode("cp1252", "replace"), errors="replace")
    except (ValueError, LookupError, IndexError, RecursionError, TypeError):
        yield InputError(path, "is a broken RTF document", "open and save it again")
        return
    lines = (line for line in text.split("\n") if line.strip())
    paragraphs = (
        Paragraph((Piece(cell.strip()),), "table" if "|" in line else None, "\t" if number else "\n\n")
        for line in lines
        for number, cell in enumerate(line.rstrip("|").split("|"))
    )
    yield assemble(paragraphs, path, Metadata()) or InputError(path, "is empty", "nothing to scan")
