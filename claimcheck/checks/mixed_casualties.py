"""Casualties of mixed kinds stand in one figure.

What it does
    Finds counts of "casualties" and of "killed or injured" whose parts the sentence does not give.

Why it matters
    Readers take casualties for deaths. A headline with 900 killed was made of 900 killed or seriously
    injured.

Example
    Wrong: The fighting caused 900 casualties.
    Right: The fighting left 120 people dead and 780 injured.

What it leaves alone
    Sentences that give the dead and the injured apart.

Source
    imediaethics.org on a Times headline of 900 killed; Every Casualty, standards for recording.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, span_of
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations

CODE = "CC307"
NAME = "mixed-casualties"
FAMILY = "source"
SEVERITY = "advice"

_REACH = 4


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Counts that lump the dead with the injured."""
    for claim in facts.claims:
        figure = claim.figure
        if figure.kind not in ("count", "vague"):
            continue
        after = facts.words(figure.last, figure.last + _REACH)
        mixed = "casualties" in after or _killed_or_injured(facts, figure)
        if mixed and _alone(facts, figure):
            yield Concern(span_of(figure), "How many of these were killed?", None, (figure,))


def _alone(facts: Facts, figure: Figure) -> bool:
    line = facts.lines[facts.tokens.sentence[figure.first]]
    return sum(1 for other in line if other.kind == "count") <= 1


def _killed_or_injured(facts: Facts, figure: Figure) -> bool:
    names = facts.classes[figure.last : figure.last + _REACH + 2]
    if "death" not in names or "injury" not in names:
        return False
    between = facts.words(figure.last + names.index("death"), figure.last + names.index("injury"))
    return len(between) <= 3 and "or" in between
