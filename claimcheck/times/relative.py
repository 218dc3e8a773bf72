"""Days counted from today, seasons, weekends, holidays, `now`, `recently`, and what recurs."""

from __future__ import annotations

from claimcheck.times.meanings import (
    Clock,
    Expression,
    Holiday,
    Meaning,
    Nth,
    Part,
    Recurring,
    Reference,
    Turn,
)
from claimcheck.times.stream import Stream
from claimcheck.times.weekdays import turn_before


def match_day(stream: Stream, index: int) -> list[Expression]:
    """`yesterday`, `tomorrow`, `tonight`, `the day after tomorrow`."""
    word = stream.at(index)
    if (
        stream.at(index + 1) == "'s"
        and stream.capital(index)
        and stream.capital(index + 2)
        and not stream.opens(index)
    ):
        return []
    if stream.at(index - 1) in stream.words.lists["names_before_day"] and stream.capital(index):
        return []
    named = stream.capital(index) and not (stream.opens(index) or stream.capital(index - 1))
    if word == "today" and named and not stream.is_mark(index - 1):  # `the Today programme`
        return []
    day: Meaning = Turn("D", stream.words.days[word])
    first = index
    if stream.at(index - 2) == "day" and stream.at(index - 1) in ("after", "before"):
        step = 1 if stream.at(index - 1) == "after" else -1
        first = index - 2 - (stream.at(index - 3) == "the")
        day = Turn("D", stream.words.days[word] + step)
    if word == "tonight":
        return [Expression(first, index + 1, "relative.daypart", Clock("NI", day))]
    return [Expression(first, index + 1, "relative.day", day)]


def match_short_quarter(stream: Stream, index: int) -> list[Expression]:
    """`Q3`, `H1`, two tokens."""
    most = 4 if stream.at(index) == "q" else 2
    number = stream.number(index + 1, 1, most)
    touches = stream.glued(index) or (stream.glued(index + 2) and not stream.is_mark(index + 2))
    if not number or not stream.glued(index + 1) or not stream.capital(index) or touches:
        return []
    if (
        most == 2
        and not stream.number(index + 2, 1900, 2099)
        and stream.at(index - 1) not in ("in", "for", "of")
    ):
        return []
    part = Part(f"{stream.at(index).upper()}{number}")
    return [Expression(index, index + 2, "calendar.quarter", part)]


def match_half(stream: Stream, index: int) -> list[Expression]:
    """`the first half`, which waits for `of 2001`."""
    number = {"first": 1, "second": 2}.get(stream.at(index - 1))
    if not number or stream.at(index + 1) != "of":
        return []
    first = index - 1 - (stream.at(index - 2) == "the")
    return [Expression(first, index + 1, "pending.half", Part(f"H{number}"))]


def match_season(stream: Stream, index: int) -> list[Expression]:
    """`summer`, `this past spring`, `the winter of 1914` with its year put on afterwards."""
    word, before = stream.at(index), stream.at(index - 1)
    if before in ("every", "each"):
        code = stream.words.seasons[word]
        return [Expression(index - 1, index + 1, "set.season", Recurring(f"XXXX-{code}"))]
    first, shift, mentioned = turn_before(stream, index)
    if word in ("spring", "fall", "springs") and shift is None and not _season_placed(stream, index):
        return []
    if stream.capital(index) and not stream.opens(index) and _in_name(stream, index):
        return []
    part = Part(stream.words.seasons[word])
    if before == "that":
        return [Expression(index - 1, index + 1, "calendar.season", Turn(part, 0, mentioned=True))]
    if shift is not None:
        return [Expression(first, index + 1, "calendar.season", Turn(part, shift, mentioned))]
    first -= before == "the"
    return [Expression(first, index + 1, "calendar.season", part)]


def _season_placed(stream: Stream, index: int) -> bool:
    before = stream.at(index - 1)
    if stream.number(index + 1, 1700, 2099) or (stream.at(index + 1) == "of" and stream.is_digits(index + 2)):
        return True
    if before not in stream.words.lists["before_season"]:
        return False
    if (
        before == "the"
        and stream.at(index - 2) in stream.words.lists["before_the_season"]
        and stream.at(index + 1) != "of"
    ):
        return True
    if stream.at(index) == "fall" and before in stream.words.lists["before_fall_only_with_year"]:
        # `the fall of Kabul`, but `the fall of 1989`
        following = stream.at(index + 1)
        return stream.is_digits(index + 1) or (following == "of" and stream.is_digits(index + 2))
    return stream.at(index + 1) not in stream.words.lists["after_season_as_verb"]


def _in_name(stream: Stream, index: int) -> bool:
    """`Winter Olympics`, `Arab Spring`, `Silver Springs`."""
    following = stream.capital(index + 1) and stream.at(index + 1) not in stream.words.months
    return following or (
        stream.capital(index - 1) and stream.at(index - 1) not in stream.words.lists["before_season"]
    )


def match_weekend(stream: Stream, index: int) -> list[Expression]:
    """`the weekend`, `this weekend`, `every weekend`."""
    before = stream.at(index - 1)
    if before in ("every", "each"):
        return [Expression(index - 1, index + 1, "set.weekend", Recurring("XXXX-WXX-WE"))]
    if before in ("the", "at", "over"):
        first = index - (before == "the")
        return [Expression(first, index + 1, "relative.weekend", Turn("WE", 0, latest=True))]
    first, shift, mentioned = turn_before(stream, index)
    if shift is None:
        return []
    return [
        Expression(
            first, index + 1, "relative.weekend", Turn("WE", shift, mentioned, latest=before == "past")
        )
    ]


def match_reference(stream: Stream, index: int) -> list[Expression]:
    """`now`, `currently`, `the future`, `at the time`."""
    second = stream.words.references_next[stream.lower[index]]
    if second is not None and stream.at(index + 1) not in second:
        return []
    for phrase, value in stream.words.references[stream.at(index)]:
        last = index + len(phrase)
        if tuple(stream.lower[index:last]) == phrase and stream.together(index, last):
            refused = _refused(stream, phrase, index, last)
            return [] if refused else [Expression(index, last, "reference", _reference(value))]
    return []


def _reference(value: str) -> Meaning:
    return Turn("Y", 0) if value == "THIS_YEAR" else Reference(value)


def _refused(stream: Stream, phrase: tuple[str, ...], index: int, last: int) -> bool:
    guards = stream.words.not_references
    before, following = stream.at(index - 1), stream.at(last)
    if following in guards["after"] or (following in stream.words.units and phrase[-1] != "now"):
        return True
    if phrase in (("the", "time"), ("that", "time")):
        clause = stream.capital(last) or following in guards["time_clause"]
        return before not in guards["time_before"] or clause
    if phrase in (("the", "past"), ("the", "present")):
        ends = stream.is_mark(last) or following in stream.words.prepositions
        return not ends or before not in guards["past_before"]
    if phrase == ("this", "time"):
        return following in stream.words.turns or before not in ("at", "by", "until")
    return stream.capital(index) and not stream.opens(index) and stream.capital(last)


def match_frequency(stream: Stream, index: int) -> list[Expression]:
    """`daily`, `monthly`, `annually`."""
    name = stream.capital(index) and not stream.opens(index)
    if name or (stream.at(index + 1) in stream.words.frequency_not_before and stream.capital(index + 1)):
        return []
    if stream.at(index) == "quarterly" and not stream.is_mark(index + 1):
        return []  # `a quarterly dividend`
    value = stream.words.frequencies[stream.at(index)]
    return [Expression(index, index + 1, "set.adverb", Recurring(value))]


def match_holiday(stream: Stream, index: int) -> list[Expression]:
    """A feast or other named day, capitalised."""
    if not stream.capital(index) and stream.at(index) not in stream.words.lists["holidays_in_lower_case"]:
        return []
    for phrase, rule in stream.words.holidays[stream.at(index)]:
        last = index + len(phrase)
        if tuple(stream.lower[index:last]) == phrase and stream.together(index, last):
            return _holiday(stream, index, last, rule)
    return []


def _holiday(stream: Stream, index: int, last: int, rule: str) -> list[Expression]:
    if stream.at(last) in stream.words.lists["after_holiday_name"]:
        return []
    first, shift, mentioned = turn_before(stream, index)
    meaning: Meaning = Holiday(rule)
    if stream.at(last) == "weekend":
        meaning, last = Nth(0, "WE", meaning), last + 1
        return [Expression(index, last, "relative.weekend", meaning)]
    if shift is not None:
        meaning = Turn(Holiday(rule), shift, mentioned)
    return [Expression(first, last, "calendar.holiday", meaning)]
