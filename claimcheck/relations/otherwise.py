"""Other figures nearby with which a stated sum comes out after all: where there are any, nothing is asked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.intervals import Interval, exactly, share
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts
from claimcheck.relations.pairs import Share
from claimcheck.relations.rate import Rate
from claimcheck.relations.reading import interval, leads

_BACK = 3  # sentences in which another whole may stand
_OF_THE = 4  # words from a percentage to the number it is of
_MOST = 8  # figures among which one is looked for


def has_other_whole(facts: Facts, found: Share, stated: Interval) -> bool:
    """Whether the percentage is right of another number told before, or of what is left of one."""
    if facts.word(found.percent.last) == "of" and _counts_another(facts, found):
        return True
    if leads(facts, found.whole)[:1] == ["of"]:
        return False
    part, sentence = interval(facts, found.part), facts.tokens.sentence[found.percent.first]
    near = [f for s in range(sentence - _BACK, sentence + 1) for f in facts.lines.get(s, ())]
    like = [f for f in near if _is_like(f, found.whole) and f.first < found.percent.first][-_MOST:]
    wholes = [interval(facts, f) for f in like if f is not found.part]
    left = [first - second for first, second in combinations(wholes, 2)]
    return any(whole.low > 0 and share(part, whole).meets(stated) for whole in (*wholes, *left))


def _counts_another(facts: Facts, found: Share) -> bool:
    """`63 of the 420 who applied, or 21 per cent of the 300 who could`: of a number told with it."""
    last = found.percent.last
    whole = found.whole.first in range(last, last + _OF_THE)
    return not whole and facts.holds_number(last, last + _OF_THE)


def _is_like(figure: Figure, whole: Figure) -> bool:
    return figure.kind == whole.kind and figure.low is not None and figure.low == figure.high


def has_other_count(facts: Facts, rate: Rate, quotient: Interval) -> bool:
    """Whether the quotient is right for more, or for fewer, than the count alone: `a year for ten years`."""
    total = interval(facts, rate.total)
    return any(
        count.low > 0 and (count * quotient * exactly(rate.worth)).meets(total)
        for count in _other_counts(facts, rate)
    )


def _other_counts(facts: Facts, rate: Rate) -> Iterator[Interval]:
    """The count times another number of its sentence, and with it added or taken away."""
    count, taken = interval(facts, rate.count), (rate.total, rate.count, rate.quotient)
    for numeral in facts.numerals_in(*facts.bounds(rate.quotient.first))[:_MOST]:
        value = numeral.value
        if not value or any(figure.first <= numeral.first < figure.last for figure in taken):
            continue
        yield from (count * exactly(value), count - exactly(value), count + exactly(value))
