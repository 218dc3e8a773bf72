"""The token stream with what the attribution grammar needs beside it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from claimcheck.attribution.vocabulary import Words, vocabulary
from claimcheck.model import MARK, WORD, Article, Quotation, Sentence
from claimcheck.values import frozen

QUOTES = frozenset("\"“”„«»'‘’")
DASHES = frozenset("—–―")
STOPS = frozenset(".!?…")
INSIDE = frozenset("-'’.&%$/#@+")  # marks within a phrase: `AT&T`, `Sen.`


@frozen
class Stream:
    """Token lists, sentences, quotations; `outer[i]` is the outermost quotation around token i, or -1.

    `opening` and `closing` map the first and the last token of each outermost quotation to its index.
    """

    text: list[str]
    lower: list[str]
    kind: bytes
    start: Sequence[int]
    end_at: Sequence[int]
    sentence: Sequence[int]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    outer: Sequence[int]
    opening: dict[int, int]
    closing: dict[int, int]
    words: Words

    def titled(self, number: int) -> bool:
        """Whether a sentence is written like a headline, most of its longer words with a capital."""
        sentence = self.sentences[number]
        long = [word for word in self.text[sentence.first : sentence.last] if len(word) > 3]
        return len([word for word in long if word[0].isupper()]) * 4 >= len(long) * 3

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
    outer = array("i", [-1]) * len(tokens)
    opening: dict[int, int] = {}
    closing: dict[int, int] = {}
    reached = 0
    for index, quotation in enumerate(article.quotations):
        if quotation.first >= reached:
            outer[quotation.first : quotation.last] = array("i", [index]) * (quotation.last - quotation.first)
            opening[quotation.first], closing[quotation.last - 1] = index, index
            reached = quotation.last
    return Stream(
        tokens.text, tokens.lower, tokens.kind, tokens.start, tokens.end, tokens.sentence,
        article.sentences, article.quotations, outer, opening, closing, vocabulary(),
    )  # fmt: skip
