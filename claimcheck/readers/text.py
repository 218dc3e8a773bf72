"""A plain-text article to its document."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.readers.decode import decode
from claimcheck.text.blocks import find_headline, split_blocks


def read_text(data: bytes, path: str) -> Iterator[Document | InputError]:
    """The article that a file's bytes hold, after a note if they were not plain UTF-8."""
    try:
        text, note = decode(data, path)
    except InputError as error:
        yield error
        return
    if not text or text.isspace():
        yield InputError(path, "is empty", "nothing to scan")
        return
    if note:
        yield note
    blocks = split_blocks(text)
    as_it_is = note is None and not data.startswith(b"\xef\xbb\xbf")
    yield Document(text, blocks, path, title=find_headline(text, blocks), plain=as_it_is)
