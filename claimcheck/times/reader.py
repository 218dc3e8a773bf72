"""Reads an article's expressions in order, each knowing the dates mentioned before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claimcheck.model import Article, Time
from claimcheck.times.meanings import Calendar, Exact, Expression, Meaning
from claimcheck.times.resolve import Context, resolve
from claimcheck.times.stream import stream_of
from claimcheck.times.tense import tense_at
from claimcheck.times.timex import Reading

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
            expression.meaning, replace(context, quarter=near, tense=tense_at(stream, expression))
        )
        start, end = article.tokens.span(expression.first, expression.last)
        times.append(
            Time(start, end, expression.first, expression.last, reading.type, reading.value, reading.begin,
                 reading.until, expression.rule)
        )  # fmt: skip
        if reading.grain == "Q":
            quarter_at = sentence
            if "of" not in expression.rule:
                context = replace(context, quarter=reading)
        if _is_mention(reading, context):
            context = replace(context, mentioned=reading)
    return times


def _is_mention(reading: Reading, context: Context) -> bool:
    """Whether later expressions may count from this one."""
    if reading.year is None or reading.grain in ("", "E", "C") or str(reading.value).endswith("WI"):
        return False
    far = context.year is not None and abs(context.year - reading.year) > _STRAY
    return not (far and reading.grain == "Y" and context.narrative)


def is_narrative(expressions: Sequence[Expression], published: date | None) -> bool:
    """Whether the text tells of another time than its publication's.

    Most of its full dates then lie years away, and hardly a day is counted from today.
    """
    if published is None:
        return True
    years = [year for expression in expressions if (year := _written_year(expression.meaning)) is not None]
    away = sum(1 for year in years if abs(year - published.year) > 1)
    counted = sum(
        1 for expression in expressions if expression.rule in ("weekday", "relative.day", "weekday.turn")
    )
    return away >= 3 and away > 2 * (len(years) - away) and away > 2 * counted


def _written_year(meaning: Meaning) -> int | None:
    if isinstance(meaning, Exact):
        return meaning.day.year
    return meaning.year if isinstance(meaning, Calendar) and meaning.month else None
