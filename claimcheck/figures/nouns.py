"""What a figure counts or measures: the noun phrase it belongs to, by word lists and stop patterns."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.figures.phrases import NounPhrase, noun_phrase, reach, subject_before
from claimcheck.figures.plurals import is_plural, singular
from claimcheck.figures.words import Words, word_classes
from claimcheck.model import Article, FigureKind, Span, Tokens


class Counted(NamedTuple):
    """The counted noun in the singular, and the words that say what is counted; None where not found."""

    head: str | None
    about: Span | None


_NOTHING = Counted(None, None)
_AFTER_DURATION = {
    "after",
    "before",
    "since",
    "until",
    "of",
    "in",
    "from",
    "ahead",
    "into",
    "for",
    "without",
    "on",
}
_AFTER_MONEY = {"in", "for", "on", "of", "to", "from", "per"}


def counted(article: Article, first: int, last: int, kind: FigureKind = "count") -> Counted:
    """The noun that the figure at tokens [first, last) belongs to; `kind` says how it is written.

    `head` is None for all but counts, vague counts, ratios and ordinals. `about` is at most 8 words.
    """
    tokens = article.tokens
    stop = article.sentences[tokens.sentence[first]].last
    if kind in ("count", "vague", "ratio", "ordinal", "multiplier"):
        one = kind == "ordinal" or tokens.lower[last - 1] in ("one", "1", "a", "an")
        return _counted_noun(article, first, last, stop, one=one)
    return Counted(None, _measured(tokens, first, last, stop, kind))


def _counted_noun(article: Article, first: int, last: int, stop: int, *, one: bool) -> Counted:
    tokens = article.tokens
    phrase = noun_phrase(tokens, last, stop, one=one)
    if phrase is not None:
        return Counted(_head(article, phrase.head), tokens.span(phrase.first, reach(tokens, phrase, stop)))
    return _unnamed(article, first, last, stop)


def _head(article: Article, index: int) -> str:
    """The singular of the noun at token `index`, in lower case but for names and initials."""
    tokens = article.tokens
    text, lower = tokens.text[index], tokens.lower[index]
    if text[:-1].isupper() and len(text) > 2 and text.endswith("s"):
        return text[:-1]
    if text.isupper() and len(text) > 1:
        return text
    block = article.document.blocks[article.sentences[tokens.sentence[index]].block]
    one = singular(lower)
    return one.capitalize() if text[:1].isupper() and block.kind != "headline" else one


def _unnamed(article: Article, first: int, last: int, stop: int) -> Counted:
    """A count with no noun after it: `12 were injured`, `the number of troops lost is 7,000`."""
    tokens, classes = article.tokens, word_classes()
    following = tokens.lower[last : min(last + 4, stop)]
    subject = subject_before(tokens, first)
    if any(word in classes.harmed for word in following[:1]) or (
        following and following[0] in classes.auxiliaries and any(w in classes.harmed for w in following)
    ):
        earlier = _earlier_count(tokens, first)
        return Counted("person", earlier or tokens.span(last, min(last + 3, stop)))
    if subject is None:
        return _NOTHING
    phrase = noun_phrase(tokens, subject[0], subject[1], plural=True)
    head = _head(article, phrase.head) if phrase else None
    return Counted(head, tokens.span(*subject))


def _earlier_count(tokens: Tokens, first: int) -> Span | None:
    """The last plural noun of the sentence before token `first`."""
    for i in range(first - 1, max(first - 15, -1), -1):
        if tokens.sentence[i] != tokens.sentence[first]:
            return None
        if (
            tokens.kind[i] == 1
            and is_plural(tokens.lower[i])
            and word_classes().of(tokens.lower[i]) == Words.PLAIN
        ):
            return tokens.span(i, i + 1)
    return None


def _measured(tokens: Tokens, first: int, last: int, stop: int, kind: FigureKind) -> Span | None:
    if kind == "age" and tokens.lower[last : last + 1] == ["old"]:
        last += 1
    after = tokens.lower[last] if last < stop else ""
    if after == "of" or (kind == "money" and after in _AFTER_MONEY):
        phrase = noun_phrase(tokens, last + 1, stop, one=True)
        if phrase is not None:
            return tokens.span(phrase.first, reach(tokens, phrase, stop))
    if kind in ("duration", "age") and after in _AFTER_DURATION:
        end = reach(tokens, NounPhrase(last, last, last + 1), stop)
        if end > last + 1:
            return tokens.span(last, end)
    phrase = noun_phrase(tokens, last, stop, one=True)
    if phrase is not None:
        return tokens.span(phrase.first, reach(tokens, phrase, stop))
    subject = subject_before(tokens, first)
    if subject is None and after == "," and last + 1 < stop:
        end = reach(tokens, NounPhrase(last + 1, last + 1, last + 2), stop)
        return tokens.span(last + 1, end)
    return tokens.span(*subject) if subject else None
