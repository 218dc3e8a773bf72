"""Durations: `three days`, `the last two weeks`, `weeks`, and dates so far off: `two years ago`."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.times.amounts import Left
from claimcheck.times.meanings import Amount, Expression, Length, Offset, Recurring
from claimcheck.times.stream import DASHES, Stream
from claimcheck.times.timex import length_value


def match_glued(stream: Stream, index: int) -> list[Expression]:
    """`3h`: a unit that is one only straight after digits."""
    numeral = stream.ending.get(index)
    if not numeral or not stream.glued(index) or numeral.value is None or stream.at(index) == "s":
        return []
    amount = Amount(numeral.value, stream.words.units_glued[stream.at(index)])
    return [Expression(numeral.first, index + 1, "duration", Length((amount,)))]


def match_counted(stream: Stream, index: int, left: Left) -> list[Expression]:
    """An amount and its unit: a duration, a set after `every`, or a date so far off."""
    word, number, after = stream.at(index), left.number, index + 1
    if word in stream.words.lists["never_one"] and not stream.ending.get(index) and not left.hyphen:
        return []
    if _is_age(stream, after):
        return []
    after, number = _and_a_half(stream, after, number)
    if stream.at(after) in ("'", "'s") and word.endswith("s"):
        after += 1
    if stream.at(after) in DASHES and stream.at(after + 1) == "long":
        after += 2
    amount = Amount(number, stream.words.units[word])
    length = Length((amount,))
    if left.article in ("every", "each"):
        return [Expression(left.first, after, "set", Recurring(recurring(number, amount.unit)))]
    single = stream.at(index - 1) in ("a", "an")
    if single and stream.at(after) in DASHES and stream.glued(after) and stream.at(after + 1) != "long":
        return []
    if single and word == "minute" and not _ends(stream, after):
        return []  # `a minute amount`
    if single and word in ("quarter", "night") and stream.at(after) not in stream.words.offsets:
        return []
    offset = offset_after(stream, after, length)
    if offset:
        return [Expression(left.first, offset[0], "relative.offset", offset[1])]
    if single and stream.at(left.first - 1) in stream.words.lists["how_often"]:
        return [Expression(left.first - 1, after, "set.rate", Recurring(recurring(None, amount.unit)))]
    if single and _is_rate(stream, left.first):
        return []
    after += 2 if (stream.at(after), stream.at(after + 1)) == ("or", "so") else 0
    return [Expression(left.first, after, "duration", length)]


def match_plural(stream: Stream, index: int, left: Left) -> list[Expression]:
    """A bare plural: `weeks`, `years ago`, `decades-long`."""
    after = index + 1
    if stream.at(after) in DASHES and stream.at(after + 1) in ("long", "old"):
        after += 2
    if (stream.at(after) in ("old", "of") and stream.at(after + 1) == "age") or left.hyphen:
        return []
    if stream.capital(index) and not stream.opens(index):
        return []
    length = Length((Amount(None, stream.words.units[stream.at(index)]),))
    offset = offset_after(stream, after, length)
    if offset:
        return [Expression(index, offset[0], "relative.offset", offset[1])]
    if left.article in ("every", "all"):
        return []
    after += stream.at(after) == "ahead"
    first = left.first if stream.at(after - 1) not in ("long", "old") else index
    return [Expression(first, after, "duration.vague", length)]


def _is_age(stream: Stream, after: int) -> bool:
    """`six-year-old`, `37 years old`, `90 years of age`: figures of their own, and no times."""
    dashed = stream.at(after) in DASHES and stream.at(after + 1) in ("old", "olds")
    return dashed or stream.at(after) == "old" or (stream.at(after), stream.at(after + 1)) == ("of", "age")


def _ends(stream: Stream, after: int) -> bool:
    """Whether no noun follows."""
    word = stream.at(after)
    return stream.is_mark(after) or word in stream.words.prepositions or word in stream.words.offsets


def _is_rate(stream: Stream, first: int) -> bool:
    """Whether `a year` says how often or how much at a time: `$5 million a year`, `four flights a week`."""
    before = stream.at(first - 1)
    if stream.opens(first) or before in stream.words.prepositions or stream.is_mark(first - 1):
        return before in ("%", "¢")
    return before not in stream.words.lists["before_a_unit"] and not before.endswith(("ed", "ing"))


def _and_a_half(stream: Stream, after: int, number: Decimal | None) -> tuple[int, Decimal | None]:
    if (
        stream.at(after) == "and"
        and stream.at(after + 1) == "a"
        and stream.at(after + 2) in ("half", "quarter")
    ):
        part = Decimal(stream.words.amounts[stream.at(after + 2)])
        return after + 3, number + part if number is not None else None
    return after, number


def offset_after(stream: Stream, after: int, length: Length) -> tuple[int, Offset] | None:
    """`ago`, `later`, `from now`, `ahead of time`; `before Christmas` is put together afterwards."""
    word = stream.at(after)
    if word in ("from", "after") and stream.at(after + 1) == "now":
        return after + 2, Offset(length, 1)
    if stream.at(after + 1) == "than":  # `a month earlier than usual`
        return None
    if (
        word not in stream.words.offsets
        or word in stream.words.offsets_linking
        or word in ("on", "previously")
    ):
        return None
    sign = stream.words.offsets[word]
    return after + 1, Offset(length, sign, mentioned=word not in stream.words.offsets_published)


def recurring(number: Decimal | None, unit: str) -> str:
    """The value of a set that comes round every so many units."""

    return length_value(((number or Decimal(1), unit),))
