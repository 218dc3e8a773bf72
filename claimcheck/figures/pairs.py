"""Two numbers that are one share, score or ratio: `one in five`, `won 3-2`, `3-to-1`, `forty-five (45)`."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.decimals import is_multiple
from claimcheck.figures import bounds, shares
from claimcheck.figures.quantity import Quantity
from claimcheck.figures.surroundings import plural_after
from claimcheck.model import FigureKind, Tokens
from claimcheck.values import replace

DASHES = (["-"], ["–"], ["—"], ["~"], ["−"], ["‑"])
_IN = (
    ["in"],
    ["-", "in", "-"],
    ["-", "in", "-", "every", "-"],
    ["-", "out", "-", "of", "-"],
    ["in", "every"],
    ["out", "of"],
    ["out", "of", "every"],
    ["of", "every"],
    ["in", "each"],
)


_MARKS = (5, 10, 20, 50, 100)


def whole_number(quantity: Quantity) -> bool:
    """Whether the quantity is a plain number without a unit."""
    low = quantity.low
    return quantity.bare and low is not None and low >= 0 and low == low.to_integral_value()


def around(tokens: Tokens, a: Quantity, b: Quantity, before: int, after: int) -> set[str]:
    """The words of the sentence around a pair."""
    sentence = tokens.sentence[a.first]
    first, last = max(0, a.first - before), min(len(tokens), b.last + after)
    return {tokens.lower[at] for at in range(first, last) if tokens.sentence[at] == sentence}


def restated(tokens: Tokens, a: Quantity, b: Quantity, gap: list[str]) -> Quantity | None:
    """`forty-five (45)`: one number said twice."""
    closed = tokens.lower[b.last : b.last + 1] == [")"]
    if gap != ["("] or not closed or a.low != b.low or not (a.bare and b.bare):
        return None
    return replace(a, last=b.last + 1, rule="number said twice")


def in_every(tokens: Tokens, a: Quantity, b: Quantity, gap: list[str]) -> Quantity | None:
    """`one in five`, `nine out of 10`, `1 in every 100`: a share."""
    over = gap == ["over"] and a.low == 1 and not plural_after(tokens, b.last)
    if (
        not (gap in _IN or over)
        or not (whole_number(a) and (whole_number(b) or _years_of_return(b, gap)))
        or a.low is None
        or b.low is None
    ):
        return None
    if a.low >= b.low or a.low == 0 or (gap == ["of", "every"] and b.low > 100_000):
        return None
    round_whole = b.low <= 12 or is_multiple(b.low, 10) or gap != ["in"] or a.low == 1
    return (
        replace(pair(a, b, "ratio", a.low / b.low, a.low / b.low), step=1 / b.low / 10)
        if round_whole
        else None
    )


def _years_of_return(b: Quantity, gap: list[str]) -> bool:
    """`a 1-in-100-year flood`: a chance a year."""
    return gap == ["-", "in", "-"] and b.kind == "duration" and b.unit == "years"


def rating(tokens: Tokens, a: Quantity, b: Quantity, gap: list[str]) -> Quantity | None:
    """`9.6/10`, `4.5/5`: marks out of a round whole."""
    if (
        gap != ["/"]
        or not (tokens.glued(a.last) and tokens.glued(b.first))
        or not (a.bare and whole_number(b))
    ):
        return None
    if a.low is None or b.low not in _MARKS or not 0 <= a.low <= b.low:
        return None
    return replace(pair(a, b, "ratio", a.low / b.low, a.low / b.low), step=a.step / b.low)


def odds(tokens: Tokens, a: Quantity, b: Quantity, gap: list[str]) -> Quantity | None:
    """`3-to-1`, `outnumbered three to one`, `a ratio of 2:1`, `odds of 5/2`."""
    if not (whole_number(a) and whole_number(b)) or not a.low or not b.low:
        return None
    told = not shares.words("odds_words").isdisjoint(around(tokens, a, b, 8, 3))
    if (
        a.first > 1
        and tokens.lower[a.first - 1] == "of"
        and tokens.lower[a.first - 2] in bounds.words("tallied")
    ):
        return None  # `by a majority of 11 to 1`
    to_one = b.low == 1 and a.low > 1
    if gap == ["-", "for", "-"]:
        return pair(a, b, "ratio", a.low / b.low, a.low / b.low)
    hyphened = gap == ["-", "to", "-"] and (to_one or told)
    if (
        hyphened
        or (gap in (["to"], [":"]) and (told or to_one))
        or (gap in (["-"], ["/"], ["–"]) and told and b.low <= 10 < 11 > b.low)
    ):
        return pair(a, b, "ratio", a.low / b.low, a.low / b.low)
    return None


def score(tokens: Tokens, a: Quantity, b: Quantity, gap: list[str]) -> Quantity | None:
    """`won 3-2`, `by 216-192`, `voted 52 to 48`: the two numbers of a score or vote."""
    if not (whole_number(a) and whole_number(b)) or a.low is None or b.low is None:
        return None
    if a.scale != 1 or b.scale != 1 or max(a.low, b.low) >= 100_000:
        return None
    told = not bounds.words("scored").isdisjoint(around(tokens, a, b, 10, 4))
    glued = gap in (*DASHES, ["-", "to", "-"]) and tokens.glued(b.first) and tokens.glued(a.last)
    descending = a.low > b.low
    level = a.low == b.low and a.low < 20
    if (glued and (descending or ((told or level) and not plural_after(tokens, b.last)))) or (
        gap == ["to"]
        and descending
        and tokens.lower[a.first - 1] != "from"
        and (told or tokens.lower[a.first - 1] == "(")
    ):
        return replace(pair(a, b, "score", a.low, b.low), modifier="exact")
    return None


def pair(a: Quantity, b: Quantity, kind: FigureKind, low: Decimal | None, high: Decimal | None) -> Quantity:
    """`a` and `b` as one quantity from `low` to `high`."""
    return replace(
        a, last=b.last, kind=kind, rule=kind, low=low, high=high, bare=False, scale=max(a.scale, b.scale)
    )
