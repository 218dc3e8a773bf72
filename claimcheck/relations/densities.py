"""How many there are for so many people: `four beds for every 10,000 residents`, with both numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.rate import Rate
from claimcheck.relations.reading import leads

_BASE = 5  # words from `four` to `10,000` in `four beds for every 10,000`
_FIGURES = 4  # total, count, and the two of the rate
_NEAR = 9  # words from the numbers to the rate worked out of them
_ENDS = frozenset(["from", "than", "compared", "rise", "fall"])


def find_densities(facts: Facts) -> Iterator[Rate]:
    """Every number for so many, whose total and count stand in its sentence."""
    for sentence, line in facts.lines.items():
        if len(line) >= _FIGURES - 1:
            before = facts.lines.get(sentence - 1, ())
            for quotient in line:
                if found := _for_so_many(facts, quotient, line, before):
                    yield found


def _for_so_many(
    facts: Facts, quotient: Figure, line: Sequence[Figure], before: Sequence[Figure]
) -> Rate | None:
    """`four beds for every 10,000 people`, `35 cases per 100,000`, with the numbers of beds and of people."""
    base = next((f for f in line if 0 < f.first - quotient.last <= _BASE and f.kind == "count"), None)
    if quotient.kind != "count" or base is None or not base.low or base.low != base.high:
        return None
    if not (" " + " ".join(facts.words(quotient.last, base.first))).endswith(_per_base()):
        return None
    others = [f for f in line if f not in (quotient, base) and f.kind == "count" and f.low]
    if len(others) == 1:
        others = [*(f for f in before if f.kind == "count" and f.unit in group("inhabitants")), *others]
    if len(others) != 2:
        return None
    total, count = sorted(others, key=lambda f: f.low or 0)
    rate = quotient.unit is None and facts.words(quotient.first - 2, quotient.first) == ["rate", "of"]
    rate = rate or (quotient.unit is None and facts.word(quotient.first - 1) in (",", "or"))
    named = (rate or quotient.unit == total.unit is not None) and count.unit != total.unit
    peopled = base.unit in (None, count.unit) or {base.unit, count.unit} <= group("inhabitants")
    adjusted = listed("changes", "comparing.adjusted").intersection(facts.words(base.last, base.last + _BASE))
    if adjusted or not named or not peopled or _of_another(facts, quotient, others):
        return None
    return Rate(total, count, quotient, 1 / base.low, f" per {facts.text(base)}")


def _of_another(facts: Facts, quotient: Figure, others: Sequence[Figure]) -> bool:
    """Whether the rate may be of another place or time: `; the state average is nine per 1,000`."""
    first = min(quotient.first, max(other.last for other in others))
    gap = facts.words(first, quotient.first)
    if gap[-2:] == ["rate", "of"]:
        gap = gap[:-2]
    if not (group("averages") | {";", "while", "but", "and"}).isdisjoint(gap) or len(gap) > _NEAR:
        return True
    return any(not _ENDS.isdisjoint(leads(facts, figure)) for figure in (*others, quotient))


@cache
def _per_base() -> tuple[str, ...]:
    return tuple(f" {phrase}" for phrase in group("per_base"))
