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

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations
from claimcheck.relations.facts import group, listed
from claimcheck.relations.reading import is_points
from claimcheck.relations.working import Working, number

CODE = "CC801"
NAME = "lead-within-margin"
FAMILY = "poll"
SEVERITY = "warning"
NEEDS = ("mark margin", "mark sampling")

_ALL = 100
_GAP = 6  # tokens between two shares set against each other
_REACH = 6  # sentences between the lead and the margin of error


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Leads that the stated margin of error swallows."""
    margins = {facts.tokens.sentence[index]: figure for index, figure in _margins(facts)}
    if not margins:
        return
    for index, word in enumerate(facts.lower):
        if word not in group("leading") or not _is_lead(facts, index) or _denied(facts, index):
            continue
        gap = _gap(facts, index)
        own = facts.tokens.sentence[index]
        told = [margins[s] for s in range(own - 1, own + _REACH + 1) if s in margins] if gap else []
        near = [margin for margin in told if _one_poll(facts, index, margin)]
        if gap and near and near[0].low and 0 < gap[0] < abs(near[0].low):
            working = Working(
                (number(gap[0]), shown(facts, near[0])), "the gap is {0}, the margin of error {1}", ""
            )
            span = facts.tokens.span(index, index + 1)
            yield Concern(span, "Is this a lead, or is the race about even?", working, (*gap[1], near[0]))


def _is_lead(facts: Facts, index: int) -> bool:
    """Whether the word says who is in front: `in front of Ms Ade`, `most voters`, not `the front page`."""
    word = facts.word(index)
    if word == "front":
        return facts.word(index - 1) == "in" and facts.words(index + 1, index + 3) != ["of", "the"]
    if word == "most":
        return facts.word(index + 1) in group("people")
    return word != "prefer" or facts.word(index + 1) != "not"


def _margins(facts: Facts) -> Iterator[tuple[int, Figure]]:
    """The figures that follow `margin of error` or `sampling error` in its sentence."""
    for index in (*facts.marks.get("margin", ()), *facts.marks.get("sampling", ())):
        if not _is_margin(facts, index):
            continue
        line = facts.lines.get(facts.tokens.sentence[index], ())
        after = [
            f
            for f in line
            if f.first > index and f.low is not None and (is_points(f) or f.kind in ("percent", "count"))
        ]
        before = [f for f in line if index - 4 <= f.last <= index and (is_points(f) or f.kind == "percent")]
        before = [f for f in before if not {",", "and", ";"} & set(facts.words(f.last, index))]
        if before or after:
            yield index, (before or after)[0]


def _is_margin(facts: Facts, index: int) -> bool:
    after = facts.words(index + 1, index + 3)
    of_error = after in (["of", "error"], ["for", "error"], ["of", "sampling"], ["of", "statistical"])
    return of_error or after[:1] == ["error"] or facts.word(index - 1) == "error"


def _one_poll(facts: Facts, index: int, margin: Figure) -> bool:
    """Whether the margin stands soon after the lead, or just before it in the same paragraph."""
    sentences, own = facts.article.sentences, facts.tokens.sentence[index]
    distance = facts.tokens.sentence[margin.first] - own
    same_block = sentences[own].block == sentences[own + distance].block
    return 0 <= distance <= _REACH or (distance == -1 and same_block)


def _gap(facts: Facts, index: int) -> tuple[Decimal, tuple[Figure, ...]] | None:
    line = _beside_margin(facts, index) or _below_headline(facts, index)
    points = [f for f in line if is_points(f) and f.low is not None]
    shares = _shares(facts, line)
    if len(shares) >= 2 and shares[0].low is not None and shares[1].low is not None:
        return abs(shares[0].low - shares[1].low), (shares[0], shares[1])
    if len(points) == 1 and not shares and points[0].low is not None:
        return points[0].low, (points[0],)
    scores = [f for f in line if f.kind == "score" and f.low is not None and f.high is not None]
    if len(scores) == 1 and scores[0].low is not None and scores[0].high is not None:
        return abs(scores[0].low - scores[0].high), (scores[0],)
    return None


def _shares(facts: Facts, line: list[Figure]) -> list[Figure]:
    """The percentages, with a bare number set against the one before it: `46 per cent to his 45`."""
    shares = [f for f in line if f.kind == "percent" and f.low is not None]
    if len(shares) != 1 or shares[0].low is None:
        return shares
    for figure in line:
        bare = figure.kind == "count" and figure.unit is None and figure.low is not None and figure.low < _ALL
        gap = facts.words(shares[0].last, figure.first)
        if bare and len(gap) <= _GAP and listed("calendar", "set_against") & set(gap):
            return [*shares, figure]
    return shares


def _beside_margin(facts: Facts, index: int) -> list[Figure]:
    """The figures of the sentence up to where it speaks of the margin of error, or behind that."""
    first, last = facts.bounds(index)
    line = facts.lines.get(facts.tokens.sentence[index], [])
    stop = next((i for i in range(first, last) if _opens_margin(facts, i)), last)
    if stop < index:
        margin = next((f.last for f in line if f.first > stop), last)
        return [f for f in line if f.first >= margin] if margin <= index else []
    return [f for f in line if f.last <= stop]


def _opens_margin(facts: Facts, index: int) -> bool:
    return facts.classes[index] in ("margin", "sampling") and _is_margin(facts, index)


def _below_headline(facts: Facts, index: int) -> list[Figure]:
    """Where the headline has the lead, the figures of the first sentence below that has two shares."""
    blocks, sentences = facts.article.document.blocks, facts.article.sentences
    own = facts.tokens.sentence[index]
    if blocks[sentences[own].block].kind != "headline":
        return []
    for sentence in range(own + 1, min(own + 4, len(sentences))):
        line = [f for f in facts.lines.get(sentence, ()) if f.kind in ("percent", "score")]
        if line:
            return line if len(line) <= 2 else []
    return []


def _denied(facts: Facts, index: int) -> bool:
    """Whether the article itself says that the lead is slight or within the margin."""
    first, last = facts.bounds(index)
    words = set(facts.words(first, last))
    return not group("slight").isdisjoint(words) or not listed("calendar", "neither").isdisjoint(words)
