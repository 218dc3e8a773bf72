"""What a check reads: the article with its claims, indexed once so that a relation costs a look-up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from claimcheck.intervals import Interval, Side, written
from claimcheck.lexicon import load
from claimcheck.model import MARK, NUMERAL, Article, Claim, Figure, Numeral, Source, Span, Time, Tokens
from claimcheck.values import frozen

_NO_STEP = Decimal("0.001")  # `a third`, `doubled`: the words have no written precision
_REACH = 9  # words between a figure and the preposition that governs it


@frozen
class Facts:
    """An article's claims with the look-ups that relations and checks share.

    `lower` is the token stream's, with a hyphen between spaces read as a dash.
    `classes[i]` is the word class of token i in the check lexicons ('' for most), `marks` the tokens of each
    class, `lines` the figures of each sentence that has any, `claim_at` the claim of a figure by its start.
    """

    article: Article
    claims: tuple[Claim, ...]
    times: tuple[Time, ...]
    sources: tuple[Source, ...]
    numerals: tuple[Numeral, ...]
    lower: list[str]
    classes: list[str]
    marks: dict[str, list[int]]
    lines: dict[int, list[Figure]]
    claim_at: dict[int, Claim]

    @property
    def tokens(self) -> Tokens:
        """The article's token stream."""
        return self.article.tokens

    def words(self, first: int, last: int) -> list[str]:
        """The look-up forms of tokens [first, last), cut to the stream."""
        return self.lower[max(first, 0) : max(last, 0)]

    def word(self, index: int) -> str:
        """The look-up form of token `index`, '' outside the stream."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def bounds(self, index: int) -> tuple[int, int]:
        """The token range of the sentence of token `index`."""
        sentence = self.article.sentences[self.article.tokens.sentence[index]]
        return sentence.first, sentence.last

    def figures_in(self, span: Span) -> tuple[Figure, ...]:
        """The figures that begin within `span`."""
        return tuple(claim.figure for claim in self.claims if span.start <= claim.figure.start < span.end)

    def text(self, figure: Figure) -> str:
        """The figure as printed."""
        return self.article.text[figure.start : figure.end]

    def times_in(self, sentence: int) -> list[Time]:
        """The time expressions of a sentence."""
        first, last = self.article.sentences[sentence].first, self.article.sentences[sentence].last
        return [time for time in self.times if first <= time.first < last]

    def times_near(self, token: int, reach: int) -> list[Time]:
        """The time expressions that begin within `reach` tokens from `token` on, in its sentence."""
        if token >= len(self.tokens):
            return []
        stop = min(token + reach, self.bounds(token)[1])
        return [time for time in self.times if token <= time.first < stop]

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
def _unchanging() -> dict[str, frozenset[str]]:
    return {word: frozenset(before) for word, before in load("changes")["unchanging"].items()}


_OVERLAPPING = frozenset(["change_nouns", "back", "particles"])


@cache
def listed(lexicon: str, table: str) -> frozenset[str]:
    """The words of one table of a lexicon; `marks.dashes` is the table `dashes` in the group `marks`."""
    words = load(lexicon)
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
    find = word_classes().get
    lower = _with_dashes(article.tokens)
    classes = [find(word, "") for word in lower]
    for index, word in enumerate(lower):
        if word in _unchanging() and index and lower[index - 1] in _unchanging()[word]:
            classes[index] = ""
    marks: dict[str, list[int]] = {}
    for index, name in enumerate(classes):
        if name:
            marks.setdefault(name, []).append(index)
    lines: dict[int, list[Figure]] = {}
    for claim in claims:
        lines.setdefault(claim.sentence, []).append(claim.figure)
    return Facts(
        article, tuple(claims), tuple(times), tuple(sources), tuple(numerals), lower, classes, marks, lines,
        {claim.figure.start: claim for claim in claims},
    )  # fmt: skip


def _with_dashes(tokens: Tokens) -> list[str]:
    if "-" not in tokens.lower:
        return tokens.lower
    return [
        "–" if word == "-" and not (tokens.glued(i) or tokens.glued(i + 1)) else word
        for i, word in enumerate(tokens.lower)
    ]


def interval(facts: Facts, figure: Figure) -> Interval:
    """What the figure may stand for, from its written precision and the words before it."""
    counted = figure.kind in ("count", "age", "ordinal", "duration")
    if figure.kind in ("multiplier", "ratio"):
        return written(figure.low, figure.high, _NO_STEP, side_of(facts, figure))
    return written(figure.low, figure.high, figure.grain, side_of(facts, figure), counted=counted)


def side_of(facts: Facts, figure: Figure) -> Side:
    """On which side of the printed number the true one may lie."""
    if figure.modifier in ("lower", "upper"):
        return "least" if figure.modifier == "lower" else "most"
    words = " ".join(facts.words(figure.first, figure.last))
    lexicon = load("relations")["sides"]
    for side in ("below", "above"):
        if any(words.startswith(phrase + " ") for phrase in lexicon[side]):
            return "below" if side == "below" else "above"
    return "near" if figure.modifier == "approx" else "exact"


def leads(facts: Facts, figure: Figure) -> list[str]:
    """What governs the figure, nearest first: prepositions, then the class of a word of change or comparison.

    `to a total of 45` gives of, to; `a rise of 12%` of, rise; `leapt nearly 240%` rise.
    """
    words = _prepositions()
    found: list[str] = []
    lower, first = facts.lower, facts.bounds(figure.first)[0]
    for index in range(figure.first - 1, max(first, figure.first - _REACH) - 1, -1):
        word, name = lower[index], facts.classes[index]
        if word in words["stops"] or name in ("breaks", "conjunction"):
            break
        if name in ("rise", "fall", "shift", "compared"):
            return [*found, name]
        if facts.classes[index - 1] == "compared" and index > first:
            return [*found, "compared"]
        if word == "as" and lower[index - 2 : index - 1] == ["as"]:
            return [*found, "than"]
        if word in words["governors"]:
            found.append(word)
            if word not in words["transparent"]:
                break
        if facts.tokens.kind[index] == NUMERAL and not _is_time(facts, index):
            break
    return found


@cache
def _prepositions() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in load("relations")["prepositions"].items()}


def _is_time(facts: Facts, index: int) -> bool:
    return any(time.first <= index < time.last for time in facts.times)


def is_points(figure: Figure) -> bool:
    """Whether the figure is a distance between percentages or scores: `six points`."""
    return figure.kind == "points" or (figure.kind == "measure" and figure.unit in ("points", "point"))


def level(figure: Figure) -> bool:
    """Whether the figure is a quantity that can rise and fall."""
    return figure.kind in ("count", "percent", "money", "measure", "duration") and (
        figure.low is not None or figure.high is not None
    )


def per_unit(facts: Facts, figure: Figure) -> bool:
    """Whether the figure is an amount for one of something: `$6.44 a share`, `£15 each`."""
    if facts.word(figure.last) not in group("per_unit") or facts.word(figure.last + 2) in group("ago"):
        return False
    if facts.word(figure.last + 1) in group("periods"):
        return False
    return figure.kind in ("money", "measure", "duration", "count")


def alike(first: Figure, second: Figure) -> bool:
    """Whether two figures are of one kind and, but for counts, one unit."""
    return first.kind == second.kind and (first.kind == "count" or first.unit == second.unit)


def sentences_with_figures(facts: Facts) -> Iterator[tuple[int, list[Figure]]]:
    """The sentences that hold figures, in order."""
    yield from facts.lines.items()


def is_mark(facts: Facts, index: int) -> bool:
    """Whether token `index` is a mark of punctuation."""
    return 0 <= index < len(facts.tokens) and facts.tokens.kind[index] == MARK
