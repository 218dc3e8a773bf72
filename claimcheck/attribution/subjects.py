"""The noun phrase before a verb: where it begins, told by word lists and not by a parser."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.attribution.phrases import LONGEST, finite, trimmed
from claimcheck.attribution.stream import INSIDE, QUOTES, STOPS, Stream
from claimcheck.attribution.vocabulary import verb_forms
from claimcheck.model import MARK, NUMERAL, WORD


def subject_before(s: Stream, low: int, high: int) -> tuple[int, int] | None:
    """The noun phrase that ends right before token `high`, not reaching below `low`."""
    if high <= low:
        return None
    last = high - 1
    if s.lower[last] in s.words.contractions:
        return last, high
    if s.lower[last] in s.words.pronouns and not _heads_of(s, last, low):
        return last, high
    if s.lower[last] in (",", ")") or s.dash(last):
        return _with_aside(s, low, high)
    first = _walk(s, max(low, high - LONGEST), high)
    return trimmed(s, low, first, high)


def _heads_of(s: Stream, index: int, low: int) -> bool:
    """Whether a quantifier goes on to the left: `two of those` is walked, `she` is not."""
    if index <= low or s.lower[index] not in s.words.quantifiers:
        return False
    return s.lower[index - 1] in s.words.before_quantifiers


def _walk(s: Stream, low: int, high: int) -> int:
    """How far to the left the noun phrase that ends at `high` goes."""
    index = high
    joined = False
    while index > low:
        here = index - 1
        word = s.lower[here]
        if s.kind[here] == MARK:
            step = _mark_step(s, here, low, joined)
            if step is None:
                break
            index = step
        elif word in s.words.openers:
            if not (word == "that" and _relative(s, here, low)):
                break
            index = here
        elif word in s.words.relatives or word == "whom":
            if word != "who" and _opens_subject(s, here + 1):
                break
            index = here
        elif word in s.words.coordinators and word != "but":
            if _clause_before(s, low, here):
                break
            joined = True
            index = here
        elif s.auxiliary(here) or (s.past(here) and index < high):
            relative = _relative_before(s, here, low)
            if relative is None:
                break
            index = relative
        else:
            index = here
    return index


def _mark_step(s: Stream, here: int, low: int, joined: bool) -> int | None:
    """The token before which the walk goes on past mark `here`, or None where it stops."""
    mark = s.text[here]
    if mark == ")":
        opening = _opening_bracket(s, low, here)
        return opening if opening < here else None
    if mark == ".":
        # An abbreviation's: `Sen. Lind`, `Gen. Ruiz`; a sentence's own stop ends the sentence.
        return here if here > low and s.kind[here - 1] == WORD and len(s.text[here - 1]) <= 5 else None
    if mark in INSIDE and here not in s.closing:
        return None if mark == "-" and s.dash(here) else here
    if mark in QUOTES and s.outer[here] >= 0:
        quotation = s.quotations[s.outer[here]]
        short = quotation.last - quotation.first <= 7
        if short and here == quotation.last - 1 and quotation.first > low and s.text[here - 1] not in ",.!?":
            return quotation.first
        return None
    if mark == "," and joined and here > low and s.lower[here - 1] not in s.words.openers:
        return here if not _clause_before(s, low, here) and not _adverbial(s, low, here) else None
    return None


def _opens_subject(s: Stream, index: int) -> bool:
    """Whether a relative clause has a subject of its own: `the fund, which Lind said`."""
    word = s.lower[index]
    return word in s.words.determiners or word in s.words.persons or s.capital(index)


def _relative(s: Stream, index: int, low: int) -> bool:
    """Whether `that` at `index` is a relative pronoun: a noun before it and no subject after it."""
    after, before = s.lower[index + 1], s.lower[index - 1] if index > low else ""
    if not before or s.kind[index - 1] != WORD or before in verb_forms():
        return False
    return s.auxiliary(index + 1) or after.endswith(("ed", "es")) or after in verb_forms()


def _relative_before(s: Stream, index: int, low: int) -> int | None:
    """The relative pronoun whose verb group the auxiliary at `index` is in: `who has led`."""
    for back in range(index - 1, max(low, index - 4) - 1, -1):
        if s.lower[back] in s.words.relatives:
            return back if back > low else None
        if not s.auxiliary(back) and not s.adverb(back):
            return None
    return None


def _clause_before(s: Stream, low: int, high: int) -> bool:
    """Whether [low, high) back to the last hard mark holds a finite verb, so that `and` joins clauses."""
    if high > low and s.text[high - 1] == ",":
        high -= 1
    for index in range(high - 1, max(low, high - 25) - 1, -1):
        word = s.lower[index]
        if s.kind[index] == MARK and s.text[index] in ",;:—":
            return False
        if s.outer[index] >= 0:
            return True
        if s.auxiliary(index) or s.past(index) or (word in verb_forms() and finite(s, index)):
            return _relative_before(s, index, low) is None
        if word in s.words.openers and word != "as":
            return False
    return False


def _adverbial(s: Stream, low: int, high: int) -> bool:
    """Whether the stretch that a comma at `high` closes opens like `In Iowa` or `Last week`."""
    first = low
    for index in range(high - 1, max(low, high - 15) - 1, -1):
        if s.text[index] in (",", ";", ":") or s.outer[index] >= 0:
            first = index + 1
            break
    return s.lower[first] in s.words.leading or s.lower[first] in s.words.openers or s.adverb(first)


def _with_aside(s: Stream, low: int, high: int) -> tuple[int, int] | None:
    """A subject with an aside between it and the verb: `Ann Roe, 34, who runs the shop, said`."""
    cuts = [high - 1]
    index, lowest = high - 2, max(low, high - LONGEST)
    while index >= lowest:
        if index in s.closing and s.last_inside(index) not in ",.!?":
            index = s.quotations[s.closing[index]].first - 1
            continue
        if s.text[index] in (";", ":") or s.outer[index] >= 0:
            break
        if s.kind[index] == MARK and s.text[index] in STOPS and len(s.text[index - 1]) > 4:
            break
        if s.text[index] == ")":
            index = _opening_bracket(s, low, index)
        elif s.text[index] == "," or s.dash(index):
            cuts.append(index)
        index -= 1
    cuts.append(index if index >= low else low - 1)
    first = None
    for right, left in pairwise(cuts):
        kind = _segment(s, left + 1, right)
        if kind == "clause" or (kind == "adverbial" and left <= low):
            break
        first = left + 1 if kind == "phrase" else first
    if first is None or len(cuts) < 2:
        return None
    if first > cuts[1] and s.text[high - 1] == "," and first > low:
        return None  # one stretch and a comma, no aside
    while s.text[high - 1] == "," or s.dash(high - 1):
        high -= 1
    return trimmed(s, low, first, high)


def _segment(s: Stream, first: int, last: int) -> str:
    """What the words between two commas are: `phrase`, `aside`, `adverbial` or `clause`."""
    if first >= last:
        return "aside"
    word = s.lower[first]
    if word in s.words.relative_openers or s.kind[first] == NUMERAL:
        return "aside"
    if word in s.words.coordinators and first + 1 < last:
        return _segment(s, first + 1, last)
    if word in s.words.subordinators and s.lower[first + 1] not in s.words.times:
        first += 1
    elif word in s.words.openers or word in s.words.leading or word in s.words.times or s.adverb(first):
        return "adverbial"
    for index in range(first, last):
        word = s.lower[index]
        if s.auxiliary(index) or (
            index > first and (s.past(index) or (word in verb_forms() and finite(s, index)))
        ):
            if any(s.lower[i] in s.words.relatives for i in range(first + 1, index)):
                continue
            return "clause"
    return "phrase" if s.kind[first] == WORD or s.text[first] in "$\"“'‘" else "aside"


def _opening_bracket(s: Stream, low: int, index: int) -> int:
    for back in range(index - 1, max(low, index - 12) - 1, -1):
        if s.text[back] == "(":
            return back
    return index
