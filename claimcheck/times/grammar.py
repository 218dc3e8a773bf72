"""Tokens to time expressions: which rule a word wakes, and the order of work.

1. `match_times` runs once over the tokens; a word that heads a time expression wakes the rules of its family
   (calendar, numeric, clock, relative, durations). Overlaps go to the longer match. Neighbours that say one
   thing are joined (`compose`), and the modifiers before them are taken in (`extend`).
2. `find_published` settles the article's date.
3. `resolve_times` reads the meanings in order (`resolve`), so that each knows the dates mentioned before it.

A Time's `rule` begins with its family: `calendar` (dates, months, quarters, seasons, feasts), `year`,
`decade`, `century`, `weekday`, `relative` (days, weeks and months counted from another), `clock`, `duration`,
`set`, `reference` (`now`, `recently`). Ages (`37 years old`, `six-year-old`) are figures and no times.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from claimcheck.model import NUMERAL, Article, Numeral, PublishedFrom, Time
from claimcheck.times import calendar, clock, decades, durations, numeric, relative, units, weekdays, years
from claimcheck.times.compose import compose
from claimcheck.times.extend import extend
from claimcheck.times.meanings import Expression
from claimcheck.times.published import published_in_text
from claimcheck.times.reader import read_times
from claimcheck.times.stream import Stream, stream_of
from claimcheck.times.words import words

_Rule = Callable[[Stream, int], list[Expression]]


def match_times(article: Article, numerals: Sequence[Numeral]) -> list[Expression]:
    """Every time expression in the article, in order."""
    stream = stream_of(article.tokens, numerals)
    return [extend(stream, expression) for expression in compose(stream, match_tokens(stream))]


def match_tokens(stream: Stream) -> list[Expression]:
    """The expressions of the single rules, not yet joined."""
    rules = _rules()
    found: list[Expression] = []
    kinds, lower = stream.tokens.kind, stream.lower
    for index in [i for i, word in enumerate(lower) if word in rules or kinds[i] == NUMERAL]:
        if kinds[index] == NUMERAL:
            matched = _number(stream, index)
        else:
            matched = _first(stream, index, rules[lower[index]])
        for expression in matched:
            _add(stream, found, expression)
    return found


def find_published(
    article: Article, expressions: Sequence[Expression]
) -> tuple[date | None, PublishedFrom | None]:
    """The date that the article's relative days count from, and where it was found."""
    document = article.document
    if not document.published:
        return published_in_text(article, expressions)
    if document.published_from == "metadata":  # a dateline is the writer's word, metadata the machine's
        found, found_in = published_in_text(article, expressions)
        if found and found_in == "dateline":
            return found, found_in
    return document.published, document.published_from


def resolve_times(article: Article, expressions: Sequence[Expression]) -> list[Time]:
    """TIMEX3 types and values of the expressions, resolved against `article.published`."""
    return read_times(article, expressions)


def _number(stream: Stream, index: int) -> list[Expression]:
    found = numeric.match_digits(stream, index)
    if found and found[0].rule != "year":
        return found
    return clock.match_clock(stream, index) or found or years.match_short_year(stream, index)


def _first(stream: Stream, index: int, rules: tuple[_Rule, ...]) -> list[Expression]:
    for rule in rules:
        if found := rule(stream, index):
            return found
    return []


def _add(stream: Stream, found: list[Expression], expression: Expression) -> None:
    """Keep the longer of overlapping matches, the earlier of equal ones."""
    if not stream.together(expression.first, expression.last):
        return
    while found and expression.first < found[-1].last:
        if expression.last - expression.first <= found[-1].last - found[-1].first:
            return
        found.pop()
    found.append(expression)


def _month(stream: Stream, index: int) -> list[Expression]:
    found = calendar.match_month(stream, index)
    if found:
        found[0] = weekdays.match_turned_month(stream, index, found[0])
    return found


def _spelled_year(stream: Stream, index: int) -> list[Expression]:
    """Years in words, which open with a century: `nineteen ninety-eight`, `two thousand five`."""
    found = years.match_year(stream, index)
    placed = stream.at(index - 1) in stream.words.prepositions or stream.at(index - 1) in stream.words.months
    if not found or (stream.at(index) in ("two", "twenty", "ten") and not placed):
        return []
    return [] if years.counts(stream, found[0].last) else found


@cache
def _rules() -> dict[str, tuple[_Rule, ...]]:
    """The rules that each word wakes, in order."""
    table = words()
    families: list[tuple[Sequence[str], _Rule]] = [
        (list(table.references), relative.match_reference),
        (list(table.holidays), relative.match_holiday),
        (list(table.months), _month),
        (list(table.weekdays), weekdays.match_weekday),
        (list(table.weekdays_plural), weekdays.match_weekdays),
        (list(table.days), relative.match_day),
        (list(table.units_glued), durations.match_glued),
        (["weekend"], relative.match_weekend),
        (list(table.units), units.match_unit),
        (list(table.day_parts), clock.match_day_part),
        (list(table.halves), clock.match_spelled_hour),
        (["period"], units.match_period),
        (list(table.ordinal_suffixes), calendar.match_day_alone),
        (["q", "h"], relative.match_short_quarter),
        (["half"], relative.match_half),
        (list(table.seasons), relative.match_season),
        (list(table.frequencies), relative.match_frequency),
        (list(table.decades), decades.match_decade_word),
        (["century", "centuries"], decades.match_century),
        (["o'clock", "oclock"], clock.match_oclock),
        (["past"], clock.match_past),
        ([name for name, value in table.numbers.items() if 10 <= value <= 20 or value == 2], _spelled_year),
        (["'", "‘", "ad", "a.d."], years.match_year),
    ]
    rules: dict[str, tuple[_Rule, ...]] = {}
    for names, rule in families:
        for name in names:
            rules[name] = (*rules.get(name, ()), rule)
    rules["century"] = (decades.match_century, units.match_unit)
    return rules
