"""Ages of people and places in an order: `aged 26`, `34-year-old`, `mid-40s`, `10th place`."""

from __future__ import annotations

from claimcheck.decimals import is_multiple
from claimcheck.figures import bounds
from claimcheck.figures.numbers import quantity_of
from claimcheck.figures.quantity import Quantity
from claimcheck.figures.surroundings import word_beside
from claimcheck.figures.units import UnitMatch, find_unit
from claimcheck.model import Numeral, Tokens
from claimcheck.values import replace

_HYPHENS = ("-", "‑", "‐")
_AGE_PREFIXES = ("aged", "age", "ages")


def timed(tokens: Tokens, numeral: Numeral, found: UnitMatch) -> Quantity:
    """A span of time, or an age where `old` or `of age` follows."""
    last = _old_after(tokens, found.last)
    if last:
        return quantity_of(numeral, last, "age", found.unit)
    return quantity_of(numeral, found.last, "duration", found.unit)


def _old_after(tokens: Tokens, at: int) -> int | None:
    """The token after `old`, `-olds`, `of age` at `at`."""
    lower = tokens.lower
    if lower[at : at + 2] == ["of", "age"]:
        return at + 2
    hyphen = at < len(lower) and lower[at] in _HYPHENS
    word = at + hyphen
    return word + 1 if word < len(lower) and lower[word] in ("old", "olds") else None


def place(tokens: Tokens, numeral: Numeral) -> Quantity | None:
    """`10th place`, `a 105th birthday`: a place in an order, in digits."""
    if not ordinal_after(tokens, numeral):
        return None
    return replace(quantity_of(numeral, numeral.last + 1, "ordinal", None), bare=False)


def ordinal_after(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether `st`, `nd`, `rd` or `th` touches the numeral."""
    last = numeral.last
    if numeral.form != "digits" or last >= len(tokens) or not tokens.glued(last):
        return False
    if tokens.lower[last] == "st":  # `21st`, but `8st 7lb` and `11st`
        return (
            numeral.value is not None
            and is_multiple(numeral.value - 1, 10)
            and not is_multiple(numeral.value - 11, 100)
        )
    return tokens.lower[last] in ("nd", "rd", "th")


def aged(tokens: Tokens, numeral: Numeral, floor: int) -> Quantity | None:
    """`aged 26`, `age 87`, `ages 5 to 11`, without a unit of its own; `mid-40s`, `in his 60s`."""
    value, at = numeral.value, numeral.first - 1
    if value is None or not 0 <= value <= 125 or at < floor:
        return None
    of_age = tokens.lower[at] == "of" and at > floor and tokens.lower[at - 1] in ("age", "ages")
    if of_age or tokens.lower[at] in _AGE_PREFIXES:
        at = numeral.first if of_age else at
        found = find_unit(tokens, numeral.last)
        if found and found.dimension == "time":
            return replace(timed(tokens, numeral, found), first=at, kind="age")
        quantity = quantity_of(numeral, numeral.last, "age", "years")
        return replace(quantity, first=at)
    return _of_a_decade(tokens, numeral, at)


def _of_a_decade(tokens: Tokens, numeral: Numeral, at: int) -> Quantity | None:
    """`in his early 40s`, `a woman in her mid-20s`: ten years of age, or less."""
    last, value = numeral.last, numeral.value
    if (
        last >= len(tokens)
        or tokens.lower[last] not in ("s", "'s")
        or not tokens.glued(last)
        or value is None
    ):
        return None
    part, first = "", numeral.first
    if tokens.lower[at] == "-":
        at -= 1
    if tokens.lower[at] in ("early", "mid", "late"):
        part, first, at = tokens.lower[at], at, at - 1
    if (
        not 20 <= value <= 110
        or value % 10
        or not (part or tokens.lower[at] in ("his", "her", "their", "my", "our"))
    ):
        return None
    if part and tokens.lower[at] in ("the", "'") and tokens.lower[at - 1] not in ("in",):
        return None
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
    quantity = quantity_of(numeral, last + 1, "age", "years")
    return replace(
        quantity, first=first, low=value + low, high=value + high, modifier="range", rule="decade of age"
    )


def age_of_people(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a bare bounded number is an age: `people over 65`, `the under-30s`, `children under five`."""
    if not quantity.bare or quantity.value is None or not 1 <= quantity.value <= 110:
        return False
    return word_beside(tokens, quantity.first, -1) in bounds.words("people")
