"""A unit cannot be the one that was meant: a tablet of 500 grams, inflation of 4 million.

What it does
    Compares weights, heights and doses whose sentence says what is measured with what such a thing can be,
    and finds rates that are always given in per cent but here in millions.

Why it matters
    Grams stand for milligrams, metres for feet, million for per cent. The speller is content, and the reader
    may act on it.

Example
    Wrong: The goalkeeper, a boy of 15, is 6.2 metres tall.
    Right: The goalkeeper, a boy of 15, is 6.2 feet tall.

What it leaves alone
    Everything that the sentence does not name; animals, statues, loads; anything within the bounds of record.

Source
    Corrections columns: units, and million for per cent, are among the commonest slips of figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.figures.conversion import convert
from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations
from claimcheck.relations.facts import group
from claimcheck.relations.reading import leads
from claimcheck.relations.working import Working, number

CODE = "CC603"
NAME = "unit-slip"
FAMILY = "unit"
SEVERITY = "warning"
NEEDS = ("figure measure", "figure count")

_NEAR = 3  # words between a figure and the verb or noun that says what it measures
_MILLION = 1000000


class _Bounds(NamedTuple):
    """What a thing can measure, and the words that tell it."""

    things: frozenset[str]
    near: frozenset[str]
    unless: frozenset[str]
    unit: str
    least: Decimal
    most: Decimal


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Measures out of all bounds, and rates in millions."""
    for claim in facts.claims:
        figure = claim.figure
        if figure.kind == "measure" and figure.unit and figure.low is not None:
            yield from _measured(facts, figure)
        elif figure.kind == "count" and (figure.low or 0) >= _MILLION:
            yield from _rated(facts, figure)


def _measured(facts: Facts, figure: Figure) -> Iterator[Concern]:
    near = set(facts.words(figure.first - _NEAR, figure.first)) | set(
        facts.words(figure.last, figure.last + _NEAR)
    )
    for bounds in _plausible():
        if bounds.near.isdisjoint(near):
            continue
        words = set(facts.words(*facts.bounds(figure.first)))
        if bounds.things.isdisjoint(words) or not bounds.unless.isdisjoint(words):
            continue
        value = _value(figure, bounds.unit)
        if value is not None and not bounds.least <= value <= bounds.most:
            limit = bounds.most if value > bounds.most else bounds.least
            side = "over" if value > bounds.most else "under"
            terms = (shown(facts, figure), side, f"{number(limit)} {bounds.unit}")
            working = Working(terms, "{0} is {1} {2}", "")
            yield Concern(span_of(figure), "Is this the unit that is meant?", working, (figure,))
            return


def _value(figure: Figure, unit: str) -> Decimal | None:
    try:
        return convert(figure.low or Decimal(0), figure.unit or "", unit)
    except ValueError:
        return None


def _rated(facts: Facts, figure: Figure) -> Iterator[Concern]:
    """`Inflation fell to 3 million`; `35 million of voters`, where per cent was meant."""
    first = facts.bounds(figure.first)[0]
    start = first + (facts.word(first) == "the")
    named = any(" ".join(facts.words(start, start + len(words.split()))) == words for words in _rates())
    ended = facts.word(figure.last) in group("clause_marks") | group("list_prepositions")
    rated = named and ended and leads(facts, figure)[:1] in (["to"], ["at"], ["of"], ["from"])
    shared = facts.word(figure.last) == "of" and facts.word(figure.last + 1) in group("people")
    if rated or (shared and facts.word(figure.last - 1) in group("scales")):
        working = Working((shown(facts, figure),), "{0}: a rate or share is in per cent", "")
        yield Concern(span_of(figure), "Million or per cent?", working, (figure,))


@cache
def _plausible() -> tuple[_Bounds, ...]:
    return tuple(_bounds(kind) for kind in load("plausible").values() if "unit" in kind)


def _bounds(kind: dict[str, Any]) -> _Bounds:
    things, near, unless = (frozenset(kind[name]) for name in ("things", "near", "unless"))
    return _Bounds(things, near, unless, kind["unit"], Decimal(kind["least"]), Decimal(kind["most"]))


def _rates() -> tuple[str, ...]:
    return tuple(load("plausible")["rates"]["subjects"])
