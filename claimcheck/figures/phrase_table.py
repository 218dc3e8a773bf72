"""Phrases of a lexicon looked up in the token stream, forwards from a token or backwards to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from claimcheck.model import Tokens
from claimcheck.text.tokens import tokenise

T = TypeVar("T")


class Match(NamedTuple, Generic[T]):
    """A phrase at tokens [first, last) and what it stands for."""

    first: int
    last: int
    value: T


class PhraseTable(Generic[T]):
    """Phrases with their values, found by first or last word; the longest that fits wins.

    `openings` are the words that phrases begin with.
    """

    __slots__ = ("_by_first", "_by_last", "openings")

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[list[str], T]]] = {}
        self._by_last: dict[str, list[tuple[list[str], T]]] = {}
        for phrase, value in sorted(phrases, key=lambda entry: -len(entry[0])):
            words = tokenise(phrase, [(0, len(phrase))]).lower
            self._by_first.setdefault(words[0], []).append((words, value))
            self._by_last.setdefault(words[-1], []).append((words, value))
        self.openings = frozenset(self._by_first)

    def at(self, tokens: Tokens, first: int) -> Match[T] | None:
        """The phrase that starts at token `first`, within one sentence."""
        lower = tokens.lower
        for words, value in self._by_first.get(lower[first], ()) if first < len(lower) else ():
            last = first + len(words)
            if lower[first:last] == words and tokens.sentence[last - 1] == tokens.sentence[first]:
                return Match(first, last, value)
        return None

    def before(self, tokens: Tokens, last: int, floor: int) -> Match[T] | None:
        """The phrase that ends before token `last`, in its sentence and not before token `floor`."""
        if last <= floor:
            return None
        for words, value in self._by_last.get(tokens.lower[last - 1], ()):
            first = last - len(words)
            if first >= floor and tokens.lower[first:last] == words:
                if last < len(tokens) and tokens.sentence[first] != tokens.sentence[last]:
                    continue
                return Match(first, last, value)
        return None
