"""Which format a file is in: by its first bytes, since names lie, and else by its name."""

from __future__ import annotations

from enum import Enum

_MEGABYTE = 1_000_000


class Format(Enum):
    """What claimcheck reads: what it is called, the endings of its names, and the most bytes it may have."""

    text = "plain text", (".txt",), 100 * _MEGABYTE
    markdown = "Markdown", (".md", ".markdown"), 100 * _MEGABYTE
    html = "a web page", (".html", ".htm", ".xhtml"), 20 * _MEGABYTE
    docx = "a Word document", (".docx", ".docm"), 100 * _MEGABYTE
    odt = "an OpenDocument text", (".odt",), 100 * _MEGABYTE
    rtf = "an RTF document", (".rtf",), 50 * _MEGABYTE
    pdf = "a PDF", (".pdf",), 100 * _MEGABYTE
    records = "JSON lines", (".jsonl", ".ndjson"), None

    def __init__(self, label: str, suffixes: tuple[str, ...], limit: int | None) -> None:
        self.label, self.suffixes, self.limit = label, suffixes, limit


SUFFIXES = tuple(suffix for format in Format for suffix in format.suffixes)
_WHERE_PDF_BEGINS = 1024  # readers accept rubbish before the mark


def by_name(name: str) -> Format | None:
    """The format that a file's name claims."""
    lower = name.lower()
    return next((format for format in Format if lower.endswith(format.suffixes)), None)


def by_content(data: bytes) -> Format | None:
    """The format that a file's first bytes show; None for text and for what is unknown."""
    head = data[:_WHERE_PDF_BEGINS].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"{\\rtf"):
        return Format.rtf
    if head[:15].lower().startswith((b"<!doctype html", b"<html")):
        return Format.html
    if data.startswith(b"PK\x03\x04"):
        return _packed(data)
    return Format.pdf if b"%PDF-" in head and (head.startswith(b"%PDF-") or b"\0" in head) else None


def _packed(data: bytes) -> Format | None:
    """The list of parts stands at the end; the parts' names are never packed."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return Format.odt
    return Format.docx if b"word/document.xml" in data else None
