"""The stretches that a framed cue governs, left and right of it, and where its neighbours cut them off."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.attribution.contents import begin_left, end_right, leads_in
from claimcheck.attribution.frames import Frame
from claimcheck.attribution.openings import begin_right, is_bare_insert, is_clause
from claimcheck.attribution.stream import Stream
from claimcheck.attribution.subjects import subject_before
from claimcheck.attribution.vocabulary import SPEAKS
from claimcheck.model import WORD

Piece = tuple[int, int]


def contents_of(s: Stream, f: Frame, low: int, high: int, later: Sequence[Frame]) -> tuple[Piece, ...]:
    """What `f` reports within tokens [low, high); `later` are the frames after it there."""
    limit = _limit(s, f, high, later)
    if f.cue.noun:
        end = end_right(s, f.cue, f.cue.last, limit, subordinate=True)
        return ((f.cue.last, _predicate(s, f.cue.last, end)),)
    if f.cue.form is None:
        right = _after_phrase(s, f, low, limit)
        left = _before_phrase(s, f, low) if right is None or f.first > low else None
    elif f.side != "shared" and f.cue.form.verb.takes & SPEAKS and _follows_content(s, f.first, low):
        left, right = _around(s, f, low, high, limit)
    else:
        left, right = None, _right(s, f, low, limit)
        if f.cue.passive and f.side == "after":
            left = subject_before(s, low, f.cue.first)
    return tuple(piece for piece in (left, right) if piece and piece[1] > piece[0])


def _limit(s: Stream, f: Frame, high: int, later: Sequence[Frame]) -> int:
    """Where the next frame that is not part of what is said here begins."""
    for other in later:
        start = other.first
        if start <= f.first and other.side == "before" and other.cue.first > f.last:
            return other.cue.first - (s.text[other.cue.first - 1] == ",")
        if start <= f.last + (s.text[f.last : f.last + 1] == [","] and other.side != "shared"):
            continue
        before = s.lower[start - 1]
        if before == ",":
            return start - 1
        if s.dash(start - 1) or (start - 1 in s.closing and s.last_inside(start - 1) in ",.!?"):
            return start
        if before in s.words.joints and s.text[start - 2] == "," and start - 2 <= f.last + 1:
            continue  # `found that, while 37 percent say`
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
    if f.first > low and (s.text[f.first - 1] != "," or not _goes_on(s, begin, limit)):
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


def _right(s: Stream, f: Frame, low: int, limit: int) -> Piece | None:
    """What is said right of the cue."""
    if f.last >= limit:
        return None
    if f.side == "after" and not f.cue.passive:
        begin = f.last + 1 if s.text[f.last] == ":" else None
    else:
        begin = begin_right(s, f.cue, f.last, limit)
        if begin is None and f.first > low and s.lower[f.first - 1] == "as":
            begin = _past_as(s, f.last, limit)
        elif begin is None and s.text[f.last] == "," and _states(f):
            begin = _resumed_at(s, f.last, limit)
    if begin is None or begin >= limit:
        return None
    end = end_right(s, f.cue, begin, limit, _subordinate(s, f, low) and begin != f.last + 1)
    return begin, _main_verb(s, begin, end) if _restrictive(s, f) else end


def _past_as(s: Stream, last: int, limit: int) -> int | None:
    """Where `As she told the Gazette, the road is shut` goes on."""
    for here in range(last, min(limit, last + 10)):
        if s.text[here] == ",":
            return here + 1
    return None


def _states(f: Frame) -> bool:
    """Whether a plain statement may follow a comma: `The Gazette reported, the road is shut`."""
    form = f.cue.form
    return form is not None and form.verb.stance == "assertion" and "clause" in form.verb.takes


def _restrictive(s: Stream, f: Frame) -> bool:
    """Whether the source is the relative pronoun of a clause that a main verb must follow."""
    if f.source is None or s.lower[f.source[0]] not in s.words.relatives or not f.source[0]:
        return False
    return s.kind[f.source[0] - 1] == WORD


def _predicate(s: Stream, begin: int, end: int) -> int:
    """Where the verb stands whose subject is `the claim that 40 died` or `the promise to pay`, or `end`."""
    verbs = 0 if s.lower[begin] == "that" else 1
    for index in range(begin + 1, end):
        if s.outer[index] < 0 and (s.past(index) or (s.auxiliary(index) and not s.auxiliary(index - 1))):
            verbs += not s.auxiliary(index - 1)
            if verbs > 1:
                return index
    return end


def _main_verb(s: Stream, begin: int, end: int) -> int:
    """Where the main verb begins after `those who said they had used it rose`, or `end`."""
    verbs = 0
    for index in range(begin, end):
        if s.outer[index] < 0 and (s.past(index) or (s.auxiliary(index) and not s.auxiliary(index - 1))):
            verbs += 1
            if verbs > 1 and s.lower[index] in s.words.finites and not s.auxiliary(index - 1):
                return index
    return end


def _resumed(s: Stream, f: Frame, limit: int) -> Piece | None:
    """The rest of a split sentence: `…, she said Tuesday, and …`."""
    last = f.last
    while last < limit and s.lower[last] in s.words.times:
        last += 1
    begin = _resumed_at(s, last, limit)
    return (begin, end_right(s, f.cue, begin, limit, subordinate=False)) if begin else None


def _resumed_at(s: Stream, comma: int, limit: int) -> int | None:
    if comma + 1 >= limit or s.text[comma] != "," or not _goes_on(s, comma + 1, limit):
        return None
    return comma + 1


def _subordinate(s: Stream, f: Frame, low: int) -> bool:
    """Whether the frame is in a clause that opens the sentence: `While she said it was safe, …`."""
    return low < f.first <= low + 2 and s.lower[f.first - 1] in s.words.subordinators


def _goes_on(s: Stream, index: int, limit: int) -> bool:
    """Whether the split sentence goes on after `, she said,`."""
    word = s.lower[index]
    if word.endswith("ing"):
        return is_clause(s, index, limit)
    return word not in s.words.trailing


def _around(s: Stream, f: Frame, low: int, high: int, limit: int) -> tuple[Piece | None, Piece | None]:
    """What is said left and right of a cue that a quotation or a comma stands before."""
    right, resumed = _right(s, f, low, limit), _resumed(s, f, limit)
    end = f.first
    if end - 1 in s.closing or (end - 2 in s.closing and (s.text[end - 1] == "," or s.dash(end - 1))):
        if right and (right[0] in s.opening or s.text[right[0] - 1] == ":"):
            resumed = right
            if s.last_inside(end - 1) == ".":
                return None, right  # `“He lost.” She said: “He won.”`
        begin = begin_left(s, low, end)
        return ((begin, end) if begin is not None else None), resumed
    end -= 1
    if right and right[0] == f.last and is_bare_insert(s, f.last) and not leads_in(s, low, end):
        right = None
    ended = f.last >= s.end(f.last, high) or s.text[f.last] == ";"
    said = right is None and (ended or not leads_in(s, low, end))
    if end <= low or not (said or (resumed and s.lower[low + 1] not in s.words.times)):
        return None, right or resumed
    begin = begin_left(s, low, end)
    return ((begin, end) if begin is not None else None), resumed
