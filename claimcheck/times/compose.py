"""Neighbouring expressions that say one thing are put together: `noon` + `Thursday`, `Friday` + `Oct. 23`."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.times.joins import JOINS
from claimcheck.times.meanings import Expression
from claimcheck.times.stream import Stream


def compose(stream: Stream, found: Sequence[Expression]) -> list[Expression]:
    """The expressions with neighbours joined; what only waited for a neighbour and found none is dropped."""
    joined: list[Expression] = []
    for expression in found:
        joined.append(expression)
        while len(joined) > 1 and (both := _joined(stream, joined[-2], joined[-1])):
            joined[-2:] = [both]
    return [expression for expression in joined if not expression.rule.startswith("pending")]


def _joined(stream: Stream, left: Expression, right: Expression) -> Expression | None:
    if right.first - left.last > 3 or not stream.together(left.first, right.last):
        return None
    gap = tuple(stream.lower[left.last : right.first])
    for join in JOINS:
        if found := join(left, right, gap):
            return Expression(left.first, right.last, *found)
    return None
