"""Two quantities that are one figure: ranges, scores, odds, shares in people (`one in five`), `6ft 2in`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claimcheck.figures import bounds, shares
from claimcheck.figures.bounds import bound_before
from claimcheck.figures.money import MINOR_UNITS
from claimcheck.figures.quantity import Quantity
from claimcheck.lexicon import load
from claimcheck.model import FigureKind, Tokens
from claimcheck.values import replace

_DASHES = (["-"], ["–"], ["—"], ["~"], ["−"], ["‑"])
_TO = (["to"], ["-", "to"], ["to", "-"], ["-", "to", "-"], ["through"], ["up", "to"], ["-", "through", "-"])
_IN = (["in"], ["in", "every"], ["out", "of"], ["out", "of", "every"], ["of", "every"], ["in", "each"])
_LONGEST_GAP = 7
_SEARCHED = 12  # tokens before a range in which a verb of change is looked for


@cache
def _ladders() -> tuple[tuple[tuple[str, ...], tuple[Decimal, ...]], ...]:
    return tuple(
        (tuple(entry["units"]), tuple(Decimal(factor) for factor in entry["in_last"]))
        for entry in load("ladders")["ladder"]
    )


def join(tokens: Tokens, quantities: list[Quantity]) -> list[Quantity]:
    """`quantities` with those that belong together made one, in order."""
    joined: list[Quantity] = []
    index = 0
    while index < len(quantities):
        current = quantities[index]
        following = quantities[index + 1 :]
        index += 1
        while following and (whole := _joined(tokens, current, following, joined)):
            current, following = whole, following[1:]
            index += 1
        joined.append(current)
    return joined


def _joined(tokens: Tokens, a: Quantity, following: list[Quantity], done: list[Quantity]) -> Quantity | None:
    b = following[0]
    if (
        b.first - a.last > _LONGEST_GAP
        or tokens.sentence[a.first] != tokens.sentence[b.first]
        or b.first < a.last
    ):
        return None
    if a.low is None or b.low is None or not b.is_point:
        return None
    floor = done[-1].last if done else 0
    gap = tokens.lower[a.last : b.first]
    if not a.is_point:
        return None
    return (
        _restated(tokens, a, b, gap)
        or _in_every(tokens, a, b, gap)
        or _compound(a, b, gap)
        or _odds(tokens, a, b, gap)
        or _score(tokens, a, b, gap)
        or _range(tokens, a, following, floor)
    )


def _whole_number(quantity: Quantity) -> bool:
    return quantity.bare and quantity.low is not None and quantity.low % 1 == 0 and quantity.low >= 0


def _around(tokens: Tokens, a: Quantity, b: Quantity, before: int, after: int) -> set[str]:
    """The words of the sentence around a pair."""
    sentence = tokens.sentence[a.first]
    first, last = max(0, a.first - before), min(len(tokens), b.last + after)
    return {tokens.lower[at] for at in range(first, last) if tokens.sentence[at] == sentence}


def _pair(a: Quantity, b: Quantity, kind: FigureKind, low: Decimal | None, high: Decimal | None) -> Quantity:
    return replace(
        a, last=b.last, kind=kind, rule=kind, low=low, high=high, bare=False, scale=max(a.scale, b.scale)
    )


def _restated(tokens: Tokens, a: Quantity, b: Quantity, gap: list[str]) -> Quantity | None:
    """`forty-five (45)`: one number said twice."""
    closed = tokens.lower[b.last : b.last + 1] == [")"]
    if gap != ["("] or not closed or a.low != b.low or not (a.bare and b.bare):
        return None
    return replace(a, last=b.last + 1, rule="number said twice")


def _in_every(tokens: Tokens, a: Quantity, b: Quantity, gap: list[str]) -> Quantity | None:
    """`one in five`, `nine out of 10`, `1 in every 100`: a share."""
    over = gap == ["over"] and a.low == 1 and not _counts(tokens, b.last)
    if (
        not (gap in _IN or over)
        or not (_whole_number(a) and _whole_number(b))
        or a.low is None
        or b.low is None
    ):
        return None
    if a.low >= b.low or a.low == 0 or (gap == ["of", "every"] and b.low > 100_000):
        return None
    round_whole = b.low <= 12 or b.low % 10 == 0 or gap != ["in"] or a.low == 1
    return (
        replace(_pair(a, b, "ratio", a.low / b.low, a.low / b.low), step=1 / b.low / 10)
        if round_whole
        else None
    )


def _compound(a: Quantity, b: Quantity, gap: list[str]) -> Quantity | None:
    """`6ft 2in`, `two years and three months`, `3 dollars and 50 cents`: read in the smaller unit."""
    if gap not in ([], ["and"], [","], [",", "and"]) or a.low is None or b.low is None:
        return None
    if a.kind == b.kind == "money":
        return _with_cents(a, b, gap)
    if a.kind not in ("measure", "duration") or a.scale != 1:
        return None
    if b.kind == "ratio" and gap == ["and"] and b.low < 1 and a.step == 1 and not a.bare:
        return replace(_pair(a, b, a.kind, a.low + b.low, a.low + b.low), unit=a.unit, step=b.step * 10)
    if a.kind == b.kind:
        listed = a.kind == "duration" and "," in gap  # `3 years, 2 months, 14 days`
        return None if listed else _in_smaller_unit(a, b)
    return _with_minutes(a, b, gap)


def _with_cents(a: Quantity, b: Quantity, gap: list[str]) -> Quantity | None:
    """`20 ringgit and 43 sen`."""
    if a.low is None or b.low is None or b.low >= 100 or a.unit == b.unit or "," in gap or a.step < 1:
        return None
    if b.unit not in MINOR_UNITS or a.unit in MINOR_UNITS:
        return None
    total = a.low + b.low / 100
    return replace(_pair(a, b, "money", total, total), unit=a.unit, step=Decimal("0.01"))


def _in_smaller_unit(a: Quantity, b: Quantity) -> Quantity | None:
    """Two measures of one ladder of units, larger first, as one in the smaller unit."""
    if a.low is None or b.low is None:
        return None
    for units, factors in _ladders():
        if a.unit in units and b.unit in units:
            larger, smaller = factors[units.index(a.unit)], factors[units.index(b.unit)]
            if larger > smaller and b.low * smaller < larger * 10:
                total = a.low * (larger / smaller) + b.low
                rule = f"{a.kind} in two units"
                return replace(_pair(a, b, a.kind, total, total), unit=b.unit, step=b.step, rule=rule)
    return None


def _with_minutes(a: Quantity, b: Quantity, gap: list[str]) -> Quantity | None:
    """`two hours 15`."""
    if a.unit not in ("hours", "hour", "h") or gap not in ([], ["and"]) or not _whole_number(b):
        return None
    if a.low is None or b.low is None or not 5 <= b.low < 60 or a.step != 1:
        return None
    total = a.low * 60 + b.low
    return replace(_pair(a, b, "duration", total, total), unit="minutes", rule="hours and minutes")


def _odds(tokens: Tokens, a: Quantity, b: Quantity, gap: list[str]) -> Quantity | None:
    """`3-to-1`, `outnumbered three to one`, `a ratio of 2:1`, `odds of 5/2`."""
    if not (_whole_number(a) and _whole_number(b)) or not a.low or not b.low:
        return None
    told = not shares.words("odds_words").isdisjoint(_around(tokens, a, b, 8, 3))
    to_one = b.low == 1 and a.low > 1
    if gap == ["-", "for", "-"]:
        return _pair(a, b, "ratio", a.low / b.low, a.low / b.low)
    hyphened = gap == ["-", "to", "-"] and (to_one or told)
    if (
        hyphened
        or (gap in (["to"], [":"]) and (told or to_one))
        or (gap in (["-"], ["/"], ["–"]) and told and b.low <= 10 < 11 > b.low)
    ):
        return _pair(a, b, "ratio", a.low / b.low, a.low / b.low)
    return None


def _score(tokens: Tokens, a: Quantity, b: Quantity, gap: list[str]) -> Quantity | None:
    """`won 3-2`, `by 216-192`, `voted 52 to 48`: the two numbers of a score or vote."""
    if not (_whole_number(a) and _whole_number(b)) or a.low is None or b.low is None:
        return None
    if a.scale != 1 or b.scale != 1 or max(a.low, b.low) >= 100_000:
        return None
    told = not bounds.words("scored").isdisjoint(_around(tokens, a, b, 10, 4))
    glued = gap in _DASHES and tokens.glued(b.first) and tokens.glued(a.last)
    descending = a.low > b.low
    level = a.low == b.low and a.low < 20
    if (glued and (descending or ((told or level) and not _counts(tokens, b.last)))) or (
        gap == ["to"] and descending and (told or tokens.lower[a.first - 1] == "(")
    ):
        return replace(_pair(a, b, "score", a.low, b.low), modifier="exact")
    return None


def _counts(tokens: Tokens, last: int) -> bool:
    """Whether a plural noun in lower case follows: a range of things, not a score."""
    if last >= len(tokens) or not tokens.text[last].islower():
        return False
    word = tokens.lower[last]
    return word in ("people", "men", "women", "children") or (
        len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    )


def _range(tokens: Tokens, a: Quantity, following: list[Quantity], floor: int) -> Quantity | None:
    """`7,000 to 15,000`, `between 5% and 7%`, `$3-5 million`, `120 to as many as 300`, `four or five`."""
    b = following[0]
    inner = bound_before(tokens, b, a.last)
    if inner and inner.first == a.last and tokens.lower[inner.first] == "~":
        inner = None  # `20~100`
    if inner and tokens.lower[inner.first : inner.last] == ["up", "to"]:
        inner = None  # `from 7,000 up to 15,000`
    if inner and inner.value.modifier == "lower":
        return None
    gap = tokens.lower[a.last : inner.first if inner else b.first]
    outer = bound_before(tokens, a, floor)
    start = outer.first if outer else a.first
    start = _before_ages(tokens, start, floor) if a.kind == "age" else start
    opener = tokens.lower[start - 1] if start > floor else ""
    if opener not in ("between", "from"):
        opener = ""
    if not _connects(tokens, a, b, gap, opener):
        return None
    ends = _ends(tokens, a, b)
    if ends is None or ends[0].low is None or ends[1].low is None:
        return None
    if gap in _TO and not opener and b.bare and not a.bare and a.kind != "age":
        return None  # `rose 1.2% to 452.76`
    if gap in _TO and _is_change(tokens, a, following, start, opener, falling=ends[0].low > ends[1].low):
        return None
    if gap in _DASHES and ends[0].low > ends[1].low:
        return None
    low, high = sorted((ends[0].low, ends[1].low))
    if low == high:
        return None
    if opener and ends[1].bare and tokens.lower[start - 2 : start - 1] in (["aged"], ["ages"]):
        ends = (replace(ends[0], kind="age"), replace(ends[1], kind="age", unit="years"))
    first = start - 1 if opener and not outer else a.first
    whole = _pair(ends[0], b, ends[1].kind, low, high)
    step = min(ends[0].step, ends[1].step)
    return replace(
        whole,
        first=first,
        unit=ends[1].unit,
        modifier="range",
        step=step,
        rule=f"range of {ends[1].kind}",
        bare=ends[1].unit is None,
    )


def _before_ages(tokens: Tokens, start: int, floor: int) -> int:
    """Where `the ages of` before a number starts."""
    for words in (["ages", "of"], ["age", "of"], ["the"]):
        if start - len(words) > floor and tokens.lower[start - len(words) : start] == words:
            start -= len(words)
    return start


def _connects(tokens: Tokens, a: Quantity, b: Quantity, gap: list[str], opener: str) -> bool:
    if gap in _DASHES:
        return gap != ["—"] or (tokens.glued(a.last) and tokens.glued(b.first))
    if gap in _TO:
        return True
    if opener == "between" and gap in (["and"], ["or"], ["and", "up", "to"]):
        return True
    if gap == ["or"] and a.bare and b.kind != "money" and a.low is not None and b.low is not None:
        step = b.low / b.scale - a.low / a.scale
        return step == 1 or (step == 10 and a.low % 10 == 0)
    return False


def _ends(tokens: Tokens, a: Quantity, b: Quantity) -> tuple[Quantity, Quantity] | None:
    """Both ends with the unit and scale that only one of them names."""
    if a.low is None or b.low is None:
        return None
    if a.kind == "ratio" and b.scale > 1:
        return None
    unsplit = a.unit == b.unit and a.kind == b.kind
    if a.bare and not b.bare:
        a = replace(a, unit=b.unit, kind=b.kind)
    elif b.bare and not a.bare:
        if _counts(tokens, b.last) or a.kind in ("multiplier", "ratio"):
            return None
        b = replace(b, unit=a.unit, kind=a.kind)
    elif not unsplit and not (a.kind == b.kind == "age"):
        return None
    return (a.times(b.scale) if _shares_scale(a, b) else a), b


def _shares_scale(a: Quantity, b: Quantity) -> bool:
    """Whether the scale word of `b` counts for `a` too: `$26 to $31 million`, not `$200 to $4 million`."""
    if a.low is None or b.low is None or a.scale != 1 or b.scale < 100:
        return False
    return a.low <= b.low / b.scale and (a.bare or a.unit == b.unit)


def _is_change(
    tokens: Tokens, a: Quantity, following: list[Quantity], start: int, opener: str, *, falling: bool
) -> bool:
    """Whether `A to B` tells of a move from A to B, or of a move by A to B, rather than of a range."""
    if opener == "between":
        return False
    first = max(0, start - (_SEARCHED if opener else 3))
    before = [tokens.lower[at] for at in range(first, start) if tokens.sentence[at] == tokens.sentence[start]]
    moved = not bounds.words("change").isdisjoint(before)
    if "range" in before or "ranges" in before or "ranging" in before or "ranged" in before:
        return False
    if opener and a.kind == following[0].kind == "percent":
        return True
    if not opener and _shares_scale(a, following[0]):
        return False
    if not opener and tokens.lower[following[0].last : following[0].last + 1] == ["from"]:
        return True  # `by 0.5 percent to 4.5 percent from 4 percent`
    if not opener:
        just_moved = not bounds.words("change").isdisjoint(before[-2:])
        bare = a.bare and following[0].bare and not _counts(tokens, following[0].last)
        return (
            (moved and not a.bare)
            or (just_moved and bare)
            or (falling and not (a.low is not None and a.low < 0))
        )
    if moved and a.bare and len(following) > 2:
        b, c, d = following[:3]  # `raised its forecast from 5 to 7 percent to 3 to 5 percent`
        if tokens.lower[b.last : c.first] == ["to"] and tokens.lower[c.last : d.first] in (["to"], *_DASHES):
            return False
    return moved or falling
