"""What may make a sum told apart from its parts, and whether a slip of the hand keeps them from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from claimcheck.model import Figure, Span
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.misprints import misprinted
from claimcheck.relations.reading import alike, leads, per_unit
from claimcheck.relations.series import stretches, taken_up
from claimcheck.relations.whole import Whole
from claimcheck.values import replace

MOST = 8  # parts of one sum
_BACK = 2  # sentences before the sum that its parts may stand in
_LARGE = 1000  # only such numbers may be sums of money without their unit
_SINGLE = 3  # tokens of `and a driver`
_SMALL, _STEP = Decimal(60), Decimal(2)  # sums of a few are misreckoned by one or two
_TENTH = Decimal("0.1")
_LEAST = 10  # a step is at least a thousandth of the sum


def runs_before(facts: Facts, sentence: int, total: Figure) -> Iterator[list[Figure]]:
    """The figures before the sum that may be its parts: of its sentence, then with one before, with two."""
    found: list[Figure] = []
    for place in range(sentence, max(-1, sentence - _BACK - 1), -1):
        line = facts.lines.get(place, ())
        if place == sentence:
            line = [f for f in line if f.last <= total.first]
        parts = [part for f in line if (part := part_of(facts, f, total))]
        found = [*parts, *found]
        named = [f for f in found if f.unit == total.unit]
        if total.kind == "count" and total.unit and 1 < len(named) < len(found):
            found = named
        if len(found) > MOST:
            return
        if parts and len(found) > 1:
            yield found
            like = [f for f in found if f.unit in (None, found[-1].unit)]
            if 1 < len(like) < len(found) and found[-1].unit:
                yield like  # `Two buses carrying 41 and 38 fans`


def part_of(facts: Facts, figure: Figure, total: Figure) -> Figure | None:
    """The figure, if it can be a part of the sum, in the sum's unit where it leaves its own out."""
    if figure.kind == "count" and figure.unit is None and total.kind != "count":
        plain = total.kind == "duration" or (total.kind == "money" and (figure.low or 0) >= _LARGE)
        figure = replace(figure, kind=total.kind, unit=total.unit) if plain else figure
    exact = figure.low is not None and figure.low == figure.high and figure.modifier in ("exact", "approx")
    if (
        taken_up(facts, figure)
        or not exact
        or not alike(figure, total)
        or (figure.low or 0) <= 0
        or per_unit(facts, figure)
    ):
        return None
    return None if taken_from(facts, figure) else figure


def makes(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether some of the figures make the sum, or one of them is the sum, told before."""
    stated, grain = total.low or Decimal(0), max(total.grain, *(part.grain for part in parts)) / 2
    grain = min(grain, abs(stated) * _TENTH / 2)
    for size in range(1, len(parts) + 1):
        for some in combinations(parts, size):
            if abs(sum_of(some) - stated) <= grain:
                return True
    return False


def sum_of(parts: Sequence[Figure]) -> Decimal:
    """What the parts make."""
    return sum((part.low or Decimal(0) for part in parts), Decimal(0))


def slipped(
    facts: Facts, total: Figure, parts: Sequence[Figure], said: str, singles: Sequence[Span]
) -> Whole | None:
    """The whole, where the sum is what the parts make but for a slip of the hand."""
    made, stated = sum_of(parts) + len(singles), total.low or Decimal(0)
    if stated <= max(part.low or Decimal(0) for part in parts) or made == stated:
        return None
    few = total.kind in ("count", "duration") and max(made, stated) < _SMALL
    close = said == "told" and ((few and abs(made - stated) <= _STEP) or _is_carried(made, stated))
    if not close and not misprinted(stated, made):
        return None
    spans = tuple(facts.tokens.span(*single) for single in singles)
    return Whole(total, tuple(parts), closed=False, singles=spans, near=True, slipped=True)


def singles_in(facts: Facts, first: int, last: int) -> list[Span] | None:
    """The items of a list that count as one; None where one cannot be read: `and a driver who died`."""
    found = []
    for begin, end in stretches(facts, first, last):
        if begin == end or facts.holds_figure(begin, end):
            continue
        if facts.word(begin) in group("single_openers"):
            if not group("many_in_one").isdisjoint(facts.words(begin + 1, min(end, begin + _SINGLE))):
                return None
            found.append(Span(begin, min(end, begin + _SINGLE)))
        elif facts.word(begin) not in group("list_prepositions"):
            return None
    return found


def _is_carried(made: Decimal, stated: Decimal) -> bool:
    """Whether two sums of three digits or more are ten, a hundred or another such step apart."""
    step = abs(made - stated).normalize()
    digits = len(max(made, stated).normalize().as_tuple().digits)
    return step.as_tuple().digits == (1,) and digits > 2 and step * _LEAST >= stated / 10 / _LEAST


def is_open(facts: Facts, total: Figure, first: int, last: int) -> bool:
    """Whether a list at tokens [first, last) may leave parts out; sums of money are shared `among` people."""
    words = [facts.word(i) for i in range(first, last) if facts.classes[i] == "open_list"]
    return any(total.kind != "money" or word not in ("among", "amongst") for word in words)


def taken_from(facts: Facts, total: Figure) -> bool:
    """Whether the figure is the end or the amount of a change."""
    return not {"from", "by", "than", "compared"}.isdisjoint(leads(facts, total))
