"""The stretches that a framed cue governs, left and right of it, and where its neighbours cut them off."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.attribution.contents import begin_left, begin_right, end_right, leads_in
from claimcheck.attribution.frames import Frame
from claimcheck.attribution.stream import Stream

Piece = tuple[int, int]


def contents_of(s: Stream, f: Frame, low: int, high: int, later: Sequence[Frame]) -> tuple[Piece, ...]:
    """What `f` reports within tokens [low, high); `later` are the frames after it there."""
    limit = _limit(s, f, high, later)
    follows = f.side != "shared" and _follows_content(s, f.first, low)
    if f.cue.form is None:
        right = _after_phrase(s, f, low, limit)
        left = _before_phrase(s, f, low) if right is None or f.first > low else None
    else:
        right = _right(s, f, low, limit, follows)
        left = _left(s, f, low, high, right) if follows else None
    return tuple(piece for piece in (left, right) if piece and piece[1] > piece[0])


def _limit(s: Stream, f: Frame, high: int, later: Sequence[Frame]) -> int:
    """Where the next frame that is not part of what is said here begins."""
    for other in later:
        start = other.first
        if start <= f.last:
            continue
        before = s.lower[start - 1]
        if before == ",":
            return start - 1
        if s.dash(start - 1) or start - 1 in s.closing:
            return start
        if before in s.words.joints and (s.text[start - 2] == "," or other.side == "shared"):
            return start - 2 if s.text[start - 2] == "," else start - 1
        if other.cue.form is None:
            return start
    return high


def _follows_content(s: Stream, first: int, low: int) -> bool:
    """Whether a comma, a dash or a quotation ends right before `first`, and so perhaps something said."""
    if first > low:
        return s.text[first - 1] == "," or s.dash(first - 1) or first - 1 in s.closing
    if low == 0 or low - 1 not in s.closing:
        return False
    return s.sentences[s.sentence[low - 1]].block == s.sentences[s.sentence[low]].block


def _after_phrase(s: Stream, f: Frame, low: int, limit: int) -> Piece | None:
    """`According to the port, 12 boats sank`: what follows the source's comma."""
    if f.last + 1 >= limit or s.text[f.last] != ",":
        return None
    begin = f.last + 1
    if f.first > low and (s.text[f.first - 1] != "," or not _goes_on(s, begin)):
        return None
    return begin, end_right(s, f.cue, begin, limit, subordinate=False)


def _before_phrase(s: Stream, f: Frame, low: int) -> Piece | None:
    """`12 boats sank, according to the port`: the clause before the phrase."""
    end = f.first
    if end <= low:
        return None
    if end - 1 in s.closing:
        begin = begin_left(s, low, end)
        return (begin, end) if begin is not None else None
    if s.text[end - 1] == "," or s.dash(end - 1):
        end -= 1
    begin = begin_left(s, low, end)
    return (begin, end) if begin is not None else None


def _right(s: Stream, f: Frame, low: int, limit: int, follows: bool) -> Piece | None:
    if f.last >= limit:
        return None
    resumed = f.last + 1 if s.text[f.last] == "," and f.last + 1 < limit and _goes_on(s, f.last + 1) else None
    if f.side == "after" and not f.cue.passive:
        begin = f.last + 1 if s.text[f.last] == ":" else resumed
    else:
        begin = begin_right(s, f.cue, f.last, limit)
        as_said = f.first > low and s.lower[f.first - 1] == "as" and s.text[f.last] == ","
        if begin is None and as_said:
            begin = f.last + 1
        elif begin is None and follows:
            begin = resumed
    if begin is None or begin >= limit:
        return None
    return begin, end_right(s, f.cue, begin, limit, _subordinate(s, f, low) and begin != f.last + 1)


def _subordinate(s: Stream, f: Frame, low: int) -> bool:
    """Whether the frame is in a clause that opens the sentence: `While she said it was safe, …`."""
    return low < f.first <= low + 2 and s.lower[f.first - 1] in s.words.subordinators


def _goes_on(s: Stream, index: int) -> bool:
    """Whether the split sentence goes on after `, she said,`."""
    word = s.lower[index]
    return not (word.endswith("ing") or word in s.words.trailing)


def _left(s: Stream, f: Frame, low: int, high: int, right: Piece | None) -> Piece | None:
    end = f.first
    quoted = end - 1 in s.closing or (end - 2 in s.closing and (s.text[end - 1] == "," or s.dash(end - 1)))
    if not quoted:
        end -= 1
        if end <= low:
            return None
        if right and not (s.text[f.last] == "," and not leads_in(s, low, end)):
            return None
        if right is None and f.last < s.end(f.last, high) and s.text[f.last] != "," and leads_in(s, low, end):
            return None
    begin = begin_left(s, low, end)
    return (begin, end) if begin is not None else None
