"""Quotations without a cue of their own: who goes on speaking, and what a closing colon opens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimcheck.attribution.frames import Found
from claimcheck.attribution.stream import STOPS, Stream
from claimcheck.values import replace

Piece = tuple[int, int]


def with_speech(s: Stream, found: list[Found], colons: Sequence[int]) -> list[Found]:
    """`found`, in order of the cues, with the quotations and paragraphs that go on from them."""
    extra: dict[int, list[Piece]] = {}
    holders = _holders(s, found)
    _opened(s, found, colons, holders, extra)
    _backwards(s, holders, extra)
    _forwards(s, found, holders, extra)
    grown = [
        replace(f, contents=tuple(sorted({*f.contents, *extra[i]}))) if i in extra else f
        for i, f in enumerate(found)
    ]
    return [f for f in grown if f.contents]


def _holders(s: Stream, found: Sequence[Found]) -> dict[int, int | None]:
    """Each outermost quotation to the attribution whose content holds it."""
    outermost = sorted(s.opening.items())
    firsts = [first for first, _ in outermost]
    holders: dict[int, int | None] = {number: None for _, number in outermost}
    for index, item in enumerate(found):
        for first, last in item.contents:
            for at in range(bisect_left(firsts, first), bisect_left(firsts, last)):
                holders[outermost[at][1]] = index
    return holders


def _opened(
    s: Stream,
    found: Sequence[Found],
    colons: Sequence[int],
    holders: dict[int, int | None],
    extra: dict[int, list[Piece]],
) -> None:
    """`The judge wrote:` at the end of a paragraph: the next one, quoted or not, is what is said."""
    cues = [f.frame.cue.first for f in found]
    for colon in colons:
        index = bisect_left(cues, colon) - 1
        high = colon + 1
        if index < 0 or s.sentence[cues[index]] != s.sentence[colon] or high >= len(s.text):
            continue
        number = s.sentence[colon]
        if high < s.sentences[number].last and (
            high not in s.opening or holders[s.opening[high]] is not None
        ):
            continue
        if high in s.opening:
            holders[s.opening[high]] = index
            quotation = s.quotations[s.opening[high]]
            extra.setdefault(index, []).append((quotation.first, quotation.last))
        elif s.sentences[number + 1].block != s.sentences[number].block:
            extra.setdefault(index, []).append((high, _block_end(s, number + 1)))


def _block_end(s: Stream, number: int) -> int:
    block = s.sentences[number].block
    while number + 1 < len(s.sentences) and s.sentences[number + 1].block == block:
        number += 1
    return s.end(s.sentences[number].first, s.sentences[number].last)


def _backwards(s: Stream, holders: dict[int, int | None], extra: dict[int, list[Piece]]) -> None:
    """A quotation over several paragraphs whose speaker is named only after the last."""
    numbers = list(holders)
    for before, number in zip(reversed(numbers[:-1]), reversed(numbers[1:]), strict=True):
        holder = holders[number]
        if s.quotations[number].continues and holders[before] is None and holder is not None:
            _hold(s, before, holder, holders, extra)


def _forwards(
    s: Stream, found: Sequence[Found], holders: dict[int, int | None], extra: dict[int, list[Piece]]
) -> None:
    """Whole quoted sentences go on with the speaker of the paragraph, or of the quotation right before."""
    cues = [f.frame.cue.first for f in found]
    previous: int | None = None
    for number, holder in holders.items():
        quotation = s.quotations[number]
        if holder is None and _is_whole(s, number):
            at = bisect_left(cues, quotation.first) - 1
            speaker = None
            if quotation.continues and previous is not None:
                speaker = holders[previous]
            elif at >= 0 and _block(s, cues[at]) == _block(s, quotation.first):
                speaker = at
            elif (
                previous is not None
                and _block(s, s.quotations[previous].last - 1) >= _block(s, quotation.first) - 1
            ):
                speaker = holders[previous]
            if speaker is not None:
                _hold(s, number, speaker, holders, extra)
        previous = number


def _hold(
    s: Stream, number: int, holder: int, holders: dict[int, int | None], extra: dict[int, list[Piece]]
) -> None:
    holders[number] = holder
    extra.setdefault(holder, []).append((s.quotations[number].first, s.quotations[number].last))


def _block(s: Stream, index: int) -> int:
    return s.sentences[s.sentence[index]].block


def _is_whole(s: Stream, number: int) -> bool:
    """Whether the quotation is made of whole sentences with nothing beside them."""
    quotation = s.quotations[number]
    first, last = quotation.first, quotation.last
    begins = first == s.sentences[s.sentence[first]].first or s.text[first - 1] in STOPS
    return begins and s.sentences[s.sentence[last - 1]].last <= last + 1
