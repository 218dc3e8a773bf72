"""Dates as written, with their weekdays, and the years that a sentence names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Span, Time
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.values import frozen

_BEHIND = 5  # tokens from a date to a weekday behind it


@frozen
class Day:
    """A day of the calendar as printed; `weekday` (Monday is 0) and `year` are None where not given."""

    first: int
    last: int
    day: int
    month: int
    year: int | None
    weekday: int | None


@cache
def calendar() -> tuple[dict[str, int], dict[str, int]]:
    """The number of each month and weekday by its names (Monday is 0)."""
    words = load("words")
    months = {name: i for i, name in enumerate(words["months"], 1)}
    for short in words["month_abbreviations"]:
        months[short] = next(i for name, i in months.items() if name.startswith(short[:3]))
    weekdays = {name: i for i, name in enumerate(words["weekdays"])}
    for short in words["weekday_abbreviations"]:
        weekdays[short] = next(i for name, i in weekdays.items() if name.startswith(short))
    return months, weekdays


@cache
def _month_names() -> frozenset[str]:
    return frozenset(calendar()[0])


def _short_weekdays() -> frozenset[str]:
    return listed("words", "weekday_abbreviations")


def find_days(facts: Facts) -> Iterator[Day]:
    """Every day with its month, in either order: `Friday, 9 October 2020`, `October 9`."""
    months, weekdays = calendar()
    for index in facts.places(_month_names()):
        if facts.tokens.text[index][0].isupper():
            found = _day_at(facts, index, months[facts.lower[index]], weekdays)
            if found:
                yield found


def _day_at(facts: Facts, index: int, month: int, weekdays: dict[str, int]) -> Day | None:
    before, after = index - 1, index + 1
    if facts.word(before) == "of":
        before -= 1
    if facts.word(before) in group("ordinal_endings"):
        before -= 1
    if facts.word(after) == "." and facts.tokens.glued(after):
        after += 1
    day = number_at(facts.word(before), 1, 39)
    if day and facts.word(before - 1) not in (".", "$", "£"):
        first, last = before, index + 1
    elif (day := number_at(facts.word(after), 1, 39)) and facts.word(after + 1) != ":":
        first, last = index, after + 1
        last += facts.word(last) in group("ordinal_endings")
    else:
        return None
    year_at = last + (facts.word(last) == ",")
    year = number_at(facts.word(year_at), 1000, 2999)
    skipped = int(facts.word(first - 1) in (",", "the", "("))
    if skipped and facts.word(first - 2) in group("parts_of_day"):  # `Sunday night, 3 February`
        skipped = 2
    if facts.word(first - 1 - skipped) == "." and facts.word(first - 2 - skipped) in _short_weekdays():
        skipped += 1  # `Fri., May 13`
    weekday = weekdays.get(facts.word(first - 1 - skipped))
    if weekday is not None:
        first -= 1 + skipped
    last = year_at + 1 if year else last
    if weekday is None:
        weekday, last = _weekday_behind(facts, last, weekdays)
    return Day(first, last, day, month, year, weekday)


def _weekday_behind(facts: Facts, last: int, weekdays: dict[str, int]) -> tuple[int | None, int]:
    """The weekday that follows a date, and where it ends: `, a Sunday`, `(Sunday)`, `fell on a Sunday`."""
    place = last
    while place < last + _BEHIND and facts.word(place) in group("before_weekday"):
        place += 1
    marked = facts.word(last) in (",", "(", "–", "—", "was", "is", "fell", "falls")
    closed = not facts.word(place + 1).isalpha() or facts.word(place + 1) in group("function_words")
    if not marked or not closed or facts.word(place) not in weekdays:
        return None, last
    told = facts.word(place - 1) == "a" or facts.word(last) == "("
    stop = place + 1 + (facts.word(place + 1) == ")")
    return (weekdays[facts.word(place)], stop) if told else (None, last)


def number_at(word: str, least: int, most: int) -> int | None:
    """The whole number that `word` is, if it lies between `least` and `most`."""
    if not (word.isascii() and word.isdigit() and len(word) <= 4):
        return None
    return int(word) if least <= int(word) <= most else None


def dated(facts: Facts, sentence: int) -> list[Time]:
    """The times of a sentence that name their year."""
    return [time for time in facts.times_in(sentence) if year_of(time) and _is_written(facts, time)]


def years_of(facts: Facts, sentence: int) -> list[tuple[int, int]]:
    """The years named in a sentence, each with its first token."""
    return [(year_of(time), time.first) for time in dated(facts, sentence)]


def year_of(time: Time) -> int:
    """The year of a date or hour, 0 where it has none."""
    value = time.value or ""
    return int(value[:4]) if time.type in ("DATE", "TIME") and value[:4].isdigit() else 0


def day_of(time: Time) -> date | None:
    """The day that a time expression names, None for longer and shorter ones."""
    return time.begin if time.begin == time.until else None


def place_of(time: Time) -> Span:
    """The time as printed."""
    return Span(time.start, time.end)


def _is_written(facts: Facts, time: Time) -> bool:
    return any(len(word) == 4 and word.isdigit() for word in facts.words(time.first, time.last))
