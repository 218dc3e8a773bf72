"""A number is grouped as no style groups it.

What it does
    Finds digits whose commas stand neither in threes nor as in Indian figures: 10,00 or 1,50.

Why it matters
    A digit is missing or doubled, or a decimal comma came in with a foreign release; either way the number is
    read in two ways.

Example
    Wrong: The march drew 10,00 people.
    Right: The march drew 10,000 people.

What it leaves alone
    Indian grouping (1,50,000); references in brackets; numbers without commas.

Source
    ISO 80000-1 on writing numbers; AP and Guardian style guides on thousands.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern
from claimcheck.model import NUMERAL
from claimcheck.relations import Facts, Relations
from claimcheck.relations.facts import group

CODE = "CC901"
NAME = "broken-grouping"
FAMILY = "input"
SEVERITY = "advice"


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Digits with commas in odd places."""
    tokens = facts.tokens
    printed = frozenset([word for word in facts.holds if "," in word and word != ","])
    for index in facts.places(printed):
        text = tokens.text[index]
        if tokens.kind[index] == NUMERAL and not _grouped(text) and not _cited(facts, index):
            span = tokens.span(index, index + 1)
            yield Concern(span, f"Which number is “{text}”?", None, facts.figures_in(span))


def _grouped(text: str) -> bool:
    """Whether every group but the first has three digits, or as in India two and at the end three."""
    first, *groups = text.partition(".")[0].split(",")
    if not groups:
        return False  # `1.234,5`
    middle = {len(part) for part in groups[:-1]}
    return len(first) <= 3 and len(groups[-1]) == 3 and (middle <= {3} or (middle == {2} and len(first) <= 2))


def _cited(facts: Facts, index: int) -> bool:
    """Whether the number stands alone in brackets, as a reference does: `[21,27]`."""
    return facts.word(index - 1) in group("brackets")
