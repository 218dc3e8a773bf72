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
        text: str = convert(_without_deletions(data.decode("cp1252", "replace")), errors="replace")
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


def _without_deletions(source: str) -> str:
    """The document without what a tracked change has deleted, `{\\deleted …}`, which striprtf leaves in."""
    pieces, kept = source.split("{\\deleted"), []
    kept.append(pieces[0])
    for piece in pieces[1:]:
        kept.append(piece[_end_of_group(piece) :] if piece[:1] in ("\\", " ") else "{\\deleted" + piece)
    return "".join(kept)


def _end_of_group(source: str) -> int:
    """The place behind the brace that closes the group in which `source` begins; its end if none does."""
    depth, escaped = 1, False
    for place, character in enumerate(source):
        if escaped or character == "\\":
            escaped = not escaped
        elif character in "{}":
            depth += 1 if character == "{" else -1
            if not depth:
                return place + 1
    return len(source)
