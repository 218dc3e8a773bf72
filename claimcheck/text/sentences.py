"""Blocks to sentences. sentencex splits; its few misses on news prose are mended here."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from claimcheck.model import Block, Document, Sentence, Tokens
from claimcheck.text.tokens import tokenise

# `at 4 a.m. Tuesday`: a full stop that belongs to the abbreviation, with the sentence going on.
_OPEN_END = re.compile(
    r"\b(?:[ap]\.m|No|Nos|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Maj|Capt|Cpl|vs|approx|est|c|ca|Inc|Corp|Co|Ltd)\.$"
)
_GOES_ON = re.compile(r"[a-z0-9,;)–—]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|E[DS]T\b|GMT\b")


def split(document: Document) -> tuple[tuple[Sentence, ...], Tokens]:
    """The document's sentences and its token stream."""
    ranges: list[tuple[int, int]] = []
    blocks: list[int] = []
    for index, block in enumerate(document.blocks):
        for found in _sentences_of(document.text, block):
            ranges.append(found)
            blocks.append(index)
    tokens = tokenise(document.text, ranges)
    return tuple(_bind(ranges, blocks, tokens.sentence)), tokens


def _bind(
    ranges: Iterable[tuple[int, int]], blocks: Sequence[int], sentence_of: Sequence[int]
) -> Iterable[Sentence]:
    for index, (start, end) in enumerate(ranges):
        first, last = bisect_left(sentence_of, index), bisect_left(sentence_of, index + 1)
        yield Sentence(start, end, first, last, blocks[index])


def _sentences_of(text: str, block: Block) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in _split(text, block.start, block.end):
        if found and _goes_on(text, found[-1], start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _split(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    from sentencex import get_sentence_boundaries

    for boundary in get_sentence_boundaries("en", text[start:end]):
        segment = text[start + boundary["start_index"] : start + boundary["end_index"]]
        left = start + boundary["start_index"] + len(segment) - len(segment.lstrip())
        right = left + len(segment.strip())
        if right > left:
            yield left, right


def _goes_on(text: str, before: tuple[int, int], start: int) -> bool:
    tail = text[max(before[0], before[1] - 12) : before[1]]
    return bool(_OPEN_END.search(tail) and _GOES_ON.match(text, start))
