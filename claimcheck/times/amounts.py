"""What stands before a unit of time: amounts, ordinals, `last`, `every`."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.times.stream import DASHES, Stream
from claimcheck.values import frozen


@frozen
class Left:
    """What stands before a unit: the first token, the amount, the turn and the ordinal."""

    first: int
    number: Decimal | None = None
    counted: bool = False  # an amount is written, known or not
    turn: str = ""
    ordinal: int = 0
    article: str = ""
    hyphen: bool = False


def read_left(stream: Stream, index: int) -> Left:
    """What stands before the unit at `index`."""
    hyphen = stream.at(index - 1) in DASHES and stream.glued(index)
    position = index - 1 if hyphen else index
    turn, skipped = "", 0
    while skipped < 3 and (stream.at(position - 1) in stream.words.between or _is_turn(stream, position - 1)):
        turn = turn or (stream.at(position - 1) if _is_turn(stream, position - 1) else "")
        position, skipped = position - 1, skipped + 1
    plural = stream.at(index).endswith("s") or hyphen
    amount = _amount_before(stream, position, plural) if plural or not turn else None
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
    return Left(first, amount[1] if amount else None, bool(amount), turn, ordinal, article, hyphen)


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
        if word in stream.words.lists["before_plural"] or word in stream.words.lists["before_unit"]
        else ""
    )


def _amount_before(stream: Stream, end: int, plural: bool) -> tuple[int, Decimal | None] | None:
    """The amount that ends at `end`: its first token and number, None where it is not known."""
    word = stream.at(end - 1)
    if word in ("of", "a", "an") and stream.at(end - 2) in stream.words.amounts and end > 1:
        inner = stream.at(end - 2)  # `a couple of`, `half a`
        if inner in ("couple", "half") or (inner in stream.words.lists["round_numbers"] and word == "of"):
            first = end - 3 if inner == "couple" and stream.at(end - 3) in ("a", "an") else end - 2
            return first, _number(stream.words.amounts[inner])
    numeral = stream.ending.get(end)
    if plural and stream.at(end) == "quarters" and word in stream.words.numbers:
        return end - 1, Decimal(stream.words.numbers[word])  # `three quarters` is also a fraction
    if numeral and not (numeral.form == "fraction" and numeral.value and numeral.value < 1):
        return _numeral_amount(stream, numeral.first, numeral.value, plural)
    if word not in stream.words.amounts:
        return None
    if word in stream.words.lists["after_article"]:
        first = end - 2 if stream.at(end - 2) in ("a", "an") else end - 1
        return first, _number(stream.words.amounts[word])
    if word == "quarter" or (word == "some" and not plural):  # `some day`
        return None
    return end - 1, _number(stream.words.amounts[word])


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
