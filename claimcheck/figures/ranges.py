"""Two ends of a range: `7,000 to 15,000`, `between 5% and 7%`, `$3-5 million`, `four or five`."""

from __future__ import annotations

from claimcheck.decimals import is_multiple
from claimcheck.figures import bounds
from claimcheck.figures.bounds import bound_before
from claimcheck.figures.pairs import DASHES, pair
from claimcheck.figures.quantity import Quantity
from claimcheck.figures.surroundings import plural_after, word_beside
from claimcheck.model import Tokens
from claimcheck.values import replace

_TO = (["to"], ["-", "to"], ["to", "-"], ["-", "to", "-"], ["through"], ["up", "to"], ["-", "through", "-"])
_ASIDE = 8  # tokens from a number to the dash that closes an aside
_SEARCHED = 12  # tokens before a range in which a verb of change is looked for


def range_of(tokens: Tokens, a: Quantity, following: list[Quantity], floor: int) -> Quantity | None:
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
    opener = word_beside(tokens, start, -1) if start > floor else ""
    if opener not in ("between", "from"):
        opener = ""
    if not _connects(tokens, a, b, gap, opener):
        return None
    ends = _ends(tokens, a, b)
    if ends is None or ends[0].low is None or ends[1].low is None:
        return None
    if gap in _TO and not opener and b.bare and not a.bare and a.kind != "age":
        return None  # `rose 1.2% to 452.76`
    told = opener or _from_afar(tokens, start, floor)
    if gap in _TO and _is_change(tokens, a, following, start, told, falling=ends[0].low > ends[1].low):
        return None
    if gap in DASHES and ends[0].low > ends[1].low:
        return None
    low, high = sorted((ends[0].low, ends[1].low))
    if low == high:
        return None
    if opener and ends[1].bare and tokens.lower[start - 2 : start - 1] in (["aged"], ["ages"]):
        ends = (replace(ends[0], kind="age"), replace(ends[1], kind="age", unit="years"))
    first = start - 1 if opener and not outer else a.first
    whole = pair(ends[0], b, ends[1].kind, low, high)
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


def _from_afar(tokens: Tokens, start: int, floor: int) -> str:
    """The `from` of `fallen from an average of 4,200 to 3,900`."""
    at = start - 1
    while at > floor and tokens.lower[at] in bounds.words("after_from"):
        at -= 1
    return "from" if start - at > 1 and tokens.lower[at] == "from" else ""


def _before_ages(tokens: Tokens, start: int, floor: int) -> int:
    """Where `the ages of` before a number starts."""
    for words in (["ages", "of"], ["age", "of"], ["the"]):
        if start - len(words) > floor and tokens.lower[start - len(words) : start] == words:
            start -= len(words)
    return start


def _connects(tokens: Tokens, a: Quantity, b: Quantity, gap: list[str], opener: str) -> bool:
    if gap in DASHES:
        told = not a.bare or (b.kind == "percent" and a.low is not None and 0 < a.low < 1)
        spaced = not (tokens.glued(a.last) or tokens.glued(b.first))
        if told and spaced and _set_off(tokens, gap, b.last):
            return False
        return gap != ["—"] or (tokens.glued(a.last) and tokens.glued(b.first))
    if gap in _TO:
        return True
    if opener == "between" and gap in (["and"], ["or"], ["and", "up", "to"]):
        return True
    if gap == ["or"] and a.bare and b.kind != "money" and a.low is not None and b.low is not None:
        step = b.low / b.scale - a.low / a.scale
        return step == 1 or (step == 10 and is_multiple(a.low, 10))
    return False


def _set_off(tokens: Tokens, dash: list[str], last: int) -> bool:
    """`12% – 40 of 500 – said so`: a second dash shows that the first opens an aside."""
    end = min(last + _ASIDE, len(tokens))
    return any(
        tokens.lower[at] == dash[0]
        and not tokens.glued(at)
        and tokens.sentence[at] == tokens.sentence[last - 1]
        for at in range(last, end)
    )


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
        if plural_after(tokens, b.last) or a.kind in ("multiplier", "ratio"):
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


def _moves_by_far(tokens: Tokens, a: Quantity, b: Quantity, start: int) -> bool:
    """`lifted its base rate by 0.75% to 4.5%`: ends so far apart are an amount and where it led."""
    by = start > 0 and tokens.lower[start - 1] == "by"
    return by and a.low is not None and b.low is not None and b.low >= 3 * a.low


def _is_change(
    tokens: Tokens, a: Quantity, following: list[Quantity], start: int, opener: str, *, falling: bool
) -> bool:
    """Whether `A to B` tells of a move from A to B, or of a move by A to B, rather than of a range."""
    if opener == "between":
        return False
    far = opener or _moves_by_far(tokens, a, following[0], start)
    first = max(0, start - (_SEARCHED if far else 3))
    before = [tokens.lower[at] for at in range(first, start) if tokens.sentence[at] == tokens.sentence[start]]
    moved = not bounds.words("change").isdisjoint(before)
    if "range" in before or "ranges" in before or "ranging" in before or "ranged" in before:
        return False
    if opener and a.kind == following[0].kind == "percent":
        return True
    if not opener and _shares_scale(a, following[0]):
        return False
    after = tokens.lower[following[0].last : following[0].last + 2]
    if not opener and (after[:1] == ["from"] or after == [",", "from"]):
        return True  # `by 0.5 percent to 4.5 percent from 4 percent`
    if not opener:
        just_moved = not bounds.words("change").isdisjoint(before[-2:])
        shared = tokens.lower[following[0].last : following[0].last + 1] == [
            "of"
        ]  # `trim 275 to 350 of its jobs`
        bare = a.bare and following[0].bare and not shared and not plural_after(tokens, following[0].last)
        return (
            (moved and not a.bare)
            or (just_moved and bare)
            or (falling and not (a.low is not None and a.low < 0))
        )
    if moved and a.bare and len(following) > 2:
        b, c, d = following[:3]  # `raised its forecast from 5 to 7 percent to 3 to 5 percent`
        if tokens.lower[b.last : c.first] == ["to"] and tokens.lower[c.last : d.first] in (["to"], *DASHES):
            return False
    return moved or falling
