"""A source is unnamed and the article does not say why.

What it does
    Finds unnamed sources of figures for whom no reason for anonymity is given anywhere in the article.

Why it matters
    Readers are owed the reason, and being asked for it often brings the name.

Example
    Wrong: The dam will cost $4 billion, a senior official said.
    Right: The dam will cost $4 billion, said a senior official, who asked not to be named because the
           contract is not signed.

What it leaves alone
    Sources whose reason stands in the article; groups such as analysts and residents.

Source
    AP: the story must explain why the source asked not to be named.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern
from claimcheck.model import Span
from claimcheck.relations import Facts, Relations

CODE = "CC303"
NAME = "unnamed-without-reason"
FAMILY = "source"
SEVERITY = "advice"
NEEDS = ("source unnamed",)


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Unnamed sources of figures without a reason, each once."""
    told: set[int] = set()
    for claim in facts.claims:
        if claim.source is None or claim.source.source_id in told:
            continue
        source = facts.sources[claim.source.source_id]
        if source.anonymous and source.reason is None and source.kind in ("unnamed", "role"):
            told.add(claim.source.source_id)
            span = Span(claim.source.start, claim.source.end)
            yield Concern(span, f"Why is “{source.name}” not named?", None, (claim.figure,))
