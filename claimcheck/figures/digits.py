"""Numbers in digits: grouping, decimals, signs, fractions and powers of ten."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from claimcheck.lexicon import load
from claimcheck.model import MARK, NUMERAL, Tokens

Form = Literal["digits", "words", "mixed", "fraction", "vague"]
ONE = Decimal(1)
_GROUPED = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"
    r"|\d{1,3}(?:['’\u00a0\u2009\u202f]\d{3})+"
)
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}")
_SEPARATORS = re.compile(r"[,'’\u00a0\u2009\u202f]")
_LONGEST = 40  # digits; longer runs are codes, not figures
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 64, 100, 128, 1000))
_LARGEST_POWER = 30


class Reading(NamedTuple):
    """A number read up to token `last` (exclusive), with its written step."""

    last: int
    value: Decimal
    grain: Decimal
    form: Form
    scale: Decimal = ONE


@cache
def _vulgar() -> dict[str, tuple[Decimal, Decimal]]:
    parts = {sign: value.split("/") for sign, value in load("numerals")["vulgar"].items()}
    return {sign: (Decimal(top), Decimal(bottom)) for sign, (top, bottom) in parts.items()}


@cache
def signs(name: str) -> frozenset[str]:
    """A list of `lexicon/numerals.toml`'s `words` table."""
    return frozenset(load("numerals")["words"][name])


def read_digits(text: str) -> tuple[Decimal, Decimal] | None:
    """Value and grain of a digit token, or None where it is no plain number (`1.2.3`, `12,5,7`)."""
    if text in _vulgar():
        top, bottom = _vulgar()[text]
        return top / bottom, part_grain(bottom)
    if len(text) > _LONGEST:
        return None
    if _GROUPED.fullmatch(text) or _PLAIN.fullmatch(text):
        value = Decimal(_SEPARATORS.sub("", text))
    elif _COMMA_DECIMAL.fullmatch(text):
        value = Decimal(text.replace(",", "."))
    else:
        return None
    return value, ONE.scaleb(int(value.as_tuple().exponent))


def part_grain(denominator: Decimal) -> Decimal:
    """How exactly a bare part is meant: a tenth of one part (`a third`: 0.0333)."""
    return ONE / denominator / 10


def digits_at(tokens: Tokens, index: int) -> Reading | None:
    """The number in digits that starts at token `index`, decimal point first or not, without sign."""
    if tokens.lower[index] == "." and index + 1 < len(tokens):
        return _bare_decimal(tokens, index)
    read = read_digits(tokens.text[index])
    if read is None:
        return None
    text = tokens.text[index]
    if text in _vulgar():
        return vulgar_at(tokens, index)
    simple = text.isdecimal() and len(text) <= 4
    fraction = _fraction(tokens, index) if simple else None
    if fraction:
        return fraction
    reading = Reading(index + 1, *read, "digits")
    if simple:
        reading = _spaced_groups(tokens, reading)
    return _mixed_number(tokens, _power(tokens, reading))


def vulgar_at(tokens: Tokens, index: int) -> Reading | None:
    """The fraction sign at `index`: `½`."""
    parts = _vulgar().get(tokens.text[index])
    return parts and Reading(index + 1, parts[0] / parts[1], part_grain(parts[1]), "fraction")


def _bare_decimal(tokens: Tokens, index: int) -> Reading | None:
    text = tokens.text[index + 1]
    if not (text.isdecimal() and text.isascii()) or len(text) > _LONGEST:
        return None
    return Reading(index + 2, Decimal("0." + text), ONE.scaleb(-len(text)), "digits")


def _fraction(tokens: Tokens, index: int) -> Reading | None:
    """`3/4`, `1⁄32`: a proper fraction or halves, thirds and so on; `24/7` and `9/11` are none."""
    end = index + 3
    if end > len(tokens) or tokens.lower[index + 1] not in signs("slashes") or not tokens.glued(index + 1):
        return None
    bottom_text = tokens.text[index + 2]
    if not tokens.glued(index + 2) or not bottom_text.isdecimal() or len(bottom_text) > 4:
        return None
    top, bottom = int(tokens.text[index]), int(bottom_text)
    slash_again = end < len(tokens) and tokens.lower[end] in signs("slashes") and tokens.glued(end)
    if bottom not in _DENOMINATORS or top >= bottom or top == 0 or slash_again:
        return None
    return Reading(end, Decimal(top) / bottom, part_grain(Decimal(bottom)), "fraction")


def _mixed_number(tokens: Tokens, reading: Reading) -> Reading:
    """`2 1/4`, `7½`, `2-1/2`: a whole number with a fraction behind it."""
    at = reading.last
    if (
        at < len(tokens)
        and tokens.lower[at] in signs("hyphens")
        and tokens.glued(at)
        and tokens.glued(at + 1)
    ):
        at += 1
    if at >= len(tokens) or tokens.kind[at] != NUMERAL or reading.grain != 1 or reading.value > 10_000:
        return reading
    part = vulgar_at(tokens, at)
    if part is None and tokens.text[at].isdecimal() and len(tokens.text[at]) <= 3:
        part = _fraction(tokens, at)
    if part is None:
        return reading
    return Reading(part.last, reading.value + part.value, part.grain * 10, "fraction")


def _spaced_groups(tokens: Tokens, reading: Reading) -> Reading:
    """`40 000`, `1 414 021 100`, and the `80, 000` of badly spaced text."""
    at, value = reading.last, reading.value
    if value == 0 or len(tokens.text[at - 1]) > 3 or _joined(tokens, at - 1):
        return reading
    while at < len(tokens):
        comma = tokens.lower[at] == "," and at + 1 < len(tokens) and tokens.text[at + 1] == "000"
        group = at + comma
        text = tokens.text[group]
        if not (len(text) == 3 and text.isdecimal() and tokens.start[group] - tokens.end[group - 1] == 1):
            break
        if tokens.glued(group + 1) and tokens.kind[group + 1] == NUMERAL:
            break
        at, value = group + 1, value * 1000 + int(text)
    return Reading(at, value, ONE, "digits")


def _raised(tokens: Tokens, reading: Reading) -> Reading:
    """`10^6`, `2.5^-1`."""
    at = reading.last + 1
    sign = tokens.lower[at] if at < len(tokens) else ""
    at += sign in ("+", *signs("minus_signs"))
    text = tokens.text[at] if at < len(tokens) and tokens.glued(at) else ""
    if not text.isdecimal() or len(text) > 2 or int(text) > _LARGEST_POWER or not reading.value:
        return reading
    value = reading.value ** (-int(text) if sign in signs("minus_signs") else int(text))
    return Reading(at + 1, value, value / 10, "digits")


def _joined(tokens: Tokens, at: int) -> bool:
    """Whether a letter, digit or hyphen touches token `at` on its left."""
    return tokens.glued(at) and (tokens.kind[at - 1] != MARK or tokens.lower[at - 1] in signs("hyphens"))


def _power(tokens: Tokens, reading: Reading) -> Reading:
    """`1e10`, `4E-3`: powers of ten."""
    at = reading.last
    if at < len(tokens) and tokens.lower[at] == "^" and tokens.glued(at):
        return _raised(tokens, reading)
    if at >= len(tokens) or tokens.lower[at] != "e" or not tokens.glued(at) or not tokens.glued(at + 1):
        return reading
    sign = tokens.lower[at + 1] in signs("minus_signs")
    exponent = at + 1 + sign
    if exponent >= len(tokens) or not tokens.glued(exponent) or not tokens.text[exponent].isdecimal():
        return reading
    if len(tokens.text[exponent]) > 2 or int(tokens.text[exponent]) > _LARGEST_POWER:
        return reading
    power = -int(tokens.text[exponent]) if sign else int(tokens.text[exponent])
    return Reading(exponent + 1, reading.value.scaleb(power), reading.grain.scaleb(power), "digits")
