"""Standard input: one article, or JSON lines when its first line is a record."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain

from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.readers.files import read_bytes, read_file
from claimcheck.readers.formats import Format
from claimcheck.readers.paths import STANDARD_INPUT
from claimcheck.readers.records import parse, read_records


def read_standard_input(name: str | None = None) -> Iterator[Document | InputError]:
    """The articles on standard input, taken for a file called `name`; JSON lines are read as they come."""
    if sys.stdin is None:
        yield InputError(STANDARD_INPUT, "there is no standard input", "name a file")
        return
    stream = sys.stdin.buffer
    if name is not None:
        yield from read_file(stream, name, name)
        return
    first = stream.readline()
    if _is_record(first):
        yield from read_records(chain([first], stream), STANDARD_INPUT)
    else:
        most = Format.text.limit or 0
        yield from read_bytes(first + stream.read(most), STANDARD_INPUT, None)


def _is_record(line: bytes) -> bool:
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        return bool(parse(line.removeprefix(b"\xef\xbb\xbf"), STANDARD_INPUT))
    except InputError:
        return False
