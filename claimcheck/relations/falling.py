"""Ranges that run downwards, where no change, score, vote or ratio is told: `10 to five years in prison`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.figures.plurals import is_plural
from claimcheck.model import WORD, Numeral
from claimcheck.relations.facts import Facts, group, listed

_LEAST = 20  # smaller ones are mostly scores
_FAR = 10  # `1964-65` are years
_NEAR = 8  # words before a range in which a change may be told
_VOTE = (95, 105)  # two shares of one vote
_YEARS = (1000, 2100)


def falls(facts: Facts, first: int, low: Numeral, high: Numeral, gap: Sequence[str]) -> bool:
    """Whether the numerals, with the words of `gap` between them, are a range written from its higher end.

    `first` is the token at which the range begins, a currency sign included.
    """
    if low.value is None or high.value is None or min(low.value, high.value) <= 0:
        return False
    if gap == ["to"]:
        return (
            _spread(facts, low, high)
            or _from(facts, first, low, high)
            or _measured(facts, first, low, high)
            or _priced(facts, first, low, high)
            or _years(facts, first, low, high)
            or _foreseen(facts, first, low, high)
        )
    return gap in (["-"], ["–"]) and (
        _descends(facts, low, high) or _shares(facts, first, low, high) or _money(facts, first, low, high)
    )


def _descends(facts: Facts, low: Numeral, high: Numeral) -> bool:
    """`150-120 people`: falling ends with a hyphen, before a plural noun that no score is counted in."""
    noun = facts.word(high.last)
    if not is_plural(noun) or noun in group("scored_in"):
        return False
    measured = noun in listed("calendar", "measures") and not _told_as_change(facts, low.first)
    return _drops(low, high, 1 if measured else _LEAST)


def _drops(low: Numeral, high: Numeral, least: Decimal | int) -> bool:
    """Whether the first number is larger, but not so much that the second lacks digits."""
    if low.value is None or high.value is None or low.scale != high.scale:
        return False
    return high.value * _FAR > low.value > high.value >= least


def _shares(facts: Facts, first: int, low: Numeral, high: Numeral) -> bool:
    """`15-10 percent`, unless the two are the sides of a vote."""
    if facts.word(high.last) not in ("percent", "per", "%", "pc") or low.value is None or high.value is None:
        return False
    if facts.word(first - 1) not in listed("words", "prepositions") | group("range_openers"):
        return False  # `a dead heat, 46-44 percent`
    voted = _VOTE[0] <= low.value + high.value <= _VOTE[1] or _told_as_vote(facts, first)
    return not voted and not _told_as_change(facts, first) and _drops(low, high, 1)


def _money(facts: Facts, first: int, low: Numeral, high: Numeral) -> bool:
    """`$20-15 million`: one sign and one scale word for both ends."""
    if first == low.first or high.scale == 1 or low.scale != 1 or low.value is None or high.value is None:
        return False
    return high.value / high.scale < low.value < _FAR * high.value / high.scale


def _priced(facts: Facts, first: int, low: Numeral, high: Numeral) -> bool:
    """`pays $60,000 to $45,000 a year`, `some six to four million birds`."""
    if facts.word(first - 1) not in listed("calendar", "priced") or _told_as_change(facts, first):
        return False
    if _is_loss(facts, first, high):
        return False
    signs = group("currency_signs")
    if facts.word(low.first - 1) in signs and facts.word(high.first - 1) in signs:
        return _drops(low, high, 1)
    if high.scale == 1 or low.scale != 1 or low.value is None or high.value is None:
        return False
    return high.value / high.scale < low.value < _FAR * high.value / high.scale


def _foreseen(facts: Facts, first: int, low: Numeral, high: Numeral) -> bool:
    """`expects earnings of $2.40 to $2.10 a share`: sums with a sign each, and no change told."""
    begin = max(facts.bounds(first)[0], first - _NEAR)
    told = not group("foreseen").isdisjoint(facts.words(begin, first))
    if first == low.first or not told or facts.word(first - 1) in ("from", "down", "up", "by"):
        return False
    return _drops(low, high, 0) and not _told_as_change(facts, first) and not _is_loss(facts, first, high)


def _is_loss(facts: Facts, first: int, high: Numeral) -> bool:
    """`a loss of $3 to $2 a share`, `at $3 to $1 odds`: the smaller end is the better, or a ratio is told."""
    begin = max(facts.bounds(first)[0], first - _NEAR)
    return not group("inverse").isdisjoint(facts.words(begin, first)) or facts.word(high.last) == "odds"


def _measured(facts: Facts, first: int, low: Numeral, high: Numeral) -> bool:
    """`a sentence of 10 to five years`: counted in what is measured, with no change told."""
    noun = facts.word(high.last)
    if noun not in listed("calendar", "measures") or facts.word(first - 1) in ("from", "down", "up", "by"):
        return False
    return _drops(low, high, 1) and not _told_as_change(facts, first)


def _years(facts: Facts, first: int, low: Numeral, high: Numeral) -> bool:
    """`from 2010 to 2001`, both of them years of our era."""
    if facts.word(first - 1) != "from" or low.value is None or high.value is None:
        return False
    printed = all(len(facts.word(end.first)) == 4 and end.last == end.first + 1 for end in (low, high))
    after = facts.word(high.last)
    ended = not after.isalpha() or after in group("function_words") or after == "inclusive"
    years = _YEARS[0] <= high.value < low.value <= _YEARS[1]
    dated = any(time.first == high.first for time in facts.times_in(facts.tokens.sentence[high.first]))
    return printed and years and ended and dated and not _told_as_change(facts, first)


def _told_as_change(facts: Facts, first: int) -> bool:
    begin = max(facts.bounds(first)[0], first - _NEAR)
    return bool({"rise", "fall", "shift"} & set(facts.classes[begin:first]))


def _told_as_vote(facts: Facts, index: int) -> bool:
    first, last = facts.bounds(index)
    return any(facts.classes[i] == "win" or facts.word(i) in group("vote_verbs") for i in range(first, last))


def _spread(facts: Facts, low: Numeral, high: Numeral) -> bool:
    """`by 40 to 25 percent`, `expects 500 to 300 people`: falling ends where no change is told."""
    before, noun = facts.word(low.first - 1), facts.word(high.last)
    if before not in group("range_openers") or noun in group("scored_in") or _told_as_vote(facts, low.first):
        return False
    if before == "by" and facts.word(low.last) in ("%", "percent", "per"):
        return False
    if [*facts.tokens.kind[high.last : high.last + 1]] != [WORD] or noun in group("function_words"):
        return False
    if low.value is None or high.value is None:
        return False
    return high.value * _FAR > low.value * (high.scale / low.scale) > high.value >= _LEAST


def _from(facts: Facts, first: int, low: Numeral, high: Numeral) -> bool:
    """`takes from nine to six months`, `wages range from $48,000 to $41,000`: no change, but falling ends."""
    ranging = facts.word(first - 2) in group("ranging") or facts.word(first - 2) in ("of", "for")
    if facts.word(first - 1) != "from" or not ranging:
        return False
    if any(time.type == "DATE" and time.first <= high.first < time.last for time in facts.times):
        return False  # `from 499 to 493 BC`
    return bool(low.value and high.value and low.scale == high.scale and high.value < low.value)
