"""Hedge cues, sorted by category and tied to what they bear on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claimcheck.hedges.contexts import Place, matches
from claimcheck.hedges.lexicon import Cue, cues
from claimcheck.hedges.scope import scope_of
from claimcheck.model import Article, Figure, Hedge, Span

_OUTER_MARKS = frozenset(".\"'“”‘’()[]-–—")

_OF_FIGURES = frozenset({"estimate", "approximator", "upper-bound", "lower-bound", "vague"})


def find_hedges(article: Article, figures: Sequence[Figure]) -> list[Hedge]:
    """Every hedge in the article in order, the figures' own modifiers included."""
    modifiers = [figure.hedge for figure in figures if figure.hedge]
    taken = {at for figure in figures if figure.hedge for at in range(figure.first, figure.last)}
    opening = {figure.first: figure for figure in figures}
    starts = [figure.start for figure in figures]
    found = []
    for first, last, cue in _find_cues(article):
        if first in taken and cue.category in _OF_FIGURES:
            continue
        scope = scope_of(cue, article, first, last, opening)
        if not cue.with_figure or _holds(scope, starts):
            found.append(Hedge(*article.tokens.span(first, last), cue.category, cue.strength, scope))
    return sorted([*modifiers, *found], key=lambda hedge: (hedge.start, hedge.end))


def _holds(scope: Span, starts: Sequence[int]) -> bool:
    return bisect_left(starts, scope.start) < bisect_left(starts, scope.end)


def _find_cues(article: Article) -> Iterator[tuple[int, int, Cue]]:
    tokens, table = article.tokens, cues()
    lower, free = tokens.lower, 0
    for index in [i for i, word in enumerate(lower) if word in table]:
        if index < free:
            continue
        for cue in table[lower[index]]:
            last = index + len(cue.words)
            same = last == index + 1 or tuple(lower[index:last]) == cue.words
            if same and _counts(cue, article, index):
                yield index, last, cue
                free = last
                break


def _counts(cue: Cue, article: Article, first: int) -> bool:
    if not (cue.only or cue.unless):
        return True
    sentence = article.sentences[article.tokens.sentence[first]]
    headline = article.document.blocks[sentence.block].kind == "headline"
    last = first + len(cue.words)
    left, right = _without_marks(article.tokens.lower, sentence.first, first, last, sentence.last)
    place = Place(article.tokens, first, last, left, right, headline)
    if cue.only and not any(matches(context, place) for context in cue.only):
        return False
    return not any(matches(context, place) for context in cue.unless)


def _without_marks(lower: Sequence[str], left: int, first: int, last: int, right: int) -> tuple[int, int]:
    """The sentence without the quotation marks, brackets and full stops around it."""
    while left < first and lower[left] in _OUTER_MARKS:
        left += 1
    while right > last and lower[right - 1] in _OUTER_MARKS:
        right -= 1
    return left, right
