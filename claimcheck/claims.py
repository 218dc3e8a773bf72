"""Figures, sources and hedges bound into claims, with the flags a reviewer filters by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2s

from claimcheck.model import Article, Attribution, Claim, ClaimSource, Figure, Hedge, Source


def bind_claims(
    article: Article,
    figures: Sequence[Figure],
    attributions: Sequence[Attribution],
    sources: Sequence[Source],
    hedges: Sequence[Hedge],
) -> list[Claim]:
    """One claim for each figure, in order."""
    seen: Counter[str] = Counter()
    claims = []
    for figure in figures:
        source = _source_of(figure, attributions)
        name = sources[source.source_id].name if source else ""
        fingerprint = _fingerprint(article, figure, name)
        seen[fingerprint] += 1
        if seen[fingerprint] > 1:
            fingerprint += f"-{seen[fingerprint]}"
        bearing = tuple(h for h in hedges if h.scope and h.scope.start <= figure.start < h.scope.end)
        in_quote = any(q.start <= figure.start and figure.end <= q.end for q in article.quotations)
        claims.append(
            Claim(fingerprint, figure, article.tokens.sentence[figure.first], source, in_quote, bearing,
                  _flags(figure, source, sources, bearing))
        )  # fmt: skip
    return claims


def _source_of(figure: Figure, attributions: Sequence[Attribution]) -> ClaimSource | None:
    inside = [
        a
        for a in attributions
        if a.source and a.source_id is not None and any(c.start <= figure.start < c.end for c in a.contents)
    ]
    if not inside:
        return None
    innermost = min(inside, key=lambda a: sum(c.end - c.start for c in a.contents))
    assert innermost.source is not None and innermost.source_id is not None
    return ClaimSource(*innermost.source, innermost.source_id, innermost.cue)


def _fingerprint(article: Article, figure: Figure, source: str) -> str:
    about = article.text[slice(*figure.about)] if figure.about else figure.unit or ""
    what = "|".join([about.lower(), figure.kind, str(figure.low), str(figure.high), source.lower()])
    return blake2s(what.encode(), digest_size=5).hexdigest()


def _flags(
    figure: Figure, source: ClaimSource | None, sources: Sequence[Source], hedges: Sequence[Hedge]
) -> tuple[str, ...]:
    flags: list[str] = []
    if figure.modifier in ("range", "upper", "lower", "vague"):
        flags.append(figure.modifier)
    if source is None:
        flags.append("unattributed")
    elif sources[source.source_id].anonymous:
        flags.append("anonymous")
    return tuple(flags)
