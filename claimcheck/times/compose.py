"""Neighbouring expressions that say one thing are put together: `noon` + `Thursday`, `Friday` + `Oct. 23`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.times.joins import JOINS
from claimcheck.times.meanings import Calendar, Expression
from claimcheck.times.stream import Stream
from claimcheck.values import replace


def compose(stream: Stream, found: Sequence[Expression]) -> list[Expression]:
    """The expressions with neighbours joined; what only waited for a neighbour and found none is dropped."""
    joined: list[Expression] = []
    for expression in found:
        joined.append(expression)
        while len(joined) > 1 and (both := _joined(stream, joined[-2], joined[-1])):
            joined[-2:] = [both]
    kept = [expression for expression in joined if not expression.rule.startswith("pending")]
    return [_with_year_of_next(stream, *pair) for pair in pairwise(kept)] + kept[-1:]


def _with_year_of_next(stream: Stream, left: Expression, right: Expression) -> Expression:
    """`1 April to 30 June 2021`: the first date has the year of the second, or the one before."""
    first, second = left.meaning, right.meaning
    if right.first - left.last != 1 or stream.at(left.last) not in stream.words.lists["to_a_date"]:
        return left
    if not (isinstance(first, Calendar) and isinstance(second, Calendar) and first.month and second.month):
        return left
    if first.year or first.of or not second.year or (first.day is None) != (second.day is None):
        return left
    year = second.year - (first.month > second.month)
    return replace(left, meaning=replace(first, year=year))


def _joined(stream: Stream, left: Expression, right: Expression) -> Expression | None:
    if right.first - left.last > 3 or not stream.together(left.first, right.last):
        return None
    gap = tuple(stream.lower[left.last : right.first])
    for join in JOINS:
        if found := join(left, right, gap):
            return Expression(left.first, right.last, *found)
    return None
