"""Where what is said begins right of its cue: past `that`, hearers, days and places."""

from __future__ import annotations

from claimcheck.attribution.cues import Cue
from claimcheck.attribution.stream import Stream
from claimcheck.model import MARK, NUMERAL, WORD

_AHEAD = 16  # words between cue and `that` or a quotation


def begin_right(s: Stream, cue: Cue, after: int, high: int) -> int | None:
    """The token at which the content right of `after` begins, or None if none follows the cue."""
    if after >= high or cue.form is None:
        return None
    takes = cue.form.verb.takes
    word = s.lower[after]
    if s.lower[after - 1] in takes and after - 1 > cue.head:
        return after  # `complained about`
    if cue.passive and word in s.words.passive_prepositions:
        return after
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
    if word in s.words.clauses:
        return after if takes & {"clause", "hearer", "object"} else None
    if (word == "to" or s.lower[after - 1] == "to") and takes & {"infinitive", "hearer"}:
        return after
    if "as" in takes and "as" in s.lower[after : min(high, after + _AHEAD // 2)]:
        return after
    if word in takes:
        return after + 1
    if takes & {"clause", "hearer", "quotation"}:
        inserted = _past_insert(s, after, high)
        if inserted is not None:
            return inserted
    if word in s.words.times:
        return None
    if not takes & {"clause", "object"} or not _may_open(s, after, cue):
        return None
    return after if not cue.form.verb.transitive or is_clause(s, after, high) else None


def is_clause(s: Stream, index: int, high: int) -> bool:
    """Whether a finite verb follows at `index`: `added the cost had doubled`, not `added 160 guards`."""
    if s.lower[index] in s.words.persons:
        return True
    for here in range(index + 1, min(high, index + _AHEAD)):
        if s.auxiliary(here) or s.past(here):
            return True
        if s.kind[here] == MARK and s.text[here] in ",;:":
            return False
    return False


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


def is_bare_insert(s: Stream, index: int) -> bool:
    """Whether the words at `index` say when or where something was said rather than what."""
    return s.lower[index] in s.words.inserts or s.lower[index] in s.words.times


def _may_open(s: Stream, index: int, cue: Cue) -> bool:
    """Whether a bare clause or noun phrase can begin at `index`."""
    word = s.lower[index]
    if word in s.words.never_open:
        return False
    assert cue.form is not None
    if s.auxiliary(index) and not word.endswith("ing"):
        return False
    return (
        "object" not in cue.form.verb.takes or word not in s.words.prepositions or word in s.words.quantities
    )


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
    if word in s.words.times or word.endswith("ly"):
        index += 1
        if index >= high:
            return None
        if s.lower[index] in s.words.times:
            index += 1
        word = s.lower[index] if index < high else ""
        if word == ",":
            return index + 1 if index + 1 in s.opening else None
        if word not in s.words.inserts:
            return index if word not in ("", ".") and not s.auxiliary(index) else None
    if word not in s.words.inserts:
        return None
    if index + 2 < high and s.lower[index + 1] in s.words.times and _opens_phrase(s, index + 2):
        return index + 2
    for here in range(index, min(high, index + _AHEAD)):
        if here in s.opening:
            short = s.quotations[s.opening[here]].last - here <= 6
            return here if not short or s.text[here - 1] in ",:" else None
        if s.lower[here] in s.words.sure_clauses and here > index:
            return None if s.text[here - 1] != "," and "," in s.text[index:here] else here  # `, a toll that`
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
        if word in s.words.clauses and word != "if" and here > index:
            return here
        if here in s.opening and s.text[here - 1] in ",:" and here > index:
            return here
        if word in s.words.hearer_ends and here > index and _hearer_ends(s, index, here):
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
    for here in range(index + 1, min(high, index + 5)):
        if s.lower[here] in s.words.persons:
            return here  # `told his audience they would pay`
    last = index
    while last < high and (s.capital(last) or s.text[last] in ".-&"):
        last += 1
    if last < high and last > index and s.lower[last] not in s.words.pronouns | s.words.determiners:
        return _past_insert(s, last, high) or (last if s.kind[last] == WORD else None)
    return last if index < last < high else None


def _hearer_ends(s: Stream, index: int, here: int) -> bool:
    return here - index <= 8 and not any(s.text[i] == "," for i in range(index, here))
