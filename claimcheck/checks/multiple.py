"""A multiple does not fit the two figures.

What it does
    Tests `doubled`, `tripled`, `halved`, `threefold` and `four times` against the figures before and after.

Why it matters
    Multiples are read off a graph or taken over from a release and outlive the figures that they described.

Example
    Wrong: The price of the stamp quadrupled, to 90 cents from 30 cents.
    Right: The price of the stamp tripled, to 90 cents from 30 cents.

What it leaves alone
    A bare word within a tenth of the true multiple; the figure stated with `nearly` or `more than` on the
    right side.

Source
    American Copy Editors Society sessions on numeracy; BBC editorial guidance on statistics.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.decimals import is_multiple
from claimcheck.intervals import Interval, exactly
from claimcheck.model import Figure
from claimcheck.relations import Change, Facts, Relations
from claimcheck.relations.changes import ends_of
from claimcheck.relations.facts import group
from claimcheck.relations.reading import amounts_of, interval, side_of
from claimcheck.relations.working import Working, number
from claimcheck.values import replace

CODE = "CC407"
NAME = "multiple"
FAMILY = "arithmetic"
SEVERITY = "error"
NEEDS = ("changes", "gaps")

_NEAR = 4  # words from `halved` to `since`
_AGAIN = 3  # words from `half` to `again`
_BARE = Decimal("0.1")  # `tripled` covers 2.7 to 3.3


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Multiples that no values of the two figures can give."""
    for change in (*relations.changes, *relations.gaps):
        amount = change.amount
        if amount is None or not (change.times or _is_multiple(facts, amount)):
            continue
        if _of_other_thing(facts, change, amount) or _since(facts, change, amount):
            continue
        before, after = ends_of(facts, change)
        if before.low <= 0 or after.low <= 0:
            continue
        ratios = [after / before]
        if not change.ordered or change.direction == "fall" or change.before.kind == "duration":
            ratios.append(before / after)
        told = (amount, *_beside(facts, amount))
        if not any(s.meets(ratio) for one in told for s in _readings(facts, one) for ratio in ratios):
            yield _concern(facts, change, amount)
        elif _is_one_off(change, amount):
            yield _concern(facts, replace(change, loose=True), amount)


def _is_one_off(change: Change, amount: Figure) -> bool:
    """`six times` of 600 and 3,000, which as printed are five times: rounding alone would explain it."""
    stated = amount.low
    if any(f.modifier != "exact" or f.low != f.high for f in (amount, change.before, change.after)):
        return False
    small, large = sorted(amounts_of(change.before, change.after))
    if stated is None or amount.kind != "multiplier" or stated < 2 or small <= 0:
        return False
    return is_multiple(large, small) and abs(large / small - stated) == 1


def _is_multiple(facts: Facts, amount: Figure) -> bool:
    if amount.low is None and amount.high is None:
        return False
    return amount.kind == "multiplier" or (amount.kind == "ratio" and facts.word(amount.last) == "as")


def _beside(facts: Facts, amount: Figure) -> Iterator[Figure]:
    """The other multiples of the sentence: `four times as likely to fall ill and twice as likely to die`."""
    line = facts.lines.get(facts.tokens.sentence[amount.first], ())
    return (figure for figure in line if figure is not amount and _is_multiple(facts, figure))


def _since(facts: Facts, change: Change, amount: Figure) -> bool:
    """`has halved since March. At $6.3bn, it was down from $8.4bn a week earlier`: counted from elsewhere."""
    sentence = facts.tokens.sentence
    apart = sentence[amount.first] not in (sentence[change.before.first], sentence[change.after.first])
    return apart and "since" in facts.words(amount.last, amount.last + _NEAR)


def _of_other_thing(facts: Facts, change: Change, amount: Figure) -> bool:
    """`0.9g of sugar against 2.7g, and five times as much fibre`: the figures are of another noun."""
    as_much = facts.words(amount.last, amount.last + 2)
    if as_much not in (["as", "much"], ["as", "many"], ["the", "amount"]):
        return False
    noun = facts.word(amount.last + 2 + (as_much[0] == "the"))
    told = {facts.word(f.last + 1) for f in (change.before, change.after) if facts.word(f.last) == "of"}
    return bool(told) and noun.isalpha() and noun not in group("function_words") and noun not in told


def _readings(facts: Facts, amount: Figure) -> list[Interval]:
    """What the multiple may mean: `three times more` is taken for three times and for four."""
    stated, side = interval(facts, amount), side_of(facts, amount)
    if amount.kind == "ratio" and "again" in facts.words(amount.last, amount.last + _AGAIN):
        stated = stated + exactly(1)  # `half as much again`
    if side == "below" and amount.low is not None and amount.low < 1:  # `almost halved`: to a little more
        stated = Interval(amount.low, 2 * amount.low - stated.low)
    if side in ("exact", "near"):
        stated = stated.widen(_BARE)
    if facts.classes[amount.last : amount.last + 1] in (["more"], ["less"]):
        return [stated, stated + exactly(1)]
    return [stated]


def _concern(facts: Facts, change: Change, amount: Figure) -> Concern:
    first, second = change.before, change.after
    low, high = amounts_of(first, second)
    terms = (shown(facts, first), shown(facts, second))
    working = Working(terms, "{0} to {1} is a factor of {expected}, not {stated}",
                      number(high / low), facts.text(amount))  # fmt: skip
    question = f"Does “{facts.text(amount)}” fit the two figures?"
    return Concern(span_of(amount), question, working, (amount, first, second), sure=not change.loose)
