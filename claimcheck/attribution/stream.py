"""The token stream with what the attribution grammar needs beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from claimcheck.attribution.vocabulary import Words, vocabulary
from claimcheck.model import MARK, WORD, Article, Quotation, Sentence

QUOTES = frozenset("\"“”„«»'‘’")
DASHES = frozenset("—–―")
STOPS = frozenset(".!?…")
INSIDE = frozenset("-'’.&%$/#@+")  # marks within a phrase: `AT&T`, `Sen.`


@dataclass(frozen=True)
class Stream:
    """Token lists, sentences, quotations; `outer[i]` is the outermost quotation around token i, or -1."""

    text: list[str]
    lower: list[str]
    kind: list[int]
    start: list[int]
    end_at: list[int]
    sentence: list[int]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    outer: list[int]
    words: Words

    @cached_property
    def closing(self) -> dict[int, int]:
        """Last token of each outermost quotation to the quotation's index."""
        return {q.last - 1: i for i, q in enumerate(self.quotations) if self.outer[q.first] == i}

    @cached_property
    def opening(self) -> dict[int, int]:
        """First token of each outermost quotation to the quotation's index."""
        return {q.first: i for i, q in enumerate(self.quotations) if self.outer[q.first] == i}

    @cached_property
    def titled(self) -> frozenset[int]:
        """The sentences written like headlines, most of their longer words with a capital."""
        found = set()
        for number, sentence in enumerate(self.sentences):
            long = [self.text[i] for i in range(sentence.first, sentence.last) if len(self.text[i]) > 3]
            if sum(word[0].isupper() for word in long) * 4 >= len(long) * 3:
                found.add(number)
        return frozenset(found)

    def past(self, index: int) -> bool:
        """Whether the token is a past form that by its look or its object is finite: `rose`, `hired the`."""
        word = self.lower[index]
        if word in self.words.finites:
            return not self.capital(index)
        if not word.endswith("ed") or len(word) < 5 or self.capital(index) or index + 1 >= len(self.text):
            return False
        after = self.lower[index + 1]
        return after in self.words.persons or (after in self.words.determiners and after != "'s")

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[index][0].isupper()

    def adverb(self, index: int) -> bool:
        """Whether the token may stand between subject and verb without changing either."""
        word = self.lower[index]
        if word in self.words.adverbs:
            return True
        if not word.endswith("ly") or len(word) < 5 or word in self.words.not_adverbs:
            return False
        return not self.capital(index) or not index or self.sentence[index - 1] != self.sentence[index]

    def auxiliary(self, index: int) -> bool:
        """Whether the token is an auxiliary verb: `may`, not the month or a man called Will."""
        return self.lower[index] in self.words.auxiliaries and not (
            self.text[index] in ("May", "Will") and index and self.sentence[index - 1] == self.sentence[index]
        )

    def last_inside(self, index: int) -> str:
        """The last character before the closing mark that ends at token `index`: `,` in `“It is,”`."""
        index -= 1
        while index and self.text[index] in QUOTES:
            index -= 1
        return self.text[index]

    def dash(self, index: int) -> bool:
        """Whether the token is a dash: a long one, or a hyphen that does not join two words."""
        if self.text[index] in DASHES:
            return True
        if self.text[index] != "-" or index + 1 >= len(self.text):
            return False
        return self.end_at[index] != self.start[index + 1] or self.text[index + 1] == "-" or (
            index > 0 and self.start[index] != self.end_at[index - 1]
        )  # fmt: skip

    def word(self, index: int) -> bool:
        """Whether the token is a word."""
        return index < len(self.kind) and self.kind[index] == WORD

    def end(self, first: int, last: int) -> int:
        """`last` without the closing full stop of a sentence [first, last)."""
        while last > first and self.kind[last - 1] == MARK and self.text[last - 1] in STOPS:
            last -= 1
        return last


def stream(article: Article) -> Stream:
    """The article's stream."""
    tokens = article.tokens
    outer = [-1] * len(tokens)
    reached = 0
    for index, quotation in enumerate(article.quotations):
        if quotation.first >= reached:
            outer[quotation.first : quotation.last] = [index] * (quotation.last - quotation.first)
            reached = quotation.last
    return Stream(
        tokens.text, tokens.lower, tokens.kind, tokens.start, tokens.end, tokens.sentence,
        article.sentences, article.quotations, outer, vocabulary(),
    )  # fmt: skip
