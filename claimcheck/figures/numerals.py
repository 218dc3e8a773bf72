"""Numbers as written, in digits or words, before any unit or modifier is read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from decimal import Decimal
from functools import cache

from claimcheck.figures.digits import ONE, Reading, digits_at, signs
from claimcheck.figures.fractions import and_part, half_at, part_at, then_parts
from claimcheck.figures.letters import with_letter
from claimcheck.figures.money import is_money_sign
from claimcheck.figures.number_words import cardinal_at, table, then_scales
from claimcheck.figures.units import find_unit
from claimcheck.figures.vague_numerals import lead_of, vague_numeral, with_lead
from claimcheck.model import NUMERAL, Numeral, Tokens
from claimcheck.values import replace

_TRIGGER_TABLES = ("units", "tens", "dozens", "scales", "vague", "denominators")


@cache
def _triggers() -> frozenset[str]:
    return frozenset(word for name in _TRIGGER_TABLES for word in table(name))


def read_numerals(tokens: Tokens) -> list[Numeral]:
    """Every number in the stream, in order, none overlapping."""
    triggers = _triggers()
    places = [
        i
        for i, (kind, word) in enumerate(zip(tokens.kind, tokens.lower, strict=True))
        if kind == NUMERAL or word in triggers
    ]
    found: list[Numeral] = []
    once: dict[str, Decimal] = {}  # each number as written is one object
    start = end = floor = 0
    for place in places:
        if place < floor:
            continue
        if place >= end:
            start, end = sentence_around(tokens, place)
            sentence = tokens.part(start, end)
        if numeral := _numeral_at(sentence, place - start, max(floor - start, 0)):
            value, grain = numeral.value, numeral.grain
            found.append(
                replace(
                    numeral,
                    first=numeral.first + start,
                    last=numeral.last + start,
                    value=None if value is None else once.setdefault(str(value), value),
                    grain=once.setdefault(str(grain), grain),
                )
            )
            floor = found[-1].last
    return found


def sentence_around(tokens: Tokens, place: int) -> tuple[int, int]:
    """The tokens of a sentence: no number goes on in the next one, `up by 17` and then `Dozens of homes`."""
    sentence = tokens.sentence[place]
    return bisect_left(tokens.sentence, sentence), bisect_right(tokens.sentence, sentence)


def _numeral_at(tokens: Tokens, index: int, floor: int) -> Numeral | None:
    """The number told by token `index`, from its article or sign on, not before token `floor`."""
    if tokens.kind[index] == NUMERAL:
        return _in_digits(tokens, index, floor)
    word = tokens.lower[index]
    if word in table("units") or word in table("tens"):
        return _signed(tokens, index, floor, _finish(tokens, cardinal_at(tokens, index)))
    if word in table("vague") and (numeral := vague_numeral(tokens, index)):
        return with_lead(tokens, numeral, floor)
    return _after_article(tokens, index, floor)


def _in_digits(tokens: Tokens, index: int, floor: int) -> Numeral | None:
    point = index - 1
    bare = (
        point >= floor
        and tokens.lower[point] == "."
        and tokens.glued(index)
        and not _ends_word(tokens, point)
    )
    first = point if bare else index
    reading = digits_at(tokens, first)
    if reading is None:
        return None
    return _signed(tokens, first, floor, _finish(tokens, with_letter(tokens, index, reading)))


def _ends_word(tokens: Tokens, point: int) -> bool:
    """Whether the full stop at `point` touches the word before it."""
    return tokens.glued(point) and tokens.lower[point - 1] not in ("(", "-", "$", "£", "€", "~", "<", ">")


def _finish(tokens: Tokens, reading: Reading) -> Reading:
    """`reading` with the decimals, scales and fractions in words that follow it."""
    if reading.form == "words":
        reading = _point(tokens, reading)
    if reading.form != "fraction":
        parts = then_parts(tokens, reading)
        if parts is not reading:
            return parts
    scaled = then_scales(tokens, reading)
    return and_part(tokens, scaled)


def _point(tokens: Tokens, reading: Reading) -> Reading:
    """`three point five`, `zero point two five`."""
    at, digits = reading.last, ""
    if at >= len(tokens) or tokens.lower[at] != "point":
        return reading
    at += 1
    while at < len(tokens) and (digit := table("units").get(tokens.lower[at])) is not None and digit < 10:
        digits += str(digit)
        at += 1
    if not digits or at == reading.last + 1 or reading.value != reading.value.to_integral_value():
        return reading
    return Reading(at, reading.value + Decimal("0." + digits), ONE.scaleb(-len(digits)), "words")


def _signed(tokens: Tokens, first: int, floor: int, reading: Reading) -> Numeral:
    """`reading` as a numeral, with the minus sign or word before it."""
    before = first - 1
    value = reading.value
    if before >= floor and _is_minus(tokens, before, floor):
        first, value = before, -value
    elif before > floor and tokens.lower[before] == "-" and tokens.lower[before - 1] in signs("minus"):
        first, value = before - 1, -value
    elif first == before + 1 and before >= floor and tokens.lower[before] == "+" and not tokens.glued(before):
        first = before if tokens.glued(first) else first
    return Numeral(first, reading.last, value, reading.grain, reading.form, reading.scale)


def _is_minus(tokens: Tokens, before: int, floor: int) -> bool:
    word = tokens.lower[before]
    if word in signs("minus"):
        return before == 0 or (tokens.kind[before - 1] != NUMERAL and tokens.lower[before - 1] != "or")
    if word not in signs("minus_signs") or not tokens.glued(before + 1):
        return False
    if tokens.lower[before + 2 : before + 3] == ["%"] and not tokens.glued(before):
        return True
    if before == floor > 0:
        return False
    if tokens.glued(before):
        return tokens.text[before - 1] == "(" or is_money_sign(tokens.text[before - 1])
    return before == 0 or tokens.kind[before - 1] != NUMERAL


def _counts_units(tokens: Tokens, index: int) -> bool:
    """Whether a scale word without a number stands before a unit: `the last hundred years`."""
    before = tokens.lower[index - 1] if index else ""
    if tokens.lower[index] not in ("hundred", "thousand") or before in ("-", "per"):
        return False
    return find_unit(tokens, index + 1) is not None


def _after_article(tokens: Tokens, index: int, floor: int) -> Numeral | None:
    """`a million`, `half a dozen`, `a third`, `several hundred`: numbers whose first word is no number."""
    word = tokens.lower[index]
    before = index - 1 if index > floor else index
    article = tokens.lower[before] in ("a", "an")
    first = before if article else index
    if word in table("denominators"):
        reading = half_at(tokens, index) if word == "half" else part_at(tokens, index, first)
        return _signed(tokens, first, floor, reading) if reading else None
    lead = lead_of(tokens, index, floor)
    if lead < index:
        last, worth = index + 1, (table("scales") | table("dozens")).get(word, ONE)
        while last < len(tokens) and tokens.lower[last] in table("scales"):  # `several hundred thousand`
            last, worth = last + 1, worth * table("scales")[tokens.lower[last]]
        return Numeral(lead, last, None, worth, "vague", worth)
    if word in table("dozens"):
        return Numeral(first, index + 1, Decimal(12), ONE, "words", Decimal(12)) if word == "dozen" else None
    if word.endswith("s") or not (article or _counts_units(tokens, index)):
        return None
    return _signed(tokens, first, floor, _finish(tokens, cardinal_at(tokens, index)))
