"""A cue with its source: which words in the sentence answer for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from claimcheck.attribution.contents import source_after
from claimcheck.attribution.cues import Cue
from claimcheck.attribution.openings import begin_right
from claimcheck.attribution.phrases import leading_subject, phrase_after
from claimcheck.attribution.stream import Stream
from claimcheck.attribution.subjects import subject_before
from claimcheck.attribution.vocabulary import SPEAKS
from claimcheck.model import NUMERAL, WORD
from claimcheck.values import frozen

Side = Literal["before", "after", "shared", "none"]

_MEASURED = 6  # words from `put` to the noun, and from it to the number


@frozen
class Frame:
    """A cue and its source: `side` says where the source stands; `shared` is another cue's source."""

    cue: Cue
    source: tuple[int, int] | None
    side: Side

    @property
    def first(self) -> int:
        """The first token of cue and source, where the source stands before."""
        if self.side == "before" and self.source:
            return min(self.source[0], self.cue.first)
        return self.cue.first

    @property
    def last(self) -> int:
        """The end of cue and source, where the source stands after."""
        if self.side == "after" and self.source:
            return max(self.source[1], self.cue.last)
        return self.cue.last


@frozen
class Found:
    """A frame with what it reports: stretches of tokens in order."""

    frame: Frame
    contents: tuple[tuple[int, int], ...]


def frame(s: Stream, cue: Cue, low: int, high: int, earlier: Sequence[Frame]) -> Frame | None:
    """`cue` with its source, looked for in tokens [low, high); `earlier` are the frames before it there."""
    found = _framed(s, cue, low, high, earlier)
    return found if _may_answer(s, found, high) else None


def _may_answer(s: Stream, found: Frame, high: int) -> bool:
    """Whether the source can be the verb's: `the survey found 61%`, not `he found a coin`."""
    form = found.cue.form
    if form is None or found.cue.passive:
        return True
    if found.side == "none" and "clause" not in form.verb.takes:
        return False
    if not form.verb.document or _ends_sentence(s, found, high) or _measures(s, found, high):
        return True
    after = found.last
    if (
        after < high
        and s.lower[after] == "that"
        and "clause" in form.verb.takes
        and form.verb.stance != "survey"
    ):
        return True
    if found.source is None:
        return False
    return any(s.lower[i] in s.words.documents for i in range(*found.source))


def _measures(s: Stream, found: Frame, high: int) -> bool:
    """Whether anybody may answer for the number that follows: `police put the toll at 40`."""
    form, first = found.cue.form, found.last
    if form is None or "measure" not in form.verb.takes or found.source is None:
        return False
    noun = range(first, min(high, first + _MEASURED))
    counted = next((i for i in noun if s.lower[i] in s.words.measured), None)
    return counted is not None and any(
        s.kind[i] == NUMERAL for i in range(counted + 1, min(high, counted + 1 + _MEASURED))
    )


def _ends_sentence(s: Stream, found: Frame, high: int) -> bool:
    """Whether a named source and its verb close a sentence: `…, the Gazette found.`"""
    if found.source is None or found.side != "before" or not found.source[0]:
        return False
    after = s.text[found.source[0] - 1]
    return after == "," and found.last >= s.end(found.last, high) and s.capital(found.source[1] - 1)


def _framed(s: Stream, cue: Cue, low: int, high: int, earlier: Sequence[Frame]) -> Frame:
    if cue.noun:
        owner = cue.head if s.lower[cue.head] in s.words.owners else None
        found = (owner, owner + 1) if owner is not None else subject_before(s, low, cue.head)
        return Frame(cue, found, "before" if found else "none")
    if cue.form is None:
        return Frame(cue, source_after(s, cue, high), "after")
    if cue.passive or _reduced(s, cue, low, high):
        return _passive(s, cue, high)
    before = s.lower[cue.first - 1] if cue.first > low else ""
    if _may_invert(s, cue, low):
        last = phrase_after(s, cue.last, high, strict=True, aside=True)
        quoted = cue.first - 1 in s.closing or cue.first - 2 in s.closing
        if not quoted and _has_aside(s, low, cue.first):
            last = cue.last
        if (
            last > cue.last
            and (quoted or s.lower[cue.last] not in s.words.persons)
            and _names(s, cue.last)
            and _closes(s, last, high)
        ):
            return Frame(cue, (cue.last, last), "after")
    if cue.gerund:
        return _gerund(s, cue, low, earlier)
    if before in s.words.pending:
        return Frame(cue, _shared(s, cue, low, earlier), "shared")
    if before == "that" and cue.first - 2 >= low and s.kind[cue.first - 2] == WORD:
        return Frame(cue, (cue.first - 1, cue.first), "before")
    found = subject_before(s, low, cue.first)
    for other in reversed(earlier):
        if found and found[0] <= other.cue.head < found[1] and _governs_clause(s, other):
            found = subject_before(s, other.cue.last, cue.first)
            break
    if found and s.text[cue.first - 1] == "," and not _may_follow_comma(s, cue, found):
        found = None
    return Frame(cue, found, "before" if found else "none")


def _has_aside(s: Stream, low: int, first: int) -> bool:
    """Whether a subject with an aside stands before the verb: `Ann Roe, a geologist, said`."""
    found = subject_before(s, low, first) if s.text[first - 1] == "," else None
    return found is not None and any(s.text[i] == "," for i in range(*found))


def _may_follow_comma(s: Stream, cue: Cue, found: tuple[int, int]) -> bool:
    """Not a participle: `the tavern, called the Anchor, seats 40`."""
    clause = cue.form is not None and "clause" in cue.form.verb.takes
    return clause or any(s.text[i] == "," or s.dash(i) for i in range(*found))


def _governs_clause(s: Stream, other: Frame) -> bool:
    """Whether a later subject must stand right of `other`, as in `she says her aides claimed`."""
    form = other.cue.form
    if form is None or "clause" not in form.verb.takes or other.source is None or other.side != "before":
        return False
    return s.lower[other.source[0]] not in s.words.relatives


def _reduced(s: Stream, cue: Cue, low: int, high: int) -> bool:
    """Whether a past form without an object is a participle: `the report, published on Monday,`."""
    assert cue.form is not None
    if (
        not cue.form.passive
        or cue.first < cue.head
        or "object" not in cue.form.verb.takes
        or cue.last >= high
    ):
        return False
    word = s.lower[cue.last]
    if word == "by" or s.lower[cue.last - 1] == "at":
        return True  # `gifts valued at $300`
    if (
        not (word in s.words.prepositions or word in s.words.times)
        or s.lower[cue.last - 1] in cue.form.verb.takes
    ):
        return False
    if word == "to" and "infinitive" in cue.form.verb.takes:
        return False
    if _closes_with_day(s, cue.last, high) and _follows_comma(s, low, cue):
        return False  # `…, the agency reported Friday.`
    begin = begin_right(s, cue, cue.last, high)
    return begin is None or begin == cue.last


def _closes_with_day(s: Stream, index: int, high: int) -> bool:
    """Whether a clause ends with the day at `index`: `Friday.`, `on Friday, a toll that …`."""
    index += s.lower[index] == "on"
    if index >= high or s.lower[index] not in s.words.times:
        return False
    return index + 1 >= s.end(index, high) or s.text[index + 1] == ","


def _follows_comma(s: Stream, low: int, cue: Cue) -> bool:
    found = subject_before(s, low, cue.first)
    return found is not None and found[0] > low and (s.text[found[0] - 1] == "," or found[0] - 1 in s.closing)


def _passive(s: Stream, cue: Cue, high: int) -> Frame:
    by = cue.last + 1 < high and s.lower[cue.last] == "by" and s.kind[cue.last + 1] == WORD
    if by and s.lower[cue.last + 1] not in s.words.means:
        last = phrase_after(s, cue.last + 1, high, strict=False)
        if last > cue.last + 1:
            return Frame(cue, (cue.last + 1, last), "after")
    return Frame(cue, None, "none")


def _may_invert(s: Stream, cue: Cue, low: int) -> bool:
    assert cue.form is not None
    takes = cue.form.verb.takes
    if (
        cue.form.name not in ("past", "third", "base")
        or "hearer" in takes
        or cue.form.verb.document
        or not takes & SPEAKS
    ):
        return False
    if cue.first <= low:
        return s.capital(cue.head) or cue.first - 1 in s.closing
    return s.text[cue.first - 1] == "," or s.dash(cue.first - 1) or cue.first - 1 in s.closing


def _names(s: Stream, index: int) -> bool:
    """Whether a source can begin here: a name, a pronoun, a determiner or a plain plural noun."""
    if s.kind[index] != WORD:
        return s.text[index] not in ",.:;" and index not in s.opening
    return s.lower[index] not in s.words.times and not s.adverb(index) and (
        s.lower[index] not in s.words.prepositions and s.lower[index] not in s.words.openers
    )  # fmt: skip


def _closes(s: Stream, last: int, high: int) -> bool:
    """Whether an inverted source ends where a sentence, a comma or an insert can stand."""
    if last >= s.end(last, high) or last >= high:
        return True
    word = s.lower[last]
    return s.kind[last] != WORD or s.adverb(last) or any(
        word in known for known in (s.words.inserts, s.words.times, s.words.joints, s.words.subordinators)
    ) or word == "who"  # fmt: skip


def _gerund(s: Stream, cue: Cue, low: int, earlier: Sequence[Frame]) -> Frame:
    before = cue.first - 1
    if before >= low and s.kind[before] == WORD and s.lower[before] not in s.words.no_heads:
        found = subject_before(s, low, cue.first)
        if found:
            return Frame(cue, found, "before")
    return Frame(cue, _shared(s, cue, low, earlier), "shared")


def _shared(s: Stream, cue: Cue, low: int, earlier: Sequence[Frame]) -> tuple[int, int] | None:
    for other in reversed(earlier):
        if other.source and other.cue.form is not None and not other.cue.passive:
            return other.source
    return leading_subject(s, low, cue.first)
