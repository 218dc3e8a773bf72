"""What is left of a whole in fractions or per cent: `two thirds …, a quarter …, leaving a sixth`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.fractions import OPENERS, fraction_at
from claimcheck.relations.series import taken_up
from claimcheck.relations.shares import Shares
from claimcheck.values import replace

_LEAD = 4  # words from `leaving` or `the balance` to the share
_EACH = 6  # words from `two funds` to `18 per cent each`
_NEAR = (Decimal("0.75"), Decimal("1.25"))  # sums further from the whole are of other things
_LEAST, _MOST = 2, 8
_INNOCENT = (["a", "further"], ["makes", "up"], ["make", "up"], ["made", "up"], ["making", "up"])
_LAST = frozenset(["last", "final"])  # `and the last quarter is bog`
_AND = frozenset(["and", ",", ";"])
_ANEW = frozenset(["rise", "fall", "open_list", "more", "less", "compared"])


def find_remnants(facts: Facts) -> Iterator[Shares]:
    """The shares that were told before what is left, with that; of the sentence before too, where it fits."""
    last = -1
    for index in _triggers(facts):
        rest = _rest(facts, index)
        if rest is None or index <= last:
            continue
        last = rest.last
        sentence = facts.tokens.sentence[index]
        own = shares_told(facts, sentence, rest.first)
        back = shares_told(facts, sentence - 1, rest.first) if sentence else []
        tries = [[*own, rest], [*back, *own, rest]] if back else [[*own, rest]]
        sums = [(abs(_sum(parts) - 1), parts) for parts in tries if _are_of_one(facts, parts)]
        if sums:
            distance, parts = min(sums, key=lambda pair: pair[0])
            whole = _NEAR[0] <= _sum(parts) <= _NEAR[1]
            if whole and distance:
                yield Shares(tuple(parts), sure=len(parts) == len(own) + 1 and len(own) >= _LEAST)


def find_bequests(facts: Facts) -> Iterator[Shares]:
    """`half to his wife, a quarter to his son and a third to the lifeboat`: more fractions than there are."""
    for sentence, line in facts.lines.items():
        if not any(f.kind == "ratio" for f in line) or any(f.kind == "percent" for f in line):
            continue
        parts = shares_told(facts, sentence, len(facts.lower))
        gaps = [facts.words(a.last, b.first) for a, b in pairwise(parts)]
        if not gaps or "and" not in gaps[-1] or any("," not in gap for gap in gaps[:-1]):
            continue
        bases = sum(facts.word(part.last) in ("of", "in", "the", "her", "his") for part in parts)
        if bases <= 1 and _are_of_one(facts, parts) and 1 < _sum(parts) <= _NEAR[1]:
            yield Shares(tuple(parts), complete=False, sure=False)


def _triggers(facts: Facts) -> list[int]:
    marks = [*facts.marks.get("remainder", ()), *facts.marks.get("left_over", ())]
    last = [i for i in facts.places(_LAST) if facts.word(i - 1) == "the" and facts.word(i - 2) in _AND]
    return sorted({*marks, *facts.marks.get("balance", ()), *last})


def _rest(facts: Facts, index: int) -> Figure | None:
    """The share straight after `leaving`, `the remaining`, `the balance,`, `the rest (`."""
    stop = min(index + _LEAD, facts.bounds(index)[1])
    for place in range(index + 1, stop):
        found = _share_at(facts, place)
        if found:
            return (
                None
                if facts.word(found.last) == "of" and facts.word(found.last + 1) in ("those", "them")
                else found
            )
        if facts.word(place) not in group("before_the_rest"):
            return None
    return None


def _share_at(facts: Facts, place: int) -> Figure | None:
    line = facts.lines.get(facts.tokens.sentence[place], ())
    figure = next((f for f in line if f.first == place), None)
    if figure is not None and figure.kind in ("percent", "ratio") and figure.low is not None:
        return figure
    return fraction_at(facts, place) or _bare_fraction(facts, place)


def _bare_fraction(facts: Facts, place: int) -> Figure | None:
    """`the remaining fifth`: one of it, though no number says so."""
    if facts.classes[place - 1] != "remainder" and facts.word(place - 1) not in _LAST:
        return None
    return fraction_at(facts, place, bare=True)


def shares_told(facts: Facts, sentence: int, stop: int) -> list[Figure]:
    """The shares of a sentence up to token `stop`, with the fractions in words that are no figure."""
    first, last = facts.article.sentences[sentence].first, facts.article.sentences[sentence].last
    found: list[Figure] = []
    place, end = first, min(last, stop)
    line = {f.first: f for f in facts.lines.get(sentence, ())}
    while place < end:
        figure = line.get(place)
        if figure is None:
            figure = fraction_at(facts, place) if facts.lower[place] in OPENERS else None
        elif figure.kind not in ("percent", "ratio"):
            place = figure.last
            continue
        if figure is not None:
            found.append(_of_each(facts, figure, line.values()))
        place = figure.last if figure is not None else place + 1
    return found


def _of_each(facts: Facts, share: Figure, line: Iterable[Figure]) -> Figure:
    """`Two funds have 18 per cent each`, `the two brothers each keep 30`: twice the share."""
    before = "each" in facts.words(share.first - 3, share.first)
    if share.low is None or not (before or facts.word(share.last) in ("each", "apiece")):
        return share
    count = next((f for f in line if f.kind == "count" and 0 <= share.first - f.last <= _EACH), None)
    if count is None or not count.low:
        return replace(share, low=None, high=None)
    both = share.low * count.low
    return replace(share, low=both, high=both)


def _are_of_one(facts: Facts, parts: Sequence[Figure]) -> bool:
    if not _LEAST < len(parts) <= _MOST or any(part.modifier not in ("exact", "approx") for part in parts):
        return False
    if any(part.low is None or part.low != part.high for part in parts) or any(
        taken_up(facts, part) for part in parts
    ):
        return False
    if any(facts.word(part.first - 1) in ("by", "from", "than") for part in parts):
        return False
    return unbroken(facts, parts[0].first, parts[-1].first)


def unbroken(facts: Facts, first: int, last: int) -> bool:
    """Whether nothing at tokens [first, last) compares, changes or starts anew."""
    anew = [i for i in range(first, last) if facts.classes[i] in _ANEW]
    return all(facts.words(i - 1, i + 1) in _INNOCENT for i in anew)


def _sum(parts: Sequence[Figure]) -> Decimal:
    hundredth = Decimal("0.01")
    return sum(
        ((part.low or Decimal(0)) * (hundredth if part.kind == "percent" else 1) for part in parts),
        Decimal(0),
    )
