"""Whether the words round an expression speak of what was or of what will be."""

from __future__ import annotations

from claimcheck.times.meanings import Expression
from claimcheck.times.stream import Stream

_REACH = 14  # tokens; a verb further off seldom governs the date


def tense_at(stream: Stream, expression: Expression) -> int:
    """-1 past, 1 future, 0 where no verb near by tells: the nearest verb before, else the nearest after."""
    return _scan_left(stream, expression.first) or _scan_right(stream, expression.last)


def _scan_left(stream: Stream, first: int) -> int:
    sentence = stream.tokens.sentence
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if sentence[index] != sentence[first]:
            return 0
        if found := _verb(stream, index):
            return found
    return 0


def _scan_right(stream: Stream, last: int) -> int:
    sentence = stream.tokens.sentence
    for index in range(last, min(len(sentence), last + _REACH)):
        if sentence[index] != sentence[last - 1]:
            return 0
        if found := _verb(stream, index):
            return found
    return 0


def _verb(stream: Stream, index: int) -> int:
    word, words = stream.lower[index], stream.words
    if word in words.future:
        return _modal(stream, index)
    if word == "to":
        return 1 if _is_planned(stream, index) else 0
    if word in words.past:
        return 0 if stream.at(index - 1) in stream.words.lists["before_participle"] else -1
    if word.endswith("ed") and len(word) > 4 and word not in words.not_past:
        before = stream.at(index - 1)
        passive = before in stream.words.lists["before_participle"] or (
            index > 1 and stream.at(index - 2) == "be"
        )
        return 0 if passive or stream.capital(index) else -1
    return 0


def _modal(stream: Stream, index: int) -> int:
    word = stream.lower[index]
    if word in stream.words.lists["modals_of_the_past"] and stream.at(index + 1) == "have":
        return -1
    if word == "may" and stream.capital(index):
        return 0
    if word.endswith("ed") and stream.at(index - 1) in stream.words.lists["perfect"]:
        return -1  # `had expected`
    if word in stream.words.lists["future_before_to"] and stream.at(index + 1) not in ("to", "for"):
        return 0
    return 1


def _is_planned(stream: Stream, index: int) -> bool:
    """Whether `to` opens what is planned (`is to meet`, `agreed to pay`) and not a purpose or a place."""
    before = stream.at(index - 1)
    if stream.at(index + 1) == "be":
        return True
    planned = before in stream.words.future or before in stream.words.lists["plan_nouns"]
    return planned and _is_infinitive(stream, index + 1)


def _is_infinitive(stream: Stream, index: int) -> bool:
    word = stream.at(index)
    if stream.is_mark(index) or stream.is_digits(index) or stream.capital(index):
        return False
    if word in stream.words.lists["not_infinitive"]:
        return word == "be"
    noun = word in stream.words.months or word in stream.words.days or word in stream.words.units
    return (
        not noun
        and not word.endswith(("s", "ing", "tion", "ers", "ment"))
        and word not in stream.words.numbers
    )
