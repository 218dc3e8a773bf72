"""What a figure counts or measures: the noun phrase it belongs to, by word lists and stop patterns."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.figures.antecedents import antecedent, counted_before
from claimcheck.figures.measured import measured
from claimcheck.figures.openings import is_number
from claimcheck.figures.phrases import NounPhrase, noun_phrase, reach
from claimcheck.figures.plurals import is_plural, singular
from claimcheck.figures.subjects import said_of, subject_of
from claimcheck.figures.units import find_unit
from claimcheck.figures.words import VERBS, Words, word_classes
from claimcheck.model import Article, FigureKind, Span, Tokens

_COUNTS = frozenset({"count", "vague", "ratio", "ordinal", "multiplier"})
_WINDOW = 40  # tokens after a figure that can matter: bounds the work on sentences without end
_ONE = frozenset({"one", "1", "a", "an"})


class Counted(NamedTuple):
    """The counted noun in the singular, and the words that say what is counted; None where not found."""

    head: str | None
    about: Span | None


def counted(article: Article, first: int, last: int, kind: FigureKind = "count") -> Counted:
    """The noun that the figure at tokens [first, last) belongs to; `kind` says how it is written.

    `head` is None for all but counts, vague counts, ratios and ordinals. `about` is at most 8 words.
    """
    tokens, classes = article.tokens, word_classes()
    stop = min(article.sentences[tokens.sentence[first]].last, last + _WINDOW)
    if kind == "vague":
        kind = _kind_of_vague(tokens, first, last)
    if kind in _COUNTS:
        one = kind == "ordinal" or tokens.lower[last - 1] in _ONE
        at = last + (kind != "count" and last < stop and tokens.lower[last] in classes.definite)
        return _counted_noun(article, first, at, stop, one=one)
    about = measured(tokens, first, last, stop, kind)
    return Counted(None, tokens.span(*about) if about else None)


def _kind_of_vague(tokens: Tokens, first: int, last: int) -> FigureKind:
    """What a vague figure would be with a number: `several months` a span, `millions of dollars` money."""
    unit = find_unit(tokens, last - 1) if last - first > 1 else None
    if unit is not None:
        return "duration" if unit.dimension == "time" else "measure"
    word = tokens.lower[last - 1]
    amount = "of" in tokens.lower[first:last] and word not in word_classes().numbers
    return "money" if amount and is_plural(word) else "vague"


def _counted_noun(article: Article, first: int, last: int, stop: int, *, one: bool) -> Counted:
    classes = word_classes()
    tokens = article.tokens
    if tokens.lower[last : last + 2] in (["of", "a"], ["of", "an"]):
        one = True
    phrase = noun_phrase(tokens, last, stop, one=one)
    if phrase is not None:
        end = reach(tokens, phrase.first, phrase.last, stop)
        head = "person" if tokens.lower[phrase.head] in classes.harmed else _head(article, phrase.head)
        return Counted(head, tokens.span(phrase.first, end))
    return _named_before(article, first, last, stop)


def _named_before(article: Article, first: int, last: int, stop: int) -> Counted:
    """A count without a noun of its own: `12 were injured`, `compared with 63`, `the toll rose to 43`."""
    tokens, classes = article.tokens, word_classes()
    same = counted_before(tokens, first)
    things = same is not None and tokens.lower[first - 1] == "which"
    if not things and _are_people(tokens, last, stop):
        about = (same.first, same.last) if same else (last, reach(tokens, last, last, stop))
        return Counted("person", tokens.span(*about))
    if first and tokens.lower[first - 1] in classes.harming and same is None:
        return Counted("person", None)
    sent_back = antecedent(tokens, first, last)
    if sent_back is None and same and first and tokens.lower[first - 1] in classes.change:
        sent_back = same
    if sent_back is not None:
        return Counted(_head(article, sent_back.head), tokens.span(sent_back.first, sent_back.last))
    shared = _shared_after(tokens, last, stop)
    if shared is not None:
        end = reach(tokens, shared.first, shared.last, stop)
        return Counted(_head(article, shared.head), tokens.span(shared.first, end))
    if opened := _opens_clause(article, first, last, stop, same):
        return opened
    about_range = subject_of(tokens, first) if _is_verb(tokens, first) else said_of(tokens, first)
    if about_range is None:
        return Counted(None, None)
    within = None if _is_verb(tokens, first) else noun_phrase(tokens, *about_range, plural=True)
    if within is None and same and tokens.lower[first - 1] in classes.held:
        return Counted(_head(article, same.head), tokens.span(same.first, same.last))
    return Counted(_head(article, within.head) if within else None, tokens.span(*about_range))


def _opens_clause(
    article: Article, first: int, last: int, stop: int, same: NounPhrase | None
) -> Counted | None:
    """A figure that is the subject of the verb after it: `Police said 3,000 attended`."""
    tokens, classes = article.tokens, word_classes()
    before = tokens.lower[first - 1] if first else ""
    opens = (
        not first
        or tokens.sentence[first - 1] != tokens.sentence[first]
        or before in ("that", "while", "which", "whom", ",")
    )
    reported = before in classes.reporting and classes.at(tokens, first - 1) in VERBS
    if last >= stop or not (opens or reported) or classes.at(tokens, last) not in VERBS:
        return None
    if same is None and tokens.lower[last] not in classes.human:
        return None
    head = _head(article, same.head) if same else "person"
    end = reach(tokens, last, last, stop)
    about = (same.first, same.last) if same else (last, end)
    return Counted(head, tokens.span(*about)) if about[0] < about[1] else None


def _shared_after(tokens: Tokens, last: int, stop: int) -> NounPhrase | None:
    """The noun that a list of numbers shares: `30, 60 or 90 beds`."""
    at = last
    while at + 1 < stop and tokens.lower[at] in word_classes().listing:
        at += 1
        while at < stop and is_number(tokens, at):
            at += 1
    shares = at > last and is_number(tokens, at - 1) and not find_unit(tokens, at)
    return noun_phrase(tokens, at, stop, plural=True) if shares else None


def _head(article: Article, index: int) -> str:
    """The singular of the noun at token `index`, in lower case but for names and initials."""
    tokens = article.tokens
    text, one = tokens.text[index], singular(tokens.lower[index])
    if len(text) > 2 and text[:-1].isupper() and text.endswith("s"):
        return text[:-1]
    sentence = article.sentences[tokens.sentence[index]]
    headline = article.document.blocks[sentence.block].kind == "headline"
    if headline or index == sentence.first or not text[:1].isupper():
        return one
    return text if len(text) > 1 and text.isupper() else one.capitalize()


def _is_verb(tokens: Tokens, index: int) -> bool:
    """Whether the figure is itself a verb: `doubled`."""
    return word_classes().at(tokens, index) in VERBS


def _are_people(tokens: Tokens, last: int, stop: int) -> bool:
    """Whether what follows is said of people only: `12 were injured`, `43 dead`."""
    classes = word_classes()
    following = tokens.lower[last : min(last + 4, stop)]
    if not following:
        return False
    harmed = any(word in classes.harmed for word in following)
    return following[0] in classes.harmed or (harmed and classes.of(following[0]) == Words.AUXILIARY)
