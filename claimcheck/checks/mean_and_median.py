"""Mean and median stand side by side.

What it does
    Finds articles that use both average (or mean) and median with figures.

Why it matters
    The two differ by half for incomes and prices; readers take them for one another, and so do writers.

Example
    Wrong: The average house costs £310,000. Rents rose with the median price of £270,000.
    Right: The median house costs £270,000; half of all houses cost less.

What it leaves alone
    Articles that use one of the two.

Source
    Globe and Mail public editor on averages; BBC editorial guidance on statistics.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern
from claimcheck.relations import Facts, Relations
from claimcheck.relations.facts import group

CODE = "CC803"
NAME = "mean-and-median"
FAMILY = "poll"
SEVERITY = "advice"
NEEDS = ("mark median",)


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """The first median in an article that also has a mean, both with figures."""
    means, medians = (list(_of_figures(facts, name)) for name in ("mean", "median"))
    if means and medians:
        span = facts.tokens.span(medians[0], medians[0] + 1)
        other = facts.tokens.text[means[0]]
        question = f"Median here and “{other}” elsewhere: is each figure what it is called?"
        yield Concern(span, question, None, tuple(facts.lines[facts.tokens.sentence[medians[0]]][:1]))


def _of_figures(facts: Facts, name: str) -> Iterator[int]:
    """The words of this class before a noun that one takes averages of, with a figure in the sentence."""
    for index in facts.marks.get(name, ()):
        noun = group("averaged") & set(facts.words(index - 1, index + 3))
        named = noun or (facts.word(index - 1) == "the" and facts.word(index + 1) in group("copulas"))
        if named and facts.tokens.sentence[index] in facts.lines:
            yield index
