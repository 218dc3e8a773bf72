"""Ids of claims: what is claimed, not where it stands, so they survive edits elsewhere in the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from claimcheck.model import Article, Figure

try:
    from _blake2 import blake2s  # hashlib's own, which would load OpenSSL first: 4 ms
except ImportError:
    from hashlib import blake2s


def fingerprints(article: Article, figures: Sequence[Figure], sources: Sequence[str]) -> list[str]:
    """One distinct id for each figure, given the names of their sources.

    The id hashes noun, kind, values and source. A figure that is claimed again hashes its sentence as well;
    only where even that is the same does the id count.
    """
    used: Counter[str] = Counter()
    found = []
    for figure, source in zip(figures, sources, strict=True):
        claimed = _claimed(article, figure, source)
        name = _hash(claimed)
        if used[name]:
            sentence = article.sentences[article.tokens.sentence[figure.first]]
            name = _hash(claimed, article.text[sentence.start : sentence.end])
        used[name] += 1
        found.append(f"{name}-{used[name]}" if used[name] > 1 else name)
    return found


def _claimed(article: Article, figure: Figure, source: str) -> str:
    about = article.text[slice(*figure.about)] if figure.about else ""
    noun = " ".join([figure.unit or "", *about.lower().split()])
    return "|".join([noun, figure.kind, _plain(figure.low), _plain(figure.high), source.lower()])


def _plain(value: Decimal | None) -> str:
    return "" if value is None else str(value.normalize())


def _hash(*parts: str) -> str:
    return blake2s("\n".join(parts).encode(), digest_size=5).hexdigest()
