"""A figure is second-hand.

What it does
    Finds figures whose source is another outlet, a social network or state media.

Why it matters
    The other outlet may be wrong, and its own source is what the reader should be told.

Example
    Wrong: Some 300 people were arrested, local media reported.
    Right: Some 300 people were arrested, the prosecutor told the Estham Post.

What it leaves alone
    Figures that a first-hand source also gives.

Source
    AP and Reuters on crediting other organisations; BBC editorial guidelines 3.4 on second-hand sources.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, span_of
from claimcheck.model import Claim
from claimcheck.relations import Facts, Relations

CODE = "CC305"
NAME = "second-hand"
FAMILY = "source"
SEVERITY = "advice"
NEEDS = ("source media",)

_FEW = 10  # `two officials`, `a few relevant facts`


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Figures that only other media give."""
    first_hand = {(c.figure.low, c.figure.high) for c in facts.claims if c.source and not _second(facts, c)}
    for claim in facts.claims:
        figure = claim.figure
        if figure.kind == "count" and (figure.low or figure.high or 0) < _FEW:
            continue
        if claim.source and _second(facts, claim) and (figure.low, figure.high) not in first_hand:
            name = facts.sources[claim.source.source_id].name
            yield Concern(span_of(figure), f"What is the first-hand source behind “{name}”?", None, (figure,))


def _second(facts: Facts, claim: Claim) -> bool:
    return claim.source is not None and facts.sources[claim.source.source_id].kind == "media"
