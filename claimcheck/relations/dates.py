"""Dates as written, with their weekdays, and the years that a sentence names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Figure, Time
from claimcheck.relations.facts import Facts, group
from claimcheck.values import frozen


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
def _calendar() -> tuple[dict[str, int], dict[str, int]]:
    words = load("words")
    months = {name: i for i, name in enumerate(words["months"], 1)}
    for short in words["month_abbreviations"]:
        months[short] = next(i for name, i in months.items() if name.startswith(short[:3]))
    return months, {name: i for i, name in enumerate(words["weekdays"])}


def find_days(facts: Facts) -> Iterator[Day]:
    """Every day with its month, in either order: `Friday, 9 October 2020`, `October 9`."""
    months, weekdays = _calendar()
    for index, word in enumerate(facts.tokens.lower):
        if word in months and facts.tokens.text[index][0].isupper():
            found = _day_at(facts, index, months[word], weekdays)
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
    skipped = facts.word(first - 1) in (",", "the", "(")
    weekday = weekdays.get(facts.word(first - 1 - skipped))
    if weekday is not None:
        first -= 1 + skipped
    return Day(first, year_at + 1 if year else last, day, month, year, weekday)


def number_at(word: str, least: int, most: int) -> int | None:
    """The whole number that `word` is, if it lies between `least` and `most`."""
    if not (word.isascii() and word.isdigit() and len(word) <= 4):
        return None
    return int(word) if least <= int(word) <= most else None


def years_of(facts: Facts, sentence: int) -> list[tuple[int, int]]:
    """The years named in a sentence, each with its first token."""
    found = []
    for time in facts.times_in(sentence):
        year = _year(time)
        if year and any(len(word) == 4 and word.isdigit() for word in facts.words(time.first, time.last)):
            found.append((year, time.first))
    return found


def figures_of_years(facts: Facts, sentence: int, *years: int) -> tuple[Figure, ...]:
    """The dates of a sentence and its neighbours that name one of the years."""
    near = [figure for s in (sentence - 1, sentence, sentence + 1) for figure in facts.lines.get(s, ())]
    return tuple(f for f in near if f.kind == "date" and any(str(year) in facts.text(f) for year in years))


def _year(time: Time) -> int | None:
    value = time.value or ""
    return int(value[:4]) if time.type in ("DATE", "TIME") and value[:4].isdigit() else None
