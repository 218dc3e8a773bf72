"""An upper bound stands alone.

What it does
    Finds "up to" and "as many as" figures where the article gives no low end and no other figure of the
    same thing.

Why it matters
    One case in a million makes "up to" true. The reader hears the top figure.

Example
    Wrong: Patients wait up to 40 weeks.
    Right: Patients wait 12 to 40 weeks, and half of them more than 20.

What it leaves alone
    Bounds that are limits by rule ("fined up to $500", "up to five years in prison").

Source
    statsdontlie.wordpress.com on "as many as": such phrases need only one example.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, span_of
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations
from claimcheck.relations.facts import group

CODE = "CC201"
NAME = "up-to-alone"
FAMILY = "hedge"
SEVERITY = "advice"
NEEDS = ("modifier upper",)


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Upper bounds with no companion."""
    known = {(c.figure.kind, c.figure.unit) for c in facts.claims if c.figure.low is not None}
    for claim in facts.claims:
        figure = claim.figure
        if figure.modifier != "upper" or facts.word(figure.first) not in group("tops"):
            continue
        if (figure.kind, figure.unit) not in known and not _is_limit(facts, figure):
            yield Concern(span_of(figure), "Is there a low end or a typical value?", None, (figure,))


def _is_limit(facts: Facts, figure: Figure) -> bool:
    first, last = facts.bounds(figure.first)
    return any(facts.word(i) in group("limits") for i in range(first, last))
