"""A view of the token stream with what the time rules ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.model import MARK, NUMERAL, Numeral, Tokens
from claimcheck.times.words import Words, words
from claimcheck.values import frozen

DASHES = frozenset("-‐‑‒–—")


@frozen
class Stream:
    """Tokens, their numerals by first and by last token, and the words of time."""

    tokens: Tokens
    lower: list[str]
    starting: dict[int, Numeral]
    ending: dict[int, Numeral]
    words: Words

    def at(self, index: int) -> str:
        """The look-up form of a token, `""` outside the text."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def before(self, index: int) -> str:
        """The look-up form of the token before one, `""` where that opens its sentence."""
        return "" if index < 1 or self.opens(index) else self.lower[index - 1]

    def digits(self, index: int) -> str:
        """The token's digits where it is a run of ASCII digits, else `""`."""
        word = self.at(index)
        return word if word.isascii() and word.isdigit() else ""

    def number(self, index: int, low: int, high: int) -> int | None:
        """The whole number a digit token writes, where it lies in [low, high]."""
        digits = self.digits(index)
        if not digits or len(digits) > 4:
            return None
        value = int(digits)
        return value if low <= value <= high else None

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital."""
        return 0 <= index < len(self.lower) and self.tokens.text[index][0].isupper()

    def glued(self, index: int) -> bool:
        """Whether the token touches the one before it."""
        return self.tokens.glued(index)

    def is_mark(self, index: int) -> bool:
        """Whether the token is a mark; outside the text counts as one."""
        return not 0 <= index < len(self.lower) or self.tokens.kind[index] == MARK

    def is_digits(self, index: int) -> bool:
        """Whether the token is written in digits."""
        return 0 <= index < len(self.lower) and self.tokens.kind[index] == NUMERAL

    def opens(self, index: int) -> bool:
        """Whether the token is the first of its sentence."""
        sentence = self.tokens.sentence
        return index == 0 or sentence[index] != sentence[index - 1]

    def together(self, first: int, last: int) -> bool:
        """Whether tokens [first, last) stand in one sentence."""
        sentence = self.tokens.sentence
        return 0 <= first < last <= len(sentence) and sentence[first] == sentence[last - 1]

    def amount_before(self, index: int) -> tuple[int, Decimal | None] | None:
        """The numeral that ends at `index`: its first token and value."""
        numeral = self.ending.get(index)
        return (numeral.first, numeral.value) if numeral else None


def stream_of(tokens: Tokens, numerals: Sequence[Numeral]) -> Stream:
    """The view of `tokens` with the numerals found in them."""
    starting = {numeral.first: numeral for numeral in numerals}
    ending = {numeral.last: numeral for numeral in numerals}
    return Stream(tokens, tokens.lower, starting, ending, words())
