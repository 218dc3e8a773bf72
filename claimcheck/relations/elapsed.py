"""Spans of time stated with both their ends: `36 years later`, `from 9am to noon, three hours`, jubilees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from claimcheck.intervals import Interval, exactly
from claimcheck.lexicon import load
from claimcheck.model import Figure, Span, Time
from claimcheck.relations.dates import dated, number_at, place_of, year_of
from claimcheck.relations.ends import ends_of
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.reading import interval
from claimcheck.relations.spells import grain_of, spell_between, times_of
from claimcheck.values import frozen

_FIRST = 8  # tokens from `first` to `in 20 years`
_MADE = 8  # tokens from a thing's age to `opened in 1980`


@frozen
class Elapsed:
    """A span at `span` is `stated` as so many `unit`; what lies between its ends is `expected`."""

    span: Span
    stated: Interval
    expected: Interval
    unit: str
    terms: tuple[str, str]
    places: tuple[Span, ...]


def find_elapsed(facts: Facts) -> Iterator[Elapsed]:
    """Spans of time stated with both their ends."""
    for sentence, line in facts.lines.items():
        for figure in line:
            if figure.kind == "duration" and figure.low is not None:
                found = (
                    _of_years(facts, sentence, figure)
                    if _scale(figure)
                    else _of_less(facts, sentence, figure)
                )
            elif figure.kind == "age" and figure.unit == "years" and figure.low is not None:
                found = _of_a_thing(facts, sentence, figure)
            else:
                continue
            if found:
                yield found
    yield from _bare_decades(facts)
    for index in facts.marks.get("anniversary", ()):
        anniversary = _anniversary(facts, index)
        if anniversary:
            yield anniversary


def _scale(figure: Figure) -> int:
    """How many years the figure's unit has; 0 for shorter units."""
    return {"year": 1, "years": 1, "decade": 10, "decades": 10, "century": 100, "centuries": 100}.get(
        figure.unit or "", 0
    )


def _of_years(facts: Facts, sentence: int, figure: Figure) -> Elapsed | None:
    here = _outside(dated(facts, sentence), figure.first, figure.last)
    stated = interval(facts, figure) * exactly(_scale(figure))
    span = Span(figure.start, figure.end)
    ends = ends_of(facts, figure, here, _before(facts, sentence))
    if ends:
        return _years(span, stated, _slack(figure), *ends)
    alone = _to_present(facts, figure, here)
    return _to_now(facts, span, stated, alone, _slack(figure)) if alone else None


def _slack(figure: Figure) -> int:
    """The years that a span may be off: decades are told loosely."""
    if figure.unit not in ("decade", "decades"):
        return 1
    return 2 if (figure.low or 0) <= 2 else 5


def _before(facts: Facts, sentence: int) -> list[Time]:
    return dated(facts, sentence - 1) if sentence else []


def _outside(times: Sequence[Time], first: int, last: int) -> list[Time]:
    return [time for time in times if time.last <= first or time.first >= last]


def _years(span: Span, stated: Interval, slack: int, first: Time, second: Time) -> Elapsed | None:
    begin, end = year_of(first), year_of(second)
    if begin >= end:
        begin, end, first, second = end, begin, second, first
    if begin == end:
        return None
    return _between(span, stated, begin, end, slack, (place_of(first), place_of(second)))


def _between(
    span: Span, stated: Interval, begin: int, end: int, slack: int, places: tuple[Span, ...]
) -> Elapsed:
    expected = Interval(Decimal(end - begin - slack), Decimal(end - begin + slack))
    return Elapsed(span, stated, expected, "years", (str(begin), str(end)), places)


def _to_present(facts: Facts, figure: Figure, here: Sequence[Time]) -> Time | None:
    """The year that a span is counted from to today: `20 years ago, in 1998`, `in 20 years, since 1994`."""
    after = facts.word(figure.last)
    if after == "ago":
        near = [
            t for t in here if figure.last < t.first <= figure.last + 3 or 0 <= figure.first - t.last <= 1
        ]
        return near[0] if len(near) == 1 else None
    since = [t for t in here if facts.word(t.first - 1) == "since"]
    if len(here) != 1 or len(since) != 1:
        return None
    gap = facts.words(figure.last, since[0].first)
    counted = (
        facts.word(figure.first - 1) in ("in", "for") and len(gap) <= _FIRST and not {"and", ";"} & set(gap)
    )
    return since[0] if counted and figure.last <= since[0].first else None


def _to_now(facts: Facts, span: Span, stated: Interval, time: Time, slack: int) -> Elapsed | None:
    published = facts.article.published
    if published is None or published.year <= year_of(time):
        return None
    return _between(span, stated, year_of(time), published.year, slack, (place_of(time),))


def _of_less(facts: Facts, sentence: int, figure: Figure) -> Elapsed | None:
    """A span of minutes to months between two times of the clock or the calendar."""
    for grain in grain_of(figure):
        here = times_of(facts, facts.times_in(sentence), grain, figure)
        earlier = times_of(facts, facts.times_in(sentence - 1), grain, figure) if sentence else []
        ends = ends_of(facts, figure, here, earlier)
        spell = spell_between(facts, *_in_order(facts, figure, *ends), grain, figure) if ends else None
        if ends and spell:
            terms = tuple(facts.article.words(time.start, time.end) for time in ends)
            stated = interval(facts, figure) * exactly(spell.worth)
            places = tuple(place_of(time) for time in ends)
            return Elapsed(
                Span(figure.start, figure.end),
                stated,
                spell.expected,
                spell.unit,
                (terms[0], terms[1]),
                places,
            )
    return None


def _in_order(facts: Facts, figure: Figure, first: Time, second: Time) -> tuple[Time, Time]:
    return (second, first) if facts.word(figure.last) == "before" else (first, second)


def _of_a_thing(facts: Facts, sentence: int, age: Figure) -> Elapsed | None:
    """`the 25-year-old bridge, opened in 1980, shut in 2020`; `the hall, built in 1930, is 80 years old`."""
    here = dated(facts, sentence)
    made = [time for time in here if _is_made(facts, time)]
    if len(made) != 1 or facts.word(age.first) == "aged" or _is_personal(facts, age, made[0]):
        return None
    others = [time for time in here if time is not made[0]]
    span, stated = Span(age.start, age.end), interval(facts, age)
    if len(others) == 1 and year_of(others[0]) > year_of(made[0]):
        return _years(span, stated, 1, made[0], others[0])
    return _to_now(facts, span, stated, made[0], 1) if not others else None


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
            before = [t for t in dated(facts, sentence) if t.last <= time.first] or _before(facts, sentence)
            if len(follows) == 1 and len(before) == 1:
                slack = max(1, number // 5)
                found = _years(place_of(time), exactly(number), slack, before[0], follows[0])
                if found:
                    yield found


def _anniversary(facts: Facts, index: int) -> Elapsed | None:
    """`the 50th anniversary of the 1970 flood`, with the article's year or one that the sentence names."""
    place = index - 1 - (facts.word(index - 1) in group("ordinal_endings"))
    named = load("relations")["jubilees"].get(facts.word(index))
    number = named or number_at(facts.word(place), 2, 999)
    if number is None:
        return None
    sentence = facts.tokens.sentence[index]
    span = facts.tokens.span(index if named else place, index + 1)
    here = dated(facts, sentence)
    if len(here) == 1 and here[0].first > index and _takes_up(facts, sentence):
        here = [*_before(facts, sentence), *here]
    if len({year_of(time) for time in here}) == 2:
        return _years(span, exactly(number), 1, here[0], here[-1])
    if not here and _takes_up(facts, sentence):
        here = _before(facts, sentence)
    if len(here) == 1 and facts.word(here[0].first - 2) != "since":
        return _to_now(facts, span, exactly(number), here[0], 1)
    return None


def _takes_up(facts: Facts, sentence: int) -> bool:
    """Whether the sentence opens with a word that takes up what the one before told of."""
    first = facts.article.sentences[sentence].first
    return facts.word(first) in ("it", "its", "the", "this")
