"""The flags that a reviewer filters claims by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.lexicon import words
from claimcheck.model import Article, Attribution, Figure, Hedge, Source
from claimcheck.text.tokens import fold

WIDE = 2  # a range is wide where its high end is more than this many times the low one
_ESTIMATES = frozenset({"estimate", "approximator", "forecast"})
_DOUBTS = frozenset({"modal", "hearsay", "belief"})


def flags_of(
    article: Article,
    figure: Figure,
    responsible: int | None,
    attributions: Sequence[Attribution],
    sources: Sequence[Source],
    hedges: Sequence[Hedge],
) -> tuple[str, ...]:
    """The flags of one figure, in the order in which `Claim.flags` lists them."""
    attribution = None if responsible is None else attributions[responsible]
    outer = None if attribution is None or attribution.outer is None else attributions[attribution.outer]
    return (
        *_of_figure(figure),
        *_of_words(article, figure, attribution, hedges),
        *_of_source(attribution, outer, sources),
    )


def _of_figure(figure: Figure) -> Iterator[str]:
    if figure.modifier in ("range", "upper", "lower", "vague"):
        yield figure.modifier
    if figure.modifier == "range" and figure.low and figure.high and figure.high > WIDE * figure.low > 0:
        yield "wide-range"


def _of_words(
    article: Article, figure: Figure, attribution: Attribution | None, hedges: Sequence[Hedge]
) -> Iterator[str]:
    strong = {hedge.category for hedge in hedges if hedge.strength != "note"}
    rounded = figure.modifier == "approx" and not (figure.hedge and figure.hedge.category in _DOUBTS)
    if rounded or strong & _ESTIMATES or _from_estimates(article, attribution):
        yield "estimate"
    if strong & _DOUBTS:
        yield "hedge"
    if "low-confidence" in strong:
        yield "low-confidence"


def _from_estimates(article: Article, attribution: Attribution | None) -> bool:
    """Whether the source is itself an estimate: `new intelligence estimates`, `the bank's forecast`."""
    if attribution is None or attribution.source is None:
        return False
    named = fold(article.text[slice(*attribution.source)]).split()
    return any(word.strip(".,'\"") in words("claims", "estimate_nouns") for word in named)


def _of_source(
    attribution: Attribution | None, outer: Attribution | None, sources: Sequence[Source]
) -> Iterator[str]:
    if attribution is None or attribution.source_id is None:
        yield "unattributed"
        return
    source = sources[attribution.source_id]
    if source.anonymous:
        yield "anonymous"
    passed_on = outer is not None and outer.source_id is not None and sources[outer.source_id].kind == "media"
    if source.kind == "media" or passed_on:
        yield "second-hand"
