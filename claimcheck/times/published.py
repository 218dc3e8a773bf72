"""The date that an article's relative days count from, where the document itself does not say it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimcheck.model import Article, PublishedFrom
from claimcheck.times.meanings import Calendar, Exact, Expression
from claimcheck.times.timex import make_date

_DATELINE_TOKENS = 25  # how far into the first body paragraph a dateline reaches
_CAPTION_KINDS = frozenset({"caption", "standfirst", "headline"})


def published_in_text(
    article: Article, expressions: Sequence[Expression]
) -> tuple[date | None, PublishedFrom | None]:
    """The date of a dateline, else of a byline or caption above the text."""
    body = next((i for i, block in enumerate(article.document.blocks) if block.kind == "body"), None)
    caption: date | None = None
    for expression in expressions:
        exact = exact_day(expression)
        sentence = article.sentences[article.tokens.sentence[expression.first]]
        if body is not None and sentence.block > body:
            break
        if not exact:
            continue
        if sentence.block == body and _in_dateline(article, sentence.first, expression):
            return exact, "dateline"
        if article.document.blocks[sentence.block].kind in _CAPTION_KINDS:
            caption = caption or exact
    return caption, "caption" if caption else None


def _in_dateline(article: Article, start: int, expression: Expression) -> bool:
    """Whether a dash closes the dateline straight after the date, or a name in brackets and a dash."""
    if expression.first - start > _DATELINE_TOKENS:
        return False
    following = article.tokens.text[expression.last : expression.last + 6]
    if "(" in following[:1] and ")" in following:
        following = following[following.index(")") + 1 :]
    return bool(following) and following[0] in ("—", "–", "-", "_", ":")


def exact_day(expression: Expression) -> date | None:
    """The day, where the expression names one with its year."""
    meaning = expression.meaning
    if isinstance(meaning, Exact):
        return meaning.day
    if isinstance(meaning, Calendar) and meaning.year and meaning.month and meaning.day:
        return make_date(meaning.year, meaning.month, meaning.day)
    return None
