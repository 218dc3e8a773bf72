"""The runs of a WordprocessingML part by their bytes, so that a part can be added to and else stay as it is.

A part that is parsed and written anew loses prefixes that other programs' marks depend on; one that is
spliced does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from claimcheck.readers.docx_text import WORD
from claimcheck.values import frozen

_TAG = re.compile(rb"""<([^\s"'/>]+)[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML 1.0

Note = tuple[str, str]  # `footnote` or `endnote`, and its id


@frozen
class Leaf:
    """A child of a run, bytes [start, end), with its text as `run_text` counts it.

    `words` is whether it can be cut (a `w:t`), `preserved` whether white space at its edges counts.
    """

    start: int
    end: int
    text: str
    words: bool
    preserved: bool


@frozen
class Run:
    """A `w:r`, bytes [start, end). A second run like it begins with `opening` and ends with `closing`.

    `holder` is the index of the outermost run that it stands in (in a text box), `note` the note it is of,
    `marks` the notes whose marks it holds, where it stands at all.
    """

    start: int
    end: int
    opening: bytes
    closing: bytes
    leaves: tuple[Leaf, ...]
    holder: int | None
    note: Note | None
    marks: tuple[Note, ...]

    @property
    def length(self) -> int:
        """The number of characters of its text."""
        return sum(len(leaf.text) for leaf in self.leaves)


@frozen
class Runs:
    """All runs of a part in document order, and the comments that it has, by id.

    `ranges` are the first and last run of each comment's words; `comments` has those without a range too.
    """

    data: bytes
    runs: tuple[Run, ...]
    comments: frozenset[str]
    ranges: Mapping[str, tuple[int, int]]


def in_utf8(data: bytes) -> bytes:
    """An XML part in UTF-8, whatever it was in."""
    declared = re.match(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["'][^>]*\?>""", data)
    encoding = declared[1].decode().lower() if declared else "utf-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    if encoding in ("utf-8", "utf8", "us-ascii", "ascii"):
        return data
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", data.decode(encoding), count=1)
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text.encode()


def find_tag(data: bytes, at: int) -> tuple[bytes, bool, int]:
    """The start tag at `at`: its name as written, whether it closes itself, and where it ends."""
    found = _TAG.match(data, at)
    if found is None:
        raise ValueError(f"no tag at byte {at}")
    return found[1], found[0].endswith(b"/>"), found.end()


def naming(tag: bytes) -> tuple[str, str]:
    """The prefix for elements beside the one that begins with `tag`, and what declares it where they must."""
    prefix, colon, _ = find_tag(tag, 0)[0].decode().partition(":")
    return (prefix, "") if colon else ("w", f' xmlns:w="{WORD[1:-1]}"')
