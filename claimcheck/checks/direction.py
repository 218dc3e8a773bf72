"""A rise that ends lower, or a fall that ends higher.

What it does
    Compares the figures before and after with the direction of the word of change.

Why it matters
    One of three is wrong: the word, or the order of the figures, or a figure. Swapped ends are common in
    tables retold.

Example
    Wrong: The river's level climbed to 2.6 metres on Sunday from 2.9 metres a day earlier.
    Right: The river's level sank to 2.6 metres on Sunday from 2.9 metres a day earlier.

What it leaves alone
    Ranks, places and odds, where a smaller number is better; exchange rates; losses and figures below
    nought; figures whose order the text leaves open.

Source
    Gibson, copydesk.org on numeracy: read the sentence with the figures rounded and see whether it still
    holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.intervals import Interval, exactly
from claimcheck.lexicon import load
from claimcheck.model import Span
from claimcheck.relations import Change, Facts, Relations
from claimcheck.relations.counter_rates import is_counter_rate
from claimcheck.relations.facts import group, listed
from claimcheck.relations.reading import amounts_of, sizes
from claimcheck.relations.working import Working
from claimcheck.values import replace

CODE = "CC409"
NAME = "direction"
FAMILY = "arithmetic"
SEVERITY = "error"
NEEDS = ("changes",)

_COMPARED = (["more", "than"], ["less", "than"], ["fewer", "than"])  # of any two numbers


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Changes whose word and figures point in opposite directions."""
    for change in relations.changes:
        if not change.direction or not change.ordered or change.word is None:
            continue
        if is_counter_rate(facts, change):
            change = replace(change, direction="fall" if change.direction == "rise" else "rise", loose=True)
        elif _inverse(facts, change):
            continue
        before, after = _read(facts, change)
        risen = after.low > before.high
        if (after.high < before.low) if change.direction == "rise" else risen:
            yield _concern(facts, change, "rise" if risen else "fall")


def _read(facts: Facts, change: Change) -> tuple[Interval, ...]:
    """The ends as printed, since rounding turns no rise into a fall; loosely where a modifier says so."""
    if change.before.modifier == change.after.modifier == "exact":
        return tuple(exactly(printed) for printed in amounts_of(change.before, change.after))
    return sizes(facts, change.before, change.after)


def _inverse(facts: Facts, change: Change) -> bool:
    """Whether a smaller number can be more here: ranks, rates of exchange, losses, pay in real terms."""
    if change.word is not None and _says_no_way(facts, change, change.word):
        return True
    if change.word is not None and facts.word(change.word) in listed("changes", "comparing.sizes"):
        return False
    if change.word is not None and facts.word(change.word) in listed("changes", "comparing.losing"):
        return True  # `loses from $2 billion to $3 billion a year`
    first, last = facts.bounds(change.before.first)
    if not listed("changes", "comparing.adjusted").isdisjoint(facts.words(first, last)):
        return True  # `adjusted for inflation, wages fell`
    if change.word is not None and facts.words(change.word, change.word + 2) in _COMPARED:
        return False
    inverse = [i for i in range(first, last) if facts.word(i) in group("inverse")]
    return bool(inverse) and not _in_another_currency(facts, change, inverse)


def _says_no_way(facts: Facts, change: Change, word: int) -> bool:
    """`no more than 49`; `goes down twice as far`: the word tells of no change here."""
    amount = change.amount
    multiple = amount is not None and amount.kind == "multiplier" and word + 1 == amount.first
    return facts.word(word - 1) == "no" or multiple


def _in_another_currency(facts: Facts, change: Change, inverse: Sequence[int]) -> bool:
    """`The pound strengthened to $1.21`: of a rate in other money, more is more."""
    rates = load("relations")["exchanged"]
    before = [i for i in inverse if change.word is not None and i < change.word]
    if change.after.kind != "money" or not before or any(facts.word(i) not in rates for i in inverse):
        return False
    named = [i for i in inverse if facts.words(i - 2, i) != ["against", "the"]]
    own = {unit for i in named for unit in rates[facts.word(i)]}
    return not {change.before.unit, change.after.unit} & own


def _concern(facts: Facts, change: Change, found: str) -> Concern:
    assert change.word is not None
    terms = (shown(facts, change.before), shown(facts, change.after))
    word = facts.tokens.text[change.word]
    working = Working(terms, "{0} to {1} is {expected}", f"a {found}")
    question = f"Do the word “{word}” and the two figures point the same way?"
    figures = (change.before, change.after)
    start, end = span_of(*figures)
    return Concern(
        Span(min(start, facts.tokens.start[change.word]), max(end, facts.tokens.end[change.word])),
        question, working, figures, sure=not change.loose,
    )  # fmt: skip
