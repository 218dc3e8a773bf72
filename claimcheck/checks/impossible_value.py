"""A value that cannot be: more than the whole of a part, a fall of more than everything.

What it does
    Finds shares of people or of a volume above 100%, falls of more than 100%, and per cent per 100,000.

Why it matters
    The figure is another unit (proof for per cent), a ratio, or a slip of the decimal point.

Example
    Wrong: The dairy cut its plastic waste by 115% when it went back to glass.
    Right: The dairy cut its plastic waste by 85% when it went back to glass.

What it leaves alone
    Percentages of a target, a wage or last year's level, which may pass 100; falls of profits, which may
    turn to loss.

Source
    BBC editorial guidance on statistics: ask whether the number can be true.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations
from claimcheck.relations.facts import group
from claimcheck.relations.reading import leads
from claimcheck.relations.working import Working, number

CODE = "CC103"
NAME = "impossible-value"
FAMILY = "figure"
SEVERITY = "error"


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Percentages that no quantity of their kind can have."""
    for claim in facts.claims:
        figure = claim.figure
        if figure.kind != "percent" or figure.low is None:
            continue
        reason = _reason(facts, figure)
        if reason:
            working = Working((shown(facts, figure),), "{0}: {expected}", reason)
            yield Concern(span_of(figure), f"Can {shown(facts, figure)} be meant here?", working, (figure,))
    yield from _more_than_all(facts)


def _more_than_all(facts: Facts) -> Iterator[Concern]:
    """`six out of five voters`: more than there are."""
    for part, whole in pairwise(facts.numerals):
        gap = facts.words(part.last, whole.first)
        if gap not in (["out", "of"], ["out", "of", "every"], ["of", "every"]):
            continue
        if part.value is None or whole.value is None or part.value <= whole.value:
            continue
        if facts.word(whole.last) in group("people"):
            span = facts.tokens.span(part.first, whole.last)
            working = Working((number(part.value), number(whole.value)), "{0} is more than {1}", "")
            yield Concern(span, "Can there be more than all of them?", working, facts.figures_in(span))


def _reason(facts: Facts, figure: Figure) -> str:
    after = facts.words(figure.last, figure.last + 4)
    if after[:1] == ["per"] and facts.word(figure.last + 1)[:1].isdigit():
        return "a rate is per cent or per 100,000, not both"
    if figure.low is None or figure.low <= 100:
        return ""
    if _is_part(facts, figure, after):
        return "a part cannot pass 100% of its whole"
    if _is_fall(facts, figure, after):
        return "nothing falls by more than 100%"
    return ""


def _is_part(facts: Facts, figure: Figure, after: list[str]) -> bool:
    """Whether the percentage is a share of people or of a volume."""
    if leads(facts, figure)[-1:] in (["rise"], ["by"]):
        return False
    if group("volumes") & set(facts.words(figure.first - 4, figure.first)) and "of" not in after[:1]:
        return True
    head = [
        word for word in after if word not in ("of", "the", "all", "its", "their", "eligible", "registered")
    ]
    if facts.word(figure.last) in group("complete") and figure.kind == "percent":
        return True
    return bool(head) and ((head[0] in group("people") and "of" in after[:1]) or head[0] in group("volumes"))


def _is_fall(facts: Facts, figure: Figure, after: list[str]) -> bool:
    first, last = facts.bounds(figure.first)
    if any(facts.word(i) in group("may_turn_negative") for i in range(first, last)):
        return False
    if facts.classes[figure.last : figure.last + 1] in (["fall"], ["less"]):
        return True
    lead = leads(facts, figure)
    by_fall = lead == ["fall"] or (lead[:1] == ["of"] and lead[-1] == "fall")
    if lead[:1] == ["by"]:
        near = facts.classes[max(first, figure.first - 7) : figure.first]
        by_fall = "fall" in near and "rise" not in near
    return by_fall and facts.word(figure.last) != "of"
