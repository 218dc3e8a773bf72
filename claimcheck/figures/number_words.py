"""Numbers in words: `two hundred and six`, `twenty-one million`, `three lakh crore`, `two dozen`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claimcheck.figures.digits import ONE, Reading, signs
from claimcheck.lexicon import load
from claimcheck.model import Tokens

ZERO, HUNDRED = Decimal(0), Decimal(100)


@cache
def table(name: str) -> dict[str, Decimal]:
    """A table of `lexicon/numerals.toml` with its values as decimals."""
    return {word: Decimal(value) for word, value in load("numerals")[name].items()}


@cache
def _small() -> dict[str, Decimal]:
    return table("units") | table("tens")


def scale_at(tokens: Tokens, index: int) -> Decimal | None:
    """The worth of the scale word at `index`."""
    return table("scales").get(tokens.lower[index]) if index < len(tokens) else None


class _Sum:
    """A number word by word: the finished part, the group below the next scale, the last scale."""

    __slots__ = ("chunk", "group", "scale", "total")

    def __init__(self) -> None:
        self.total = self.chunk = self.group = ZERO
        self.scale = ZERO  # of the word before, zero after a small number

    def takes(self, word: str) -> bool:
        small = _small().get(word)
        if small is not None:
            below = self.group % 100
            return (below == 0 and small > 0) or (below >= 20 and below % 10 == 0 and 0 < small < 10)
        scale = table("scales").get(word)
        if scale == HUNDRED:
            return ZERO < self.group < HUNDRED
        return scale is not None and (self.group > 0 or self.scale > 0)

    def add(self, word: str) -> None:
        small = _small().get(word)
        if small is not None:
            self.group, self.scale = self.group + small, ZERO
            return
        scale = table("scales")[word]
        if scale == HUNDRED:
            self.group *= HUNDRED
        elif self.group:
            self.total += self.chunk
            self.chunk, self.group = self.group * scale, ZERO
        else:
            self.chunk *= scale  # `three lakh crore`
        self.scale = scale

    @property
    def value(self) -> Decimal:
        return self.total + self.chunk + self.group


def cardinal_at(tokens: Tokens, index: int) -> Reading:
    """The number in words from `index` on: a small number word, or the scale word after `a`."""
    sum_, at = _Sum(), index
    if tokens.lower[index] in _small():
        sum_.add(tokens.lower[index])
        at += 1
    else:
        sum_.group = ONE
    if sum_.group:
        at = _words_after(tokens, at, sum_)
    value, scale = sum_.value, sum_.scale or ONE
    if (scale in (1, 100) and at < len(tokens) and tokens.lower[at] in table("dozens")) or _hyphen_dozen(
        tokens, at
    ):
        at += 1 if tokens.lower[at] in table("dozens") else 2
        return Reading(at, value * 12, ONE, "words", Decimal(12))
    return Reading(at, value, scale, "words", scale if scale >= 1000 else ONE)


def _hyphen_dozen(tokens: Tokens, at: int) -> bool:
    return at + 1 < len(tokens) and tokens.lower[at] in signs("hyphens") and tokens.lower[at + 1] == "dozen"


def _words_after(tokens: Tokens, at: int, sum_: _Sum) -> int:
    """Take number words into `sum_` from token `at` on; the token after the last one taken."""
    lower = tokens.lower
    while at < len(lower):
        word = lower[at]
        if sum_.takes(word):
            sum_.add(word)
            at += 1
        elif at + 1 < len(lower) and sum_.takes(lower[at + 1]) and _joins(tokens, at, sum_):
            sum_.add(lower[at + 1])
            at += 2
        else:
            break
    return at


def _joins(tokens: Tokens, at: int, sum_: _Sum) -> bool:
    """Whether the token at `at` holds two number words together: `twenty-one`, `hundred and six`."""
    word, after = tokens.lower[at], tokens.lower[at + 1]
    if word in signs("hyphens"):
        return after in table("scales") or (sum_.group % 100 >= 20 and after in table("units"))
    if word == "," and sum_.scale > HUNDRED:  # `three million, two hundred and forty`
        return after in table("units") and tokens.lower[at + 2 : at + 3] == ["hundred"]
    if word not in signs("and") or not sum_.scale or after not in _small():
        return False
    if sum_.scale == HUNDRED and not _hundredths(tokens, at):
        return True
    end = at + 4 if tokens.lower[at + 2 : at + 3] == ["-"] else at + 2
    return not (end < len(tokens) and tokens.lower[end] in table("denominators"))  # `and three quarters`


def _hundredths(tokens: Tokens, at: int) -> bool:
    """Whether a numerator of hundredths or less follows `and`: `three hundred and sixty-one hundredths`."""
    return any(
        table("denominators").get(word, ONE) >= HUNDRED or word == "thirds"
        for word in tokens.lower[at + 2 : at + 5]
    )


def then_scales(tokens: Tokens, reading: Reading) -> Reading:
    """`reading` times the scale words that follow it: `1.5 million`, `2.5 lakh crore`, `3-million`."""
    at, scale = reading.last, ONE
    if at < len(tokens) and tokens.lower[at] in signs("hyphens") and scale_at(tokens, at + 1):
        at += 1
    while (worth := scale_at(tokens, at)) and (scale == 1 or worth > 1000):
        scale *= worth
        at += 1
    if scale == 1:
        return _then_dozen(tokens, reading)
    form = "mixed" if reading.form == "digits" else reading.form
    product = Reading(at, reading.value * scale, reading.grain * scale, form, scale)
    return _then_lower_scale(tokens, product) if reading.form == "digits" else product


def _then_dozen(tokens: Tokens, reading: Reading) -> Reading:
    at = reading.last
    if at < len(tokens) and tokens.lower[at] in table("dozens") and reading.grain == 1:
        return Reading(at + 1, reading.value * 12, ONE, "mixed", Decimal(12))
    return reading


def _then_lower_scale(tokens: Tokens, reading: Reading) -> Reading:
    """`4 thousand 3 hundred`, `3 hundred and 21`, `6 crore and two hundred`: what is added below a scale."""
    at = reading.last
    joined = at < len(tokens) and tokens.lower[at] in signs("and")
    at += joined
    if at >= len(tokens):
        return reading
    text = tokens.text[at]
    if text.isdecimal() and len(text) <= 3:
        worth = scale_at(tokens, at + 1) or ONE
        if (worth > 1 and worth < reading.scale) or (joined and reading.scale == 100 and len(text) < 3):
            last = at + 1 + (worth > 1)
            return Reading(last, reading.value + int(text) * worth, worth, "mixed", reading.scale)
    if joined and tokens.lower[at] in _small():
        below = cardinal_at(tokens, at)
        if below.value < reading.scale and (below.grain == 100 or reading.scale == 100):
            return Reading(below.last, reading.value + below.value, ONE, "mixed", reading.scale)
    return reading
