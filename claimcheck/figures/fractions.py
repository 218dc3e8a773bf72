"""Parts and halves in words: `a third`, `two-thirds`, `half a million`, `two and a half`."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.figures.digits import ONE, Reading, part_grain, signs, vulgar_at
from claimcheck.figures.number_words import cardinal_at, scale_at, table, then_scales
from claimcheck.lexicon import words
from claimcheck.model import NUMERAL, WORD, Tokens

_ARTICLES = ("a", "an", "one")


def half_at(tokens: Tokens, index: int) -> Reading:
    """`half`, `half a million`, `half-million`, `half a dozen` from the word `half` on."""
    reading = Reading(index + 1, Decimal("0.5"), part_grain(Decimal(2)), "fraction")
    return _of_scale(tokens, reading)


def part_at(tokens: Tokens, index: int, first: int) -> Reading | None:
    """`third`, `quarter` and so on at `index` with an article at `first`, where they mean a part."""
    scaled = index + (3 if tokens.lower[index + 1 : index + 3] == ["of", "a"] else 1)
    bare_quarter = tokens.lower[index] == "quarter" and scale_at(tokens, scaled) is not None
    if not bare_quarter and (first == index or not _means_part(tokens, index, first)):
        return None
    denominator = table("denominators")[tokens.lower[index]]
    return _of_scale(tokens, Reading(index + 1, ONE / denominator, part_grain(denominator), "fraction"))


def _means_part(tokens: Tokens, index: int, first: int) -> bool:
    word = tokens.lower[index]
    after = tokens.lower[index + 1] if index + 1 < len(tokens) else ""
    before = tokens.lower[first - 1] if first else ""
    if word == "half":
        return True
    if word == "quarter":
        bracketed = after == "(" and tokens.lower[index + 3 : index + 4] in (["%"], ["percent"], ["per"])
        restated = (
            before == "or" and first > 1 and tokens.lower[first - 2] == ","
        )  # `20 million, or a quarter`
        return bracketed or restated or after in signs("after_a_quarter") or before in signs("before_a_part")
    if index + 1 >= len(tokens) or tokens.sentence[index + 1] != tokens.sentence[index]:
        return True
    if after in signs("hyphens"):
        return False
    return tokens.kind[index + 1] != WORD or after in signs("after_a_part") or after in words("words")


def then_parts(tokens: Tokens, reading: Reading) -> Reading:
    """`reading` as a number of parts: `two-thirds`, `three quarters`, `five eighths`, `1 half`."""
    at = reading.last
    if at < len(tokens) and tokens.lower[at] in signs("hyphens"):
        at += 1
    denominator = _denominator(tokens, at, reading.value)
    if denominator is None or reading.value != reading.value.to_integral_value():
        return reading
    one = reading.value == 1
    if (
        one
        and tokens.lower[at] in ("quarter", "third", "fifth")
        and not _means_part(tokens, at, reading.last - 1)
    ):
        return reading
    part = Reading(at + 1, reading.value / denominator, part_grain(denominator), "fraction")
    return _of_scale(tokens, part)


def _denominator(tokens: Tokens, at: int, top: Decimal) -> Decimal | None:
    """What the word at `at` divides by: plural for more than one part (`twenty fifth` is an ordinal)."""
    if at >= len(tokens) or top == 0:
        return None
    word = tokens.lower[at]
    if top != 1 and not word.endswith("s"):
        return None
    return table("denominators").get(word)


def _of_scale(tokens: Tokens, part: Reading) -> Reading:
    """`part` of a scale word: `half a million`, `a quarter of a million`, `half-dozen`, `quarter million`."""
    at = past_article(tokens, part.last)
    scale = scale_at(tokens, at)
    if scale is None and at < len(tokens) and tokens.lower[at] == "dozen":
        scale = Decimal(12)
    if scale is None or (tokens.lower[at].endswith("s") and tokens.lower[at] not in ("lakhs", "crores")):
        return part
    return Reading(at + 1, part.value * scale, scale / 10, "words", scale)


def past_article(tokens: Tokens, at: int) -> int:
    """The token after `of`, `a` or `of a` at `at`, hyphened or not: `half a`, `half-a-`, `a quarter of a`."""
    if at < len(tokens) and tokens.lower[at] in (*signs("hyphens"), "of"):
        at += 1
    if at < len(tokens) and tokens.lower[at] in _ARTICLES[:2]:
        at += 1
        at += at < len(tokens) and tokens.lower[at] in signs("hyphens")
    return at


def and_part(tokens: Tokens, reading: Reading) -> Reading:
    """`reading` with a fraction added: `two and a half`, `a million and a half`, `two and a half million`."""
    at = reading.last
    if reading.form == "fraction":
        return reading
    if at >= len(tokens) or tokens.lower[at] not in signs("and"):
        return _hyphenated_half(tokens, reading)
    part = _part_after(tokens, at + 1)
    if part is None:
        return reading
    scale = scale_at(tokens, part.last)
    if scale and reading.scale > 1:  # `two billion and a half million`
        return Reading(part.last + 1, reading.value + part.value * scale, scale, "words", reading.scale)
    unit = reading.scale if reading.scale >= 1000 else ONE
    whole = Reading(
        part.last, reading.value + part.value * unit, part.grain * 10 * unit, "fraction", reading.scale
    )
    return then_scales(tokens, whole)


def _hyphenated_half(tokens: Tokens, reading: Reading) -> Reading:
    """`two-and-a-half`, with its hyphens."""
    wanted = ("-", "and", "-", "a", "-", "half")
    at = reading.last
    if tuple(tokens.lower[at : at + 6]) != wanted:
        return reading
    return then_scales(tokens, Reading(at + 6, reading.value + Decimal("0.5"), Decimal("0.5"), "fraction"))


def _top_after(tokens: Tokens, at: int) -> tuple[Decimal, int]:
    """The numerator in words at `at` and the token after it and its hyphen."""
    top = cardinal_at(tokens, at)
    hyphen = top.last < len(tokens) and tokens.lower[top.last] in signs("hyphens")
    return top.value, top.last + hyphen


def _part_after(tokens: Tokens, at: int) -> Reading | None:
    """`a half`, `three quarters`, `½`, `quarter` at `at`, after `and`."""
    if at >= len(tokens):
        return None
    word, top = tokens.lower[at], ONE
    if word in _ARTICLES:
        at += 1
        at += at < len(tokens) and tokens.lower[at] in signs("hyphens")
    elif word in table("units") or word in table("tens"):
        top, at = _top_after(tokens, at)
    elif tokens.kind[at] == NUMERAL:
        return vulgar_at(tokens, at)
    elif word not in ("half", "quarter"):
        return None
    if at >= len(tokens) or not (denominator := table("denominators").get(tokens.lower[at])):
        return None
    return Reading(at + 1, top / denominator, part_grain(denominator), "fraction")
