"""Decades and centuries: `the 1990s`, `the nineties`, `the 4th century BC`."""

from __future__ import annotations

from claimcheck.times.meanings import Expression, Stretch
from claimcheck.times.spelled import day_at
from claimcheck.times.stream import DASHES, Stream


def match_decade(stream: Stream, index: int) -> list[Expression]:
    """`1990s`, `the '60s`, `470s BC`."""
    after = index + 1
    if stream.at(after) == "'" and stream.glued(after):
        after += 1
    if stream.at(after) not in ("s", "'s") or not stream.glued(after):
        return []
    digits = stream.digits(index)
    if len(digits) not in (2, 3, 4) or not digits.endswith("0"):
        return []
    era = stream.words.eras.get(stream.at(after + 1), 0)
    last = after + 1 + (era != 0)
    if len(digits) == 4:
        years = 100 if digits.endswith("00") and digits != "2000" else 10
        return [Expression(index, last, "decade", Stretch(int(digits), years, era or 1))]
    if len(digits) == 3 and era:
        return [Expression(index, last, "decade", Stretch(int(digits), 10, era))]
    return _short_decade(stream, index, last) if len(digits) == 2 else []


def _short_decade(stream: Stream, index: int, last: int) -> list[Expression]:
    apostrophe = stream.at(index - 1) in ("'", "‘")
    place = index - 1 - apostrophe
    before = stream.at(place - (stream.at(place) in DASHES))  # `the mid-'80s`
    article = before in stream.words.lists["before_short_decade"] or before in stream.words.early_late
    if not article or stream.at(index - 2 - apostrophe) in stream.words.decade_not_after:
        return []
    tens = int(stream.digits(index))
    first = 2000 + tens if tens < 20 else 1900 + tens
    return [Expression(index - apostrophe, last, "decade", Stretch(first, 10))]


def match_decade_word(stream: Stream, index: int) -> list[Expression]:
    """`the nineties`, `the Roaring Twenties`."""
    tens = stream.words.decades[stream.at(index)]
    century = stream.words.numbers.get(stream.at(index - 1), 0)
    if 10 <= century <= 20:  # `the nineteen eighties`
        return [Expression(index - 1, index + 1, "decade", Stretch(century * 100 + tens, 10))]
    first = index - (stream.capital(index - 1) and not stream.opens(index - 1))
    before = stream.at(first - 1)
    guarded = {stream.at(index - 1), stream.at(index - 2)} & stream.words.decade_not_after
    if guarded or not (before in ("the", "in") or before in DASHES or before in stream.words.early_late):
        return []
    return [Expression(first, index + 1, "decade", Stretch(1900 + tens if tens else 2000, 10))]


def match_century(stream: Stream, index: int) -> list[Expression]:
    """`the 20th century`, `nineteenth-century`, `the 4th century BC`."""
    end = index - 1 if stream.at(index - 1) in DASHES else index
    for first in (end - 3, end - 2, end - 1):
        found = _ordinal(stream, first) if first >= 0 else None
        if found and found[0] == end:
            break
    else:
        return []
    plain = stream.at(first) in stream.words.lists["not_a_century"] and stream.at(end - 1) != "st"
    if found[1] < 1 or (plain and stream.at(index + 1) not in stream.words.eras):
        return []
    era = stream.words.eras.get(stream.at(index + 1), 0)
    first -= stream.at(first - 1) == "the"
    meaning = Stretch((found[1] - 1) * 100, 100, era or 1)
    return [Expression(first, index + 1 + (era != 0), "century", meaning)]


def _ordinal(stream: Stream, index: int) -> tuple[int, int] | None:
    if stream.is_digits(index):
        suffixed = stream.at(index + 1) in stream.words.ordinal_suffixes
        value = stream.number(index, 1, 40)
        return (index + 2, value) if suffixed and value else None
    return (
        day_at(stream, index)
        if stream.at(index) not in stream.words.numbers or _ends(stream, index)
        else None
    )


def _ends(stream: Stream, index: int) -> bool:
    """Whether a spelled ordinal goes on from a tens word: `twenty-first`."""
    after = index + 2 if stream.at(index + 1) in DASHES else index + 1
    return stream.at(after) in stream.words.ordinals
