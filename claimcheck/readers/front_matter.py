"""The lines between `---` or `+++` above a Markdown article: title, standfirst, day, address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.lexicon import load
from claimcheck.values import frozen

_FENCE = re.compile(r"\s*(---|\+\+\+)[ \t]*(?:\r\n?|\n)")
_FIELD = re.compile(r"^([A-Za-z_-]{2,20})[ \t]*[:=][ \t]*(\S[^\r\n]*)", re.MULTILINE)
_LONGEST = 20_000


@frozen
class Field:
    """A field that is understood: its `role`, and its value without quotation marks, from `start`."""

    role: str
    value: str
    start: int


def find_front_matter(text: str) -> tuple[tuple[Field, ...], int]:
    """The fields, and where the article begins; no fields and 0 where there is no front matter."""
    opening = _FENCE.match(text)
    if not opening:
        return (), 0
    closing = re.compile(rf"^{re.escape(opening[1])}[ \t]*(?:\r\n?|\n|\Z)", re.MULTILINE)
    closed = closing.search(text, opening.end(), opening.end() + _LONGEST)
    if not closed or not _FIELD.match(text, opening.end()):
        return (), 0
    return tuple(_fields(text, opening.end(), closed.start())), closed.end()


def _fields(text: str, start: int, end: int) -> Iterator[Field]:
    roles = load("documents")["front_matter"]
    for found in _FIELD.finditer(text, start, end):
        role = roles.get(found[1].lower().replace("-", "_"))
        value = found[2].rstrip()
        quoted = value[0] in "\"'" and value[-1] == value[0] and len(value) > 1
        if role and value[0] not in "|>[{":
            yield Field(role, value[1:-1] if quoted else value, found.start(2) + quoted)
