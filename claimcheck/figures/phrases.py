"""Noun phrases after and before a figure, by word classes alone."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.figures.plurals import is_plural
from claimcheck.figures.units import find_unit
from claimcheck.figures.words import Words, word_classes
from claimcheck.model import MARK, NUMERAL, WORD, Tokens

_LONGEST = 8  # words of a phrase
_HYPHENS = ("-", "‐", "‑", "–")
_SIGNS = ("$", "€", "£", "-", "+", "~")
_SKIPPED = (Words.DETERMINER, Words.POSSESSIVE)
_CLOSED = (
    Words.DETERMINER, Words.PREPOSITION, Words.CONJUNCTION, Words.AUXILIARY, Words.PRONOUN, Words.STOP,
)  # fmt: skip


_CLAUSE_STARTS = frozenset({"but", "while", "although", "though", "because", "according", "and", "or"})


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
    start = _after_measure(tokens, _after_of(tokens, at, stop), stop)
    run = _run(tokens, start, stop)
    if not run:
        return None
    if start == at + 1 and tokens.lower[at] in _HYPHENS and not one:
        return NounPhrase(run[0], run[0], run[0] + 1)
    head = None if one else _plural_head(tokens, run)
    if head is None and not plural:
        head = _singular_head(tokens, run, one=one)
    if head is None:
        return None
    return NounPhrase(_first_word(tokens, run, head), head, head + 1)


def _after_of(tokens: Tokens, at: int, stop: int) -> int:
    """Where the phrase begins: after a joining hyphen, or after `of`, articles, possessives and numbers."""
    lower, classes = tokens.lower, word_classes()
    if at < stop and lower[at] in _HYPHENS and tokens.glued(at):
        return at + 1
    if lower[at : at + 2] == ["out", "of"]:
        at += 1
    if at >= stop or lower[at] != "of":
        return at
    at += 1
    while at < stop and (classes.of(lower[at]) in _SKIPPED or _is_number(tokens, at)):
        at += 1
    return at


def _is_number(tokens: Tokens, at: int) -> bool:
    return tokens.kind[at] == NUMERAL or tokens.lower[at] in word_classes().numbers


def _after_measure(tokens: Tokens, at: int, stop: int) -> int:
    """The token after a measure that stands before the noun: `four 250ml bottles`, `two 12-year-old boys`."""
    if at + 1 >= stop or not _is_number(tokens, at):
        return at
    unit = find_unit(tokens, at + 1)
    after = unit.last if unit else at + 1
    while after + 1 < stop and tokens.lower[after] in _HYPHENS and tokens.glued(after):
        after += 2
    return after if after > at + 1 else at


def _run(tokens: Tokens, at: int, stop: int) -> list[int]:
    """Token indices of the words from `at` that can belong to one noun phrase."""
    run: list[int] = []
    seen_plural = False
    for i in range(at, min(stop, at + 2 * _LONGEST)):
        word = tokens.lower[i]
        if word == "'s" and run:
            run.clear()
            seen_plural = False
        elif _joins(tokens, i):
            hyphen = run and word in _HYPHENS
            if not hyphen and (not run or seen_plural or not _goes_on(tokens, i + 1, stop)):
                break
        elif tokens.kind[i] != WORD or not _belongs(tokens, i, stop, bool(run), seen_plural):
            break
        else:
            run.append(i)
            seen_plural = seen_plural or _is_plural_noun(tokens, i)
        if len(run) == _LONGEST:
            break
    return run


def _joins(tokens: Tokens, i: int) -> bool:
    """Whether token `i` joins modifiers: `coal-fired`, `small, friendly`, `northern and central`."""
    if tokens.lower[i] in _HYPHENS:
        return tokens.glued(i) and tokens.glued(i + 1)
    return tokens.lower[i] in (",", "and", "or", "&", "'")


def _belongs(tokens: Tokens, i: int, stop: int, begun: bool, seen_plural: bool) -> bool:
    """Whether the word at `i` can go on a noun phrase that has `begun`, or begin one."""
    word = tokens.lower[i]
    kind = word_classes().of(word)
    if kind in _CLOSED or kind == Words.POSSESSIVE:
        return False
    if kind == Words.VERB:
        return not seen_plural and (is_plural(word) or _goes_on(tokens, i + 1, stop))
    return not (seen_plural and kind in (Words.PARTICIPLE, Words.ADVERB))


def _is_plural_noun(tokens: Tokens, i: int) -> bool:
    word = tokens.lower[i]
    return is_plural(word) and word_classes().of(word) in (Words.PLAIN, Words.VERB)


def _goes_on(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a plural noun follows within four words of a list of modifiers."""
    classes = word_classes()
    for i in range(at, min(stop, at + 5)):
        if tokens.kind[i] != WORD:
            if tokens.lower[i] in _HYPHENS:
                continue
            return False
        kind = classes.of(tokens.lower[i])
        if kind in _CLOSED and tokens.lower[i] not in ("and", "or"):
            return False
        if _is_plural_noun(tokens, i):
            return True
    return False


def _plural_head(tokens: Tokens, run: list[int]) -> int | None:
    """The first plural that is not itself a modifier of a later one (`United States service members`)."""
    lower, classes = tokens.lower, word_classes()
    plurals = [i for i in run if _is_plural_noun(tokens, i)]
    for place, i in enumerate(plurals):
        later = plurals[place + 1 :]
        if not later:
            return i
        if not (
            lower[i] in classes.attributive or tokens.text[i][:1].isupper() or not lower[i].endswith("s")
        ):
            return i
    return None


def _singular_head(tokens: Tokens, run: list[int], *, one: bool) -> int | None:
    nouns = [i for i in run if word_classes().of(tokens.lower[i]) in (Words.PLAIN, Words.VERB)]
    if not nouns:
        return None
    return nouns[-1] if one else nouns[0]


def _first_word(tokens: Tokens, run: list[int], head: int) -> int:
    for i in run:
        if i == head or word_classes().of(tokens.lower[i]) != Words.PASS or tokens.lower[i] == "new":
            return i
    return head


def reach(tokens: Tokens, phrase: NounPhrase, stop: int) -> int:
    """How far the words that belong to `phrase` go on: at most 8 words, never ending in a function word."""
    classes = word_classes()
    end, count = phrase.last, sum(1 for i in range(phrase.first, phrase.last) if tokens.kind[i] == WORD)
    i = end
    while i < stop and count < _LONGEST and tokens.kind[i] != NUMERAL:
        word = tokens.lower[i]
        listed = _lists_participles(tokens, i, stop)
        if tokens.kind[i] == MARK and not listed and not (word in _HYPHENS and tokens.glued(i)):
            return i
        if word in _CLAUSE_STARTS and not listed:
            break
        i += 1
        if tokens.kind[i - 1] == WORD:
            count += 1
            if classes.of(word) not in (*_CLOSED, Words.POSSESSIVE) or word == "'s":
                end = i
    return end


def _lists_participles(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a comma, `and` or `or` stands between participles: `killed, wounded or captured`."""
    classes = word_classes()
    return (
        tokens.lower[i] in (",", "and", "or")
        and i + 1 < stop
        and classes.of(tokens.lower[i + 1]) == Words.PARTICIPLE
        and classes.of(tokens.lower[i - 1]) == Words.PARTICIPLE
    )


def subject_before(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """The words before a figure that it is said of, as a token range: the subject of `is`, `rose to`."""
    classes, lower = word_classes(), tokens.lower
    sentence = tokens.sentence[first]
    verb = None
    for i in range(first - 1, max(first - 7, -1), -1):
        if tokens.sentence[i] != sentence or (
            tokens.kind[i] == MARK and lower[i] not in ("$", "€", "£", "-")
        ):
            break
        if classes.of(lower[i]) in (Words.AUXILIARY, Words.VERB, Words.PARTICIPLE):
            verb = i
            break
    if verb is None:
        return None
    start = verb
    while start > 0 and verb - start < 20 and tokens.sentence[start - 1] == sentence:
        before = start - 1
        if tokens.kind[before] == MARK and not (lower[before] in _HYPHENS and tokens.glued(before)):
            break
        if lower[before] in ("and", "but", "that", "while", "as", "because", "if", "when", "which", "who"):
            break
        start = before
    return _trim(tokens, start, verb)


def _trim(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """[start, end) without its determiners, `the number of`, closing verbs; 8 words at most."""
    classes, lower = word_classes(), tokens.lower
    while start < end:
        kind = classes.of(lower[start])
        if lower[start] in classes.measure and start + 1 < end and lower[start + 1] == "of":
            start += 2
        elif kind in (Words.DETERMINER, Words.POSSESSIVE, Words.CONJUNCTION, Words.ADVERB):
            start += 1
        else:
            break
    while start < end and classes.of(lower[end - 1]) in (
        Words.AUXILIARY,
        Words.ADVERB,
        Words.STOP,
        Words.VERB,
    ):
        end -= 1
    if end - start > _LONGEST:
        end = start + _LONGEST
    return (start, end) if start < end else None
