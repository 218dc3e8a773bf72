"""Items of a list that count as one without a number: `a bus driver`, `his wife`."""

from __future__ import annotations

from claimcheck.figures.plurals import is_plural
from claimcheck.model import Figure, Span
from claimcheck.relations.facts import Facts, group

_MOST_SINGLES = 6  # items without a number before the first that has one
_SINGLE = 4  # words of an item without a number: `a former bus driver`
_LEAD = 4  # words from a number to `and a driver`


def is_single(facts: Facts, item: tuple[int, int]) -> bool:
    """Whether the words are an item that counts as one: `a bus driver`, `an 8-year-old` is not."""
    words = facts.words(*item)
    if not 2 <= len(words) <= _SINGLE + 1:
        return False
    owned = words[0] in group("possessives") or words[0] == "the"
    if words[0] not in group("single_openers") and not (owned and not is_plural(words[-1])):
        return False
    if facts.holds_number(*item):
        return False
    return not (group("many_in_one") | group("verbs")).intersection(words[1:])


def items_before(facts: Facts, part: Figure, first: int) -> list[Span]:
    """`a bus driver, his wife and` straight before the first number of a list, back to where it begins."""
    found: list[Span] = []
    mark = part.first - 1
    while facts.word(mark) in group("possessives"):
        mark -= 1
    while mark > first and facts.word(mark) in (",", "and") and len(found) < _MOST_SINGLES:
        start = mark
        while start > max(first, mark - _SINGLE - 1) and not _parts(facts, start - 1):
            start -= 1
        opened = start == first or facts.word(start - 1) in group("openers") | group("brackets")
        if not opened and facts.word(start - 1) not in (",", "and"):
            heads = range(mark - 2, start - 1, -1)
            start = next((i for i in heads if facts.word(i) in group("single_openers")), mark)
        if not is_single(facts, (start, mark)):
            break
        found.insert(0, Span(start, mark))
        mark = start - 1
    return found


def _parts(facts: Facts, index: int) -> bool:
    return facts.word(index) in group("clause_marks") or facts.word(index) == "and"


def item_after(facts: Facts, part: Figure, last: int) -> Span | None:
    """`and a driver` after the last number of a list, up to a mark, verb or preposition."""
    joint = next(
        (i for i in range(part.last, min(last, part.last + _LEAD)) if facts.word(i) in group("list_ends")),
        None,
    )
    if joint is None or group("list_breaks").intersection(facts.words(part.last, joint)):
        return None
    stop = joint + 1
    ends = group("clause_marks") | group("verbs") | group("list_prepositions") | group("list_ends")
    while stop < min(last, joint + _SINGLE + 2) and facts.word(stop) not in ends:
        stop += 1
    return Span(joint + 1, stop) if is_single(facts, (joint + 1, stop)) else None
