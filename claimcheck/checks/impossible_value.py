"""A value that cannot be: more than the whole of a part, a fall of more than everything.

What it does
    Finds shares of a whole above 100%, falls of more than 100%, per cent per 100,000, hours past 24:00, ages
    that nobody reaches, more of the few than there are, more votes than members, and readings past the end
    of their scale.

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

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations
from claimcheck.relations.bodies import find_overvotes
from claimcheck.relations.facts import group
from claimcheck.relations.limits import find_excesses
from claimcheck.relations.overcounts import find_overcounts
from claimcheck.relations.portions import is_part_of_whole, is_rate_of_a_whole, is_share_of_people
from claimcheck.relations.reading import leads
from claimcheck.relations.working import Working

CODE = "CC103"
NAME = "impossible-value"
FAMILY = "figure"
SEVERITY = "error"


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Values that no quantity of their kind can have."""
    for claim in facts.claims:
        figure = claim.figure
        if figure.kind != "percent" or figure.low is None:
            continue
        reason = _reason(facts, figure)
        if reason:
            working = Working((shown(facts, figure),), "{0}: {expected}", reason)
            yield Concern(span_of(figure), f"Can {shown(facts, figure)} be meant here?", working, (figure,))
    for excess in (*find_excesses(facts), *find_overvotes(facts), *find_overcounts(facts)):
        printed = facts.article.words(*excess.span)
        working = Working((printed,), "{0}: {expected}", excess.reason)
        yield Concern(excess.span, f"Can “{printed}” be meant here?", working, excess.figures)


def _reason(facts: Facts, figure: Figure) -> str:
    after = facts.words(figure.last, figure.last + 4)
    if after[:1] == ["per"] and facts.word(figure.last + 1)[:1].isdigit():
        return "a rate is per cent or per 100,000, not both"
    if figure.low is None or figure.low < 100 or (figure.low == 100 and figure.modifier != "lower"):
        return ""
    if figure.low > 100 and is_part_of_whole(facts, figure):
        return "a part cannot pass 100% of its whole"
    if figure.low > 100 and _is_part(facts, figure, after):
        return "a part cannot pass 100% of its whole"
    if _is_fall(facts, figure, after):
        return "nothing falls by more than 100%"
    return ""


def _is_part(facts: Facts, figure: Figure, after: list[str]) -> bool:
    """Whether the percentage is a share of people or of a volume."""
    if is_rate_of_a_whole(facts, figure):
        return True
    if leads(facts, figure)[-1:] == ["rise"] or facts.word(figure.first - 1) == "by":
        return False
    if group("volumes") & set(facts.words(figure.first - 4, figure.first)) and "of" not in after[:1]:
        return True
    if facts.word(figure.last) in group("complete") and figure.kind == "percent":
        return True
    return is_share_of_people(facts, figure) or bool(group("volumes") & set(after[:1]))


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
