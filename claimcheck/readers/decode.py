"""Bytes to text, without guessing: a byte order mark, strict UTF-8, then Windows-1252, and it is said."""

from __future__ import annotations

import codecs

from claimcheck.errors import InputError, InputNote

_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"PK\x03\x04", "a packed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_AS_TEXT = "save the article as plain text (.txt) and scan that"
_LOOK = 65536
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\b\x1b\x1a") | {127})


def decode(data: bytes, where: str) -> tuple[str, InputNote | None]:
    """The text that `data` holds, and a note when it was not plain UTF-8. Raises InputError."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, where)
    _refuse_other_formats(data, where)
    if b"\0" in data[:_LOOK]:
        return _unmarked_utf16(data, where)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows(data, error, where)
    _refuse_binary(data, where)
    return text, None


def _marked(data: bytes, encoding: str, where: str) -> tuple[str, InputNote | None]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"begins as {encoding[:6].upper()} and breaks off at byte {error.start:,}"
        raise InputError(where, problem, "save it again as UTF-8") from None
    if encoding == "utf-8":
        return text, None
    return text, InputNote(where, f"is {encoding[:6].upper()}, not UTF-8", "read as that")


def _unmarked_utf16(data: bytes, where: str) -> tuple[str, InputNote | None]:
    """UTF-16 without its mark has a zero in every second byte of Latin text; other zeros are no text."""
    head = data[:_LOOK]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(data) % 2 == 0 and zeros.count(0) > 0.8 * len(zeros) and head.count(0) < 0.55 * len(head):
            return _marked(data, encoding, where)
    raise _binary(where)


def _windows(data: bytes, error: UnicodeDecodeError, where: str) -> tuple[str, InputNote | None]:
    _refuse_binary(data, where)
    line = data.count(b"\n", 0, error.start) + 1
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        problem = f"is neither UTF-8 (line {line}) nor Windows-1252"
        raise InputError(where, problem, "save it again as UTF-8") from None
    return text, InputNote(where, f"is not UTF-8 (line {line})", "read as Windows-1252")


def _refuse_other_formats(data: bytes, where: str) -> None:
    for magic, name in _FORMATS:
        if data.startswith(magic):
            raise InputError(where, f"is {name}, not plain text", _AS_TEXT)


def _refuse_binary(data: bytes, where: str) -> None:
    head = data[:_LOOK]
    if len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 100:
        raise _binary(where)


def _binary(where: str) -> InputError:
    return InputError(where, "is a binary file, not plain text", _AS_TEXT)
