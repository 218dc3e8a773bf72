"""A toll stands without a source.

What it does
    Finds the first count of killed, injured or missing in the text when no toll of its kind in the article
    has a source.

Why it matters
    Tolls are claims by parties. A toll that nobody has given cannot be weighed, and outlives its
    correction.

Example
    Wrong: At least 43 people were killed in the strike.
    Right: At least 43 people were killed in the strike, the health ministry said.

What it leaves alone
    Headlines; later mentions of a toll that has a source elsewhere in the article; counts below three.

Source
    BBC editorial guidelines 11.3.1: give the source of casualty figures, above all with conflicting claims.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, span_of
from claimcheck.relations import Facts, Relations
from claimcheck.relations.topics import tolls_of

CODE = "CC301"
NAME = "toll-without-source"
FAMILY = "source"
SEVERITY = "advice"


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """The first toll of each kind that no source carries."""
    tolls = list(tolls_of(facts))
    for topic in dict.fromkeys(topic for topic, _ in tolls):
        own = [figure for found, figure in tolls if found == topic]
        if not any(facts.claim_at[figure.start].source for figure in own):
            yield Concern(span_of(own[0]), "Who says so? The toll has no source.", None, (own[0],))
