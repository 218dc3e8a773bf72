"""A number with what is written around it: money, percent, points, measures, durations, ages, multiples."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.figures import bounds, shares
from claimcheck.figures.digits import ONE
from claimcheck.figures.fractions import past_article
from claimcheck.figures.money import Currency, currency_after, currency_before, grand_after, of_country
from claimcheck.figures.number_words import table
from claimcheck.figures.quantity import Quantity
from claimcheck.figures.units import UnitMatch, find_unit
from claimcheck.model import NUMERAL, FigureKind, Numeral, Tokens
from claimcheck.values import replace

_MORE = (
    "more",
    "additional",
    "extra",
    "other",
    "further",
    "fewer",
    "full",
    "straight",
    "consecutive",
    "whole",
    "long",
)
_AGE_PREFIXES = ("aged", "age", "ages")
_HYPHENS = ("-", "‑", "‐")


def read_quantity(tokens: Tokens, numeral: Numeral, floor: int) -> Quantity:
    """`numeral` with its unit; a bare count where there is none. Looks back no further than token `floor`."""
    before = currency_before(tokens, numeral.first, floor)
    of = numeral.form == "vague" and tokens.lower[numeral.last : numeral.last + 1] == ["of"]
    after = currency_after(tokens, numeral.last + of, numeral.value, numeral.scale)
    if before or after:
        return _money(tokens, numeral, before, after)
    if tokens.lower[numeral.first - 1 : numeral.first] == ["#"] and numeral.scale >= 1000:
        return _money(
            tokens, numeral, Currency(numeral.first - 1, "GBP"), None
        )  # the pound sign of old wires
    if numeral.value is not None and grand_after(tokens, numeral.last):
        return _quantity(numeral, numeral.last + 1, "money", "USD").times(Decimal(1000))
    share = shares.share_after(tokens, numeral)
    if share:
        return _quantity(numeral, share.last, share.kind, share.unit)
    return (
        _place(tokens, numeral)
        or _aged(tokens, numeral, floor)
        or _multiple(tokens, numeral)
        or _measured(tokens, numeral)
        or _quantity(numeral, numeral.last, "count", None)
    )


def _quantity(numeral: Numeral, last: int, kind: FigureKind, unit: str | None, rule: str = "") -> Quantity:
    if numeral.form == "vague":
        rule = f"vague {kind}" if unit else "vague"
        kind = "vague"
    if unit is None and numeral.form == "fraction" and numeral.value is not None and abs(numeral.value) < 1:
        kind = "ratio"
    return Quantity(
        numeral.first, last, numeral.value, numeral.value, kind, rule or kind, unit, numeral.grain,
        numeral.scale, bare=unit is None, modifier="vague" if numeral.value is None else "exact",
    )  # fmt: skip


def _money(tokens: Tokens, numeral: Numeral, before: Currency | None, after: Currency | None) -> Quantity:
    last = after.at if after else numeral.last
    unit = (before or after or Currency(0, "USD")).unit
    if unit == "USD":
        unit = of_country(tokens, last) or unit
    amount = _quantity(numeral, last, "money", unit)
    if before and _negative(tokens, before.at):
        amount, before = amount.times(-ONE), before._replace(at=before.at - 1)
        amount = replace(amount, step=abs(amount.step))
    if before and grand_after(tokens, last):
        amount = replace(amount.times(Decimal(1000)), last=last + 1)
    return replace(amount, first=before.at) if before else amount


def _negative(tokens: Tokens, at: int) -> bool:
    """Whether a minus sign touches the currency at `at` and nothing before: `-€15`."""
    return at > 0 and tokens.lower[at - 1] in ("-", "−") and tokens.glued(at) and not tokens.glued(at - 1)


def _unit_after(tokens: Tokens, numeral: Numeral) -> UnitMatch | None:
    """The unit straight after `numeral`, or after a word such as `more` or `half a`."""
    at = numeral.last
    if at >= len(tokens) or tokens.sentence[at] != tokens.sentence[numeral.first]:
        return None
    if numeral.form in ("fraction", "vague"):
        at = _past_article(tokens, at)
    found = find_unit(tokens, at)
    if found is None and tokens.lower[at] in _MORE and at + 1 < len(tokens):
        found = find_unit(tokens, at + 1)
        found = found if found and found.dimension == "time" else None
    if found is None and tokens.lower[at] in ("(", "[", "{", "<") and at + 2 < len(tokens):
        found = _bracketed(tokens, at)
    if found and tokens.sentence[found.last - 1] != tokens.sentence[numeral.first]:
        return None
    return found


def _past_article(tokens: Tokens, at: int) -> int:
    """The token after `of`, `a` or `of a` at `at`: `half an hour`, `thousands of miles`."""
    start, at = at, past_article(tokens, at)
    return at if at < len(tokens) and find_unit(tokens, at) else start


def _bracketed(tokens: Tokens, at: int) -> UnitMatch | None:
    """A unit alone in brackets: `20 (kg)`."""
    found = find_unit(tokens, at + 1)
    closes = found and found.last < len(tokens) and tokens.lower[found.last] in (")", "]", "}", ">")
    return found._replace(last=found.last + 1) if found and closes else None


def _measured(tokens: Tokens, numeral: Numeral) -> Quantity | None:
    found = _unit_after(tokens, numeral)
    if found is None:
        below = tokens.lower[numeral.last : numeral.last + 2] == ["below", "zero"]
        return _below_zero(tokens, _quantity(numeral, numeral.last, "measure", "degrees")) if below else None
    if found.dimension == "time":
        return _timed(tokens, numeral, found)
    kind: FigureKind = "points" if found.unit in ("basis points", "percentage points") else "measure"
    quantity = _quantity(numeral, found.last, kind, found.unit)
    return _below_zero(tokens, quantity) if found.dimension == "temperature" else quantity


def _timed(tokens: Tokens, numeral: Numeral, found: UnitMatch) -> Quantity:
    """A span of time, or an age where `old` or `of age` follows."""
    last = _old_after(tokens, found.last)
    if last:
        return _quantity(numeral, last, "age", found.unit)
    return _quantity(numeral, found.last, "duration", found.unit)


def _old_after(tokens: Tokens, at: int) -> int | None:
    """The token after `old`, `-olds`, `of age` at `at`."""
    lower = tokens.lower
    if lower[at : at + 2] == ["of", "age"]:
        return at + 2
    hyphen = at < len(lower) and lower[at] in _HYPHENS
    word = at + hyphen
    return word + 1 if word < len(lower) and lower[word] in ("old", "olds") else None


def _below_zero(tokens: Tokens, quantity: Quantity) -> Quantity:
    """Temperatures below zero: `2 degrees below zero`, and the minus sign that stands apart."""
    if tokens.lower[quantity.last : quantity.last + 2] in (["below", "zero"], ["below", "freezing"]):
        return replace(quantity.times(-ONE), last=quantity.last + 2, step=quantity.step)
    at = quantity.first - 1
    apart = at >= 0 and tokens.lower[at] in ("-", "−") and not tokens.glued(quantity.first)
    if apart and (at == 0 or tokens.kind[at - 1] != NUMERAL) and not tokens.glued(at):
        return replace(quantity.times(-ONE), first=at, step=quantity.step)
    return quantity


def _place(tokens: Tokens, numeral: Numeral) -> Quantity | None:
    """`10th place`, `a 105th birthday`: a place in an order, in digits."""
    if not ordinal_after(tokens, numeral):
        return None
    return replace(_quantity(numeral, numeral.last + 1, "ordinal", None), bare=False)


def ordinal_after(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether `st`, `nd`, `rd` or `th` touches the numeral."""
    last = numeral.last
    if numeral.form != "digits" or last >= len(tokens) or not tokens.glued(last):
        return False
    return tokens.lower[last] in ("st", "nd", "rd", "th")


def _aged(tokens: Tokens, numeral: Numeral, floor: int) -> Quantity | None:
    """`aged 26`, `age 87`, `ages 5 to 11`, without a unit of its own; `mid-40s`, `in his 60s`."""
    value, at = numeral.value, numeral.first - 1
    if value is None or not 0 <= value <= 125 or at < floor:
        return None
    of_age = tokens.lower[at] == "of" and at > floor and tokens.lower[at - 1] in ("age", "ages")
    if of_age or tokens.lower[at] in _AGE_PREFIXES:
        at = numeral.first if of_age else at
        found = find_unit(tokens, numeral.last)
        if found and found.dimension == "time":
            return replace(_timed(tokens, numeral, found), first=at, kind="age")
        quantity = _quantity(numeral, numeral.last, "age", "years")
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
        value % 10
        or not 20 <= value <= 110
        or not (part or tokens.lower[at] in ("his", "her", "their", "my", "our"))
    ):
        return None
    if part and tokens.lower[at] in ("the", "'") and tokens.lower[at - 1] not in ("in",):
        return None
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
    quantity = _quantity(numeral, last + 1, "age", "years")
    return replace(
        quantity, first=first, low=value + low, high=value + high, modifier="range", rule="decade of age"
    )


def _multiple(tokens: Tokens, numeral: Numeral) -> Quantity | None:
    """`three times more`, `10-fold`, `5x`."""
    at, lower = numeral.last, tokens.lower
    if numeral.value is None or at >= len(lower):
        return None
    if lower[at] in ("x", "×") and tokens.glued(at) and not _another_number(tokens, at + 1):
        return _quantity(numeral, at + 1, "multiplier", "times")
    hyphen = lower[at] in _HYPHENS
    word = lower[at + hyphen] if at + hyphen < len(lower) else ""
    if word in shares.words("fold"):
        return _quantity(numeral, at + hyphen + 1, "multiplier", "times")
    after = lower[at + 1] if at + 1 < len(lower) else ""
    if word == "times" and not hyphen and after in shares.words("compares"):
        return _quantity(numeral, at + 1, "multiplier", "times")
    return None


def _another_number(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and (tokens.kind[at] == NUMERAL or tokens.lower[at] in table("units"))


def age_of_people(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a bare bounded number is an age: `people over 65`, `the under-30s`, `children under five`."""
    if not quantity.bare or quantity.value is None or not 1 <= quantity.value <= 110:
        return False
    at = quantity.first - 1
    return at >= 0 and tokens.lower[at] in bounds.words("people")
