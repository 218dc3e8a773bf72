"""Numbers as written, in digits or words, before any unit or modifier is read."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import NUMERAL, Numeral, Tokens

_GROUPED = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:['’\u00a0\u2009\u202f]\d{3})+"
)
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_VULGAR = {
    "¼": "1/4",
    "½": "1/2",
    "¾": "3/4",
    "⅓": "1/3",
    "⅔": "2/3",
    "⅛": "1/8",
    "⅜": "3/8",
    "⅝": "5/8",
    "⅞": "7/8",
}
_LONGEST = 40  # digits; longer runs are codes, not figures


@cache
def _table(name: str) -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in load("numerals")[name].items()}


def read_digits(text: str) -> tuple[Decimal, Decimal] | None:
    """Value and grain of a digit token, or None where it is no plain number (`1.2.3`, `12,5`)."""
    if text in _VULGAR:
        top, _, bottom = _VULGAR[text].partition("/")
        return Decimal(top) / Decimal(bottom or 1), Decimal(1)
    if len(text) > _LONGEST or not (_GROUPED.fullmatch(text) or _PLAIN.fullmatch(text)):
        return None
    value = Decimal(re.sub(r"[,'’\u00a0\u2009\u202f]", "", text))
    exponent = value.as_tuple().exponent
    return value, Decimal(1).scaleb(int(exponent))


def read_numerals(tokens: Tokens) -> list[Numeral]:
    """Every number in the stream, in order, none overlapping."""
    found: list[Numeral] = []
    triggers = _table("units").keys() | _table("tens").keys() | _table("vague").keys()
    index = 0
    for i, (kind, word) in enumerate(zip(tokens.kind, tokens.lower, strict=True)):
        if i < index or (kind != NUMERAL and word not in triggers):
            continue
        numeral = _read_at(tokens, i)
        if numeral:
            found.append(numeral)
            index = numeral.last
    return found


def _read_at(tokens: Tokens, i: int) -> Numeral | None:
    if tokens.kind[i] == NUMERAL:
        return _digits_at(tokens, i)
    if tokens.lower[i] in _table("vague"):
        return Numeral(i, i + 1, None, _table("vague")[tokens.lower[i]], "vague")
    return _words_at(tokens, i)


def _digits_at(tokens: Tokens, i: int) -> Numeral | None:
    read = read_digits(tokens.text[i])
    if read is None:
        return None
    value, grain = read
    after = tokens.lower[i + 1] if i + 1 < len(tokens) else ""
    glued = _table("glued_scales").get(after) if tokens.glued(i + 1) else None
    scale = _table("scales").get(after) or glued
    if scale is None:
        return Numeral(i, i + 1, value, grain, "digits")
    return Numeral(i, i + 2, value * scale, grain * scale, "mixed", scale)


def _words_at(tokens: Tokens, i: int) -> Numeral:
    units, tens, scales = _table("units"), _table("tens"), _table("scales")
    total = group = Decimal(0)
    j, last = i, i
    while j < len(tokens):
        word = tokens.lower[j]
        if word in units or word in tens:
            group += units.get(word) or tens.get(word) or 0
        elif word in scales and j > i:
            if scales[word] == 100:
                group *= 100
            else:
                total, group = total + group * scales[word], Decimal(0)
        elif word in ("-", "and") and j > i and j + 1 < len(tokens) and tokens.lower[j + 1] in units | tens:
            j += 1
            continue
        else:
            break
        j += 1
        last = j
    return Numeral(i, last, total + group, Decimal(1), "words")
