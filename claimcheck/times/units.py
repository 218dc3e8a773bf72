"""Expressions round a unit of time: `last week`, `the third quarter`, `the year`, `that day`, `year-end`."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.times.amounts import Left, read_left
from claimcheck.times.durations import match_counted, match_plural, recurring
from claimcheck.times.meanings import Amount, Calendar, Expression, Length, Nth, Offset, Part, Recurring, Turn
from claimcheck.times.stream import DASHES, Stream


def match_unit(stream: Stream, index: int) -> list[Expression]:
    """The expression that ends in the unit at `index`, with what follows it."""
    word = stream.at(index)
    if word == "hours" and stream.at(index - 1) in stream.words.lists["hours_of"]:
        return []
    left = read_left(stream, index)
    if left.counted:
        return match_counted(stream, index, left)
    if left.article == "per" and stream.words.units[word].startswith("T"):
        return []
    if left.article in ("every", "each") and stream.words.units[word] == "N":
        return []
    if left.article in ("every", "each", "per"):
        return [
            Expression(left.first, index + 1, "set", Recurring(recurring(None, stream.words.units[word])))
        ]
    if left.turn:
        return _turned(stream, index, left)
    return _bare(stream, index, left)


def _turned(stream: Stream, index: int, left: Left) -> list[Expression]:
    """`last week`, `the next few days` came before; here without an amount: `recent years`, `this month`."""
    word, turn = stream.at(index), left.turn
    unit = stream.words.units[word]
    plural = word.endswith("s")
    if plural or turn == "recent":
        amount = Amount(None, unit)
        return [Expression(left.first, index + 1, "duration.vague", Length((amount,)))] if plural else []
    if unit.startswith("T") or unit in ("HC", "L") or unit == "N" or (unit == "D" and turn == "last"):
        return []
    if turn == "past" and unit != "WE" and left.article:
        return [Expression(left.first, index + 1, "duration", Length((Amount(Decimal(1), unit),)))]
    the_next = turn == "next" and left.article == "the"
    mentioned = the_next or turn in stream.words.turns_mentioned
    if left.ordinal and turn != "last":
        return []
    meaning = Turn(unit, stream.words.turns[turn], mentioned, latest=turn == "latest")
    rule = "year.turn" if unit == "Y" else "decade.turn" if unit == "E" else "relative.turn"
    return [Expression(left.first, index + 1, rule, meaning)]


def _bare(stream: Stream, index: int, left: Left) -> list[Expression]:
    word = stream.at(index)
    unit = stream.words.units[word]
    if match := match_unit_offset(stream, index) or match_period(stream, index):
        return match
    if word in stream.words.lists["plural_alone"]:
        return match_plural(stream, index, left)
    if stream.at(index + 1) in DASHES and stream.at(index + 2) == "long":
        return [Expression(index, index + 3, "duration", Length((Amount(Decimal(1), unit),)))]
    if unit.startswith("T") or unit in ("N", "F", "L", "HC"):
        return []
    if left.ordinal and unit in ("D", "W", "M", "Q", "Y", "WE", "E"):
        return _nth(stream, index, left, unit)
    if left.article == "all":
        return [Expression(left.first, index + 1, "duration", Length((Amount(Decimal(1), unit),)))]
    return _the_unit(stream, index, left, unit)


def match_unit_offset(stream: Stream, index: int) -> list[Expression]:
    """`year-earlier`, `year-ago`, with the period that follows: `the year-ago quarter`."""
    dashed = stream.at(index + 1) in DASHES
    word = stream.at(index + 1 + dashed)
    if word not in ("ago", "earlier") or not dashed:
        return []
    after = index + 3
    length = Length((Amount(Decimal(1), stream.words.units[stream.at(index)]),))
    if stream.at(after) in stream.words.lists["after_year_ago"]:
        after += 1
    first = index - (stream.at(index - 1) in ("the", "a"))
    return [Expression(first, after, "relative.offset", Offset(length, -1, mentioned=word == "earlier"))]


def match_period(stream: Stream, index: int) -> list[Expression]:
    """`the latest period`, `the 1988 quarter`, `the same period` before a year, `last year's quarter`."""
    before, first = stream.at(index - 1), index - 1
    if stream.at(index) not in ("quarter", "period"):
        return []
    year = stream.number(index - 1, 1900, 2099)
    if year and stream.at(index - 2) in ("the", "'s"):
        return [Expression(first, index + 1, "calendar.quarter", Part("Q", Calendar(year)))]
    first -= stream.at(first - 1) == "the"
    if before == "latest":
        return [Expression(first, index + 1, "relative.turn", Turn("Q", 0, latest=True))]
    if before in stream.words.lists["compared_periods"]:
        return [Expression(first, index + 1, "pending.quarter", Part("Q"))]
    return [Expression(index, index + 1, "pending.quarter", Part("Q"))] if before == "'s" else []


def _nth(stream: Stream, index: int, left: Left, unit: str) -> list[Expression]:
    """`third quarter`; `the first week` waits for `of July`."""
    if unit == "Q" and 0 < left.ordinal < 5:
        return [Expression(left.first, index + 1, "calendar.quarter", Part(f"Q{left.ordinal}"))]
    if stream.at(index + 1) in ("of", "in"):
        return [Expression(left.first, index + 1, "pending.nth", Nth(left.ordinal, unit, Calendar()))]
    return []


def _the_unit(stream: Stream, index: int, left: Left, unit: str) -> list[Expression]:
    """`the year`, `that day`, `year-end`, `year's end`."""
    number = stream.number(index + 1, 1, 53)
    if unit == "W" and number and not stream.capital(index):
        return [Expression(left.first, index + 2, "calendar.week", Part(f"W{number:02}"))]
    following = stream.at(index + 1 + (stream.at(index + 1) in DASHES or stream.at(index + 1) == "'s"))
    if following == "end" and unit in ("Y", "M", "W", "Q", "E", "C"):
        return [
            Expression(left.first, index + 2 + (stream.at(index + 1) != "end"), _rule(unit), Turn(unit, 0))
        ]
    if left.article not in ("the", "that") or left.hyphen or stream.capital(index):
        return []
    if left.article == "the" and stream.at(index + 1) in ("before", "after") and unit in ("D", "W", "M", "Y"):
        step = stream.words.offsets[stream.at(index + 1)]
        last = stream.is_mark(index + 2) or stream.at(index + 2) == "and"
        if last or unit == "D":
            return [
                Expression(left.first, index + 2 if last else index + 1, _rule(unit), Turn(unit, step, True))
            ]
    if unit == "Y" and _is_span(stream, index):
        return [Expression(left.first, index + 1, "duration", Length((Amount(Decimal(1), "Y"),)))]
    if left.article == "the" and unit in ("D", "N", "E", "C") and not _ends_phrase(stream, index):
        return []
    if stream.at(index + 1) == "after" and stream.at(index + 2) == "next":
        return [Expression(left.first, index + 3, _rule(unit), Turn(unit, 2))]
    mentioned = left.article == "that" or unit == "D"
    return [Expression(left.first, index + 1, _rule(unit), Turn(unit, 0, mentioned, latest=unit == "Q"))]


def _rule(unit: str) -> str:
    return {"Y": "year.turn", "E": "decade.turn"}.get(unit, "relative.turn")


def _is_span(stream: Stream, index: int) -> bool:
    """`the year ended March 31`, `the year to June`."""
    following = stream.at(index + 1)
    return following in ("ended", "ending", "through", "since") or (
        following == "to" and (stream.at(index + 2) in stream.words.months or stream.at(index + 2) == "end")
    )


def _ends_phrase(stream: Stream, index: int) -> bool:
    """Whether `the day` is a time and not the topic: `later in the day`, `the day before`, `of the day`."""
    before, following = stream.at(index - 2), stream.at(index + 1)
    return before in stream.words.lists["after_the_past"] or following in ("before", "after")
