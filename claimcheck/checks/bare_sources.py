"""A figure is laid to "sources" and nothing more.

What it does
    Finds figures whose source is the bare word sources, insiders or reports.

Why it matters
    The plural claims that there were several; nothing in the text shows more than one, or who they are.

Example
    Wrong: The bank will cut 3,000 jobs, sources said.
    Right: The bank will cut 3,000 jobs, two of its directors said.

What it leaves alone
    Sources with a number or a description: "two sources in the ministry".

Source
    Reuters handbook: never the plural for one source; AP: a source, unmodified, almost always barred.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern
from claimcheck.model import Span
from claimcheck.relations import Facts, Relations
from claimcheck.relations.facts import group

CODE = "CC304"
NAME = "bare-sources"
FAMILY = "source"
SEVERITY = "advice"
NEEDS = ("source",)


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Figures of sources that nothing describes."""
    for claim in facts.claims:
        if claim.source is None:
            continue
        words = facts.article.text[claim.source.start : claim.source.end].lower().split()
        if (
            words
            and words[-1] in group("bare_sources")
            and all(word in group("bare_words") for word in words)
        ):
            span = Span(claim.source.start, claim.source.end)
            yield Concern(span, "How many sources, and who are they?", None, (claim.figure,))
