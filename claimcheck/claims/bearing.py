"""Which hedges bear on which figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from claimcheck.claims.given import is_given
from claimcheck.claims.responsible import is_passive_aside
from claimcheck.lexicon import words
from claimcheck.model import Article, Attribution, Figure, Hedge, Span

# Hedges that weaken what a source says when they stand in its name: `unconfirmed reports`, `early estimates`.
_OF_SOURCES = frozenset({"low-confidence", "hearsay", "estimate", "forecast"})


class _SaidBy:
    """Attributions by the place of their cues and sources."""

    def __init__(self, article: Article, attributions: Sequence[Attribution]) -> None:
        reports = [a for a in attributions if a.cue and a.source and not is_passive_aside(article, a)]
        self._cues = {a.cue.start: a for a in reports if a.cue}
        self._sourced = sorted((a.source, a.contents) for a in attributions if a.source)

    def spans(self, hedge: Hedge) -> tuple[Span, ...]:
        """Where `hedge` bears: on what it reports, on what its source says, or on its scope."""
        attribution = self._cues.get(hedge.start)
        if attribution is not None:
            return attribution.contents
        own = (hedge.scope,) if hedge.scope else ()
        if hedge.category not in _OF_SOURCES:
            return own
        named = self._naming(hedge)
        return own if named is None else (*named[1], *own)

    def separates(self, figure: Figure, hedge: Hedge) -> bool:
        """Whether the figure stands in the words that name a source and the hedge outside them."""
        named = self._naming(figure)
        return named is not None and not named[0].start <= hedge.start < named[0].end

    def _naming(self, part: Figure | Hedge) -> tuple[Span, tuple[Span, ...]] | None:
        """The source in whose name `part` stands, with what that source says."""
        at = bisect_right(self._sourced, part.start, key=lambda found: found[0].start) - 1
        return self._sourced[at] if at >= 0 and part.end <= self._sourced[at][0].end else None


def hedges_of_figures(
    article: Article,
    figures: Sequence[Figure],
    attributions: Sequence[Attribution],
    hedges: Sequence[Hedge],
) -> list[tuple[Hedge, ...]]:
    """For each figure the hedges that weaken it, in order.

    A hedge bears on what lies in its scope; one that is itself the reporting verb (`NATO believes`) on all
    that is reported; a remark on low confidence also on the figures that it refers back to.
    """
    starts = [figure.start for figure in figures]
    said_by = _SaidBy(article, attributions)
    found: list[list[Hedge]] = [[] for _ in figures]
    for hedge in hedges:
        spans = said_by.spans(hedge)
        inside = {at for span in spans for at in _figures_in(starts, span)}
        reached = {
            at
            for at in inside
            if not is_given(article, figures[at], hedge) and not said_by.separates(figures[at], hedge)
        }
        if hedge.category == "low-confidence":
            reached |= set(_referred_to(article, figures, starts, hedge))
        for at in reached:
            found[at].append(hedge)
    return [tuple(bearing) for bearing in found]


def _figures_in(starts: Sequence[int], span: Span) -> range:
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _referred_to(
    article: Article, figures: Sequence[Figure], starts: Sequence[int], hedge: Hedge
) -> Iterator[int]:
    """The figures before a remark that speaks of them.

    `a claim that …` speaks of its own sentence, `the estimates` of the sentence before and of the paragraph
    so far.
    """
    index = article.tokens.sentence[bisect_left(article.tokens.start, hedge.start)]
    determiners = _determiners_of_figure_nouns(article, index)
    first = index
    if determiners & words("claims", "definite"):
        first = max(index - 1, 0)
        while first > 0 and article.sentences[first - 1].block == article.sentences[index].block:
            first -= 1
    elif not determiners & {"a", "an"}:
        return
    yield from _figures_in(starts, Span(article.sentences[first].start, hedge.start))


def _determiners_of_figure_nouns(article: Article, sentence: int) -> set[str]:
    lower, nouns = article.tokens.lower, words("claims", "figure_nouns")
    first, last = article.sentences[sentence].first, article.sentences[sentence].last
    return {lower[at - 1] for at in range(first + 1, last) if lower[at] in nouns}
