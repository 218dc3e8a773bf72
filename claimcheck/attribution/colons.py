"""Colons that report: headline and transcript labels (`SMITH: …`), and colons that introduce a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.attribution.cues import Cue
from claimcheck.attribution.frames import Found, Frame
from claimcheck.attribution.phrases import leading_subject
from claimcheck.attribution.stream import Stream
from claimcheck.model import MARK, NUMERAL, WORD

_LABEL = 9  # tokens of a speaker's label at most


def find_colons(s: Stream, colons: list[int], framed: list[Found]) -> Iterator[Found]:
    """Attributions by the colons at tokens `colons`, in sentences that have none among `framed`."""
    reported = {s.sentence[f.frame.cue.first] for f in framed}
    for colon in colons:
        if s.sentence[colon] in reported:
            continue
        sentence = s.sentences[s.sentence[colon]]
        found = _label(s, colon, sentence.first) or _introduced(s, colon, sentence.first)
        if found:
            yield found


def _label(s: Stream, colon: int, low: int) -> Found | None:
    """`Lind: The Bill Is Dead` or `LIND: I was there.`: a name at the start of its block."""
    block = s.sentences[s.sentence[low]].block
    opens_block = low == 0 or s.sentences[s.sentence[low - 1]].block != block
    if not opens_block or not 0 < colon - low <= _LABEL or colon + 1 >= len(s.text):
        return None
    if colon - low == 1 and len(s.text[low]) == 1:
        return None  # `Q:` and `A:`
    if s.end_at[colon] == s.start[colon + 1] or not _is_name(s, low, colon):
        return None
    last = _block_end(s, low)
    if colon + 1 >= last:
        return None
    return _colon(colon, (low, colon), (colon + 1, s.end(colon + 1, last)))


def _is_name(s: Stream, first: int, last: int) -> bool:
    """Whether the label's words have capitals, but for `of` and the like, and none is a stock label."""
    for index in range(first, last):
        word = s.lower[index]
        if s.kind[index] == NUMERAL or word in s.words.labels:
            return False
        if s.kind[index] == WORD and not s.capital(index) and word not in s.words.small:
            return False
        if s.kind[index] == MARK and s.text[index] not in ".-'’,&":
            return False
    return s.capital(first)


def _introduced(s: Stream, colon: int, low: int) -> Found | None:
    """A quotation after a colon in a sentence without a reporting cue."""
    if colon + 1 not in s.opening:
        return None
    quotation = s.quotations[s.opening[colon + 1]]
    if quotation.last - quotation.first < 6:
        return None
    source = leading_subject(s, low, colon)
    return _colon(colon, source, (quotation.first, quotation.last))


def _colon(colon: int, source: tuple[int, int] | None, content: tuple[int, int]) -> Found:
    return Found(Frame(Cue(colon, colon, colon + 1, None), source, "before"), (content,))


def _block_end(s: Stream, index: int) -> int:
    number = s.sentence[index]
    block = s.sentences[number].block
    while number + 1 < len(s.sentences) and s.sentences[number + 1].block == block:
        number += 1
    return s.sentences[number].last
