"""Sources as they stand in the text to the article's distinct sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.model import Article, Attribution, Source, Span


def identify(article: Article, attributions: Sequence[Attribution]) -> tuple[list[Attribution], list[Source]]:
    """The attributions with their `source_id`, and the distinct sources that it indexes."""
    mentions: dict[str, list[Span]] = {}
    for attribution in attributions:
        if attribution.source:
            mentions.setdefault(article.text[slice(*attribution.source)], []).append(attribution.source)
    ids = {name: index for index, name in enumerate(mentions)}
    found = [
        replace(a, source_id=ids[article.text[slice(*a.source)]]) if a.source else a for a in attributions
    ]
    return found, [Source(name, "person", False, tuple(spans)) for name, spans in mentions.items()]
