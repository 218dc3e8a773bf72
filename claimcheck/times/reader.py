"""Reads an article's expressions in order, each knowing the dates mentioned before it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimcheck.model import Article, Time
from claimcheck.times.context import Context
from claimcheck.times.meanings import Calendar, Exact, Expression, Meaning, Offset, Turn
from claimcheck.times.resolve import resolve
from claimcheck.times.stream import Stream, stream_of
from claimcheck.times.tense import tense_at
from claimcheck.times.timex import Reading
from claimcheck.values import replace

_DEICTIC = 4  # dates that a narrative has for each one counted from today
_UNDATED = 4  # times as many where publication is not known
_STRAY = 10  # years; a bare year further off does not move a story
_QUARTER_REACH = 3  # sentences over which `a year ago` still means the quarter spoken of


def read_times(article: Article, expressions: Sequence[Expression]) -> list[Time]:
    """The expressions' values in order."""
    stream = stream_of(article.tokens, ())
    context = Context(article.published, is_narrative(expressions, article.published))
    times: list[Time] = []
    quarter_at = -_QUARTER_REACH - 1
    for expression in expressions:
        sentence = article.tokens.sentence[expression.first]
        near = context.quarter if sentence - quarter_at <= _QUARTER_REACH else None
        reading = resolve(
            expression.meaning, replace(context, quarter=near, tense=_tense(stream, expression))
        )
        start, end = article.tokens.span(expression.first, expression.last)
        times.append(
            Time(start, end, expression.first, expression.last, reading.type, reading.value, reading.begin,
                 reading.until, expression.rule)
        )  # fmt: skip
        if reading.grain == "Q" and not isinstance(expression.meaning, Offset):
            quarter_at = sentence
            context = replace(context, quarter=reading)
        if _is_mention(reading, context):
            context = replace(context, mentioned=reading)
    return times


def _tense(stream: Stream, expression: Expression) -> int:
    """The tense round the expression; `until Friday`, `the vote is Friday` look ahead whatever the verb."""
    tense, before = tense_at(stream, expression), stream.at(expression.first - 1)
    if before in stream.words.lists["unto"]:
        if expression.rule == "weekday":
            return 1
        return 0 if tense < 0 and _lacks_year(expression.meaning) else tense
    copula = stream.at(expression.first - 1 - (before in ("on", "for")))
    ahead = copula in stream.words.present or (stream.at(expression.first - 2), before) == ("ahead", "of")
    return 1 if ahead and expression.rule == "weekday" else tense


def _is_mention(reading: Reading, context: Context) -> bool:
    """Whether later expressions may count from this one."""
    if reading.year is None or reading.grain in ("", "E", "C") or str(reading.value).endswith("WI"):
        return False
    far = context.year is not None and abs(context.year - reading.year) > _STRAY
    return not (far and reading.grain == "Y" and context.narrative)


def is_narrative(expressions: Sequence[Expression], published: date | None) -> bool:
    """Whether the text tells of another time than its publication's.

    Most of its years then lie away from publication, and hardly anything is counted from today.
    """
    years = [year for expression in expressions if (year := _written_year(expression.meaning)) is not None]
    away = sum(1 for year in years if published is None or abs(year - published.year) > 1)
    bare = sum(1 for expression in expressions if _lacks_year(expression.meaning))
    counted = sum(1 for expression in expressions if _counts_from_today(expression))
    limit = _DEICTIC * counted * (1 if published else _UNDATED)
    return away >= 3 and away > 2 * (len(years) - away) and away + bare > limit


def _written_year(meaning: Meaning) -> int | None:
    if isinstance(meaning, Exact):
        return meaning.day.year
    return meaning.year if isinstance(meaning, Calendar) else None


def _lacks_year(meaning: Meaning) -> bool:
    return isinstance(meaning, Calendar) and meaning.month is not None and meaning.year is None


def _counts_from_today(expression: Expression) -> bool:
    """`Friday`, `yesterday`, `last year`, `two weeks ago`; not `the next day`."""
    meaning = expression.meaning
    if isinstance(meaning, Turn | Offset):
        return not meaning.mentioned and expression.rule != "calendar.turn"
    return expression.rule == "weekday"
