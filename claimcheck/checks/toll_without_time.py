"""A toll does not say as of when.

What it does
    Finds the first toll in the text when neither its sentence nor the one before or after it names a day or
    a date.

Why it matters
    First counts are nearly always revised. A toll without its time cannot be compared with the next one.

Example
    Wrong: At least 43 people were killed, the ministry said.
    Right: At least 43 people had been killed by Sunday night, the ministry said.

What it leaves alone
    Headlines; tolls of the past with a year.

Source
    BBC editorial guidelines: first estimates often turn out inaccurate; recorders give date and time with
    each count.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, span_of
from claimcheck.relations import Facts, Relations
from claimcheck.relations.topics import tolls_of

CODE = "CC306"
NAME = "toll-without-time"
FAMILY = "source"
SEVERITY = "advice"


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """The first toll with no time near it."""
    for _, figure in tolls_of(facts):
        sentence = facts.tokens.sentence[figure.first]
        near = range(max(sentence - 1, 0), min(sentence + 2, len(facts.article.sentences)))
        if not any(facts.times_in(index) for index in near):
            yield Concern(span_of(figure), "As of when? The toll has no time.", None, (figure,))
        return
