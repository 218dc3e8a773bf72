"""Sums converted at a rate that the text gives: `at eight krona to the dollar`, `the euro buys $1.10`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, listed
from claimcheck.relations.misprints import misprinted
from claimcheck.values import frozen

_LEAD = 4  # words from `the euro` to what it buys
_CLOSE = Decimal("0.06")  # rates and sums are rounded
_TENS = tuple(Decimal(10) ** power for power in (-6, -3, -2, -1, 1, 2, 3, 6))
_MOST = 6  # sums of money among which the two are looked for


@frozen
class Exchange:
    """At `rate` of its currency to one of another, `converted` is stated for `amount`, and is a slip away.

    `expected` is what the rate makes of `amount`.
    """

    rate: Figure
    amount: Figure
    converted: Figure
    expected: Decimal


def find_exchanges(facts: Facts) -> Iterator[Exchange]:
    """Every sum that its conversion at a rate told near it misses by a slip."""
    for sentence, line in facts.lines.items():
        for rate in line:
            if (
                rate.kind == "money"
                and rate.low
                and rate.low == rate.high
                and (units := _to_one(facts, rate))
            ):
                near = [f for i in (sentence - 1, sentence, sentence + 1) for f in facts.lines.get(i, ())]
                found = _converted(rate, units, [f for f in near if f.kind == "money" and _is_sum(f, rate)])
                if found:
                    yield found


def _is_sum(figure: Figure, rate: Figure) -> bool:
    return figure is not rate and bool(figure.low) and figure.low == figure.high and figure.low != 1


def _to_one(facts: Facts, rate: Figure) -> Sequence[str]:
    """The currencies one of which the rate is for: `140 yen to the dollar`, `the euro bought $1.10`."""
    after = facts.words(rate.last, rate.last + 3)
    if after[:1] in (["to"], ["for"]) and after[1:2] and after[1] in ("the", "a", "each", "one", "every"):
        return _units(after[2:3])
    if after[:1] == ["per"]:
        return _units(after[1:2])
    lead = facts.words(max(facts.bounds(rate.first)[0], rate.first - _LEAD), rate.first)
    verbs = listed("tallies", "exchange.verbs")
    place = next((i for i in range(len(lead) - 1, 0, -1) if lead[i] in verbs), 0)
    told = place and lead[place + 1 :] in ([], ["about"], ["only"], ["just"]) and lead[place - 2 : place - 1]
    return _units(lead[place - 1 : place]) if told and told[0] in ("the", "a", "one") else ()


def _units(name: Sequence[str]) -> Sequence[str]:
    return load("relations")["exchanged"].get(name[0].removesuffix("s"), ()) if name else ()


def _converted(rate: Figure, units: Sequence[str], sums: Sequence[Figure]) -> Exchange | None:
    """The only two sums in the two currencies, if they miss the rate by a slip."""
    ours = [f for f in sums if f.unit == rate.unit]
    theirs = [f for f in sums if f.unit in units and f.unit != rate.unit]
    if len(ours) != 1 or len(theirs) != 1 or len(sums) > _MOST or not rate.low:
        return None
    own, other = ours[0].low or Decimal(1), theirs[0].low or Decimal(1)
    expected = own / rate.low
    ratio = other / expected
    slips = (*_TENS, rate.low**2)
    slipped = any(abs(ratio / slip - 1) <= _CLOSE for slip in slips) and abs(ratio - 1) > _CLOSE
    if slipped or misprinted(other, expected.quantize(min(theirs[0].grain, Decimal(1)))):
        return Exchange(rate, ours[0], theirs[0], expected)
    return None
