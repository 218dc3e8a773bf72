"""Blocks to sentences. sentencex splits; its few misses on news prose are mended here."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.lexicon import words
from claimcheck.model import Block, Document, Sentence, Tokens
from claimcheck.text.comments import without_comments
from claimcheck.text.markup import blank
from claimcheck.text.tokens import tokenise

_BEFORE_STOP = re.compile(r"[^\S\x00-\x7f](?=\.)")  # `A\u00a0.`: sentencex 1.0 panics on it
_LAST_WORD = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)\.$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_OPENING = re.compile(r"(?<![^\W_])(?<!\.)([^\W_]+(?:\.[^\W_]+)*)\.\s+([\"“])(?=[A-Z])")
_CLOCK = frozenset({"a.m", "p.m"})
_ZONE_TIME = r"(?:[A-Z][a-z]+,? ){1,3}[Tt]ime\b|(?:Eastern|Central|Mountain|Pacific)[,;.]"
_ASIDE = r"[(\[][^()\[\]]*[.!?][\"'”’]*[)\]]\s+"
# Characters given to sentencex at once: its time grows with the square of the unclosed quotation marks.
_PIECE = 6000
_SPACE = r"\s"
_STOP = r"(?<![^\W_])[a-z]{4,}[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])"


def split(document: Document) -> tuple[tuple[Sentence, ...], Tokens]:
    """The document's sentences and its token stream."""
    text = without_comments(blank(document.text, document.markup))
    starts, ends, blocks = array("i"), array("i"), array("i")
    for index, block in enumerate(document.blocks):
        for start, end in _sentences_of(text, block):
            starts.append(start)
            ends.append(end)
            blocks.append(index)
    tokens = tokenise(text, zip(starts, ends, strict=True))
    return tuple(_bind(zip(starts, ends, blocks, strict=True), tokens.sentence)), tokens


def _bind(ranges: Iterable[tuple[int, int, int]], sentence_of: Sequence[int]) -> Iterator[Sentence]:
    first = 0
    for index, (start, end, block) in enumerate(ranges):
        last = bisect_left(sentence_of, index + 1, first)
        yield Sentence(start, end, first, last, block)
        first = last


def _sentences_of(text: str, block: Block) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in _pieces(text, block.start, block.end):
        for first, last in _split(text, start, end):
            if found and _goes_on(text, found[-1], first):
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
    return found


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The block whole, or a very long one in pieces that end with a sentence where one ends."""
    while end - start > _PIECE:
        cut = start
        for stop in re.compile(_STOP).finditer(text, start + _PIECE // 2, start + _PIECE):
            cut = stop.end()
        if cut == start:
            space = re.compile(_SPACE).search(text, start + _PIECE, end)
            cut = space.end() if space else end
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of text[start:end] without the white space around them."""
    if end - start > 2 * _PIECE:  # no white space in it: no prose
        yield start, end
        return
    from sentencex import get_sentence_boundaries

    for boundary in get_sentence_boundaries("en", _BEFORE_STOP.sub(" ", text[start:end])):
        left, right = start + boundary["start_index"], start + boundary["end_index"]
        for cut in (*_cuts(text, left, right), right):
            piece = text[left:cut]
            if stripped := piece.strip():
                first = left + len(piece) - len(piece.lstrip())
                yield first, first + len(stripped)
            left = cut


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence ends within what was taken for one: after an aside, before a quotation."""
    if text[start] in "([" and (aside := re.compile(_ASIDE).match(text, start, end)):
        yield aside.end()
    if text.find('"', start, end) < 0 and text.find("“", start, end) < 0:
        return
    for opening in _OPENING.finditer(text, start, end):
        if opening[1].lower() in _list("closing"):
            yield opening.start(2)


def _goes_on(text: str, before: tuple[int, int], start: int) -> bool:
    """Whether the sentence before goes on at `start`: `4 a.m. | Tuesday`, `No. | 10`."""
    if text[before[1] - 1] != ".":
        return False
    last = _LAST_WORD.search(text[max(before[0], before[1] - 12) : before[1]])
    if not last:
        return False
    word, following = last[1].lower(), text[start]
    if following.isupper():
        of_name = word in _list("title") and last[1][0].isupper()
        return of_name or (word in _CLOCK and _is_of_clock(text, start))
    return word in _list("open") and (following.islower() or following.isdigit() or following in ",;–—")


def _is_of_clock(text: str, start: int) -> bool:
    """Whether a clock time goes on at `start`, with its day or its zone."""
    following = _FIRST_WORD.match(text, start)
    if not following:
        return False
    word = following.group()
    if word.lower() in _list("day") or (word.isupper() and word.lower() in _list("zone")):
        return True
    return bool(re.compile(_ZONE_TIME).match(text, start))


def _list(name: str) -> frozenset[str]:
    return words("sentences", name)
