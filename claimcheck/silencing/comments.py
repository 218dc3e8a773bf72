"""What a comment says: `ok CC401 reason`, `ok CC401, total reason`."""

from __future__ import annotations

from claimcheck.config.selectors import codes_of
from claimcheck.errors import InputError
from claimcheck.text.comments import Comment
from claimcheck.values import frozen

_FORM = "write: claimcheck: ok CC401 why it is right"


@frozen
class Silence:
    """A comment understood: the codes it silences and why; or the `problem` of one that is not."""

    comment: Comment
    codes: frozenset[str] = frozenset()
    reason: str = ""
    problem: str | None = None


def understand(comment: Comment) -> Silence:
    """What `comment` silences."""
    words = comment.said.split()
    if words[:1] != ["ok"] or len(words) < 2:
        return Silence(comment, problem=f"This comment to claimcheck is not understood; {_FORM}.")
    selectors, reason = _divide(words[1:])
    try:
        codes = codes_of(selectors, "comment")
    except InputError as error:
        return Silence(comment, problem=f"In this comment {error.problem}; {error.remedy}")
    return Silence(comment, codes, reason)


def _divide(words: list[str]) -> tuple[list[str], str]:
    """The checks, with commas between them, and the words after them."""
    count = 1
    while count < len(words) and words[count - 1].endswith(","):
        count += 1
    selectors = [part for word in words[:count] for part in word.strip(":").split(",") if part]
    return selectors or [words[0]], " ".join(words[count:]).lstrip("-–—: ")
