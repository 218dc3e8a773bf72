"""A fraction and the percentage beside it do not fit.

What it does
    Compares `one in five`, `a third`, `half` with the percentage given for the same thing.

Why it matters
    The fraction was written for the reader's ease and rounds to another value, or comes from an older
    figure.

Example
    Wrong: Three in ten wells (40%) were found to be dry.
    Right: Two in five wells (40%) were found to be dry.

What it leaves alone
    A fraction within a tenth of the percentage; `nearly`, `more than` on the right side.

Source
    BBC editorial guidance on statistics: one way of stating a share, and the same in headline and text.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown, span_of_twin
from claimcheck.intervals import HUNDRED, Interval
from claimcheck.model import Figure, Span
from claimcheck.relations import Facts, Relations
from claimcheck.relations.facts import group
from claimcheck.relations.reading import interval, share_interval
from claimcheck.relations.working import Working, number

CODE = "CC406"
NAME = "fraction-and-percent"
FAMILY = "arithmetic"
SEVERITY = "error"
NEEDS = ("twins", "mark margin", "mark portion")

_HALF = Decimal(50)
_NEAR = 7  # words from `a majority` to its percentage


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Twins of fraction and percentage, or of two fractions, that no value satisfies."""
    for twin in relations.twins:
        kinds = {twin.first.kind, twin.second.kind}
        if not kinds <= {"ratio", "percent"} or kinds == {"percent"}:
            continue
        first, second = twin.first, twin.second
        if first.kind == "percent":
            first, second = second, first
        if not 0 < _size(first) <= 1 or (second.kind == "ratio" and not 0 < _size(second) <= 1):
            continue
        if not share_interval(facts, first).meets(_in_percent(facts, second)):
            yield _concern(facts, first, second)
    yield from _majorities(facts)


def _in_percent(facts: Facts, figure: Figure) -> Interval:
    return interval(facts, figure) * HUNDRED if figure.kind == "ratio" else interval(facts, figure)


def _size(fraction: Figure) -> Decimal:
    return fraction.low or fraction.high or Decimal(0)


def _concern(facts: Facts, fraction: Figure, other: Figure) -> Concern:
    working = Working((shown(facts, fraction),), "{0} is {expected}, not {stated}",
                      f"{number(_size(fraction) * 100, 1)}%", shown(facts, other))  # fmt: skip
    question = f"Are “{facts.text(fraction)}” and {facts.text(other)} the same share?"
    return Concern(span_of_twin(facts, fraction, other), question, working, (fraction, other))


def _majorities(facts: Facts) -> Iterator[Concern]:
    """`a majority of members, 46%,` and `a minority (61%)`: on the wrong side of half."""
    for index in (*facts.marks.get("margin", ()), *facts.marks.get("portion", ())):
        word = facts.word(index)
        if word not in group("majorities") and word not in group("minorities"):
            continue
        line = facts.lines.get(facts.tokens.sentence[index], ())
        near = (f for f in line if f.first > index and f.first - index <= _NEAR)
        percent = next((f for f in near if f.kind == "percent"), None)
        if percent is None or not _apposed(facts, index, percent):
            continue
        value = interval(facts, percent)
        if value.high < _HALF if word in group("majorities") else value.low > _HALF:
            working = Working((word, shown(facts, percent)), "{1} is no {0}", "")
            span = Span(facts.tokens.start[index], percent.end)
            yield Concern(span, f"Is {shown(facts, percent)} a {word}?", working, (percent,))


def _apposed(facts: Facts, index: int, percent: Figure) -> bool:
    """Whether the percentage stands between marks straight after what there is a majority of."""
    gap = facts.words(index + 1, percent.first)
    marked = gap[-1:] in ([","], ["("], ["–"], ["—"], ["--"])
    plain = not {*group("verbs"), ",", "and"} - {"of"} & set(gap[:-1])
    return marked and plain and facts.word(percent.last) in (",", ")", ".", "–", "—", "--")
