"""Marks in a document that are no words of its article: of footnotes, and of comments that a desk made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcheck.lexicon import words

_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[A-Za-z]{1,3}\d{0,3}|[*†‡§]{1,3})[\])]?")
_NUMBER = re.compile(r"\s*[\[(]?\d{1,3}[\])]?\s*")
_TARGET_WORD = re.compile(r"[a-z]+")
_BEFORE = frozenset(".,;:!?\"”’')]\n")  # not a letter: m² and CO² are units and names


def is_note_link(target: str, text: str) -> bool:
    """Whether a link to `target` (its `href`) that reads `text` leads to a note, or back from one."""
    if not target.startswith("#") or not _MARK.fullmatch(text.strip()):
        return False
    named = _TARGET_WORD.findall(target.lower())
    return text.strip()[0] in "[*†‡§" or any(word in words("html", "note") for word in named)


def is_raised_number(before: str, text: str) -> bool:
    """Whether `text`, set as superscript after `before`, is the number of a note rather than a power."""
    return bool(_NUMBER.fullmatch(text)) and (not before.strip(" ") or before[-1:] in _BEFORE)


def is_comment_link(target: str) -> bool:
    """Whether a link leads from a comment of a desk, exported below the text, to the words it is on."""
    return target.lower().startswith(tuple(words("html", "commented")))


def note_marks(tree: Any) -> Iterator[Any]:
    """The elements of a parsed page that are such marks, and the paragraphs that are such comments."""
    for link in tree.iter("a"):
        if is_note_link(link.get("href") or "", link.text_content()):
            comment = is_comment_link(link.get("href") or "")
            yield next(link.iterancestors("p"), link) if comment else link
    for raised in tree.iter("sup"):
        above = raised.getparent()
        previous = raised.getprevious()
        before = above.text if previous is None and above is not None else getattr(previous, "tail", "")
        if is_raised_number(before or "", raised.text_content()):
            yield raised
