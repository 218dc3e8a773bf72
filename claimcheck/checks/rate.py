"""A total, a count and the amount each do not fit.

What it does
    Divides the total by the count and compares the quotient with the printed amount per head, per job or
    per year.

Why it matters
    Quotients are worked out in a hurry: million over million loses its noughts, and a release's total
    changes while its per-head figure stays.

Example
    Wrong: The firm shared $12 million among its 400 workers, or $3,000 each.
    Right: The firm shared $12 million among its 400 workers, or $30,000 each.

What it leaves alone
    Sentences with more than one total or count that the amount could belong to.

Source
    The State newspaper's payroll slip, told at commonsensej.blogspot.com; copydesk.org on numeracy.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.relations import Facts, Rate, Relations
from claimcheck.relations.reading import interval
from claimcheck.relations.working import Working, number

CODE = "CC411"
NAME = "rate"
FAMILY = "arithmetic"
SEVERITY = "error"
NEEDS = ("rates",)


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Quotients that no values of total and count can give."""
    for rate in relations.rates:
        count, quotient = interval(facts, rate.count), interval(facts, rate.quotient)
        if count.low > 0 and not (count * quotient).meets(interval(facts, rate.total)):
            yield _concern(facts, rate)


def _concern(facts: Facts, rate: Rate) -> Concern:
    assert rate.total.low is not None and rate.count.low
    terms = (shown(facts, rate.total), shown(facts, rate.count))
    working = Working(terms, "{0} over {1} is {expected} each, not {stated}",
                      number(rate.total.low / rate.count.low), shown(facts, rate.quotient))  # fmt: skip
    question = f"Does {shown(facts, rate.quotient)} each make {terms[0]}?"
    return Concern(span_of(rate.quotient), question, working, (rate.quotient, rate.total, rate.count))
