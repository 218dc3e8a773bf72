"""Weekdays: `Friday`, `last Friday`, `every Thursday`, `Mondays`."""

from __future__ import annotations

from claimcheck.times.calendar import after_stop
from claimcheck.times.meanings import (
    Calendar,
    Expression,
    Nth,
    Recurring,
    Turn,
)
from claimcheck.times.stream import Stream


def match_weekday(stream: Stream, index: int) -> list[Expression]:
    """A weekday by name, with `last`, `next`, `every` before it."""
    word, after = stream.at(index), after_stop(stream, index)
    if word in stream.words.abbreviations and not _abbreviated_day(stream, index, after):
        return []
    before = stream.at(index - 1)
    names_before, names_after = stream.words.weekday_names
    if (before in names_before or stream.at(after) in names_after) and stream.capital(index):
        named = before in names_before and stream.capital(index - 1)
        if named or (stream.at(after) in names_after and stream.capital(after)):
            return []
    if stream.at(after) == "night" and stream.capital(after) and stream.capital(after + 1):
        return []  # `Saturday Night Live`
    weekday = stream.words.weekdays[word]
    if before in ("every", "each"):
        return [Expression(index - 1, after, "set.weekday", Recurring(f"XXXX-WXX-{weekday}"))]
    if nth := _nth_weekday(stream, index, weekday):
        return [nth]
    first, shift, mentioned = turn_before(stream, index)
    if shift is None:
        return [Expression(first, after, "weekday", Calendar(weekday=weekday))]
    return [Expression(first, after, "weekday.turn", Turn(Calendar(weekday=weekday), shift, mentioned))]


def _nth_weekday(stream: Stream, index: int, weekday: int) -> Expression | None:
    """`the last Friday in October`, which waits for its month."""
    number = stream.words.ordinals.get(stream.at(index - 1), 0)
    following = stream.at(index + 2)
    month = following in stream.words.months or stream.at(index + 3) == "month"
    if number not in (-1, 1, 2, 3, 4, 5) or stream.at(index + 1) not in ("of", "in") or not month:
        return None
    first = index - 1 - (stream.at(index - 2) == "the")
    return Expression(first, index + 1, "pending.nth", Nth(number, f"WD{weekday}", Calendar()))


def _abbreviated_day(stream: Stream, index: int, after: int) -> bool:
    if not stream.capital(index):
        return False
    stopped = after > index + 1
    if stream.at(index) in stream.words.lists["also_words"]:
        follows = stream.at(after) in stream.words.months or stream.at(after + 1) in stream.words.months
        placed = stream.at(index - 1) in ("on", "week") or stream.is_digits(after)
        return follows or placed or (stopped and not stream.opens(after) and not stream.opens(index))
    return stopped or not stream.capital(after) or stream.at(after) in stream.words.months


def turn_before(stream: Stream, index: int) -> tuple[int, int | None, bool]:
    """First token, shift and whether it counts from the date mentioned: `this coming`, `last`."""
    first, word = index - 1, stream.at(index - 1)
    if word not in stream.words.turns or word in ("that", "very", "latest"):
        return index, None, False
    shift = stream.words.turns[word]
    mentioned = word in stream.words.turns_mentioned
    if stream.at(first - 1) in ("this", "the", "that"):
        first -= 1
    return first, shift, mentioned


def match_weekdays(stream: Stream, index: int) -> list[Expression]:
    """`Mondays`, `on Tuesdays and Thursdays`."""
    weekday = stream.words.weekdays_plural[stream.at(index)]
    return [Expression(index, index + 1, "set.weekday", Recurring(f"XXXX-WXX-{weekday}"))]


def match_turned_month(stream: Stream, index: int, found: Expression) -> Expression:
    """`last April`, `this September`: the month just matched, with the turn before it."""
    meaning = found.meaning
    if not isinstance(meaning, Calendar) or meaning.year or found.first != index:
        return found
    first, shift, mentioned = turn_before(stream, index)
    if shift is None or stream.at(index - 1) in stream.words.lists["not_before_month"]:
        return found
    return Expression(first, found.last, "calendar.turn", Turn(meaning, shift, mentioned))
