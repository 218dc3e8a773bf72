"""More of them than there were: `62 boys went in, and 71 of them …`, `11 of the eight`."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Figure, Span
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.limits import Excess

_FAR = 10  # a number so many times the whole is of something else
_OTHERS = frozenset(["another", "other", "more", "further", "extra", "additional", "all", "least"])


def find_overcounts(facts: Facts) -> Iterator[Excess]:
    """Every count `of them` that passes the only count told before it, in its sentence or the one before."""
    for sentence, line in facts.lines.items():
        for part in line:
            if part.kind == "count" and part.low is not None and _is_of(facts, part):
                before = [f for f in line if f.last <= part.first]
                before = _repeated(facts, before, part) or before
                if facts.word(part.last + 1) == "the" and not _repeated(facts, before, part):
                    continue
                whole = _whole(facts, before or facts.lines.get(sentence - 1, ()), part)
                if whole and whole.low and whole.low < part.low < whole.low * _FAR:
                    reason = f"{part.low:,} is more than {whole.low:,}"
                    yield Excess(Span(part.start, part.end), reason, (part, whole))


def _is_of(facts: Facts, part: Figure) -> bool:
    """`71 of them`, `44 of the sheep` stands for nothing else than those told of."""
    if _OTHERS.intersection(facts.words(part.first - 2, part.first)) or part.modifier != "exact":
        return False
    after = facts.words(part.last, part.last + 2)
    return after == ["of", "them"] or (
        after == ["of", "the"] and facts.holds_number(part.last + 2, part.last + 3)
    )


def _repeated(facts: Facts, before: list[Figure], part: Figure) -> list[Figure]:
    """The figure that `of the eight` says again."""
    numbers = facts.numerals_in(part.last + 2, part.last + 3)
    return [f for f in before if numbers and f.low == numbers[0].value][:1]


def _whole(facts: Facts, before: list[Figure] | tuple[Figure, ...], part: Figure) -> Figure | None:
    """The only figure before, if it counts things exactly."""
    counts = [f for f in before if f.kind == "count"]
    if len(counts) != 1 or counts[0].modifier != "exact" or counts[0].low != counts[0].high:
        return None
    whole = counts[0]
    open_ended = group("other_count").intersection(facts.words(whole.first - 2, whole.first))
    return whole if whole.unit is not None and not open_ended else None
