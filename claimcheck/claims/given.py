"""What a hedged clause takes for granted: figures that its hedge does not weaken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimcheck.lexicon import words
from claimcheck.model import MARK, Article, Figure, Hedge

FARTHEST = 12  # tokens between a relative pronoun and a figure of its clause


def is_given(article: Article, figure: Figure, hedge: Hedge) -> bool:
    """Whether `figure` stands although its clause is hedged.

    So do definite figures (`the 14 firms may`, `all 95 seats`, `the next four years`), spans counted back
    from now (`eight years ago`), ages that describe somebody, and what a relative clause tells of the
    people or things meant (`workers who lost 40 hours`).
    """
    if hedge.scope and hedge.scope.start == figure.start:
        return False
    if hedge.start >= figure.end:
        given = _is_described(article, figure) or _in_relative(article, figure, 0)
        return given or _inserted(article, figure, hedge)
    if hedge.end > figure.start or article.tokens.end[figure.first - 1] <= hedge.end:
        return False
    return _is_described(article, figure) or _in_relative(article, figure, hedge.end)


def _is_described(article: Article, figure: Figure) -> bool:
    lower, at = article.tokens.lower, figure.first - 1
    before = lower[at] if at >= 0 else ""
    if figure.kind == "age" and at > 0 and lower[at - 1] in words("claims", "age_openers"):
        return False  # `believed to be in his 40s`
    if before in words("claims", "definite", "known"):
        return not (before == "her" and at > 0 and lower[at - 1] in words("claims", "giving"))
    if figure.kind == "age":
        return before not in words("words", "auxiliaries") and before not in words("claims", "age_openers")
    if before == "from" and figure.modifier != "range" and _starts_change(lower, figure):
        return True
    after = lower[figure.last] if figure.last < len(lower) else ""
    if figure.kind in ("duration", "vague") and after in words("claims", "counted_back"):
        return not before.endswith(("ed", "en")) and before not in words("claims", "past_verbs")
    return False


def _in_relative(article: Article, figure: Figure, after: int) -> bool:
    """Whether a relative clause that starts after the offset `after` holds the figure."""
    tokens = article.tokens
    sentence = article.sentences[tokens.sentence[figure.first]]
    first = max(bisect_left(tokens.start, after), sentence.first, figure.first - FARTHEST)
    for at in range(figure.first - 1, first - 1, -1):
        word = tokens.lower[at]
        if word in words("claims", "relatives"):
            return True
        if tokens.kind[at] == MARK and word in words("claims", "clause_marks"):
            return False
        if word in words("words", "auxiliaries"):
            return _after_relative(tokens.lower, at, first)
    return False


def _after_relative(lower: Sequence[str], at: int, first: int) -> bool:
    """Whether the auxiliary at `at` is the verb of a relative clause, not of the clause around it."""
    while at > first and (lower[at] in words("words", "auxiliaries") or lower[at] == "not"):
        at -= 1
    return lower[at] in words("claims", "relatives")


def _inserted(article: Article, figure: Figure, hedge: Hedge) -> bool:
    """Whether the figure stands between commas before the hedge: `the merger, worth $3m, is expected`."""
    lower = article.tokens.lower
    sentence = article.sentences[article.tokens.sentence[figure.first]]
    last = bisect_left(article.tokens.start, hedge.start)
    if "," not in lower[figure.last : last]:
        return False
    for at in range(figure.first - 1, max(sentence.first, figure.first - FARTHEST) - 1, -1):
        if lower[at] == "," or lower[at] in words("words", "auxiliaries"):
            return lower[at] == ","
    return False


def _starts_change(lower: Sequence[str], figure: Figure) -> bool:
    """Whether the figure is where a change starts: `expected to rise from 43`."""
    at = figure.first - 1
    known = words("claims", "changes")
    return any(word in known for word in lower[max(0, at - FARTHEST) : at])
