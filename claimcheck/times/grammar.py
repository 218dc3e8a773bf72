"""Tokens to time expressions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claimcheck.model import Article, Document, Numeral, PublishedFrom, Time


@dataclass(frozen=True, slots=True)
class Expression:
    """A matched time expression, not yet resolved: tokens [first, last)."""

    first: int
    last: int
    rule: str


def match_times(article: Article, numerals: Sequence[Numeral]) -> list[Expression]:
    """Every time expression in the article, in order."""
    return []


def find_published(
    article: Article, expressions: Sequence[Expression]
) -> tuple[date | None, PublishedFrom | None]:
    """The date that the article's relative days count from, and where it was found."""
    document: Document = article.document
    return document.published, document.published_from


def resolve_times(article: Article, expressions: Sequence[Expression]) -> list[Time]:
    """TIMEX3 types and values of the expressions, resolved against `article.published`."""
    return []
