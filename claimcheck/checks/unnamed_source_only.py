"""A figure rests on an unnamed source alone.

What it does
    Finds figures given by a source that the article does not name, where no named source gives the same
    figure.

Why it matters
    The reader cannot judge the source, and nobody can be held to the number.

Example
    Wrong: The dam will cost $4 billion, officials said.
    Right: The dam will cost $4 billion, water minister Ines Aldana said.

What it leaves alone
    Figures that a named source also gives.

Source
    AP news values: an unnamed source must be vital, reliable and give information, not opinion.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, span_of
from claimcheck.relations import Facts, Relations

CODE = "CC302"
NAME = "unnamed-source-only"
FAMILY = "source"
SEVERITY = "advice"
NEEDS = ("source unnamed",)

_FEW = 10  # `two officials`, `a few relevant facts`


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Figures that only unnamed sources give."""
    named = {(c.figure.low, c.figure.high) for c in facts.claims
             if c.source and not facts.sources[c.source.source_id].anonymous}  # fmt: skip
    for claim in facts.claims:
        if claim.source is None or not facts.sources[claim.source.source_id].anonymous:
            continue
        figure = claim.figure
        if figure.kind == "count" and (figure.low or figure.high or 0) < _FEW:
            continue
        if figure.kind in ("date", "ordinal", "age", "duration") or (figure.low, figure.high) in named:
            continue
        name = facts.sources[claim.source.source_id].name
        yield Concern(
            span_of(figure), f"Can anyone with a name confirm it? Only “{name}” gives it.", None, (figure,)
        )
