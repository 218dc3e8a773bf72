"""What a check reads: the article with its claims, indexed once so that a relation costs a look-up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any, TypeVar, overload

from claimcheck.lexicon import load
from claimcheck.model import Article, Claim, Figure, Numeral, Source, Span, Time, Tokens
from claimcheck.text.tokens import places_of
from claimcheck.values import frozen

Value = TypeVar("Value")
_MOST_FIGURES = 40  # of one sentence; what has more is a table run together, and relates nothing by grammar
_LONGEST_SENTENCE = 150  # tokens to either side of a figure that may be its sentence


class Classes(Sequence[str]):
    """The class of each token, kept in a byte."""

    __slots__ = ("_codes", "_names")

    def __init__(self, count: int) -> None:
        self._codes = bytearray(count)
        self._names = [""]

    def mark(self, name: str, places: Iterable[int]) -> None:
        """The tokens at `places` are of the class `name`."""
        self._names.append(name)
        for place in places:
            self._codes[place] = len(self._names) - 1

    def __len__(self) -> int:
        return len(self._codes)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        names, codes = self._names, self._codes
        if isinstance(place, slice):
            return [names[code] for code in codes[place]]
        return names[codes[place]]


@frozen
class Facts:
    """An article's claims with the look-ups that relations and checks share.

    `lower` is the token stream's, with a hyphen between spaces read as a dash. `classes[i]` is the class of
    token i in the check lexicons ('' for most), `marks` the tokens of each, `lines` the first figures of
    each sentence that has any, `times_of` its times, `claim_at` the claim of a figure by its start.
    """

    article: Article
    claims: tuple[Claim, ...]
    times: tuple[Time, ...]
    sources: tuple[Source, ...]
    numerals: tuple[Numeral, ...]
    lower: list[str]
    classes: Classes
    marks: dict[str, list[int]]
    lines: dict[int, list[Figure]]
    claim_at: dict[int, Claim]
    times_of: dict[int, list[Time]]
    numeral_at: frozenset[int]  # the tokens that begin a number
    holds: frozenset[str]  # every word, and `mark CLASS`, `figure KIND`, `two figures` (of one sentence)
    where: dict[str, list[int]]  # the tokens of each watched word
    led: dict[int, list[str]]  # what governs the figure at a token, once it is known

    @property
    def tokens(self) -> Tokens:
        """The article's token stream."""
        return self.article.tokens

    def words(self, first: int, last: int) -> list[str]:
        """The look-up forms of tokens [first, last), cut to the stream."""
        return self.lower[first if first > 0 else 0 : last if last > 0 else 0]

    def word(self, index: int) -> str:
        """The look-up form of token `index`, '' outside the stream."""
        try:
            return self.lower[index] if index >= 0 else ""
        except IndexError:
            return ""

    def places(self, words: frozenset[str]) -> list[int]:
        """The tokens that are one of `words`."""
        if words.isdisjoint(self.holds):
            return []
        if words <= _watched():
            return sorted(index for word in words.intersection(self.where) for index in self.where[word])
        return [index for index, word in enumerate(self.lower) if word in words]

    def holds_number(self, first: int, last: int) -> bool:
        """Whether a number begins within tokens [first, last)."""
        return not self.numeral_at.isdisjoint(range(first, last))

    def numerals_in(self, first: int, last: int) -> tuple[Numeral, ...]:
        """The numbers that begin within tokens [first, last)."""
        begin = bisect_left(self.numerals, first, key=_first)
        return self.numerals[begin : bisect_left(self.numerals, last, key=_first)]

    def holds_figure(self, first: int, last: int) -> bool:
        """Whether a figure begins within tokens [first, last) of one sentence."""
        line = self.lines.get(self.article.tokens.sentence[first], ()) if first < last else ()
        return any(first <= figure.first < last for figure in line)

    def bounds(self, index: int) -> tuple[int, int]:
        """The token range of the sentence of token `index`, of one without end the part around it."""
        sentence = self.article.sentences[self.article.tokens.sentence[index]]
        first, last = sentence.first, sentence.last
        if last - first <= _LONGEST_SENTENCE:
            return first, last
        return max(first, index - _LONGEST_SENTENCE), min(last, index + _LONGEST_SENTENCE)

    def figures_in(self, span: Span) -> tuple[Figure, ...]:
        """The figures that begin within `span`."""
        first = bisect_left(self.claims, span.start, key=_start)
        return tuple(
            claim.figure for claim in self.claims[first : bisect_left(self.claims, span.end, key=_start)]
        )

    def text(self, figure: Figure) -> str:
        """The figure as printed."""
        return self.article.words(figure.start, figure.end)

    def times_in(self, sentence: int) -> list[Time]:
        """The time expressions of a sentence."""
        return self.times_of.get(sentence, [])

    def times_near(self, token: int, reach: int) -> list[Time]:
        """The time expressions that begin within `reach` tokens from `token` on, in its sentence."""
        if token >= len(self.tokens):
            return []
        stop = min(token + reach, self.bounds(token)[1])
        near = self.times_of.get(self.article.tokens.sentence[token], ())
        return [time for time in near if token <= time.first < stop]

    def block(self, figure: Figure) -> str:
        """The kind of block that the figure stands in."""
        sentence = self.article.sentences[self.article.tokens.sentence[figure.first]]
        return self.article.document.blocks[sentence.block].kind


@cache
def word_classes() -> dict[str, str]:
    """The class of each word in the lexicons of change and relation, the first that lists it."""
    classes: dict[str, str] = {}
    for name in ("changes", "relations"):
        for key, words in load(name).items():
            if isinstance(words, list) and key not in _OVERLAPPING:
                for word in words:
                    classes.setdefault(word, key)
    return classes


@cache
def _unchanging(table: str) -> dict[str, frozenset[str]]:
    return {word: frozenset(beside) for word, beside in load("changes")[table].items()}


_OVERLAPPING = frozenset(["change_nouns", "back", "particles"])


@cache
def listed(lexicon: str, table: str) -> frozenset[str]:
    """The words of one table of a lexicon; `marks.dashes` is the table `dashes` in the group `marks`."""
    words: Any = load(lexicon)
    for key in table.split("."):
        words = words[key]
    return frozenset(words)


@cache
def group(table: str) -> frozenset[str]:
    """A group of words or marks of the relation lexicon."""
    return frozenset(load("relations")["groups"][table])


def gather(
    article: Article,
    claims: Sequence[Claim],
    times: Sequence[Time] = (),
    sources: Sequence[Source] = (),
    numerals: Sequence[Numeral] = (),
) -> Facts:
    """The facts of an article."""
    lower = _with_dashes(article.tokens)
    classes, marks, where = _marked(lower)
    lines = _by_sentence((claim.sentence, claim.figure) for claim in claims)
    return Facts(
        article, tuple(claims), tuple(times), tuple(sources), tuple(numerals), lower, classes, marks, lines,
        {claim.figure.start: claim for claim in claims},
        _by_sentence((article.tokens.sentence[time.first], time) for time in times),
        frozenset(numeral.first for numeral in numerals),
        frozenset(chain(lower, _held(marks, claims, lines))), where, {},
    )  # fmt: skip


def _marked(lower: list[str]) -> tuple[Classes, dict[str, list[int]], dict[str, list[int]]]:
    """The class of each token, the tokens of each class, and those of each watched word."""
    known, watched, sought = word_classes(), _watched(), _sought()
    marks: dict[str, list[int]] = {}
    where: dict[str, list[int]] = {}
    for index, word in [(i, word) for i, word in enumerate(lower) if word in sought]:
        if word in watched:
            where.setdefault(word, []).append(index)
        if word in known and not _tells_of_none(lower, index):
            marks.setdefault(known[word], []).append(index)
    classes = Classes(len(lower))
    for name, places in marks.items():
        classes.mark(name, places)
    return classes, marks, where


@cache
def _watched() -> frozenset[str]:
    """Words whose places in an article are asked for more often than they are not."""
    calendar = load("words")
    return frozenset(
        [*load("relations")["watched"]["words"], *calendar["months"], *calendar["month_abbreviations"]]
    )


@cache
def _sought() -> frozenset[str]:
    return _watched().union(word_classes())


def _tells_of_none(lower: list[str], index: int) -> bool:
    """Whether a word of change tells of none beside another: `last fall`, `fall ill`."""
    word, after, before = lower[index], _unchanging("unchanging"), _unchanging("unchanging_before")
    if word in after and index and lower[index - 1] in after[word]:
        return True
    return word in before and lower[index + 1 : index + 2] != [] and lower[index + 1] in before[word]


def _held(marks: Iterable[str], claims: Sequence[Claim], lines: dict[int, list[Figure]]) -> Iterator[str]:
    for name in marks:
        yield f"mark {name}"
    for kind in {claim.figure.kind for claim in claims}:
        yield f"figure {kind}"
    if any(len(line) > 1 for line in lines.values()):
        yield "two figures"


def _first(numeral: Numeral) -> int:
    return numeral.first


def _start(claim: Claim) -> int:
    return claim.figure.start


def _by_sentence(values: Iterable[tuple[int, Value]]) -> dict[int, list[Value]]:
    grouped: dict[int, list[Value]] = {}
    for sentence, value in values:
        line = grouped.setdefault(sentence, [])
        if len(line) < _MOST_FIGURES:
            line.append(value)
    return grouped


def _with_dashes(tokens: Tokens) -> list[str]:
    lower, glued = tokens.lower, tokens.glued
    hyphens = places_of("-", lower)
    apart = [index for index in hyphens if not (glued(index) or glued(index + 1))]
    if apart:
        lower = [*lower]
        for index in apart:
            lower[index] = "–"
    return lower
