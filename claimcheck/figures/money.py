"""Money: signs, ISO 4217 codes and names of currencies around a number."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from claimcheck.lexicon import load, words
from claimcheck.model import MARK, NUMERAL, WORD, Tokens

_LONGEST_NAME = 3


class Currency(NamedTuple):
    """The token where the currency's words begin or end, and its code (`USD`) or minor unit (`cents`)."""

    at: int
    unit: str


@cache
def _table(name: str) -> dict[str, str]:
    return dict(load("money")[name])


@cache
def _codes() -> frozenset[str]:
    codes = load("money")["codes"]
    return frozenset((*codes["active"], *codes["former"]))


@cache
def _ambiguous(name: str) -> frozenset[str]:
    return frozenset(load("money")["ambiguous"][name])


@cache
def minor_units() -> frozenset[str]:
    """The names of hundredths of currencies: `cents`, `pence`."""
    return frozenset(_table("minor").values())


@cache
def _names() -> dict[tuple[str, ...], str]:
    """Currency names by their words, plurals included."""
    names: dict[tuple[str, ...], str] = {}
    for name, code in _table("names").items():
        parts = tuple(name.split())
        names[parts] = code
        names[(*parts[:-1], parts[-1] + "s")] = code
    return names


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name[0] for name in _names())


def is_money_sign(text: str) -> bool:
    """Whether the token is a sign or code that stands before amounts of money: `$`, `€`, `USD`, `Rs`."""
    return text in _table("signs") or text in _codes() or text.lower() in _table("prefixes")


def currency_before(tokens: Tokens, first: int, floor: int) -> Currency | None:
    """The currency written before the number at token `first`: `$`, `US$`, `A$`, `$US`, `EUR`, `Rs.`."""
    at = first - 1
    if at < floor or tokens.sentence[at] != tokens.sentence[first]:
        return None
    text, lower = tokens.text[at], tokens.lower[at]
    if text in _table("signs"):
        return _sign_before(tokens, at, floor)
    glued = tokens.glued(first)
    if at > floor and tokens.text[at - 1] == "$" and glued and lower in _table("dollars"):
        return Currency(at - 1, _table("dollars")[lower])
    if (
        text == "=" and glued and at > floor and tokens.text[at - 1] == "Y"
    ):  # what ASCII copies make of the yen sign
        return Currency(at - 1, "JPY")
    if text == "." and at > floor and tokens.lower[at - 1] in ("rs", "re", "rp"):
        return Currency(at - 1, _table("prefixes")[tokens.lower[at - 1]])
    return _word_before(tokens, at, glued)


def _sign_before(tokens: Tokens, at: int, floor: int) -> Currency:
    code = _table("signs")[tokens.text[at]]
    if code != "USD" or at == floor:
        return Currency(at, code)
    before, lower = tokens.text[at - 1], tokens.lower[at - 1]
    if before in _codes() or (before.upper() in _codes() and tokens.glued(at)):
        return Currency(at - 1, before.upper())
    if lower in _table("dollars") and (
        tokens.glued(at)
        or (len(before) > 1 and before.isupper())
        or lower in ("u.s.", "hk", "c")
        or before == "A"
    ):
        if (
            before == "A"
            and not tokens.glued(at)
            and (at < 2 or tokens.sentence[at - 2] != tokens.sentence[at])
        ):
            return Currency(at, code)  # `A $5 note` opens a sentence
        return Currency(at - 1, _table("dollars")[lower])
    return Currency(at, code)


def _word_before(tokens: Tokens, at: int, glued: bool) -> Currency | None:
    text, lower = tokens.text[at], tokens.lower[at]
    if tokens.kind[at] != WORD or (tokens.glued(at) and tokens.kind[at - 1] != MARK):
        return None
    if text in _codes() and (glued or text not in _ambiguous("codes")):
        return Currency(at, text)
    if (text[0].isupper() or lower == "dlrs") and lower in _table("prefixes"):
        return Currency(at, _table("prefixes")[lower])
    if glued and text.isupper() and lower in _table("glued_prefixes") and _is_amount(tokens, at + 1, text):
        return Currency(at, _table("glued_prefixes")[lower])
    return None


def _is_amount(tokens: Tokens, first: int, letters: str) -> bool:
    """Whether the number after a one-letter currency is written as an amount: `R60,000`, `P5 million`."""
    after = tokens.lower[first + 1] if first + 1 < len(tokens) else ""
    return len(letters) > 1 or "," in tokens.text[first] or after in _ambiguous("scales")


def currency_after(tokens: Tokens, last: int, value: Decimal | None, scale: Decimal) -> Currency | None:
    """The currency after the number that ends at token `last`: `€`, `dollars`, `USD`, `-dollar`, `p`."""
    at = last
    if at < len(tokens) and tokens.lower[at] == "-" and tokens.glued(at) and tokens.glued(at + 1):
        at += 1
    if at >= len(tokens) or tokens.sentence[at] != tokens.sentence[last - 1]:
        return None
    text, glued = tokens.text[at], tokens.glued(at)
    if text in _table("signs"):
        before_next = tokens.glued(at + 1) and tokens.kind[at + 1] == NUMERAL
        return None if before_next else Currency(at + 1, _table("signs")[text])
    next_touches = tokens.glued(at + 1) and tokens.kind[at + 1] == NUMERAL
    if text in _codes():
        return Currency(at + 1, text) if (at == last or glued) and not next_touches else None
    named = _name_at(tokens, at, _is_large(value, scale) or _speaks_of_money(tokens, at))
    return named or _minor_at(tokens, at, glued)


def _is_large(value: Decimal | None, scale: Decimal) -> bool:
    return scale >= 1000 or (value is not None and abs(value) >= 10_000)


def _speaks_of_money(tokens: Tokens, at: int) -> bool:
    """Whether the words around token `at` are about prices and pay."""
    around = tokens.lower[max(0, at - 8) : at + 6]
    return not _ambiguous("money_words").isdisjoint(around)


def _name_at(tokens: Tokens, at: int, large: bool) -> Currency | None:
    if tokens.lower[at] not in _first_words():
        return None
    for length in range(_LONGEST_NAME, 0, -1):
        name = tuple(tokens.lower[at : at + length])
        code = _names().get(name)
        if code and (large or name[-1] not in _ambiguous("names") or len(name) > 1):
            return Currency(at + len(name), code)
    return _dollar_sign_after(tokens, at)


def _dollar_sign_after(tokens: Tokens, at: int) -> Currency | None:
    """`3.14US$`."""
    after = at + 1
    if tokens.kind[at] == WORD and after < len(tokens) and tokens.text[after] == "$" and tokens.glued(after):
        return Currency(after + 1, _table("dollars").get(tokens.lower[at], "USD"))
    return None


def _minor_at(tokens: Tokens, at: int, glued: bool) -> Currency | None:
    lower = tokens.lower[at]
    unit = _table("minor").get(lower)
    if unit is None or (len(lower) == 1 and lower != "¢" and not glued):
        return _dollar_sign_after(tokens, at)
    if lower in ("c", "p") and (
        tokens.text[at].isupper() or (tokens.glued(at + 1) and tokens.kind[at + 1] != 3)
    ):
        return None
    return Currency(at + 1, unit)


def of_country(tokens: Tokens, last: int) -> str | None:
    """The code of a dollar's country named after the amount: `$76 US a barrel`, `$20 Canadian`."""
    if last < len(tokens) and len(tokens.lower[last]) > 1 and tokens.text[last][0].isupper():
        return _table("dollars").get(tokens.lower[last])
    return None


def grand_after(tokens: Tokens, last: int) -> bool:
    """Whether `grand` after the number means a thousand: `20 grand`."""
    if last >= len(tokens) or tokens.lower[last] != "grand":
        return False
    after = last + 1
    return after >= len(tokens) or tokens.kind[after] != WORD or tokens.lower[after] in words("words")
