"""One flow told for two periods: `£1,200 a month, or £14,400 a year`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from claimcheck.intervals import Interval
from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import comparable, factor, one_of
from claimcheck.values import frozen

_NOUN = 5  # words from a figure to its period: `3,000 litres of water a day`
_GAP = 8  # words from the first period to the second figure


@frozen
class Pace:
    """`second` a longer period is said to be the same as `first` a shorter one, `times` over."""

    first: Figure
    second: Figure
    times: Interval
    priced: bool  # a price for longer is often less
    seasonal: bool = False  # and what is made may rest for part of the longer one


def find_paces(facts: Facts) -> Iterator[Pace]:
    """Every figure with a period that is told again, straight after, for a longer one."""
    for line in facts.lines.values():
        for first, second in pairwise(line):
            found = _pace(facts, first, one_of(second, first))
            if found:
                yield found


def _pace(facts: Facts, first: Figure, second: Figure) -> Pace | None:
    if None in (first.low, second.low) or first.kind not in ("money", "measure", "count", "duration"):
        return None
    short, long = _period(facts, first), _period(facts, second)
    if short is None or long is None or not comparable(first, second):
        return None
    periods = load("changes")["periods"]
    times, turned = periods.get(short[0], {}).get(long[0]), periods.get(long[0], {}).get(short[0])
    if short[0] != long[0] and not (times or turned) and (worth := factor(f"{long[0]}s", f"{short[0]}s")):
        times = (worth, worth)  # `30 cents a kilo, or $300 a tonne`
    gap = facts.words(short[1], second.first)
    if (times or turned) is None or not 0 < len(gap) <= _GAP or not _told_again(gap):
        return None
    if facts.word(long[1]) in group("added") | group("limited"):  # `a year after tax`
        return None
    if first.kind == "count" and second.unit not in (None, first.unit):
        return None
    if first.kind == "duration" and first.unit != second.unit:
        return None  # `eight hours a day, five days a week`
    words = facts.words(facts.bounds(first.first)[0], second.first)
    priced = not group("prices").isdisjoint(words)
    if times is None:
        first, second, times = second, first, turned
    seasonal = not group("seasonal").isdisjoint(words)
    return Pace(first, second, Interval(*map(Decimal, times)), priced, seasonal)


def _period(facts: Facts, figure: Figure) -> tuple[str, int] | None:
    """The period that the figure is for, and the token after it: `a day`, `per month`."""
    for index in range(figure.last, min(figure.last + _NOUN, len(facts.lower))):
        if facts.word(index) in group("clause_marks"):
            return None
        if facts.word(index) in group("per_unit") and facts.word(index + 1):
            return facts.word(index + 1), index + 2
    return None


def _told_again(gap: list[str]) -> bool:
    """Whether the second figure only says the first again: `…, or …`, `… – …`, `…, that is …`."""
    if not {"and", "but", "while", "if", "for", "with", "plus"}.isdisjoint(gap):
        return False
    bare = [word for word in gap if word not in group("soft")]
    return bool(bare) and (
        bare[-1] in ("or", ",", "(", *group("dashes")) or not group("same_as").isdisjoint(gap[-3:])
    )
