"""A relative risk stands without an absolute one.

What it does
    Finds changes of risk, chance and likelihood in per cent or as a multiple, in articles that give no rate
    or count of cases.

Why it matters
    A risk that doubles from one in a million is still nothing; one that doubles from one in ten is news.

Example
    Wrong: Eating it daily raises the risk of gout by 40 percent.
    Right: Eating it daily raises the risk of gout from 5 to 7 in 1,000.

What it leaves alone
    Articles with a rate ("5 in 1,000", "per 100,000") or with the share of both groups.

Source
    Royal Statistical Society and Winton Centre: ask for the absolute risk.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, span_of
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations
from claimcheck.relations.amounts import is_amount

CODE = "CC802"
NAME = "relative-risk"
FAMILY = "poll"
SEVERITY = "advice"
NEEDS = ("mark risk",)

_REACH = 8


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Relative risks, each once, where the article has no absolute figure."""
    if not facts.marks.get("risk") or any(claim.figure.kind == "ratio" for claim in facts.claims):
        return
    if any(facts.word(i + 1)[:1].isdigit() for i in facts.marks.get("each", ())):
        return
    for claim in facts.claims:
        figure = claim.figure
        if figure.kind in ("percent", "multiplier") and _of_risk(facts, figure):
            yield Concern(
                span_of(figure), "What is the risk in absolute terms, before and after?", None, (figure,)
            )
            return


def _of_risk(facts: Facts, figure: Figure) -> bool:
    first, last = facts.bounds(figure.first)
    names = facts.classes[max(first, figure.first - _REACH) : min(last, figure.last + _REACH)]
    return "risk" in names and (figure.kind == "multiplier" or is_amount(facts, figure))
