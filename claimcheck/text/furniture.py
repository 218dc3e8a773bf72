"""Lines that stand around an article: captions, bylines, and what belongs to the page or the clock."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.lexicon import load
from claimcheck.text.paragraphs import is_stopped


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph says that it goes with a picture: a label before it, or a credit after it."""
    lower = paragraph[:24].lower().lstrip("([")
    if lower.startswith(_starts()) and len(paragraph) < 600:
        return True
    tail = paragraph[-48:].lower()
    if len(paragraph) > 600 or paragraph.endswith(("_", "-", "—", "–")):
        return False
    return any(map(tail.__contains__, _credits())) and _ends_in_credit(paragraph)


def _ends_in_credit(paragraph: str) -> bool:
    """A credit stands after the last sentence, `… Photograph: A. Bell/AP`, or in brackets."""
    tail = paragraph[-80:].rstrip()
    return tail.endswith((")", "]")) or not is_stopped(tail) or tail.lower().rstrip(".").endswith(_credits())


def is_furniture(paragraph: str, words: Sequence[str]) -> bool:
    """Whether a line belongs to the page (`Share this`) or to the clock (`Updated 3 hours ago`)."""
    if len(words) > 12:
        return False
    if " ".join(paragraph.lower().replace("’", "'").strip(" .:|>»→-–—*\t\u00a0").split()) in _lines():
        return True
    return bool(words) and not is_stopped(paragraph) and all(w in _stamps() or w[0].isdigit() for w in words)


def is_byline(paragraph: str, words: Sequence[str]) -> bool:
    """Whether a line names its writer: `By Ann Bell in Orvale`."""
    opening = " ".join(words[:4])
    start = next((start for start in _writers() if opening.startswith(f"{start} ")), None)
    named = start is not None and paragraph[len(start) :].lstrip()[:1].isupper()
    return named and len(words) <= 16 and not is_stopped(paragraph)


@cache
def _lines() -> frozenset[str]:
    return frozenset(load("blocks")["furniture"])


@cache
def _stamps() -> frozenset[str]:
    return frozenset(load("blocks")["stamp"])


@cache
def _writers() -> tuple[str, ...]:
    return tuple(load("blocks")["byline"])


@cache
def _starts() -> tuple[str, ...]:
    return tuple(load("blocks")["caption_start"])


@cache
def _credits() -> tuple[str, ...]:
    return tuple(load("blocks")["caption_credit"])
