"""Where what is said ends right of its cue and begins left of it, and the source of a phrase."""

from __future__ import annotations

from claimcheck.attribution.cues import Cue
from claimcheck.attribution.phrases import phrase_after
from claimcheck.attribution.stream import Stream
from claimcheck.attribution.vocabulary import SPEAKS, verb_forms
from claimcheck.model import MARK, NUMERAL, WORD


def end_right(s: Stream, cue: Cue, begin: int, high: int, subordinate: bool) -> int:
    """Where the content that begins at `begin` ends, at `high` at the latest."""
    if begin in s.opening:
        tail = s.quotations[s.opening[begin]].last
        whole = s.last_inside(tail - 1) in ",.!?" or tail >= high or s.kind[tail] == MARK
        if whole and begin and s.text[begin - 1] in ",:":
            return tail
    objects = cue.form is not None and cue.form.verb.takes.isdisjoint(SPEAKS)
    index = begin
    while index < high:
        if s.outer[index] >= 0 and s.outer[index] != s.outer[begin - 1]:
            index = max(index + 1, s.quotations[s.outer[index]].last)
            continue
        if (s.text[index] == ";" and cue.form) or (
            s.text[index] == "," and index > begin + 1 and _resumes(s, index, high, subordinate)
        ):
            return index
        if objects and index > begin and _object_ends(s, index, high):
            return index
        index += 1
    return s.end(begin, high)


def _resumes(s: Stream, comma: int, high: int, subordinate: bool) -> bool:
    """Whether the reporter's own voice resumes after a comma."""
    if comma + 1 >= high:
        return False
    word = s.lower[comma + 1]
    if subordinate:
        return word not in s.words.coordinators and s.kind[comma - 1] != NUMERAL
    return word in s.words.resuming and (
        word != "even" or not s.words.even_openers.isdisjoint(s.lower[comma + 2 : comma + 3])
    )


def _object_ends(s: Stream, index: int, high: int) -> bool:
    word = s.lower[index]
    if word in s.words.resumes:
        return True
    return word == "and" and index + 1 < high and s.lower[index + 1] in verb_forms()


def begin_left(s: Stream, low: int, high: int) -> int | None:
    """Where the content that ends at `high` (a comma or closing quotation mark) begins."""
    closing = high - 1 if high - 1 in s.closing else None
    if closing is None and high - 2 >= 0 and s.text[high - 1] in ",—–" and high - 2 in s.closing:
        closing = high - 2
    if closing is not None:
        quotation = s.quotations[s.closing[closing]]
        if quotation.first <= low:
            return quotation.first
        return low if _runs_in(s, low, quotation.first) else quotation.first
    return low if high > low else None


def _runs_in(s: Stream, low: int, first: int) -> bool:
    """Whether the words before a quotation belong to what is said: `It was “a mess,” she said`."""
    return s.text[first - 1] not in ",:" and s.kind[first - 1] == WORD and first > low


def leads_in(s: Stream, low: int, comma: int) -> bool:
    """Whether [low, comma) is an adverbial such as `In a statement`, not something said."""
    word = s.lower[low]
    if s.adverb(low) or word in s.words.times or word in s.words.starters:
        return comma - low <= 3 or word in s.words.times
    if word not in s.words.leading and word not in s.words.openers and not word.endswith(("ing", "ed")):
        return False
    if word in s.words.demonstratives and comma - low > 4:
        return False
    return not any(s.text[i] == "," and s.word(i + 1) for i in range(low, comma)) or word in s.words.openers


def source_after(s: Stream, cue: Cue, high: int) -> tuple[int, int] | None:
    """The source that a phrase such as `according to` names."""
    initial = cue.first == 0 or s.sentence[cue.first - 1] != s.sentence[cue.first]
    last = phrase_after(s, cue.last, high, strict=False, aside=not initial)
    if initial:
        last = _apposition(s, last, high)
    return (cue.last, last) if last > cue.last else None


def _apposition(s: Stream, last: int, high: int) -> int:
    """`According to Ann Roe, head of the port,`: the apposition that a second comma closes."""
    if last >= high or s.text[last] != "," or last + 1 >= high:
        return last
    age = s.kind[last + 1] == NUMERAL and last + 2 < high and s.text[last + 2] == ","
    if not age and (s.lower[last + 1] in s.words.persons or s.capital(last + 1) or s.kind[last + 1] != WORD):
        return last
    for here in range(last + 1, min(high, last + 25)):
        if s.text[here] == ",":
            return here
        if s.auxiliary(here) and s.lower[last + 1] not in s.words.relatives:
            return last
        if here in s.opening:
            return last
    return last
