"""JSON lines, one article a line, to documents: `{"text", "id", "title", "date", "url"}`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from claimcheck.errors import InputError, InputNote
from claimcheck.model import Document
from claimcheck.places import Place, RecordOrigin
from claimcheck.settings import parse_date
from claimcheck.text.blocks import find_headline, split_blocks
from claimcheck.values import replace

_SURROGATE = re.compile("[\ud800-\udfff]")
_EXAMPLE = 'each line is one article: {"text": "…", "id": "…", "date": "2022-03-23"}'


def read_records(lines: Iterable[bytes], path: str) -> Iterator[Document | InputError]:
    """The article of each line; a line that cannot be used is named and the rest go on."""
    empty = True
    for number, line in numbered(lines):
        empty = False
        yield from read_record(line, path, number)
    if empty:
        yield InputError(path, "is empty", "nothing to scan")


def numbered(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines that hold something, with their numbers from 1."""
    for number, line in enumerate(lines, 1):
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield number, line


def read_record(line: bytes, path: str, number: int) -> Iterator[Document | InputError]:
    """The article on line `number` of the file `path`, after notes on what was odd."""
    where = f"{path}, line {number}"
    try:
        record = parse(line, where)
    except InputError as error:
        yield error
        return
    document, notes = _document(record, path, where)
    yield from notes
    yield replace(document, places=(Place(0, len(document.text), RecordOrigin(number)),))


def parse(line: bytes, where: str) -> dict[str, Any]:
    """The record on a line, with a `text` that can be scanned. Raises InputError."""
    try:
        record = json.loads(line)
    except UnicodeDecodeError:
        raise InputError(where, "is not UTF-8", "save the file again as UTF-8") from None
    except (ValueError, RecursionError) as error:
        problem = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        column = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise InputError(
            where, f"is not JSON ({problem[:1].lower()}{problem[1:]}{column})", _EXAMPLE
        ) from None
    if not isinstance(record, dict):
        raise InputError(where, "is JSON but not an object", _EXAMPLE)
    text = record.get("text")
    if not isinstance(text, str):
        problem = 'has no "text"' if text is None else 'has a "text" that is not in quotation marks'
        raise InputError(where, problem, _EXAMPLE)
    if not text or text.isspace():
        raise InputError(where, 'has an empty "text"', "nothing to scan")
    return record


def _sound(value: object) -> object:
    """A value without half characters, which no output could hold."""
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value


def _document(record: dict[str, Any], path: str, where: str) -> tuple[Document, list[InputNote]]:
    text = _SURROGATE.sub("\ufffd", record["text"])
    blocks, notes, published = split_blocks(text), [], None
    if given := record.get("date"):
        try:
            published = parse_date(str(given))
        except InputError as error:
            notes.append(InputNote(where, f'"date" {error.where} {error.problem}', "scanned without it"))
    identity, title, url = map(_sound, (record.get("id"), record.get("title"), record.get("url")))
    return Document(
        text, blocks, path,
        id=identity if isinstance(identity, str | int) and not isinstance(identity, bool) else None,
        title=title if isinstance(title, str) and title else find_headline(text, blocks),
        url=url if isinstance(url, str) else None,
        published=published, published_from="record" if published else None, plain=False,
    ), notes  # fmt: skip
