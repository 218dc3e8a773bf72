"""Known slips of the hand: what is printed for a change that two figures give otherwise."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Literal

from claimcheck.decimals import is_multiple
from claimcheck.model import Figure
from claimcheck.relations.amounts import Direction
from claimcheck.relations.announced_changes import is_firm, sets_times_apart
from claimcheck.relations.facts import Facts
from claimcheck.relations.misprints import swapped
from claimcheck.relations.reading import amounts_of, share_interval

_HUNDRED, _TEN, _ONE = Decimal(100), Decimal(10), Decimal(1)
_VAST = Decimal(10) ** 18  # figures past it are noise
_NEAR = Decimal("0.6")  # points between a slip and the percentage printed
_DOUBLE = Decimal("1.8")
_BARE = Decimal("0.1")  # of a multiple
_LEAST = Decimal(3)  # per cent: smaller changes are like one another
_THREE = 3
_EXACT = Decimal("0.02")
_HALVES = (Decimal("0.25"), Decimal("0.333"), Decimal("0.667"), Decimal("0.75"))  # for `halved`


def judged(
    facts: Facts, amount: Figure, ends: tuple[Figure, Figure], direction: Direction
) -> Literal["fits", "slip", ""]:
    """Whether the ends give the amount, or give it by a known slip only."""
    small, large = sorted(amounts_of(*ends))
    if not 0 < small < large <= _VAST:
        return ""
    if amount.kind == "multiplier":
        verdict = _multiple(amount, small, large)
        return verdict or ("slip" if is_firm(facts, amount, ends) else "")
    if ends[0].kind == "percent":
        gap = facts.words(ends[1].last, amount.first)
        if (",", "with") in pairwise(gap):
            return ""  # `38%, against 33%, with a turnout down 5%`
        sentence = facts.tokens.sentence
        own, told = sentence[amount.first], {sentence[end.first] for end in ends}
        if len(told) == 1 and own not in told and not sets_times_apart(facts, *told):
            return ""  # `61 per cent in the north and 55 in the south. It rose by 6 per cent nationally`
        return "slip" if _is_points(amount, small, large, direction) else ""
    return "slip" if _is_slip(facts, amount, small, large, direction) else ""


def _is_points(amount: Figure, small: Decimal, large: Decimal, direction: Direction) -> bool:
    """`by half a per cent, to 5.25 per cent; it had stood at 4.75`; small whole numbers agree by chance."""
    difference = large - small
    relative = difference / (small if direction == "rise" else large) * _HUNDRED
    chance = is_multiple(difference, 1) and difference < _LEAST + 1
    if amount.kind != "percent" or chance or abs(relative - difference) < 2 * _NEAR:
        return False
    return printed_of(amount) == difference


def printed_of(amount: Figure) -> Decimal:
    """The number printed, of a range its lower end."""
    return (amount.low if amount.low is not None else amount.high) or _ONE


def _is_slip(facts: Facts, amount: Figure, small: Decimal, large: Decimal, direction: Direction) -> bool:
    low, high = _stated(facts, amount)
    true = (large - small) / (small if direction == "rise" else large) * _HUNDRED
    other = (large - small) / (large if direction == "rise" else small) * _HUNDRED
    ratio = (large / small if direction == "rise" else small / large) * _HUNDRED
    if high < _LEAST or low - _NEAR <= true <= high + _NEAR or abs(true - other) < 2 * _NEAR:
        return False
    printed = printed_of(amount)
    written = amount.kind == "percent" and len(printed.normalize().as_tuple().digits) > 1
    slips = (other, ratio, *((true * _TEN, true / _TEN) if written else ()))
    if any(low - _NEAR <= slip <= high + _NEAR for slip in slips):
        return True
    return amount.kind == "percent" and true < _VAST and swapped(printed, true.quantize(_ONE))


def _stated(facts: Facts, amount: Figure) -> tuple[Decimal, Decimal]:
    """The percentage as printed, a fraction as loosely as it is told."""
    if amount.kind == "ratio":
        told = share_interval(facts, amount)
        middle = (printed_of(amount)) * _HUNDRED
        return max(told.low, middle - _ONE), min(told.high, middle + _ONE)
    printed = printed_of(amount)
    return printed, printed


def _multiple(amount: Figure, small: Decimal, large: Decimal) -> Literal["fits", "slip", ""]:
    """`tripled` for what has doubled: one more or one less, or twice or half of it; `halved`."""
    stated, ratio = printed_of(amount), large / small
    if stated < 1:
        left = small / large
        if abs(left - stated) <= _BARE * stated or (left < stated and amount.modifier == "lower"):
            return "fits"
        return "slip" if any(abs(left - slip) <= _EXACT for slip in _HALVES) else ""
    beyond = ratio > stated if amount.modifier == "lower" else ratio < stated
    if abs(stated - ratio) <= _BARE * stated or (beyond and amount.modifier in ("lower", "upper")):
        return "fits"
    if stated < 2 or ratio < _DOUBLE:
        return ""
    slips = (stated + 1, stated - 1, 2 * stated, stated / 2)
    near = stated > _THREE and abs(stated - ratio) <= 1
    return "slip" if near or any(abs(slip - ratio) <= _BARE for slip in slips) else ""
