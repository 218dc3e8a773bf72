"""A total, a count and the amount each do not fit.

What it does
    Divides the total by the count and compares the quotient with the printed amount per head, per job or
    per year; does the same for a speed, for hours at an hourly wage, and for a flow told by the month and by
    the year.

Why it matters
    Quotients are worked out in a hurry: million over million loses its noughts, and a release's total
    changes while its per-head figure stays.

Example
    Wrong: The firm shared $12 million among its 400 workers, or $3,000 each.
    Right: The firm shared $12 million among its 400 workers, or $30,000 each.

What it leaves alone
    Sentences with more than one total or count that the amount could belong to; prices that are lower for
    a longer period.

Source
    The State newspaper's payroll slip, told at commonsensej.blogspot.com; copydesk.org on numeracy.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.intervals import Interval, exactly
from claimcheck.relations import Facts, Pace, Rate, Relations
from claimcheck.relations.otherwise import has_other_count
from claimcheck.relations.reading import amounts_of, interval, sizes
from claimcheck.relations.working import Working, number, round_to, spoken

CODE = "CC411"
NAME = "rate"
FAMILY = "arithmetic"
SEVERITY = "error"
NEEDS = ("rates", "paces")


_PART = Decimal("0.5")  # a works may rest for half the year
_SPEED = Decimal("0.03")  # distances and times are rounded together


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Quotients that no values of total and count can give, and flows that differ between two periods."""
    for rate in relations.rates:
        total, count, quotient = interval(facts, rate.total), interval(facts, rate.count), _each(facts, rate)
        if rate.count.kind == "duration":
            total = total.widen(_SPEED)
        if count.low <= 0 or (count * quotient * exactly(rate.worth)).meets(total):
            continue
        if not has_other_count(facts, rate, quotient):
            yield _concern(facts, rate)
    for pace in relations.paces:
        first, second = sizes(facts, pace.first, pace.second)
        expected = first * pace.times
        least = expected.low * _PART if pace.seasonal else expected.low
        if second.low > expected.high or (second.high < least and not pace.priced):
            yield _other_pace(facts, pace)


def _each(facts: Facts, rate: Rate) -> Interval:
    """What the quotient may be: a number for each of many is rounded, not counted."""
    value, half = interval(facts, rate.quotient), rate.quotient.grain / 2
    return Interval(value.low - half, value.high + half) if rate.quotient.kind == "count" else value


def _concern(facts: Facts, rate: Rate) -> Concern:
    assert rate.total.low is not None and rate.count.low
    terms = (shown(facts, rate.total), shown(facts, rate.count))
    expected = spoken(round_to(rate.total.low / rate.count.low / rate.worth, 2))
    stated = shown(facts, rate.quotient)
    working = Working(terms, "{0} over {1} is {expected}" + rate.base + ", not {stated}", expected, stated)
    question = f"Does {shown(facts, rate.quotient)}{rate.base} make {terms[0]}?"
    figures = (rate.quotient, rate.total, rate.count)
    return Concern(span_of(rate.quotient), question, working, figures, sure=not rate.loose)


def _other_pace(facts: Facts, pace: Pace) -> Concern:
    first, second = amounts_of(pace.first, pace.second)
    least, most = pace.times
    times = number(least) if least == most else f"{number(least)} to {number(most)}"
    shorter = most < 1
    terms = (shown(facts, pace.first), number(1 / most) if shorter else times)
    expected = number(first * (least if second < first * least else most))
    stated = shown(facts, pace.second)
    operation = "{0} over {1}" if shorter else "{0} times {1}"
    working = Working(terms, operation + " is {expected}, not {stated}", expected, stated)
    question = f"Do {terms[0]} and {stated} say the same for two periods?"
    return Concern(span_of(pace.second), question, working, (pace.second, pace.first))
