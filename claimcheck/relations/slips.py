"""Changes told loosely, where two figures near a percentage give it only by a known slip of the hand.

`touched 418p … closed at 355p, a slide of 18 per cent`: 15 per cent of the earlier price, 18 of the later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Literal

from claimcheck.decimals import is_multiple
from claimcheck.model import Figure
from claimcheck.relations.amounts import Direction, direction_of, is_adjusted, is_amount, one_noun
from claimcheck.relations.announced_changes import announced_ends
from claimcheck.relations.changes import Change
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.misprints import swapped
from claimcheck.relations.reading import amounts_of, comparable, level, per_unit, share_interval

_SIZES = ("percent", "ratio", "multiplier")
_MOST = 5  # figures of a sentence; more are a table
_HUNDRED, _TEN, _ONE = Decimal(100), Decimal(10), Decimal(1)
_VAST = Decimal(10) ** 18  # figures past it are noise
_NEAR = Decimal("0.6")  # points between a slip and the percentage printed
_DOUBLE = Decimal("1.8")
_BARE = Decimal("0.1")  # of a multiple
_LEAST = Decimal(3)  # per cent: smaller changes are like one another
_AROUND = 4  # words from an amount to its word of change
_THREE = 3
_EXACT = Decimal("0.02")
_HALVES = (Decimal("0.25"), Decimal("0.333"), Decimal("0.667"), Decimal("0.75"))  # for `halved`


def find_slips(facts: Facts, known: set[int]) -> Iterator[Change]:
    """Every amount of change, but those at `known`, that two figures near it give by a known slip only."""
    moved = {facts.tokens.sentence[i] for name in ("rise", "fall") for i in facts.marks.get(name, ())}
    for sentence, line in facts.lines.items():
        if sentence not in moved and not any(f.kind == "multiplier" for f in line):
            continue
        for amount in line if len(line) <= _MOST else ():
            if amount.kind not in _SIZES or amount.start in known or amount.modifier == "vague":
                continue
            if is_amount(facts, amount) and not is_adjusted(facts, amount):
                found = _slipped(facts, sentence, amount, line)
                if found:
                    yield found


def _slipped(facts: Facts, sentence: int, amount: Figure, line: Sequence[Figure]) -> Change | None:
    word, direction = direction_of(facts, [amount], None)
    if amount.kind == "multiplier":
        direction = "rise" if _printed(amount) > 1 else "fall"
    elif word is None or abs(word - amount.first) > 2 * _AROUND:
        return None
    if not direction:
        return None
    if ends := _ends(facts, sentence, amount, line):
        pairs = [ends]
    else:
        pairs = list(announced_ends(facts, sentence, amount)) or _of_three(facts, amount, line)
    found = [_judged(facts, amount, pair, direction) for pair in pairs]
    slips = [pair for pair, verdict in zip(pairs, found, strict=True) if verdict == "slip"]
    if len(slips) != 1 or "fits" in found:
        return None
    ends = slips[0]
    first, second = amounts_of(*ends)
    before, after = ends if (first < second) == (direction == "rise") else ends[::-1]
    return Change(before, after, amount, direction, word, loose=True)


def _of_three(facts: Facts, amount: Figure, line: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """The pairs of three like figures of the sentence, of which only one may be a slip and none may fit."""
    told = _levels(facts, line, amount)
    if len(told) != _THREE or amount.kind != "multiplier" or per_unit(facts, told[0]):
        return []
    return [pair for pair in combinations(told, 2) if comparable(*pair) and one_noun(*pair)]


def _judged(
    facts: Facts, amount: Figure, ends: tuple[Figure, Figure], direction: Direction
) -> Literal["fits", "slip", ""]:
    """Whether the ends give the amount, or give it by a known slip only."""
    small, large = sorted(amounts_of(*ends))
    if not 0 < small < large <= _VAST:
        return ""
    if amount.kind == "multiplier":
        return _multiple(_printed(amount), small, large)
    if ends[0].kind == "percent":
        gap = facts.words(ends[1].last, amount.first)
        if (",", "with") in pairwise(gap):
            return ""  # `38%, against 33%, with a turnout down 5%`
        return "slip" if _is_points(amount, small, large, direction) else ""
    return "slip" if _is_slip(facts, amount, small, large, direction) else ""


def _is_points(amount: Figure, small: Decimal, large: Decimal, direction: Direction) -> bool:
    """`by half a per cent, to 5.25 per cent; it had stood at 4.75`; small whole numbers agree by chance."""
    difference = large - small
    relative = difference / (small if direction == "rise" else large) * _HUNDRED
    chance = is_multiple(difference, 1) and difference < _LEAST + 1
    if amount.kind != "percent" or chance or abs(relative - difference) < 2 * _NEAR:
        return False
    return _printed(amount) == difference


def _printed(amount: Figure) -> Decimal:
    return (amount.low if amount.low is not None else amount.high) or _ONE


def _ends(
    facts: Facts, sentence: int, amount: Figure, line: Sequence[Figure]
) -> tuple[Figure, Figure] | None:
    """The only two figures that can be the ends, here or, where the sentence points back, before it."""
    ends = _levels(facts, line, amount)
    opening = facts.word(facts.bounds(amount.first)[0])
    told = _told_before(facts, sentence) if opening in ("that", "this") else []
    if len(told) == 2 and not any(comparable(told[0], f) for f in ends if f.first < amount.first):
        ends = told
    if len(ends) < 2 and _points_back(facts, amount):
        ends = [*_levels(facts, facts.lines.get(sentence - 1, ()), amount), *ends]
        if len(ends) < 2 and len(_sole(facts, sentence - 1)) == len(ends) == 1:
            ends = [*_levels(facts, facts.lines.get(sentence - 2, ()), amount), *ends]
    alike = [f for f in ends if sum(comparable(f, other) for other in ends) == 2]
    if len(alike) == 2 and len(ends) > 2:
        ends = alike  # `418p … 355p … in four sessions`
    if len(ends) != 2 or not comparable(*ends) or not one_noun(*ends):
        return None
    return (ends[0], ends[1]) if per_unit(facts, ends[0]) == per_unit(facts, ends[1]) else None


def _told_before(facts: Facts, sentence: int) -> list[Figure]:
    """`In 2009 there were 80 farms. The latest survey found 60.`: the sole figures of two sentences."""
    told = [_sole(facts, place) for place in (sentence - 2, sentence - 1)]
    return [line[0] for line in told if len(line) == 1 and line[0].low == line[0].high]


def _sole(facts: Facts, sentence: int) -> list[Figure]:
    return [f for f in facts.lines.get(sentence, ()) if level(f)]


def _levels(facts: Facts, line: Sequence[Figure], amount: Figure) -> list[Figure]:
    return [
        f
        for f in line
        if f is not amount
        and level(f)
        and f.kind != "duration"
        and f.low == f.high
        and not is_amount(facts, f)
    ]


def _points_back(facts: Facts, amount: Figure) -> bool:
    """`That drop of 60%`, `the 33% reduction`, `has tripled since then`."""
    near = facts.words(max(facts.bounds(amount.first)[0], amount.first - _AROUND), amount.last + _AROUND)
    return not (listed("changes", "back") | group("definite") | {"since"}).isdisjoint(near)


def _is_slip(facts: Facts, amount: Figure, small: Decimal, large: Decimal, direction: Direction) -> bool:
    low, high = _stated(facts, amount)
    true = (large - small) / (small if direction == "rise" else large) * _HUNDRED
    other = (large - small) / (large if direction == "rise" else small) * _HUNDRED
    ratio = (large / small if direction == "rise" else small / large) * _HUNDRED
    if high < _LEAST or low - _NEAR <= true <= high + _NEAR or abs(true - other) < 2 * _NEAR:
        return False
    printed = _printed(amount)
    written = amount.kind == "percent" and len(printed.normalize().as_tuple().digits) > 1
    slips = (other, ratio, *((true * _TEN, true / _TEN) if written else ()))
    if any(low - _NEAR <= slip <= high + _NEAR for slip in slips):
        return True
    return amount.kind == "percent" and swapped(printed, true.quantize(_ONE))


def _stated(facts: Facts, amount: Figure) -> tuple[Decimal, Decimal]:
    """The percentage as printed, a fraction as loosely as it is told."""
    if amount.kind == "ratio":
        told = share_interval(facts, amount)
        middle = (_printed(amount)) * _HUNDRED
        return max(told.low, middle - _ONE), min(told.high, middle + _ONE)
    printed = _printed(amount)
    return printed, printed


def _multiple(stated: Decimal, small: Decimal, large: Decimal) -> Literal["fits", "slip", ""]:
    """`tripled` for what has doubled: one more or one less, or twice or half of it; `halved`."""
    ratio = large / small
    if stated < 1:
        left = small / large
        if abs(left - stated) <= _BARE * stated:
            return "fits"
        return "slip" if any(abs(left - slip) <= _EXACT for slip in _HALVES) else ""
    if abs(stated - ratio) <= _BARE * stated:
        return "fits"
    if stated < 2 or ratio < _DOUBLE:
        return ""
    slips = (stated + 1, stated - 1, 2 * stated, stated / 2)
    return "slip" if any(abs(slip - ratio) <= _BARE for slip in slips) else ""
