"""The date that an article's relative days count from, where the document itself does not say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimcheck.model import Article, PublishedFrom, Sentence
from claimcheck.times.meanings import Calendar, Clock, Exact, Expression
from claimcheck.times.timex import make_date

_DATELINE_REACH = 25  # tokens from the paragraph's first to a dateline's date
_BYLINE_LENGTH = 16  # tokens of a line that is only a byline or a date
_TOP = 8  # blocks above which a byline stands


def published_in_text(
    article: Article, expressions: Sequence[Expression]
) -> tuple[date | None, PublishedFrom | None]:
    """The date of a dateline, else of a byline near the top, else of the first dated caption."""
    dated = list(_dated(article, expressions))
    for expression, sentence, day in dated:
        kind = article.document.blocks[sentence.block].kind
        if kind == "body" and _in_dateline(article, sentence, expression):
            return day, "dateline"
    for _, sentence, day in dated:
        if _is_byline(article, sentence) or article.document.blocks[sentence.block].kind == "caption":
            return day, "caption"
    return None, None


def _dated(
    article: Article, expressions: Sequence[Expression]
) -> Iterator[tuple[Expression, Sentence, date]]:
    """The expressions that name a day with its year, their sentences and days."""
    for expression in expressions:
        day = exact_day(expression)
        if day:
            yield expression, article.sentences[article.tokens.sentence[expression.first]], day


def _is_byline(article: Article, sentence: Sentence) -> bool:
    """Whether the sentence is a short line of its own near the top: a byline or a date."""
    if sentence.block >= _TOP or sentence.last - sentence.first > _BYLINE_LENGTH:
        return False
    block = article.document.blocks[sentence.block]
    return article.text[sentence.start - 1 : sentence.start] != "." and (
        sentence.start == block.start
        and sentence.end == block.end
        and article.text[block.end - 1] not in ".!?"
    )


def _in_dateline(article: Article, sentence: Sentence, expression: Expression) -> bool:
    """Whether a dash closes the dateline straight after the date, or a name in brackets and a dash."""
    opens = sentence.start == article.document.blocks[sentence.block].start
    if not opens or not 0 < expression.first - sentence.first < _DATELINE_REACH:
        return False
    if not article.tokens.text[sentence.first].isupper():
        return False
    following = article.tokens.text[expression.last : expression.last + 7]
    if "(" in following[:1] and ")" in following:
        following = following[following.index(")") + 1 :]
    return bool(following) and following[0] in ("—", "–", "-", "_", ":")


def exact_day(expression: Expression) -> date | None:
    """The day, where the expression names one with its year."""
    meaning = expression.meaning
    if isinstance(meaning, Clock) and meaning.day is not None:
        meaning = meaning.day
    if isinstance(meaning, Exact):
        return meaning.day
    if isinstance(meaning, Calendar) and meaning.year and meaning.month and meaning.day:
        return make_date(meaning.year, meaning.month, meaning.day)
    return None
