"""An age does not fit the years of birth and of the event.

What it does
    Subtracts the year of birth from the year of death, or of the article, and compares it with the age.

Why it matters
    Obituaries and court reports take the age from one source and the years from another.

Example
    Wrong: Karl Benning, the lighthouse keeper, was born in 1922 and died in 2009 aged 78.
    Right: Karl Benning, the lighthouse keeper, was born in 1922 and died in 2009 aged 86.

What it leaves alone
    Both ages that the two years allow; sentences with several ages or births.

Source
    copydesk.org on numeracy: ages against dates.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern, span_of
from claimcheck.intervals import Interval
from claimcheck.relations import Facts, Relations
from claimcheck.relations.dates import figures_of_years
from claimcheck.relations.reading import interval
from claimcheck.relations.working import Working, number

CODE = "CC503"
NAME = "age"
FAMILY = "date"
SEVERITY = "error"
NEEDS = ("lives",)


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Ages that neither birthday rule allows."""
    for life in relations.lives:
        years = life.year - life.born
        if interval(facts, life.age).meets(Interval(*sorted(_both(years)))):
            continue
        working = Working((str(life.born), str(life.year)), "{0} to {1} is {expected} years, not {stated}",
                          f"{years - 1} or {years}", number(life.age.low or Decimal(0)))  # fmt: skip
        question = f"Does the age fit a birth in {life.born}?"
        dates = figures_of_years(facts, facts.tokens.sentence[life.age.first], life.born, life.year)
        yield Concern(span_of(life.age), question, working, (life.age, *dates))


def _both(years: int) -> tuple[Decimal, Decimal]:
    return Decimal(years - 1), Decimal(years)
