"""The noun phrase that follows a figure, by word classes alone."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.figures.openings import after_measure, after_of, is_number
from claimcheck.figures.plurals import is_plural
from claimcheck.figures.words import CLOSED, HYPHENS, VERBS, Words, word_classes
from claimcheck.model import MARK, NUMERAL, WORD, Tokens

LONGEST = 8  # words of a phrase
_CLOSING = frozenset("\"'”’»")
_QUOTES = frozenset("\"'“‘«")
_SKIPPED = (Words.DETERMINER, Words.POSSESSIVE)


class NounPhrase(NamedTuple):
    """A noun phrase at tokens [first, last), its head at `head`."""

    first: int
    head: int
    last: int


def noun_phrase(
    tokens: Tokens, at: int, stop: int, *, plural: bool = False, one: bool = False
) -> NounPhrase | None:
    """The noun phrase at token `at`, `of the` skipped; None where none starts there before `stop`.

    `plural` wants a plural head. `one` is for a phrase that need not be plural: its last noun is the head,
    where after a number over one the first is (`a 12 page document`).
    """
    start = after_measure(tokens, after_of(tokens, at, stop), stop)
    start += start < stop and tokens.lower[start] in _QUOTES
    run = _run(tokens, start, stop, one=one)
    if not run:
        return None
    if start == at + 1 and tokens.lower[at] in HYPHENS and not one:
        if word_classes().at(tokens, run[0]) != Words.PARTICIPLE:
            return NounPhrase(run[0], run[0], run[0] + 1)
        run = run[1:]  # `486-based machines`
    head = None if one else _plural_head(tokens, run)
    if head is None and not plural:
        head = _singular_head(tokens, run, one=one)
    if head is None:
        return None
    return NounPhrase(run[0] if one else _first_word(tokens, run, head), head, head + 1)


def _run(tokens: Tokens, at: int, stop: int, *, one: bool) -> list[int]:
    """Token indices of the words from `at` that can belong to one noun phrase."""
    run: list[int] = []
    seen_plural = False
    for i in range(at, min(stop, at + 2 * LONGEST)):
        word = tokens.lower[i]
        if word == "'s" and run:
            run.clear()
            seen_plural = False
        elif not run and i > at and is_number(tokens, i):
            continue  # `the firm's 12,000 employees`
        elif _in_code(tokens, i):
            continue
        elif _joins(tokens, i):
            hyphen = run and word in HYPHENS
            if not hyphen and (not run or seen_plural or not _goes_on(tokens, i + 1, stop)):
                break
        elif tokens.kind[i] != WORD or not _belongs(tokens, i, stop, one=one, seen_plural=seen_plural):
            break
        else:
            run.append(i)
            seen_plural = seen_plural or _is_plural_noun(tokens, i)
        if len(run) == LONGEST:
            break
    return run


def _in_code(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is the number of `T-72` before another word."""
    joined = tokens.kind[i] == NUMERAL and tokens.glued(i) and tokens.lower[i - 1] in HYPHENS
    return joined and not tokens.glued(i + 1)


def _joins(tokens: Tokens, i: int) -> bool:
    """Whether token `i` joins modifiers: `coal-fired`, `small, friendly`, `northern and central`."""
    if tokens.lower[i] in HYPHENS:
        return tokens.glued(i) and tokens.glued(i + 1)
    return tokens.lower[i] in (",", "and", "or", "&") or tokens.lower[i] in _CLOSING


def _belongs(tokens: Tokens, i: int, stop: int, *, one: bool, seen_plural: bool) -> bool:
    """Whether the word at `i` can begin a noun phrase or go on one."""
    word, classes = tokens.lower[i], word_classes()
    kind = classes.at(tokens, i)
    if kind in CLOSED or kind == Words.POSSESSIVE:
        return False
    if kind == Words.VERB and one and word in classes.verb_noun:
        return i + 1 >= stop or classes.at(tokens, i + 1) not in _SKIPPED
    if kind == Words.VERB:
        return not seen_plural and (is_plural(word) or _goes_on(tokens, i + 1, stop))
    return not (seen_plural and kind in (Words.PARTICIPLE, Words.ADVERB))


def _is_plural_noun(tokens: Tokens, i: int) -> bool:
    return is_plural(tokens.lower[i]) and word_classes().at(tokens, i) in (Words.PLAIN, Words.VERB)


def _goes_on(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a plural noun follows within four words, or at the end of a list of modifiers."""
    end = min(stop, at + 5)
    i = at
    while i < end:
        word, kind = tokens.lower[i], word_classes().at(tokens, i)
        if word == "," and tokens.kind[i] == MARK:
            end = min(stop, end + 2)  # `American, British, Egyptian and Moroccan forces`
        elif tokens.kind[i] != WORD and word not in HYPHENS:
            return False
        elif _is_plural_noun(tokens, i):
            return True
        elif (kind == Words.POSSESSIVE and word != "'s") or (kind in CLOSED and word not in ("and", "or")):
            return False
        i += 1
    return False


def _plural_head(tokens: Tokens, run: list[int]) -> int | None:
    """The first plural that is not itself a modifier of a later one (`United States service members`)."""
    plurals = [i for i in run if _is_plural_noun(tokens, i)]
    for i in plurals[:-1]:
        word = tokens.lower[i]
        modifies = word in word_classes().attributive or tokens.text[i][:1].isupper()
        if not modifies and word.endswith("s"):
            return i
    return plurals[-1] if plurals else None


def _singular_head(tokens: Tokens, run: list[int], *, one: bool) -> int | None:
    nouns = [i for i in run if word_classes().at(tokens, i) in (Words.PLAIN, Words.VERB)]
    if not nouns or (not one and word_classes().at(tokens, run[0]) == Words.ADVERB):
        return None
    return nouns[-1] if one else nouns[0]


def _first_word(tokens: Tokens, run: list[int], head: int) -> int:
    for i in run:
        if i == head or word_classes().at(tokens, i) != Words.PASS or tokens.lower[i] == "new":
            return i
    return head


def reach(tokens: Tokens, first: int, last: int, stop: int) -> int:
    """How far the words that belong to tokens [first, last) go on: 8 words at most, none left hanging."""
    classes = word_classes()
    end = last
    count = sum(1 for i in range(first, last) if tokens.kind[i] == WORD)
    i = last
    while i < stop and count < LONGEST and (tokens.kind[i] != NUMERAL or tokens.glued(i)):
        listed = _lists(tokens, i, stop)
        hyphen = tokens.lower[i] in HYPHENS and tokens.glued(i)
        if tokens.kind[i] == MARK and not listed and not hyphen:
            return i
        if tokens.lower[i] in classes.clause and not listed:
            break
        if tokens.kind[i] == WORD:
            count += 1
            kind = classes.at(tokens, i)
            if (kind not in CLOSED and kind != Words.POSSESSIVE) or tokens.lower[i] == "'s":
                end = i + 1
        elif tokens.kind[i] == NUMERAL:
            end = i + 1  # `F-16`
        i += 1
    return end


def _lists(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a comma, `and` or `or` joins like words: `killed, wounded or captured`, `debt and equity`."""
    if tokens.lower[i] not in (",", "and", "or") or i + 1 >= stop:
        return False
    classes = word_classes()
    before, after = classes.at(tokens, i - 1), classes.at(tokens, i + 1)
    if before == after == Words.PARTICIPLE:
        return True
    if tokens.lower[i] == "," and not {"and", "or"} & set(tokens.lower[i + 2 : min(i + 5, stop)]):
        return False
    beyond = classes.at(tokens, i + 2) if i + 2 < stop else Words.STOP
    closes = i + 2 >= stop or (beyond not in VERBS and beyond not in (Words.PLAIN, Words.ADVERB))
    return before == after == Words.PLAIN and closes and tokens.kind[i + 1] == WORD
