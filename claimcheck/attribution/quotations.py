"""Quotation marks to quotations, over sentences and paragraphs."""

from __future__ import annotations

from claimcheck.model import Article, Quotation


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """The article's quotations in order."""
    return ()
