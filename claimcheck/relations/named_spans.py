"""Spans told by a name: anniversaries, `a decade later`, from weekday to weekday, the age of a thing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from claimcheck.intervals import exactly
from claimcheck.lexicon import load
from claimcheck.model import Figure, Span, Time
from claimcheck.relations.dates import calendar, dated, number_at, place_of, year_of
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.reading import interval
from claimcheck.relations.spans_told import Elapsed, to_now, told_before, years_between

_EVENT = 8  # tokens from an anniversary to the year of what it marks


def find_named_spans(facts: Facts) -> Iterator[Elapsed]:
    """Anniversaries, decades and weekdays with both their ends."""
    if "later" in facts.holds:
        yield from _bare_decades(facts)
        yield from _weekdays(facts)
    for index in facts.marks.get("anniversary", ()):
        anniversary = _anniversary(facts, index)
        if anniversary:
            yield anniversary


def _weekdays(facts: Facts) -> Iterator[Elapsed]:
    """`arrested on Tuesday and charged two days later, on Friday`."""
    weekdays = calendar()[1]
    for line in facts.lines.values():
        for figure in line:
            if figure.unit not in ("day", "days") or figure.low is None:
                continue
            after = facts.words(figure.last, figure.last + 4)
            if after[:1] != ["later"]:
                continue
            place = figure.last + 1 + (after[1:2] == [","])
            place += facts.word(place) == "on"
            first, _ = facts.bounds(figure.first)
            told = [i for i in range(first, figure.first) if facts.word(i) in weekdays]
            if len(told) != 1 or facts.word(place) not in weekdays or figure.low > 6:
                continue
            days = Decimal((weekdays[facts.word(place)] - weekdays[facts.word(told[0])]) % 7)
            spans = (facts.tokens.span(told[0], told[0] + 1), facts.tokens.span(place, place + 1))
            terms = (facts.article.words(*spans[0]), facts.article.words(*spans[1]))
            yield Elapsed(
                Span(figure.start, figure.end), interval(facts, figure), exactly(days), "days", terms, spans
            )


def _bare_decades(facts: Facts) -> Iterator[Elapsed]:
    """`a decade later, in 2010`: a span that no figure states."""
    for sentence, times in facts.times_of.items():
        for time in times:
            words = facts.words(time.first, time.last)
            years = (
                listed("calendar", "alone").intersection(words[1:2]) if words[:1] in (["a"], ["one"]) else ()
            )
            if not years or words[2:] != ["later"]:
                continue
            number = load("calendar")["years"][words[1]]
            follows = [t for t in dated(facts, sentence) if time.last <= t.first <= time.last + 4]
            before = [t for t in dated(facts, sentence) if t.last <= time.first] or told_before(
                facts, sentence
            )
            if len(follows) == 1 and len(before) == 1:
                slack = max(1, number // 5)
                found = years_between(place_of(time), exactly(number), slack, before[0], follows[0])
                if found:
                    yield found


def _anniversary(facts: Facts, index: int) -> Elapsed | None:
    """`the 50th anniversary of the 1970 flood`, with the article's year or one that the sentence names."""
    place = index - 1 - (facts.word(index - 1) in group("ordinal_endings"))
    named = load("relations")["jubilees"].get(facts.word(index))
    number = named or number_at(facts.word(place), 2, 999)
    if number is None or _names_event(facts, index + 1):
        return None
    sentence = facts.tokens.sentence[index]
    span = facts.tokens.span(index if named else place, index + 1)
    here = dated(facts, sentence)
    taken_up = _takes_up(facts, sentence)
    if here and not taken_up and not any(_is_counted_from(facts, index, time) for time in here):
        return None
    if len(here) == 1 and here[0].first > index and taken_up:
        here = [*told_before(facts, sentence), *here]
    if len({year_of(time) for time in here}) == 2:
        return years_between(span, exactly(number), 1, here[0], here[-1])
    if not here and taken_up:
        here = told_before(facts, sentence)
    if len(here) == 1 and _is_counted_from(facts, index, here[0]):
        return to_now(facts, span, exactly(number), here[0], 1)
    return None


def _is_counted_from(facts: Facts, index: int, time: Time) -> bool:
    """Whether a year is told as the first: `founded in 1949`, `the 50th anniversary of the 1970 flood`."""
    if time.first > index and facts.tokens.sentence[index] == facts.tokens.sentence[time.first]:
        between = facts.words(index + 1, time.first)
        if "of" in between[:3]:
            return "and" not in between and len(between) <= _EVENT
    begun = listed("calendar", "made") | {"began", "started", "born", "begun"}
    return bool(begun & set(facts.words(time.first - 4, time.first)))


def _names_event(facts: Facts, index: int) -> bool:
    """`her 10th anniversary concert`, `of its parent club`: what the years belong to is not told."""
    word = facts.word(index)
    if word == "of" and facts.word(index + 1) in listed("words", "possessives"):
        return listed("calendar", "foundings").isdisjoint(facts.words(index + 2, index + 5))
    told = group("function_words") | group("copulas") | group("modal_verbs") | listed("words", "prepositions")
    return word.isalpha() and word not in told and word not in listed("calendar", "after_jubilee")


def _takes_up(facts: Facts, sentence: int) -> bool:
    """Whether the sentence opens with a word that takes up what the one before told of."""
    first = facts.article.sentences[sentence].first
    return facts.word(first) in ("it", "its", "the", "this")


def age_of_thing(facts: Facts, sentence: int, age: Figure) -> Elapsed | None:
    """`the 25-year-old bridge, opened in 1980, shut in 2020`; `the hall, built in 1930, is 80 years old`."""
    here = dated(facts, sentence)
    made = [time for time in here if _is_made(facts, time)]
    if len(made) != 1 or facts.word(age.first) == "aged" or _is_personal(facts, age, made[0]):
        return None
    others = [time for time in here if time is not made[0]]
    span, stated = Span(age.start, age.end), interval(facts, age)
    if len(others) == 1 and year_of(others[0]) > year_of(made[0]):
        return years_between(span, stated, 1, made[0], others[0])
    return to_now(facts, span, stated, made[0], 1) if not others else None


def _is_made(facts: Facts, time: Time) -> bool:
    lead = facts.words(time.first - 3, time.first)
    return bool(listed("calendar", "made") & set(lead)) and lead[-1:] in (["in"], ["on"], ["from"], ["back"])


def _is_personal(facts: Facts, age: Figure, made: Time) -> bool:
    """Whether the age is a person's, or not told of one thing in so many words."""
    words = set(facts.words(*facts.bounds(age.first)))
    if {"who", "he", "she", "his", "her", "born", "whose"} & words:
        return True
    noun = facts.word(age.last)
    if facts.text(age).endswith("years old"):
        return made.first > age.first and "it" not in facts.words(age.last, made.first)
    people = group("people") | group("collective") | group("kinds_of_people") | _roles()
    return not noun.isalpha() or noun in people or noun in group("copulas") | group("function_words")


@cache
def _roles() -> frozenset[str]:
    return frozenset(load("roles")["role"].split())
