"""Something is said to be so many times less.

What it does
    Finds multiples followed by less, fewer, smaller, cheaper and their like.

Why it matters
    Three times less of what? A third as much is meant, and the reader has to guess it.

Example
    Wrong: The new pump uses three times less power.
    Right: The new pump uses a third of the power.

What it leaves alone
    Multiples upwards.

Source
    The Guardian style guide; Language Log on "times less".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, span_of
from claimcheck.relations import Facts, Relations

CODE = "CC106"
NAME = "times-less"
FAMILY = "figure"
SEVERITY = "advice"
NEEDS = ("figure multiplier",)


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Multiples of less."""
    for claim in facts.claims:
        figure = claim.figure
        if figure.kind == "multiplier" and "less" in facts.classes[figure.last : figure.last + 1]:
            question = f"Can “{facts.text(figure)} {facts.word(figure.last)}” be said as a fraction?"
            yield Concern(span_of(figure), question, None, (figure,))
