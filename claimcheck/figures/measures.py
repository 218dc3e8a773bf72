"""A number with what is written around it: money, percent, points, measures, durations, ages, multiples."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.figures import shares
from claimcheck.figures.ages import aged, place, timed
from claimcheck.figures.decades import tens_of_degrees
from claimcheck.figures.digits import ONE
from claimcheck.figures.fractions import past_article
from claimcheck.figures.halves import in_half
from claimcheck.figures.money import Currency, currency_after, currency_before, grand_after, of_country
from claimcheck.figures.number_words import table
from claimcheck.figures.numbers import quantity_of
from claimcheck.figures.quantity import Quantity
from claimcheck.figures.units import UnitMatch, find_unit
from claimcheck.model import NUMERAL, FigureKind, Numeral, Tokens
from claimcheck.values import replace

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
        return quantity_of(numeral, numeral.last + 1, "money", "USD").times(Decimal(1000))
    share = shares.share_after(tokens, numeral)
    if share:
        return quantity_of(numeral, share.last, share.kind, share.unit)
    return (
        place(tokens, numeral)
        or tens_of_degrees(tokens, numeral)
        or aged(tokens, numeral, floor)
        or _multiple(tokens, numeral)
        or _measured(tokens, numeral)
        or quantity_of(numeral, numeral.last, "count", None)
    )


def _money(tokens: Tokens, numeral: Numeral, before: Currency | None, after: Currency | None) -> Quantity:
    last = after.at if after else numeral.last
    unit = (before or after or Currency(0, "USD")).unit
    if unit == "USD":
        unit = of_country(tokens, last) or unit
    amount = quantity_of(numeral, last, "money", unit)
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
    if found is None and tokens.lower[at] in shares.words("before_a_time_unit") and at + 1 < len(tokens):
        found = find_unit(tokens, at + 1)
        found = found if found and found.dimension == "time" else None
    if found is None and tokens.lower[at] in ("(", "[", "{", "<") and at + 2 < len(tokens):
        found = _bracketed(tokens, at)
    if found and tokens.sentence[found.last - 1] != tokens.sentence[numeral.first]:
        return None
    if found and found.last - at == 1 and len(tokens.text[at]) == 1 and _is_code(tokens, at):
        return None  # `two F-16s`
    if found and tokens.lower[at : at + 3] == ["-", "in", "-"]:
        return None  # `a 1-in-100-year flood`
    return found


def _is_code(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen and a number are joined on to the letter at `at`."""
    joined = tokens.lower[at + 1 : at + 2] == ["-"] and tokens.glued(at + 1) and tokens.glued(at + 2)
    return joined and tokens.kind[at + 2] == NUMERAL and not tokens.glued(at)


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
        return (
            _below_zero(tokens, quantity_of(numeral, numeral.last, "measure", "degrees")) if below else None
        )
    if found.dimension == "time":
        return timed(tokens, numeral, found)
    kind: FigureKind = "points" if found.unit in ("basis points", "percentage points") else "measure"
    quantity = quantity_of(numeral, found.last, kind, found.unit)
    return _below_zero(tokens, quantity) if found.dimension == "temperature" else quantity


def _below_zero(tokens: Tokens, quantity: Quantity) -> Quantity:
    """Temperatures below zero: `2 degrees below zero`, and the minus sign that stands apart."""
    if tokens.lower[quantity.last : quantity.last + 2] in (["below", "zero"], ["below", "freezing"]):
        return replace(quantity.times(-ONE), last=quantity.last + 2, step=quantity.step)
    at = quantity.first - 1
    apart = at >= 0 and tokens.lower[at] in ("-", "−") and not tokens.glued(quantity.first)
    if apart and (at == 0 or tokens.kind[at - 1] != NUMERAL) and not tokens.glued(at):
        return replace(quantity.times(-ONE), first=at, step=quantity.step)
    return quantity


def _multiple(tokens: Tokens, numeral: Numeral) -> Quantity | None:
    """`three times more`, `10-fold`, `5x`."""
    at, lower = numeral.last, tokens.lower
    if in_half(tokens, numeral):
        return replace(quantity_of(numeral, at, "multiplier", "times"), first=numeral.first - 1)
    if numeral.value is None or at >= len(lower):
        return None
    if lower[at] in ("x", "×") and tokens.glued(at) and not _another_number(tokens, at + 1):
        return quantity_of(numeral, at + 1, "multiplier", "times")
    hyphen = lower[at] in _HYPHENS
    word = lower[at + hyphen] if at + hyphen < len(lower) else ""
    if word in shares.words("fold"):
        return quantity_of(numeral, at + hyphen + 1, "multiplier", "times")
    after = lower[at + 1] if at + 1 < len(lower) else ""
    if word == "times" and not hyphen and after in shares.words("compares"):
        return quantity_of(numeral, at + 1, "multiplier", "times")
    return None


def _another_number(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and (tokens.kind[at] == NUMERAL or tokens.lower[at] in table("units"))
