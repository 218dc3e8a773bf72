"""Times of day and times taken that no clock shows: `the 23.68 to Carrow`, `one minute 74.2 seconds`."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, listed

_LAST_HOUR, _LAST_MINUTE, _NO_HOUR = 24, 59, 29  # above that, the number is no time at all
_NEAR = 4  # words from `left` to `at 15.40`


def is_no_time(facts: Facts, figure: Figure) -> bool:
    """Whether a number with a point stands where a time of day does and can be none."""
    if figure.kind != "count" or figure.unit is not None or figure.last - figure.first != 1:
        return False
    hour, point, minute = facts.word(figure.first).partition(".")
    if not point or len(minute) != 2 or not (hour.isdecimal() and minute.isdecimal()) or len(hour) > 2:
        return False
    wrong = int(minute) > _LAST_MINUTE or int(hour) > _LAST_HOUR
    return wrong and int(hour) <= _NO_HOUR and (_is_service(facts, figure) or _is_start(facts, figure))


def is_service_at(facts: Facts, first: int, last: int) -> bool:
    """Whether the number at tokens [first, last) names a train or ship: `the 8.15 to Carrow`."""
    if facts.word(first - 1) != "the" or facts.word(last) not in ("to", "from"):
        return False
    following = facts.tokens.text[last + 1] if last + 1 < len(facts.tokens) else ""
    words = facts.words(*facts.bounds(first))
    return following[:1].isupper() and not listed("tallies", "clock.services").isdisjoint(words)


def _is_service(facts: Facts, figure: Figure) -> bool:
    return is_service_at(facts, figure.first, figure.last)


def _is_start(facts: Facts, figure: Figure) -> bool:
    """`kicked off at 15.70`, told of no price."""
    if facts.word(figure.first - 1) not in ("at", "until", "till"):
        return False
    first, last = facts.bounds(figure.first)
    if not listed("tallies", "clock.priced").isdisjoint(facts.words(first, last)):
        return False
    near = facts.words(max(first, figure.first - _NEAR), figure.first - 1)
    return figure.first - 1 == first or not listed("tallies", "clock.leaving").isdisjoint(near)


def overflow(facts: Facts, figure: Figure) -> int:
    """How many of the second unit make one of the first, where a figure has as many: 0 where it has not."""
    numbers = facts.numerals_in(figure.first, figure.last)
    if figure.kind not in ("duration", "measure") or len(numbers) != 2 or numbers[1].value is None:
        return 0
    limit = load("tallies")["compound"].get(facts.word(numbers[1].last))
    if limit is None or facts.word(numbers[0].last) not in limit["after"]:
        return 0
    least: int = limit["least"]
    return least if numbers[1].value >= least and least * 2 > numbers[1].value else 0


def overflows(facts: Facts, figures: Iterator[Figure]) -> Iterator[tuple[Figure, str]]:
    """The figures among these that no clock, scale or rule shows, each with the reason."""
    for figure in figures:
        if least := overflow(facts, figure):
            yield figure, f"{least} of the second unit make one of the first"
        elif is_no_time(facts, figure):
            yield figure, "a day has 24 hours of 60 minutes"
