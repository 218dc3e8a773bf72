"""An age does not fit the years of birth and of the event.

What it does
    Subtracts the year of birth from the year of death, or of the article, and compares it with the age; of
    two ages with a year each, compares the years between them.

Why it matters
    Obituaries and court reports take the age from one source and the years from another.

Example
    Wrong: Karl Benning, the lighthouse keeper, was born in 1922 and died in 2009 aged 78.
    Right: Karl Benning, the lighthouse keeper, was born in 1922 and died in 2009 aged 86.

What it leaves alone
    Both ages that the two years allow; sentences that speak of several people.

Source
    copydesk.org on numeracy: ages against dates.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.intervals import Interval
from claimcheck.relations import Facts, Relations
from claimcheck.relations.lives import Life
from claimcheck.relations.reading import interval
from claimcheck.relations.working import Working

CODE = "CC503"
NAME = "age"
FAMILY = "date"
SEVERITY = "error"
NEEDS = ("lives",)


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Ages that neither birthday rule allows."""
    for life in relations.lives:
        age = life.second.age
        if age is None or interval(facts, age).meets(_allowed(facts, life)):
            continue
        question = f"Does the age fit {_told(facts, life)}?"
        figures = (age, life.first.age) if life.first.age else (age,)
        places = tuple(moment.place for moment in (life.first, life.second) if moment.place)
        yield Concern(span_of(age), question, _working(facts, life), figures, places=places)


def _allowed(facts: Facts, life: Life) -> Interval:
    """The ages that the years between the two moments leave."""
    first, second = life.first, life.second
    years = second.year - first.year
    if first.age is not None:
        return interval(facts, first.age) + Interval(Decimal(years - 1), Decimal(years + 1))
    if first.day and second.day:
        birthday = (first.day.month, first.day.day)
        years -= (second.day.month, second.day.day) < birthday
        return Interval(Decimal(years), Decimal(years))
    return Interval(Decimal(years - (not second.exact)), Decimal(years))


def _told(facts: Facts, life: Life) -> str:
    if life.first.age is None:
        return f"a birth in {life.first.year}"
    return f"“{shown(facts, life.first.age)}” in {life.first.year}"


def _working(facts: Facts, life: Life) -> Working:
    first, second = str(life.first.year), str(life.second.year)
    stated = shown(facts, life.second.age) if life.second.age else ""
    if life.first.age is None:
        allowed = _allowed(facts, life)
        ages = " or ".join(dict.fromkeys((f"{allowed.low}", f"{allowed.high}")))
        return Working((first, second), "{0} to {1} is {expected} years, not {stated}", ages, stated)
    years = life.second.year - life.first.year
    expected = f"{life.first.years + years}"
    terms = (shown(facts, life.first.age), first, second)
    return Working(terms, "{0} in {1} makes about {expected} in {2}, not {stated}", expected, stated)
