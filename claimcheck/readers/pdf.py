"""PDFs, by pypdfium2: text as printed, line by line, then paragraphs. Places are page and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.readers.archives import encrypted
from claimcheck.readers.assembly import Metadata, assemble
from claimcheck.readers.pdf_layout import Line, join_lines

_MOST_PAGES = 2000
_LINE = re.compile(r"[^\ufffe\r\n]*(?:\ufffe|\r?\n|\r|\Z)")  # U+FFFE is a hyphen at a line's end
_DAY = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")


def read_pdf(data: bytes, path: str) -> Iterator[Document | InputError]:
    """The text of a PDF; `Document.places` tells page and line."""
    import pypdfium2

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        yield encrypted(path) if "password" in str(error).lower() else _broken(path)
        return
    try:
        if len(file) > _MOST_PAGES:
            yield InputError(path, f"has more than {_MOST_PAGES:,} pages", "scan it in parts")
            return
        lines = [line for number in range(len(file)) for line in _lines(file[number], number + 1)]
        document = assemble(join_lines(lines), path, _metadata(file))
    except pypdfium2.PdfiumError:
        yield _broken(path)
        return
    finally:
        file.close()
    scanned = InputError(path, "holds pictures of pages, no text", "run it through text recognition first")
    yield document or scanned


def _broken(path: str) -> InputError:
    return InputError(path, "is a broken PDF", "open and save it again")


def _lines(page: Any, number: int) -> Iterator[Line]:
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    at = 0
    count = 0
    for raw in _LINE.findall(text):
        words = raw.strip()
        if words:
            count += 1
            left, bottom, right, top = _box(text_page, at, at + len(raw.rstrip()))
            yield Line(words, number, count, left, right, top, bottom)
        at += len(raw)
    text_page.close()
    page.close()


def _box(text_page: Any, start: int, end: int) -> tuple[float, float, float, float]:
    """Where a line stands: signs outside the page's text, such as made-up line ends, have no box."""
    most = text_page.count_chars()
    boxes = [text_page.get_charbox(index) for index in range(start, min(end, most))]
    real = [box for box in boxes if box[3] > box[1]] or [(0.0, 0.0, 0.0, 0.0)]
    return min(b[0] for b in real), min(b[1] for b in real), max(b[2] for b in real), max(b[3] for b in real)


def _metadata(file: Any) -> Metadata:
    found = file.get_metadata_dict()
    title = " ".join((found.get("Title") or "").split())
    return Metadata(title or None, _day(found.get("CreationDate") or ""))


def _day(stamp: str) -> date | None:
    parts = _DAY.match(stamp)
    try:
        return date(int(parts[1]), int(parts[2]), int(parts[3])) if parts else None
    except ValueError:
        return None
