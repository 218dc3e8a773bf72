"""How far what is said reaches, right and left of its cue."""

from __future__ import annotations

from claimcheck.attribution.cues import Cue
from claimcheck.attribution.phrases import phrase_after
from claimcheck.attribution.stream import Stream
from claimcheck.attribution.vocabulary import verb_forms
from claimcheck.model import MARK, NUMERAL, WORD

_AHEAD = 16  # words between cue and `that` or a quotation
_CLAUSES = frozenset(("that", "whether", "how", "why", "what", "if"))


def begin_right(s: Stream, cue: Cue, after: int, high: int) -> int | None:
    """The token at which the content right of `after` begins, or None if none follows the cue."""
    if after >= high or cue.form is None:
        return None
    takes = cue.form.verb.takes
    word = s.lower[after]
    if after in s.opening:
        return after
    if not takes & {"clause", "object", "hearer", "infinitive", "as"} and word not in takes:
        return _quoted_only(s, after, high)
    if word == ":":
        return after + 1 if after + 1 < high else None
    if word == ",":
        return _past_comma(s, after + 1, high)
    if s.kind[after] == MARK and word not in "$(£€'-":
        return after + 1 if s.dash(after) and after + 1 in s.opening else None
    if "hearer" in takes and not cue.passive:
        found = _past_hearer(s, after, high)
        if found is not None:
            return found
    if word in _CLAUSES:
        return after if takes & {"clause", "hearer", "object"} else None
    if word == "to" and takes & {"infinitive", "hearer", "directive"}:
        return after
    if word == "as" and "as" in takes:
        return after + 1
    if word in takes:
        return after + 1
    if takes & {"clause", "hearer", "quotation"}:
        inserted = _past_insert(s, after, high)
        if inserted is not None:
            return inserted
    if cue.form.verb.document and "clause" not in takes and "object" not in takes:
        return None
    return after if takes & {"clause", "object"} and _may_open(s, after, cue) else None


def _quoted_only(s: Stream, index: int, high: int) -> int | None:
    """The first quotation after a verb that only speaks it: `he roared from the back, “Never.”`"""
    for here in range(index, min(high, index + _AHEAD)):
        if here in s.opening:
            return here
        if s.lower[here] == "that" and here == index:
            return here
        if s.auxiliary(here) or s.text[here] in ".;!?":
            break
    return None


def _may_open(s: Stream, index: int, cue: Cue) -> bool:
    """Whether a bare clause or noun phrase can begin at `index`."""
    word = s.lower[index]
    if word in ("and", "or", "but", "by", "than", "yes", "no", "so", "nothing", "anything"):
        return word in ("no", "so", "nothing", "anything")
    assert cue.form is not None
    if "object" not in cue.form.verb.takes and word in s.words.prepositions:
        return word in (
            "in",
            "under",
            "after",
            "about",
            "over",
            "some",
            "like",
            "for",
            "on",
            "at",
            "with",
            "by",
        )
    return not (word in s.words.prepositions and word not in ("about", "over", "up", "under"))


def _past_comma(s: Stream, index: int, high: int) -> int | None:
    """Content that a comma introduces: a quotation, `though, that`, or the rest of a split sentence."""
    if index >= high:
        return None
    if index in s.opening or s.lower[index] == "that":
        return index
    for here in range(index, min(high, index + _AHEAD)):
        if s.text[here] == "," and here + 1 < high and (here + 1 in s.opening or s.lower[here + 1] == "that"):
            return here + 1
        if here in s.opening or s.auxiliary(here):
            return None
    return None


def _past_insert(s: Stream, index: int, high: int) -> int | None:
    """Where content begins after `Sunday`, `in a statement`, `to reporters`; None if nothing is inserted."""
    word = s.lower[index]
    if word in s.words.times or s.adverb(index):
        index += 1
        if index >= high:
            return None
        if s.lower[index] in s.words.times:
            index += 1
        word = s.lower[index] if index < high else ""
        if word == ",":
            return index + 1 if index + 1 in s.opening else None
        if word not in s.words.inserts:
            return index if word not in ("", ".") else None
    if word not in s.words.inserts:
        return None
    if index + 2 < high and s.lower[index + 1] in s.words.times and _opens_phrase(s, index + 2):
        return index + 2
    for here in range(index, min(high, index + _AHEAD)):
        if here in s.opening:
            short = s.quotations[s.opening[here]].last - here <= 6
            return here if not short or s.text[here - 1] in ",:" else None
        if s.lower[here] in ("that", "whether", "how", "why") and here > index:
            return here
        if s.text[here] == ":" and here + 1 < high:
            return here + 1
        if s.auxiliary(here) and here > index:
            return _clause_start(s, index, here)
        if s.kind[here] == MARK and s.text[here] in ";!?":
            break
    return None


def _opens_phrase(s: Stream, index: int) -> bool:
    word = s.lower[index]
    return word in s.words.determiners or word in s.words.persons or s.kind[index] == NUMERAL


def _clause_start(s: Stream, index: int, verb: int) -> int | None:
    """`in a statement the firm would`: the subject of the verb that comes next."""
    for here in range(verb - 1, index, -1):
        word = s.lower[here]
        if word in s.words.pronouns or word in s.words.determiners:
            return here if s.lower[here - 1] not in s.words.prepositions else None
    return None


def _past_hearer(s: Stream, index: int, high: int) -> int | None:
    """Where content begins after `told` and its hearer."""
    for here in range(index, min(high, index + _AHEAD)):
        word = s.lower[here]
        if word in ("that", "whether", "how", "why", "what") and here > index:
            return here
        if here in s.opening and s.text[here - 1] in ",:" and here > index:
            return here
        if word in ("to", "of", "about", "not") and here > index and _hearer_ends(s, index, here):
            return here if word in ("to", "not") else here + 1
        if s.kind[here] == MARK and s.text[here] in ";:!?":
            return here + 1 if s.text[here] == ":" and here + 1 < high else None
        if s.text[here] == "," and here > index:
            return _past_comma(s, here + 1, high)
        if here > index and s.auxiliary(here):
            break
    if s.lower[index] in s.words.hearers:
        start = index + 1
        inserted = _past_insert(s, start, high) if start < high else None
        return inserted if inserted is not None else (start if start < high else None)
    last = index
    while last < high and (s.capital(last) or s.text[last] in ".-&"):
        last += 1
    if last < high and last > index and s.lower[last] not in s.words.pronouns | s.words.determiners:
        return _past_insert(s, last, high) or (last if s.kind[last] == WORD else None)
    return last if index < last < high else None


def _hearer_ends(s: Stream, index: int, here: int) -> bool:
    return here - index <= 8 and not any(s.text[i] == "," for i in range(index, here))


def end_right(s: Stream, cue: Cue, begin: int, high: int, subordinate: bool) -> int:
    """Where the content that begins at `begin` ends, at `high` at the latest."""
    if begin in s.opening:
        tail = s.quotations[s.opening[begin]].last
        whole = s.text[tail - 2] in ",.!?" or tail >= high or s.kind[tail] == MARK
        if whole and begin and s.text[begin - 1] in ",:":
            return tail
    objects = cue.form is not None and "clause" not in cue.form.verb.takes
    index = begin
    while index < high:
        if s.outer[index] >= 0 and s.outer[index] != s.outer[begin - 1]:
            index = max(index + 1, s.quotations[s.outer[index]].last)
            continue
        if s.text[index] == ";" or (
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
        return word not in ("and", "or") and s.kind[comma - 1] != NUMERAL
    return word in ("while", "although", "though", "even", "which", "according") and (
        word != "even" or s.lower[comma + 2 : comma + 3] in (["though"], ["as"])
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
    if s.adverb(low) or word in s.words.times or word in ("and", "but", "so", "still", "yet"):
        return comma - low <= 3 or word in s.words.times
    if word not in s.words.leading and word not in s.words.openers and not word.endswith(("ing", "ed")):
        return False
    return not (word in ("this", "that") and comma - low > 4)


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
    if s.lower[last + 1] not in ("a", "an", "the", "who", "which") and not age:
        return last
    for here in range(last + 1, min(high, last + 25)):
        if s.text[here] == ",":
            return here
        if s.auxiliary(here) and s.lower[last + 1] not in ("who", "which"):
            return last
        if here in s.opening:
            return last
    return last
