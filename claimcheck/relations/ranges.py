"""Two ends of a range as written, before anyone puts them in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.figures.plurals import is_plural
from claimcheck.model import WORD, Numeral
from claimcheck.relations.facts import Facts, group
from claimcheck.values import frozen

_LEAST = 20  # smaller ones are mostly scores
_FAR = 10  # `1964-65` are years
_HOURS = 24
_LONGEST_GAP = 4  # tokens between the two ends: `30 per cent and $`


@frozen
class WrittenRange:
    """A range at tokens [first, last), with its ends in the order of the text."""

    first: int
    last: int
    low: Numeral
    high: Numeral
    between: bool
    signed: bool  # both ends carry a currency sign


def find_ranges(facts: Facts) -> Iterator[WrittenRange]:
    """Every `between A and B`, and `A to B` with a currency sign on both."""
    for low, high in pairwise(facts.numerals):
        if low.value is None or high.value is None or high.first - low.last > _LONGEST_GAP:
            continue
        if facts.tokens.sentence[low.first] != facts.tokens.sentence[high.first]:
            continue
        found = _range(facts, low, high)
        if found:
            yield found


def _range(facts: Facts, low: Numeral, high: Numeral) -> WrittenRange | None:
    signs = group("currency_signs")
    signed = facts.word(low.first - 1) in signs and facts.word(high.first - 1) in signs
    first = low.first - (facts.word(low.first - 1) in signs)
    gap = [
        word
        for word in facts.words(low.last, high.first)
        if word not in signs and word not in group("soft_ends")
    ]
    between = facts.word(first - 1) in ("between", "aged") or facts.words(first - 2, first) == [
        "anywhere",
        "between",
    ]
    joined = gap in (["and"], ["to"]) if between else gap in (["to"], ["-"], ["–"]) and signed
    spread = gap == ["to"] and (_spread(facts, low, high) or _from(facts, first, low, high))
    if spread or _descends(facts, low, high, gap):
        return WrittenRange(first, high.last + 1, low, high, True, signed)
    if not joined or (facts.word(first - 1) != "aged" and _clock(facts, high)):
        return None
    last = high.last
    noun = facts.tokens.kind[last : last + 1] == [WORD] and is_plural(facts.word(last))
    if facts.word(last) == "%" or noun:
        last += 1
    dashed = signed and gap != ["to"]
    return WrittenRange(first - (1 if between else 0), last, low, high, between or dashed, signed)


def _descends(facts: Facts, low: Numeral, high: Numeral, gap: list[str]) -> bool:
    """`150-120 people`: falling ends with a hyphen, before a plural noun that no score is counted in."""
    noun = facts.word(high.last)
    if gap not in (["-"], ["–"]) or not is_plural(noun) or noun in group("scored_in"):
        return False
    if low.value is None or high.value is None or low.scale != high.scale:
        return False
    return high.value * _FAR > low.value > high.value >= _LEAST


def _spread(facts: Facts, low: Numeral, high: Numeral) -> bool:
    """`by 40 to 25 percent`, `expects 500 to 300 people`: falling ends where no change is told."""
    before, noun = facts.word(low.first - 1), facts.word(high.last)
    first, last = facts.bounds(low.first)
    voted = any(facts.classes[i] == "win" or facts.word(i) in group("vote_verbs") for i in range(first, last))
    if (
        before not in group("range_openers")
        or voted
        or (before == "by" and facts.word(low.last) in ("%", "percent", "per"))
        or noun in group("scored_in")
        or facts.tokens.kind[high.last : high.last + 1] != [WORD]
    ):
        return False
    if low.value is None or high.value is None or noun in group("function_words"):
        return False
    return high.value * _FAR > low.value * (high.scale / low.scale) > high.value >= _LEAST


def _from(facts: Facts, first: int, low: Numeral, high: Numeral) -> bool:
    """`takes from nine to six months`, `wages range from $48,000 to $41,000`: no change, but falling ends."""
    if facts.word(first - 1) != "from" or facts.word(first - 2) not in group("ranging"):
        return False
    if any(time.type == "DATE" and time.first <= high.first < time.last for time in facts.times):
        return False  # `from 499 to 493 BC`
    return bool(low.value and high.value and low.scale == high.scale and high.value < low.value)


def _clock(facts: Facts, high: Numeral) -> bool:
    """Whether the second end may be a time of day: `between 11 and 3`, with no noun after it."""
    following = facts.word(high.last)
    if following in ("a.m.", "p.m.", "am", "pm", "o'clock", ":"):
        return True
    noun = facts.tokens.kind[high.last : high.last + 1] == [WORD] and following not in group("function_words")
    priced = facts.word(high.first - 1) in group("currency_signs")
    return not noun and following != "%" and (high.value or 0) <= _HOURS and not priced
