"""A poll's lead lies within its margin of error.

What it does
    Compares the gap between the first two candidates with the margin of error that the article gives.

Why it matters
    A gap smaller than the margin may be chance alone: neither candidate can be said to be in front.

Example
    Wrong: Lena Marsh leads Theo Quill 36% to 35%. The survey has a margin of error of 2.5 points.
    Right: Lena Marsh and Theo Quill are level, on 36% and 35%. The survey has a margin of error of 2.5
           points.

What it leaves alone
    Gaps above the margin; articles that say that the race is even, tied or within the margin.

Source
    AP Stylebook on polls: below the margin the race is about even, below twice the margin the lead is
    slight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.checks.concern import Concern, shown
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations
from claimcheck.relations.poll_leads import Gap, gap_of, is_lead, words_of_leads
from claimcheck.relations.polls import find_margins, is_denied
from claimcheck.relations.working import Working, number

CODE = "CC801"
NAME = "lead-within-margin"
FAMILY = "poll"
SEVERITY = "warning"
NEEDS = ("mark margin", "mark sampling")

_REACH = 6  # sentences between the lead and the margin of error

Lead = tuple[int, Figure, Gap]  # the word for it, the margin of error, by how much


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Leads that the stated margin of error swallows, each margin once."""
    margins = {facts.tokens.sentence[index]: figure for index, figure in find_margins(facts)}
    found: dict[int, list[Lead]] = {}
    for index in _leads(facts) if margins else ():
        own = facts.tokens.sentence[index]
        told = [margins[s] for s in range(own - 1, own + _REACH + 1) if s in margins]
        near = next((margin for margin in told if _one_poll(facts, index, margin)), None)
        if near is None or near.low is None or is_denied(facts, index, near):
            continue
        gap = gap_of(facts, index)
        if gap and 0 < gap[0] < abs(near.low):
            found.setdefault(near.first, []).append((index, near, gap))
    for leads in found.values():
        yield _concern(facts, leads)


def _leads(facts: Facts) -> list[int]:
    return [index for index in facts.places(words_of_leads()) if is_lead(facts, index)]


def _concern(facts: Facts, leads: Sequence[Lead]) -> Concern:
    """The first lead told, with the other words for it beside."""
    index, margin, gap = leads[0]
    working = Working((number(gap[0]), shown(facts, margin)), "the gap is {0}, the margin of error {1}", "")
    others = tuple(facts.tokens.span(other, other + 1) for other, _, _ in leads[1:])
    return Concern(
        facts.tokens.span(index, index + 1),
        "Is this a lead, or is the race about even?",
        working,
        (*gap[1], margin),
        places=others,
    )


def _one_poll(facts: Facts, index: int, margin: Figure) -> bool:
    """Whether the margin stands soon after the lead, or just before it in the same paragraph."""
    sentences, own = facts.article.sentences, facts.tokens.sentence[index]
    distance = facts.tokens.sentence[margin.first] - own
    same_block = sentences[own].block == sentences[own + distance].block
    return 0 <= distance <= _REACH or (distance == -1 and same_block)
