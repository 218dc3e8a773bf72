"""Two ends of a range as written, before anyone puts them in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from claimcheck.decimals import is_multiple
from claimcheck.figures.plurals import is_plural
from claimcheck.model import WORD, Numeral
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.falling import falls
from claimcheck.values import frozen

_DASHED = (["-"], ["–"])
_MILLION = 1000000
_HALF = Decimal("0.5")
_THOUSAND, _TEN, _FAR = 1000, 10, 3
_NEAR = 6  # words from `grew` to the range
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
    dashed: bool = False
    thousands: bool = False  # the low end seems to lack the thousands of the high end


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
    gap = [word for word in facts.words(low.last, high.first) if word not in signs and word not in _soft()]
    if len(gap) > 1 and gap[0] == facts.word(high.last) and gap[0] in listed("calendar", "short_units"):
        gap = gap[1:]
    if gap in _DASHED and not facts.tokens.glued(low.last) and not signed:
        return None  # `one in 20 – 5 per cent – can swim`
    lead = facts.words(first - 2, first)
    aged = bool(listed("calendar", "aged") & set(lead[-1:])) or lead in (
        ["aged", "between"],
        ["ages", "between"],
    )
    between = aged or lead[-1:] == ["between"] or lead == ["anywhere", "between"]
    joined = (
        gap in (["and"], ["to"], *(_DASHED if aged else ())) and not (aged and _one_more(facts, gap, high))
        if between
        else gap in (["to"], *_DASHED) and signed
    )
    if gap in (["to"], ["and"]) and _lacks_thousands(facts, first, low, high):
        return WrittenRange(low.first, high.last, low, high, False, False, thousands=True)
    if gap == ["or"] and signed and _lacks_scale(low, high):
        return WrittenRange(first, high.last, low, high, False, signed)
    if facts.word(high.last) in ("bc", "bce", "b.c", "b.c."):
        return None  # years before our era are counted down
    if falls(facts, first, low, high, gap):
        noun = [*facts.tokens.kind[high.last : high.last + 1]] == [WORD]
        counted = (
            noun and not signed and facts.word(high.last) not in group("function_words")
        ) or facts.word(high.last) == "%"
        return WrittenRange(first, high.last + counted, low, high, True, signed)
    if not joined or (not aged and _clock(facts, high)) or _below_nought(low, high):
        return None
    last = high.last
    while facts.word(last) in group("degree_marks"):
        last += 1
    noun = [*facts.tokens.kind[last : last + 1]] == [WORD] and is_plural(facts.word(last))
    if facts.word(last) == "%" or noun or facts.word(last) in listed("calendar", "short_units"):
        last += 1
    dashed = signed and gap != ["to"]
    marked = signed and gap in _DASHED
    return WrittenRange(first - (1 if between else 0), last, low, high, between or dashed, signed, marked)


def _one_more(facts: Facts, gap: Sequence[str], high: Numeral) -> bool:
    """`one aged 19 and one aged 24`: the second number counts people."""
    return list(gap) == ["and"] and not listed("calendar", "aged").isdisjoint([facts.word(high.last)])


@cache
def _soft() -> frozenset[str]:
    return group("soft_ends") | group("degree_marks")


def _lacks_scale(low: Numeral, high: Numeral) -> bool:
    """`$45 or $50 million`, where nobody would choose between the two as printed."""
    share = (low.value or 0) * high.scale / (high.value or 1)
    return low.scale == 1 and high.scale >= _MILLION and _HALF <= share < 1


def _lacks_thousands(facts: Facts, first: int, low: Numeral, high: Numeral) -> bool:
    """`200 to 300,000 cattle`, where the low end lacks its thousands, and no rise is told."""
    least, most = low.value or Decimal(0), high.value or Decimal(0)
    digits = low.form == high.form == "digits" and low.scale == high.scale == 1
    if not digits or not is_multiple(most, _THOUSAND) or not _TEN <= least < most / _THOUSAND <= _FAR * least:
        return False
    around = range(max(facts.bounds(first)[0], first - _NEAR), first)
    return not any(facts.classes[i] in ("rise", "fall", "shift") for i in around)


def _below_nought(low: Numeral, high: Numeral) -> bool:
    """`between minus 5 and minus 10 degrees`: frost is told from its milder end."""
    return min(low.value or 0, high.value or 0) < 0


def _clock(facts: Facts, high: Numeral) -> bool:
    """Whether the second end may be a time of day: `between 11 and 3`, with no noun after it."""
    following = facts.word(high.last)
    if high.form == "fraction" or following in group("degree_marks"):
        return False
    if following in ("a.m.", "p.m.", "am", "pm", "o'clock", ":"):
        return True
    noun = [*facts.tokens.kind[high.last : high.last + 1]] == [WORD] and following not in group(
        "function_words"
    )
    priced = facts.word(high.first - 1) in group("currency_signs")
    return not noun and following != "%" and (high.value or 0) <= _HOURS and not priced
