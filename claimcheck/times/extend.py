"""The words before an expression that belong to it: `late last year`, `the end of May`."""

from __future__ import annotations

from claimcheck.times.meanings import (
    Calendar,
    Expression,
    Length,
    Offset,
    Part,
    Recurring,
    Reference,
    Stretch,
)
from claimcheck.times.stream import DASHES, Stream
from claimcheck.values import replace


def extend(stream: Stream, expression: Expression) -> Expression:
    """The expression with the modifiers before it in its span."""
    meaning = expression.meaning
    if isinstance(meaning, Recurring | Reference):
        return expression
    first = expression.first
    if isinstance(meaning, Length | Offset):
        first = _before_length(stream, first)
    else:
        first = _before_date(stream, expression, first)
    return replace(expression, first=first) if stream.together(first, expression.last) else expression


def _before_length(stream: Stream, first: int) -> int:
    for bound in stream.words.bounds:
        start = first - len(bound)
        if start >= 0 and tuple(stream.lower[start:first]) == bound:
            return start - (stream.at(start - 1) == "a" and stream.at(start) == "little")
    through = stream.at(first) == "the" and stream.at(first - 1) in ("over", "under")
    if stream.at(first - 1) in stream.words.approximators and not through:
        return first - 1
    return first


def _before_date(stream: Stream, expression: Expression, first: int) -> int:
    if stream.at(first - 1) == "the" and isinstance(expression.meaning, Stretch | Part):
        first -= 1
    before = stream.at(first - 1)
    if before in DASHES and stream.at(first - 2) in stream.words.lists["mid"] and stream.glued(first - 1):
        return _article(stream, first - 2)
    if before in stream.words.early_late:
        dated = isinstance(expression.meaning, Calendar) and (before != "about" or expression.meaning.year)
        return (
            _article(stream, first - 1)
            if dated or before not in stream.words.lists["about_a_number"]
            else first
        )
    if before == "in" and stream.at(first - 2) in stream.words.lists["early_in"]:
        return first - 2
    if before == "of" and stream.at(first - 2) in stream.words.edges:
        return _article(stream, first - 2)
    return first


def _article(stream: Stream, first: int) -> int:
    return first - (stream.at(first - 1) in ("the", "a"))
