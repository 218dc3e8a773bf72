"""Noun phrases read to the right, and what opens a sentence before its subject."""

from __future__ import annotations

from claimcheck.attribution.stream import INSIDE, STOPS, Stream
from claimcheck.attribution.vocabulary import verb_forms
from claimcheck.model import MARK, NUMERAL, WORD

LONGEST = 60  # tokens that a source phrase may span; keeps every search bounded


def leading_subject(s: Stream, low: int, high: int) -> tuple[int, int] | None:
    """The subject of the main clause that begins at `low`, for a verb at `high` without one of its own."""
    index = low
    while index < high and (s.lower[index] in s.words.starters or s.adverb(index)):
        index += 1
    if index < high and (s.lower[index] in s.words.leading or s.lower[index] in s.words.openers):
        while index < high and s.text[index] != ",":
            index += 1
        index += 1
    last = phrase_after(s, index, high, strict=False)
    return trimmed(s, low, index, last) if last > index else None


def phrase_after(s: Stream, first: int, high: int, *, strict: bool, aside: bool = False) -> int:
    """The end of the noun phrase that starts at `first`; `aside` lets it go on past commas to appositions.

    Returns `first` when no phrase starts there or, if `strict`, when a finite verb follows it.
    """
    index = first
    relative = False
    high = min(high, first + LONGEST)
    if index < high and s.lower[index] in s.words.persons:
        return first + 1
    while index < high:
        word = s.lower[index]
        if s.kind[index] == MARK:
            if word == "," and aside and _apposes(s, index + 1, high):
                index += 1
                relative = relative or s.lower[index] in s.words.relative_openers
                continue
            if word == "(":
                index = _closing_bracket(s, index, high)
                continue
            if index in s.opening and s.quotations[s.opening[index]].last - index <= 6 and index > first:
                index = s.quotations[s.opening[index]].last
                continue
            if index in s.opening and strict:
                return index - 1 if s.text[index - 1] in STOPS else first
            if (
                word not in INSIDE
                or s.dash(index)
                or (word == "." and (index + 1 >= high or len(s.text[index - 1]) > 5))
            ):
                break
        elif word in s.words.relatives and index > first and not (word == "that" and strict):
            relative = True
        elif strict and not relative and index > first and _clausal(s, index):
            return first
        elif index > first and not relative and _verbal(s, index):
            return first if strict else index
        elif _ends_phrase(s, index, first, relative):
            break
        index += 1
    return index


def _clausal(s: Stream, index: int) -> bool:
    """Whether the token speaks for a clause: a subject pronoun, or a past form before its object."""
    word = s.lower[index]
    if word in s.words.persons and word not in ("you", "it"):
        return True
    return s.past(index)


def _verbal(s: Stream, index: int) -> bool:
    word = s.lower[index]
    return (s.auxiliary(index)) or (word in verb_forms() and finite(s, index) and not s.capital(index))


def _ends_phrase(s: Stream, index: int, first: int, relative: bool) -> bool:
    word = s.lower[index]
    if word in s.words.phrase_ends:
        return not relative or word in s.words.relative_ends
    if word in s.words.times and index > first and not s.lower[index - 1].endswith("'s"):
        return not (index + 1 < len(s.lower) and s.lower[index + 1] == "'s") and not relative
    if word in s.words.manner and index > first and index + 1 < len(s.lower):
        return not relative and _says_where(s, index + 1)
    return word == "to" and not relative


def _says_where(s: Stream, index: int) -> bool:
    """`in a statement`, `on Friday`: how it was said and not who said it."""
    if s.lower[index] in s.words.manner_openers:
        return True
    return s.lower[index] in s.words.times or s.kind[index] == NUMERAL


def _apposes(s: Stream, index: int, high: int) -> bool:
    """Whether an apposition, an age or a relative clause follows the comma before `index`."""
    if index >= high:
        return False
    word = s.lower[index]
    if word in s.words.apposition_openers:
        return True
    if s.kind[index] == NUMERAL:
        return True
    return s.capital(index) and word not in s.words.pronouns and s.kind[index] == WORD


def _closing_bracket(s: Stream, index: int, high: int) -> int:
    for here in range(index, min(high, index + 15)):
        if s.text[here] == ")":
            return here + 1
    return index + 1


def finite(s: Stream, index: int) -> bool:
    """Whether the reporting-verb form at `index` may be a finite verb rather than a noun or adjective."""
    before = s.lower[index - 1] if index else ""
    if before in s.words.determiners or before in s.words.prepositions:
        return False
    return any(
        form.name == "past" or (form.name in ("third", "base") and not form.verb.noun)
        for form in verb_forms()[s.lower[index]]
        if not form.rest
    )


def trimmed(s: Stream, low: int, first: int, last: int) -> tuple[int, int] | None:
    """[first, last) without what opens a sentence before its subject, or None if nothing is left."""
    while first < last and (
        s.lower[first] in s.words.subordinators
        or s.lower[first] in s.words.starters
        or s.text[first] == ","
        or s.dash(first)
        or (s.adverb(first) and first + 1 < last and s.lower[first] not in s.words.kept_adverbs)
    ):
        first += 1
    if first < last and s.lower[first] in s.words.leading and s.lower[first] not in s.words.kept_leading:
        first = _after_adverbial(s, first, last)
    while last > first and s.kind[last - 1] == MARK and s.text[last - 1] not in ")%\"”.’'":
        last -= 1
    if first >= last or not any(s.kind[i] != MARK for i in range(first, last)):
        return None
    return first, last


def _after_adverbial(s: Stream, first: int, last: int) -> int:
    """Where the subject starts in `In a statement on Friday the company`: the last bare noun phrase."""
    index = last
    while index > first + 1:
        word = s.lower[index - 1]
        if word in s.words.prepositions and word != "of":
            return last
        if word in s.words.determiners and word != "'s" and index - 1 > first + 1:
            return index - 1
        if s.capital(index - 1) and not (s.capital(index - 2) or s.text[index - 2] in "-.'’"):
            if s.lower[index - 2] in s.words.prepositions or s.lower[index - 2] in s.words.determiners:
                return last
            return index - 1
        index -= 1
    return last
