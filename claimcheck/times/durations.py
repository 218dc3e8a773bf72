"""Durations and what hangs on a unit: `three days`, `the last two weeks`, `two years ago`, `weeks`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.times.meanings import (
    Amount,
    Calendar,
    Expression,
    Length,
    Meaning,
    Nth,
    Offset,
    Part,
    Recurring,
    Turn,
)
from claimcheck.times.stream import DASHES, Stream


@dataclass(frozen=True, slots=True)
class _Left:
    """What stands before a unit: the first token, the amount, the turn and the ordinal."""

    first: int
    number: Decimal | None = None
    counted: bool = False  # an amount is written, known or not
    turn: str = ""
    ordinal: int = 0
    article: str = ""
    hyphen: bool = False


def match_unit(stream: Stream, index: int) -> list[Expression]:
    """The expression that ends in the unit at `index`, with what follows it."""
    word = stream.at(index)
    left = _read_left(stream, index)
    if left.counted:
        return _counted(stream, index, left)
    if left.article == "per" and stream.words.units[word].startswith("T"):
        return []
    if left.article in ("every", "each", "per"):
        return [
            Expression(left.first, index + 1, "set", Recurring(recurring(None, stream.words.units[word])))
        ]
    if left.turn:
        return _turned(stream, index, left)
    return _bare(stream, index, left)


def match_glued(stream: Stream, index: int) -> list[Expression]:
    """`3h`: a unit that is one only straight after digits."""
    numeral = stream.ending.get(index)
    if not numeral or not stream.glued(index) or numeral.value is None or stream.at(index) == "s":
        return []
    amount = Amount(numeral.value, stream.words.units_glued[stream.at(index)])
    return [Expression(numeral.first, index + 1, "duration", Length((amount,)))]


def _read_left(stream: Stream, index: int) -> _Left:
    hyphen = stream.at(index - 1) in DASHES and stream.glued(index)
    position = index - 1 if hyphen else index
    turn, skipped = "", 0
    while skipped < 3 and (stream.at(position - 1) in stream.words.between or _is_turn(stream, position - 1)):
        turn = turn or (stream.at(position - 1) if _is_turn(stream, position - 1) else "")
        position, skipped = position - 1, skipped + 1
    amount = _amount_before(stream, position, stream.at(index).endswith("s") or hyphen)
    if amount:
        position = amount[0]
    ordinal = 0
    digits = ordinal_digits(stream, position)
    if digits and not amount:
        position, ordinal = position - 2, digits
    elif stream.at(position - 1) in stream.words.ordinals and (amount or not stream.at(index).endswith("s")):
        position -= 1
        ordinal = stream.words.ordinals[stream.at(position)]
    elif not ordinal and amount and not turn and _is_turn(stream, position - 1):
        position -= 1
        turn = stream.at(position)
    article = _article(stream, position - 1)
    first = position - 1 if article and not hyphen else position
    return _Left(first, amount[1] if amount else None, bool(amount), turn, ordinal, article, hyphen)


def ordinal_digits(stream: Stream, end: int) -> int:
    """The number of `3rd` that ends at `end`, 0 where there is none."""
    suffixed = stream.at(end - 1) in stream.words.ordinal_suffixes and stream.glued(end - 1)
    return (stream.number(end - 2, 1, 99) or 0) if suffixed else 0


def _is_turn(stream: Stream, index: int) -> bool:
    word = stream.at(index)
    return (word in stream.words.turns and word not in ("that", "very")) or word == "recent"


def _article(stream: Stream, index: int) -> str:
    word = stream.at(index)
    return (
        word
        if word in stream.words.lists["before_plural"]
        or word in ("every", "each", "per", "all", "that", "a", "an")
        else ""
    )


def _amount_before(stream: Stream, end: int, plural: bool) -> tuple[int, Decimal | None] | None:
    """The amount that ends at `end`: its first token and number, None where it is not known."""
    word = stream.at(end - 1)
    if word in ("of", "a") and stream.at(end - 2) in stream.words.amounts and end > 1:
        inner = stream.at(end - 2)  # `a couple of`, `half a`
        if inner in ("couple", "half") or (
            inner in ("dozens", "hundreds", "thousands", "scores") and word == "of"
        ):
            first = end - 3 if inner == "couple" and stream.at(end - 3) in ("a", "an") else end - 2
            return first, _number(stream.words.amounts[inner])
    numeral = stream.ending.get(end)
    if plural and stream.at(end) == "quarters" and word in stream.words.numbers:
        return end - 1, Decimal(stream.words.numbers[word])  # `three quarters` is also a fraction
    if numeral and not (numeral.form == "fraction" and numeral.value and numeral.value < 1):
        return _numeral_amount(stream, numeral.first, numeral.value, plural)
    if word not in stream.words.amounts:
        return None
    if word in ("few", "couple", "dozen", "half", "score"):
        first = end - 2 if stream.at(end - 2) in ("a", "an") else end - 1
        return first, _number(stream.words.amounts[word])
    return (end - 1, _number(stream.words.amounts[word])) if word != "quarter" else None


def _numeral_amount(
    stream: Stream, first: int, value: Decimal | None, plural: bool
) -> tuple[int, Decimal | None] | None:
    """Refuse what is no amount before a singular unit: `in 1989 quarter`, `Sept. 11 day`."""
    one = value is not None and value <= 1
    if not plural and not one and value is not None and value == int(value) and stream.is_digits(first):
        return None
    if stream.at(first - 1) == "a" and value is not None and value >= 100:
        return first - 1, value
    if stream.glued(first) and stream.at(first - 1) in ("$", "£", "€", ":", ".", "/"):
        return None
    return first, value


def _number(text: str) -> Decimal | None:
    return None if text == "X" else Decimal(text)


def _counted(stream: Stream, index: int, left: _Left) -> list[Expression]:
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
    if single and word in ("quarter", "night") and stream.at(after) not in stream.words.offsets:
        return []
    offset = _offset(stream, after, length)
    if offset:
        return [Expression(left.first, offset[0], "relative.offset", offset[1])]
    if single and _is_rate(stream, left.first):
        return []
    if left.turn in ("this",) and not left.number:
        return _turned(stream, index, left)
    after += 2 if (stream.at(after), stream.at(after + 1)) == ("or", "so") else 0
    return [Expression(left.first, after, "duration", length)]


def _is_age(stream: Stream, after: int) -> bool:
    """`six-year-old`, `37 years old`, `90 years of age`: figures of their own, and no times."""
    dashed = stream.at(after) in DASHES and stream.at(after + 1) in ("old", "olds")
    return dashed or stream.at(after) == "old" or (stream.at(after), stream.at(after + 1)) == ("of", "age")


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


def _offset(stream: Stream, after: int, length: Length) -> tuple[int, Offset] | None:
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


def match_unit_offset(stream: Stream, index: int) -> list[Expression]:
    """`year-earlier`, `year-ago`, with the period that follows: `the year-ago quarter`."""
    dashed = stream.at(index + 1) in DASHES
    word = stream.at(index + 1 + dashed)
    if word not in ("ago", "earlier") or not dashed:
        return []
    after = index + 3
    length = Length((Amount(Decimal(1), stream.words.units[stream.at(index)]),))
    if stream.at(after) in ("quarter", "period", "month", "week"):
        after += 1
    first = index - (stream.at(index - 1) in ("the", "a"))
    return [Expression(first, after, "relative.offset", Offset(length, -1, mentioned=word == "earlier"))]


def _turned(stream: Stream, index: int, left: _Left) -> list[Expression]:
    """`last week`, `the next few days` came before; here without an amount: `recent years`, `this month`."""
    word, turn = stream.at(index), left.turn
    unit = stream.words.units[word]
    plural = word.endswith("s")
    if plural or turn == "recent":
        amount = Amount(None, unit)
        return [Expression(left.first, index + 1, "duration.vague", Length((amount,)))] if plural else []
    if unit.startswith("T") or unit in ("HC", "L") or (unit == "N" and turn != "last"):
        return []
    if turn == "past" and unit != "WE" and left.article:
        return [Expression(left.first, index + 1, "duration", Length((Amount(Decimal(1), unit),)))]
    the_next = turn == "next" and left.article == "the"
    mentioned = the_next or turn in stream.words.turns_mentioned
    if left.ordinal and turn != "last":
        return []
    meaning = Turn(unit, stream.words.turns[turn], mentioned, latest=turn == "latest")
    rule = "year.turn" if unit == "Y" else "decade.turn" if unit == "E" else "relative.turn"
    return [Expression(left.first, index + 1, rule, meaning)]


def _bare(stream: Stream, index: int, left: _Left) -> list[Expression]:
    word = stream.at(index)
    unit = stream.words.units[word]
    if match := match_unit_offset(stream, index) or match_period(stream, index):
        return match
    if word in stream.words.lists["plural_alone"]:
        return _plural(stream, index, left)
    if stream.at(index + 1) in DASHES and stream.at(index + 2) == "long":
        return [Expression(index, index + 3, "duration", Length((Amount(Decimal(1), unit),)))]
    if unit.startswith("T") or unit in ("N", "F", "L", "HC"):
        return []
    if left.ordinal and unit in ("D", "W", "M", "Q", "Y", "WE", "E"):
        return _nth(stream, index, left, unit)
    if left.article == "all":
        return [Expression(left.first, index + 1, "duration", Length((Amount(Decimal(1), unit),)))]
    return _the_unit(stream, index, left, unit)


def match_period(stream: Stream, index: int) -> list[Expression]:
    """`the latest period`, `the 1988 quarter`, `the same period` before a year, `last year's quarter`."""
    before, first = stream.at(index - 1), index - 1
    if stream.at(index) not in ("quarter", "period"):
        return []
    year = stream.number(index - 1, 1900, 2099)
    if year and stream.at(index - 2) in ("the", "'s"):
        return [Expression(first, index + 1, "calendar.quarter", Part("Q", Calendar(year)))]
    first -= stream.at(first - 1) == "the"
    if before == "latest":
        return [Expression(first, index + 1, "relative.turn", Turn("Q", 0, latest=True))]
    if before in stream.words.lists["compared_periods"]:
        return [Expression(first, index + 1, "pending.quarter", Part("Q"))]
    return [Expression(index, index + 1, "pending.quarter", Part("Q"))] if before == "'s" else []


def _plural(stream: Stream, index: int, left: _Left) -> list[Expression]:
    after = index + 1
    if stream.at(after) in DASHES and stream.at(after + 1) == "long":
        after += 2
    if (stream.at(after) in ("old", "of") and stream.at(after + 1) == "age") or left.hyphen:
        return []
    if stream.capital(index) and not stream.opens(index):
        return []
    length = Length((Amount(None, stream.words.units[stream.at(index)]),))
    offset = _offset(stream, after, length)
    if offset:
        return [Expression(index, offset[0], "relative.offset", offset[1])]
    if left.article in ("every", "all"):
        return []
    after += stream.at(after) == "ahead"
    first = left.first if stream.at(after - 1) != "long" else index
    return [Expression(first, after, "duration.vague", length)]


def _nth(stream: Stream, index: int, left: _Left, unit: str) -> list[Expression]:
    """`third quarter`; `the first week` waits for `of July`."""
    if unit == "Q" and 0 < left.ordinal < 5:
        fiscal = stream.at(left.first + 1) == "fiscal" or stream.at(left.first) == "fiscal"
        return [
            Expression(left.first, index + 1, "calendar.quarter", Part(f"Q{left.ordinal}", fiscal=fiscal))
        ]
    if stream.at(index + 1) in ("of", "in"):
        return [Expression(left.first, index + 1, "pending.nth", Nth(left.ordinal, unit, Calendar()))]
    return []


def _the_unit(stream: Stream, index: int, left: _Left, unit: str) -> list[Expression]:
    """`the year`, `that day`, `year-end`, `year's end`."""
    following = stream.at(index + 1 + (stream.at(index + 1) in DASHES or stream.at(index + 1) == "'s"))
    if following == "end" and unit in ("Y", "M", "W", "Q", "E", "C"):
        return [
            Expression(left.first, index + 2 + (stream.at(index + 1) != "end"), _rule(unit), Turn(unit, 0))
        ]
    if left.article not in ("the", "that") or left.hyphen or stream.capital(index):
        return []
    if left.article == "the" and stream.at(index + 1) in ("before", "after") and unit in ("D", "W", "M", "Y"):
        step = stream.words.offsets[stream.at(index + 1)]
        last = stream.is_mark(index + 2) or stream.at(index + 2) == "and"
        if last or unit == "D":
            return [
                Expression(left.first, index + 2 if last else index + 1, _rule(unit), Turn(unit, step, True))
            ]
    if unit == "Y" and _is_span(stream, index):
        return [Expression(left.first, index + 1, "duration", Length((Amount(Decimal(1), "Y"),)))]
    if left.article == "the" and unit in ("D", "N", "E", "C") and not _ends_phrase(stream, index):
        return []
    if stream.at(index + 1) == "after" and stream.at(index + 2) == "next":
        return [Expression(left.first, index + 3, _rule(unit), Turn(unit, 2))]
    mentioned = left.article == "that" or unit == "D"
    return [Expression(left.first, index + 1, _rule(unit), Turn(unit, 0, mentioned, latest=unit == "Q"))]


def _rule(unit: str) -> str:
    return {"Y": "year.turn", "E": "decade.turn"}.get(unit, "relative.turn")


def _is_span(stream: Stream, index: int) -> bool:
    """`the year ended March 31`, `the year to June`."""
    following = stream.at(index + 1)
    return following in ("ended", "ending", "through") or (
        following == "to" and (stream.at(index + 2) in stream.words.months or stream.at(index + 2) == "end")
    )


def _ends_phrase(stream: Stream, index: int) -> bool:
    """Whether `the day` is a time and not the topic: `later in the day`, `the day before`, `of the day`."""
    before, following = stream.at(index - 2), stream.at(index + 1)
    return before in stream.words.lists["after_the_past"] or following in ("before", "after")


def recurring(number: Decimal | None, unit: str) -> str:
    """The value of a set that comes round every so many units."""
    from claimcheck.times.timex import length_value

    return length_value(((number or Decimal(1), unit),))


def one_of(meaning: Meaning) -> bool:
    """Whether the meaning is a plain duration."""
    return isinstance(meaning, Length)
