"""Comments in an article that speak to claimcheck: `<!-- claimcheck: … -->`, and `# claimcheck: …` on a line.

They are no part of the article: every stage reads the text with spaces in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.text.markup import blank
from claimcheck.values import frozen

_NAME = "claimcheck:"
_OPENING = r"<!--\s*claimcheck:"
_LINE = r"(?m)^[ \t]*(#[ \t]*claimcheck:([^\r\n]*))"


@frozen
class Comment:
    """A comment at characters [start, end), and what it says after `claimcheck:`.

    Where a file holds it beside its text, that is the nearest word, and `block` is the index of the block
    that the comment is about, past the last one for a comment on none.
    """

    start: int
    end: int
    said: str
    block: int | None = None


def find_comments(text: str) -> tuple[Comment, ...]:
    """The comments of `text`, in order; they do not overlap."""
    if _NAME not in text:
        return ()
    found = sorted([*_marked(text), *_lines(text)], key=lambda comment: comment.start)
    kept: list[Comment] = []
    for comment in found:
        if not kept or comment.start >= kept[-1].end:
            kept.append(comment)
    return tuple(kept)


def without_comments(text: str) -> str:
    """`text` with spaces where its comments to claimcheck stand."""
    return blank(text, [(comment.start, comment.end) for comment in find_comments(text)])


def addressed(comment: str) -> str | None:
    """What a comment of a file says to claimcheck; None where it speaks to somebody else."""
    said = comment.strip()
    return said[len(_NAME) :].strip() if said.startswith(_NAME) else None


def _marked(text: str) -> Iterator[Comment]:
    at = 0
    pattern = re.compile(_OPENING)
    while opening := pattern.search(text, at):
        closing = text.find("-->", opening.end())
        if closing < 0:
            return
        at = closing + 3
        yield Comment(opening.start(), at, text[opening.end() : closing].strip())


def _lines(text: str) -> Iterator[Comment]:
    for line in re.finditer(_LINE, text):
        yield Comment(line.start(1), line.end(1), line[2].strip())
