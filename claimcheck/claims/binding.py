"""Figures, sources and hedges bound into claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claimcheck.claims.bearing import hedges_of_figures
from claimcheck.claims.fingerprint import fingerprints
from claimcheck.claims.flags import flags_of
from claimcheck.claims.responsible import attribution_of_figures
from claimcheck.model import Article, Attribution, Claim, ClaimSource, Figure, Hedge, Source


def bind_claims(
    article: Article,
    figures: Sequence[Figure],
    attributions: Sequence[Attribution],
    sources: Sequence[Source],
    hedges: Sequence[Hedge],
) -> list[Claim]:
    """One claim for each figure, in order."""
    responsible = attribution_of_figures(article, figures, attributions)
    bearing = hedges_of_figures(article, figures, attributions, hedges)
    origins = [None if at is None else _source(attributions[at]) for at in responsible]
    ids = fingerprints(article, figures, [sources[o.source_id].name if o else "" for o in origins])
    once: dict[tuple[str, ...], tuple[str, ...]] = {}  # few sets of flags are many claims'
    claims = []
    for i, figure in enumerate(figures):
        flags = flags_of(article, figure, responsible[i], attributions, sources, bearing[i])
        sentence = article.tokens.sentence[figure.first]
        claims.append(
            Claim(ids[i], figure, sentence, origins[i], _in_quote(article, figure), bearing[i],
                  once.setdefault(flags, flags))
        )  # fmt: skip
    return claims


def _source(attribution: Attribution) -> ClaimSource:
    assert attribution.source is not None and attribution.source_id is not None
    return ClaimSource(*attribution.source, attribution.source_id, attribution.cue)


def _in_quote(article: Article, figure: Figure) -> bool:
    at = bisect_right(article.quotations, figure.start, key=lambda quotation: quotation.start) - 1
    return at >= 0 and figure.end <= article.quotations[at].end
