"""A total one misprint away from what a list near it makes: only the digits show that it is of the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.misprints import misprinted
from claimcheck.relations.reading import alike, leads
from claimcheck.relations.series import Series, without_head
from claimcheck.relations.whole import Whole

_MOVES = frozenset(["from", "by", "than", "compared", "rise", "fall"])  # what leads to an end of a change
_LEAST = 3  # parts of a list that only its sum ties to a total
_HEAD = 4  # words from `the other nine` to what they have: `managed only 37`
_MOST = 3  # figures before a list that may be its total


def misprinted_totals(
    facts: Facts, sentence: int, numbers: Sequence[Figure], series: Sequence[Series]
) -> Iterator[Whole]:
    """The total before a closed list, or before `the other nine`, that a misprint keeps from their sum."""
    for parts in _lists(facts, numbers, series):
        made = sum((part.low or Decimal(0) for part in parts), Decimal(0))
        totals = [*_before(facts, sentence, numbers, parts)]
        if not 0 < len(totals) <= _MOST or any(total.low == made for total in totals):
            continue
        for total in totals:
            large = (total.low or 0) > max(part.low or 0 for part in parts)
            if large and misprinted(total.low or Decimal(0), made):
                yield Whole(total, tuple(parts), True, near=True)
                return


def _lists(facts: Facts, numbers: Sequence[Figure], series: Sequence[Series]) -> Iterator[Sequence[Figure]]:
    for one in (tail for whole in series for tail in (whole, without_head(whole)) if tail):
        if one.closed and not one.singles and len(one.parts) >= _LEAST and _are_parts(facts, one.parts):
            yield one.parts
    rest = next((f for f in numbers if _is_rest(facts, f)), None)
    if rest:
        parts = [f for f in numbers if alike(f, rest) and not _heads(facts, f, numbers)]
        if len(parts) >= _LEAST and _are_parts(facts, parts):
            yield parts


def _are_parts(facts: Facts, parts: Sequence[Figure]) -> bool:
    exact = all(part.low is not None and part.low == part.high and part.modifier == "exact" for part in parts)
    return exact and not any(_MOVES.intersection(leads(facts, part)) for part in parts)


def _is_rest(facts: Facts, figure: Figure) -> bool:
    """`the other nine`, `the remaining 440`."""
    return facts.word(figure.first - 1) in ("other", "remaining") and facts.word(figure.first - 2) == "the"


def _heads(facts: Facts, figure: Figure, numbers: Sequence[Figure]) -> bool:
    """Whether those who are left have the next number: `the other nine managed 37`."""
    following = next((f for f in numbers if f.first > figure.first), None)
    near = following is not None and following.first - figure.last <= _HEAD
    return (
        _is_rest(facts, figure)
        and near
        and group("clause_marks").isdisjoint(facts.words(figure.last, figure.last + _HEAD))
    )


def _before(
    facts: Facts, sentence: int, numbers: Sequence[Figure], parts: Sequence[Figure]
) -> Iterator[Figure]:
    """The figures that may be the total: before the list in its sentence, else in the one before."""
    own = [f for f in numbers if f.last <= parts[0].first and f not in parts]
    for figure in own or facts.lines.get(sentence - 1, []):
        if figure.low is not None and figure.low == figure.high and alike(figure, parts[0]):
            yield figure
