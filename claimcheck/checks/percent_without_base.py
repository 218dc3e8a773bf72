"""A percentage stands without what it is a percentage of.

What it does
    Finds percentages that are neither a change nor followed by what they are of.

Why it matters
    Without its base a percentage cannot be checked, and a reader cannot tell a big one from a small one.

Example
    Wrong: The figure was 40 percent, the minister said.
    Right: The figure was 40 percent of all licences issued in May, the minister said.

What it leaves alone
    Changes, rates of interest and tax, percentages whose sentence names a whole.

Source
    BBC editorial guidance on statistics: a number used on its own is rarely meaningful.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations
from claimcheck.relations.facts import group

CODE = "CC107"
NAME = "percent-without-base"
FAMILY = "figure"
SEVERITY = "advice"
NEEDS = ("figure percent",)


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Shares of nothing that is named."""
    amounts = {c.amount.start for c in relations.changes if c.amount}
    for claim in facts.claims:
        figure = claim.figure
        if figure.kind != "percent" or figure.start in amounts or not _unnamed(facts, figure):
            continue
        first, last = facts.bounds(figure.first)
        if any(
            facts.classes[i] in ("rise", "fall", "shift", "margin", "more", "less")
            for i in range(first, last)
        ):
            continue
        if not any(facts.word(i) in group("rate_nouns") for i in range(first, last)):
            yield Concern(span_of(figure), f"{shown(facts, figure)} of what?", None, (figure,))


def _unnamed(facts: Facts, figure: Figure) -> bool:
    """Whether nothing, or only a word like `figure`, says what the percentage is of."""
    if facts.word(figure.last) == "of":
        return False
    if figure.about is None:
        return True
    words = facts.article.text[slice(*figure.about)].lower().split()
    return all(word in group("empty_nouns") for word in words)
