"""What a sentence tells of a life: a birth, and ages with the year in which they are true."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from claimcheck.model import Figure, Span, Time
from claimcheck.relations.births import WHEN, is_birth
from claimcheck.relations.dates import day_of, place_of, year_of
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.values import frozen

_OLDEST = 120
_LINK = 10  # tokens from an age to the year that it belongs to
_BEFORE = 6
_LEAST = 10  # fewer are seldom ages without a word of age
_AGED = ("aged", "age")
_ENDS = frozenset(
    [".", ",", ";", "", "?", "!", "and", "in", "on", "when", "after", "to", "as", ")", "–", "—"]
)


@frozen
class Moment:
    """An age of one person in a year; `age` is None at birth, `exact` where a birthday falls in that year.

    `place` is the year or date as printed, None for the article's own.
    """

    age: Figure | None
    year: int
    day: date | None = None
    place: Span | None = None
    exact: bool = False

    @property
    def years(self) -> Decimal:
        """The age in whole years, nought at birth."""
        return Decimal(0) if self.age is None else self.age.low or Decimal(0)


def ages_in(facts: Facts, sentence: int) -> list[Figure]:
    """The figures of a sentence that are somebody's age."""
    line = facts.lines.get(sentence, ())
    ages = {figure.start for figure in line if _is_age(facts, figure)}
    return [f for f in line if f.start in ages or (ages and f.start > min(ages) and _goes_on(facts, f))]


def bind(facts: Facts, age: Figure, times: Sequence[Time]) -> Moment | None:
    """The age with the year beside it: `at 41 in 1979`, `in 1979, at 41`, `24 when he was jailed in 2009`."""
    after = next((time for time in times if time.first >= age.last), None)
    if after and _follows(facts, age, after):
        return at(facts, age, after)
    before = next((time for time in reversed(times) if time.last <= age.first), None)
    return at(facts, age, before) if before and _precedes(facts, age, before) else None


def at(facts: Facts, age: Figure | None, time: Time) -> Moment:
    """The age, or for None the birth, at that time."""
    return Moment(
        age, year_of(time), day_of(time), place_of(time), age is not None and _is_birthday(facts, age)
    )


def at_present(facts: Facts, age: Figure) -> Moment | None:
    """The age in the article's own year, or the next or last; None where the year is not known."""
    published = facts.article.published
    if published is None:
        return None
    near = facts.words(age.last, age.last + 4)
    shift = 1 if "next" in near else -1 if "last" in near else 0
    settled = 2 <= published.month <= 11 and shift == 0  # a week from now is this year still
    return Moment(age, published.year + shift, None, None, settled and _is_birthday(facts, age))


def is_present(facts: Facts, age: Figure) -> bool:
    """Whether the age is told as today's: `is 45`, `now 45`, `, 45,`, `will turn 90 on Friday`."""
    lead = facts.words(age.first - 5, age.first + 1)
    if listed("calendar", "present") & set(lead[-3:]):
        return True
    if _is_birthday(facts, age) or "would" in lead:
        after = facts.words(age.last, age.last + 4)
        return bool(listed("calendar", "coming") & {*lead, *after})
    return in_apposition(facts, age)


def in_apposition(facts: Facts, age: Figure) -> bool:
    """`Ines Aldana, 71, was`, `the 52-year-old minister`: the age on the day of the article."""
    if age.kind != "age" or facts.word(age.first) in _AGED:
        return False
    return facts.word(age.first - 1) in (",", "(") or facts.word(age.last - 1).endswith("old")


def _is_birthday(facts: Facts, age: Figure) -> bool:
    """Whether the age is reached just then: `turned 40`, `her 90th birthday`."""
    lead = {facts.word(age.first - 1), facts.word(age.first)}
    ends = {facts.word(age.last - 1), facts.word(age.last)}
    return bool(listed("calendar", "turning") & lead or listed("calendar", "birthdays") & ends)


def _follows(facts: Facts, age: Figure, time: Time) -> bool:
    gap = facts.words(age.last, time.first)
    if len(gap) > _LINK or _counts_between(facts, age.last, time.first):
        return False
    if gap[:1] == [","]:
        return gap[1:] in (["in"], ["on"], ["back", "in"])
    opened = gap[:1] in (["in"], ["on"], ["birthday"]) or WHEN & set(gap[:3]) or _at_death(facts, age.last)
    opened = opened or is_by_the_time(facts, age.last)
    return bool(opened) and not {",", ";", "and"} & set(gap) and (gap[-1:] != ["since"])


def _at_death(facts: Facts, last: int) -> bool:
    """`72 at her death in 2023`."""
    return facts.word(last) == "at" and facts.word(last + 2) in ("death", "birth")


def _precedes(facts: Facts, age: Figure, time: Time) -> bool:
    gap = facts.words(time.last, age.first)
    led = facts.word(time.first - 1) in ("in", "on") or day_of(time) is not None
    if led and gap[:1] == [";"] and gap[1:] in (["he", "was"], ["she", "was"]):
        return True  # `she joined in 1968; she was 27`
    if not led or len(gap) > _BEFORE or is_birth(facts, time) or in_apposition(facts, age):
        return False
    return not {"and", ";", "now", "is", "but"} & set(gap)


def is_by_the_time(facts: Facts, last: int) -> bool:
    """`41 by the time the case came to court in 2024`."""
    return facts.words(last, last + 3) == ["by", "the", "time"]


def _counts_between(facts: Facts, first: int, last: int) -> bool:
    line = facts.lines.get(facts.tokens.sentence[first], ()) if first < len(facts.tokens) else ()
    return any(first <= figure.first < last and figure.kind != "date" for figure in line)


def _is_age(facts: Facts, figure: Figure) -> bool:
    if figure.low is None or not 0 < figure.low <= 2 * _OLDEST:
        return False
    if figure.kind == "age":
        return figure.unit == "years"
    if figure.kind == "ordinal":
        return _is_birthday(facts, figure)
    return figure.kind == "count" and figure.low == figure.high and _is_told_as_age(facts, figure)


def _goes_on(facts: Facts, figure: Figure) -> bool:
    """Whether a bare number goes on from an age: `and 52 in 2020`, `is now 65`, `would have been 93`."""
    if figure.kind != "count" or figure.low != figure.high or not _LEAST <= (figure.low or 0) <= _OLDEST:
        return False
    lead, after = facts.words(figure.first - 2, figure.first), facts.word(figure.last)
    if lead[-1:] == ["and"]:
        return after == "in"
    present = after in _ENDS or after == "this"
    return present and (lead[-1:] == ["now"] or lead in (["have", "been"], ["would", "be"], ["will", "be"]))


def _is_told_as_age(facts: Facts, figure: Figure) -> bool:
    lead, after = facts.words(figure.first - 4, figure.first), facts.word(figure.last)
    if set(_AGED) & set(lead[-2:]) or lead[-2:] == ["the", "age"]:
        return True
    if is_by_the_time(facts, figure.last):
        return bool(listed("calendar", "being") & set(lead[-1:]))
    if after not in _ENDS and not _at_death(facts, figure.last):
        return False
    first, last = _clause(facts, figure)
    words = set(facts.words(first, last))
    if lead[-1:] == ["at"]:
        return bool(listed("calendar", "life") & words) and not listed("calendar", "being") & set(lead)
    if lead[-1:] and lead[-1] in listed("calendar", "turning"):
        return bool(group("persons") & words)
    if listed("calendar", "lived") & set(lead) and lead[-1:] in (["be"], ["to"], ["until"]):
        return True
    being = bool(listed("calendar", "being") & set(lead[-3:])) and lead[-1] not in ("to", "at", "by")
    personal = {*group("persons"), "who"} & set(lead) or {"birth", "death"} & set(facts.classes[first:last])
    if lead[-1:] == ["now"] and {"he", "she"} & set(facts.words(figure.last, figure.last + 3)):
        return True
    return being and (after in WHEN or bool(personal) or after == "at")


def _clause(facts: Facts, figure: Figure) -> tuple[int, int]:
    """The tokens around a figure up to `and`, `but` or a semicolon."""
    first, last = facts.bounds(figure.first)
    stops = ("and", "but", ";", "while")
    begin = next((i for i in range(figure.first - 1, first - 1, -1) if facts.word(i) in stops), first)
    return begin, next((i for i in range(figure.last, last) if facts.word(i) in stops), last)
