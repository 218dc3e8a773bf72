"""One quantity stands in the article with two values.

What it does
    Where a later figure takes up an earlier one ("the 54 dead", "the 1,500 jobs"), compares the two.

Why it matters
    An update changed one mention and not the other, or two digits changed places.

Example
    Wrong: The gale felled 27 trees in the park. The 72 trees were limes.
    Right: The gale felled 27 trees in the park. The 27 trees were limes.

What it leaves alone
    Figures of two sources, of two times, of a part ("three of the 45"), and figures that the text says have
    changed.

Source
    BBC editorial guidelines 11.3: where sources differ, show both. Here one source differs from itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.relations import Facts, Relations
from claimcheck.relations.working import Working

CODE = "CC109"
NAME = "repeated-figure"
FAMILY = "figure"
SEVERITY = "warning"
NEEDS = ("repeats",)


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Later mentions of a figure that differ from the first."""
    seen: set[int] = set()
    for repeat in relations.repeats:
        if repeat.later.start in seen:
            continue
        seen.add(repeat.later.start)
        terms = (shown(facts, repeat.earlier), shown(facts, repeat.later))
        working = Working(terms, "{0} above, {1} here", "")
        yield Concern(span_of(repeat.later), f"Is this the same figure as {terms[0]} above?", working,
                      (repeat.later, repeat.earlier))  # fmt: skip
