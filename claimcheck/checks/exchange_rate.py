"""Two conversions of money in one article imply different rates of exchange.

What it does
    Divides each pair of sums in two currencies and compares the rates.

Why it matters
    One of the conversions was done with an old rate, with the division turned round, or for another sum.

Example
    Wrong: The museum spent 80,000 euros ($88,000) on the harp and 5,000 euros ($9,500) on its case.
    Right: The museum spent 80,000 euros ($88,000) on the harp and 5,000 euros ($5,500) on its case.

What it leaves alone
    Rates within a twentieth; a single pair, since the day's rate is not in the article.

Source
    Guardian style guide: convert every sum once, at one rate.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from claimcheck.checks.concern import Concern, shown, span_of_twin
from claimcheck.intervals import Interval, exactly
from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations, Twin
from claimcheck.relations.facts import group
from claimcheck.relations.reading import interval
from claimcheck.relations.working import Working, number

CODE = "CC602"
NAME = "exchange-rate"
FAMILY = "unit"
SEVERITY = "error"
NEEDS = ("twins",)

_DRIFT = Decimal("0.03")
_ABOUT = Decimal("0.05")
_NAMED = 6  # words from `Danish` to the sum
_YEAR = 4  # digits
_CODE = 3  # letters of an ISO 4217 code


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Pairs of sums whose rate no other pair of those currencies shares."""
    seen: dict[tuple[str, str], tuple[Twin, Interval]] = {}
    for twin in relations.twins:
        first, second = sorted((twin.first, twin.second), key=lambda f: f.unit or "")
        if "money" not in (first.kind, second.kind) or first.unit == second.unit:
            continue
        above, below = _converted(facts, first), _converted(facts, second)
        if below.low <= 0 or not (_is_currency(first) and _is_currency(second)):
            continue
        rate = (above / below).widen(_DRIFT)
        known = seen.setdefault((str(first.unit), str(second.unit)), (twin, rate))
        if known[1].meets(rate) or _other_time(facts, known[0], twin):
            continue
        if not _of_two_countries(facts, known[0], twin):
            yield _concern(facts, known[0], twin)


def _converted(facts: Facts, figure: Figure) -> Interval:
    """What a sum may stand for beside its conversion: `about £80,000` is rounded, not guessed."""
    if figure.modifier != "approx" or figure.low is None or figure.low != figure.high:
        return interval(facts, figure)
    return exactly(figure.low).widen(_ABOUT)


def _concern(facts: Facts, known: Twin, twin: Twin) -> Concern:
    terms = tuple(shown(facts, f) for f in (known.first, known.second, twin.first, twin.second))
    rates = tuple(_rate(t.first, t.second) for t in (known, twin))
    working = Working(terms, "{0} for {1} is a rate of {expected}; {2} for {3} is {stated}", *rates)
    figures = (twin.first, twin.second, known.first, known.second)
    same = abs(facts.tokens.sentence[twin.first.first] - facts.tokens.sentence[known.first.first]) <= 1
    return Concern(
        span_of_twin(facts, twin.first, twin.second),
        "Were these sums converted at one rate?",
        working,
        figures,
        sure=same,
    )


def _other_time(facts: Facts, known: Twin, twin: Twin) -> bool:
    """Whether the text turns to another time between the pairs: `In 1980 it cost …; today …`."""
    first, last = facts.bounds(known.first.first)[0], twin.first.first
    named = [time for time in facts.times if first <= time.first < last and time.type == "DATE"]
    return any(
        facts.word(i).isdigit() and len(facts.word(i)) == _YEAR for t in named for i in range(t.first, t.last)
    )


def _of_two_countries(facts: Facts, known: Twin, twin: Twin) -> bool:
    """`the Norwegian fine of 12m kroner … a Danish one of 5m kroner`: currencies of one name."""
    first, second = _country(facts, known), _country(facts, twin)
    return bool(first and second and first != second)


def _country(facts: Facts, twin: Twin) -> str:
    """The last adjective of place shortly before a pair of sums, '' where there is none."""
    first = max(facts.bounds(twin.first.first)[0], twin.first.first - _NAMED)
    return next((w for w in reversed(facts.words(first, twin.first.first)) if w in _adjectives()), "")


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(load("places")["adjectives"].split())


def _is_currency(figure: Figure) -> bool:
    """Whether the unit is a currency and not cents or pence: a code, or coins of no one country."""
    unit = figure.unit
    if figure.kind == "count":
        return unit in group("coins")
    return figure.kind == "money" and unit is not None and len(unit) == _CODE and unit.isupper()


def _rate(first: Figure, second: Figure) -> str:
    assert first.low is not None and second.low
    return number(first.low / second.low, 3)
