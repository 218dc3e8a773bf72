"""A sum of money that two others make, but for its scale word: $3.2 million of $1.9 and $1.3 billion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.whole import Whole

_THOUSAND = Decimal(1000)
_MILLION = Decimal(1000000)
_VAST = Decimal(10) ** 18  # sums past it are noise
_MOST = 4  # sums of a sentence
_GAP = 6  # words from `the $1.2 million` to the part it includes
_DIGITS = 2  # of the total: round ones come out by chance


def find_scaled(facts: Facts, sentence: int, line: Sequence[Figure]) -> Iterator[Whole]:
    """A total here or in the sentence before that two sums of this sentence make a thousand times over."""
    sums = _sums(line)
    yield from _included(facts, sums)
    yield from _on_sales(facts, line)
    if not 2 <= len(sums) <= _MOST:
        return
    before = _sums(facts.lines.get(sentence - 1, ()))[:_MOST]
    for first, second in pairwise(sums):
        if facts.words(first.first - 2, first.first) == [",", "at"]:
            continue  # `Design work, at $1.9m for one and $1.2m for the other, …`: of that alone
        made = (first.low or Decimal(0)) + (second.low or Decimal(0))
        for total in (*before, *sums):
            if total in (first, second) or total.unit != first.unit or first.unit != second.unit:
                continue
            if _mixed(first, second, total):
                yield Whole(total, (first, second), closed=False, near=True, slipped=True)
                return
            ratio = made / (total.low or Decimal(1))
            if ratio in (_THOUSAND, 1 / _THOUSAND) and len(_written(total)) >= _DIGITS:
                yield Whole(total, (first, second), closed=False, near=True)
                return


def _mixed(first: Figure, second: Figure, total: Figure) -> bool:
    """`$4.6bn, of which the state pays $1.2m and lenders $3.4bn`: one part is a thousand times too small."""
    one, other, whole = (figure.low or Decimal(0) for figure in (first, second, total))
    made = (one * _THOUSAND + other, one + other * _THOUSAND)
    return whole in made and len(_written(total)) >= _DIGITS


def _included(facts: Facts, sums: Sequence[Figure]) -> Iterator[Whole]:
    """`The $1.2 million budget includes $800 million for roads`: a part larger than the whole."""
    for total, part in pairwise(sums):
        gap = facts.words(total.last, part.first)
        told = facts.classes[part.first - 1] == "open_list" and not {",", "and"} & set(gap[:-2])
        if told and len(gap) <= _GAP and part.unit == total.unit and (part.low or 0) > (total.low or 0):
            yield Whole(total, (part,), closed=False)


def _on_sales(facts: Facts, line: Sequence[Figure]) -> Iterator[Whole]:
    """`a profit of £42m on sales of £610,000`: sales are more."""
    for profit, sales in pairwise(line):
        if profit.kind != "money" or facts.word(profit.last) != "on":
            continue
        gap = facts.words(profit.last, sales.first)
        if gap[:1] != ["on"] or gap[-1:] != ["of"] or group("takings").isdisjoint(gap):
            continue
        alike = profit.kind == sales.kind == "money" and profit.unit == sales.unit
        if alike and profit.low == profit.high and (profit.low or 0) > (sales.low or profit.low or 0):
            yield Whole(sales, (profit,), closed=False)


def _sums(line: Sequence[Figure]) -> list[Figure]:
    """The exact sums of money from a million up."""
    return [
        f for f in line if f.kind == "money" and f.modifier == "exact" and _MILLION <= (f.low or 0) <= _VAST
    ]


def _written(figure: Figure) -> tuple[int, ...]:
    return (figure.low or Decimal(0)).normalize().as_tuple().digits
