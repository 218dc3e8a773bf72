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

from claimcheck.checks.concern import Concern, shown, span_of, span_of_twin
from claimcheck.intervals import Interval, exactly
from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations, Twin
from claimcheck.relations.exchanged import Exchange, find_exchanges
from claimcheck.relations.facts import group
from claimcheck.relations.reading import interval
from claimcheck.relations.working import Working, number, round_to, spoken

CODE = "CC602"
NAME = "exchange-rate"
FAMILY = "unit"
SEVERITY = "error"
NEEDS = ("figure money", "twins")

_DRIFT = Decimal("0.02")
_ABOUT = Decimal("0.02")
_WRITTEN = Decimal("0.025")  # nobody converts more loosely, whatever noughts the sum ends in
_NAMED = 6  # words from `Danish` to the sum
_LARGE = 20  # smaller sums are rounded more in proportion
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
    for exchange in find_exchanges(facts):
        yield _exchanged(facts, exchange)


def _exchanged(facts: Facts, exchange: Exchange) -> Concern:
    """At the rate that the text gives, one sum is not the other."""
    rate, amount, converted = (shown(facts, f) for f in (exchange.rate, exchange.amount, exchange.converted))
    terms = (amount, rate, exchange.converted.unit or "")
    expected = spoken(round_to(exchange.expected, 3))
    working = Working(terms, "{0} at {1} to one is {expected} {2}, not {stated}", expected, converted)
    figures = (exchange.converted, exchange.amount, exchange.rate)
    question = f"Was {amount} converted at {rate} to one?"
    later = max(exchange.amount, exchange.converted, key=lambda figure: figure.start)
    return Concern(span_of(later), question, working, figures, sure=False)


def _converted(facts: Facts, figure: Figure) -> Interval:
    """What a sum may stand for beside its conversion: `about £80,000` is rounded, not guessed."""
    printed = _printed(figure)
    if figure.modifier != "exact" and None in (figure.low, figure.high):
        return exactly(printed).widen(_WRITTEN)
    if figure.low != figure.high or not printed:
        return interval(facts, figure)
    if figure.modifier == "approx":
        return exactly(printed).widen(_ABOUT)
    value, most = interval(facts, figure), exactly(printed).widen(_WRITTEN)
    return Interval(max(value.low, most.low), min(value.high, most.high)) if printed >= _LARGE else value


def _printed(figure: Figure) -> Decimal:
    return (figure.low if figure.low is not None else figure.high) or Decimal(0)


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
    return number(_printed(first) / _printed(second), 3)
