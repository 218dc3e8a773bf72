"""Spans of time stated with both their ends: `36 years later`, `from 9am to noon, three hours`, jubilees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.intervals import exactly
from claimcheck.model import Figure, Span, Time
from claimcheck.relations.dates import dated, place_of
from claimcheck.relations.ends import ends_of
from claimcheck.relations.facts import Facts
from claimcheck.relations.named_spans import age_of_thing, find_named_spans
from claimcheck.relations.reading import interval
from claimcheck.relations.spans_told import Elapsed, to_now, told_before, years_between
from claimcheck.relations.spells import grain_of, spell_between, times_of

_FIRST = 8  # tokens from `first` to `in 20 years`
_MADE = 8  # tokens from a thing's age to `opened in 1980`


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
                found = age_of_thing(facts, sentence, figure)
            else:
                continue
            if found:
                yield found
    yield from find_named_spans(facts)


def _scale(figure: Figure) -> int:
    """How many years the figure's unit has; 0 for shorter units."""
    return {"year": 1, "years": 1, "decade": 10, "decades": 10, "century": 100, "centuries": 100}.get(
        figure.unit or "", 0
    )


def _of_years(facts: Facts, sentence: int, figure: Figure) -> Elapsed | None:
    here = _outside(dated(facts, sentence), figure.first, figure.last)
    stated = interval(facts, figure) * exactly(_scale(figure))
    span = Span(figure.start, figure.end)
    ends = ends_of(facts, figure, here, told_before(facts, sentence))
    if ends:
        return years_between(span, stated, _slack(figure), *ends)
    alone = _to_present(facts, figure, here)
    return to_now(facts, span, stated, alone, _slack(figure)) if alone else None


def _slack(figure: Figure) -> int:
    """The years that a span may be off: decades are told loosely."""
    if figure.unit not in ("decade", "decades"):
        return 1
    return 2 if (figure.low or 0) <= 2 else 5


def _outside(times: Sequence[Time], first: int, last: int) -> list[Time]:
    return [time for time in times if time.last <= first or time.first >= last]


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
    if facts.words(since[0].last, figure.first) in ([","], [",", "for"], ["for"]):
        return since[0] if not after.isalpha() else None
    gap = facts.words(figure.last, since[0].first)
    counted = (
        facts.word(figure.first - 1) in ("in", "for") and len(gap) <= _FIRST and not {"and", ";"} & set(gap)
    )
    return since[0] if counted and figure.last <= since[0].first else None


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
