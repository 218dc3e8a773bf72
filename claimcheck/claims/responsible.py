"""Which attribution answers for a figure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claimcheck.attribution.vocabulary import Stance, verb_forms
from claimcheck.lexicon import words
from claimcheck.model import Article, Attribution, Figure, Span

# Who wishes, orders, promises, judges or does something with a figure does not say that it is so.
_NO_CLAIM: frozenset[Stance] = frozenset({"wish", "directive", "commitment", "judgement", "act"})


def attribution_of_figures(
    article: Article, figures: Sequence[Figure], attributions: Sequence[Attribution]
) -> list[int | None]:
    """For each figure the index of the innermost attribution whose content holds it, None where nobody
    speaks.

    A number within the words that name a source or report (`two officials said`) is the article's own.
    """
    starts = [figure.start for figure in figures]
    innermost: list[int | None] = [None] * len(figures)
    size: list[int] = [0] * len(figures)
    for index, attribution in enumerate(attributions):
        if attribution.source is None or attribution.source_id is None or not _claims(article, attribution):
            continue
        for part in attribution.contents:
            length = part.end - part.start
            for at in _within(starts, part):
                if innermost[at] is None or length <= size[at]:
                    innermost[at], size[at] = index, length
    return innermost


def _claims(article: Article, attribution: Attribution) -> bool:
    """Whether the reporting words state something: plans and demands leave a figure to the article."""
    if attribution.cue is None:
        return True
    lower, forms = article.tokens.lower, verb_forms()
    first = bisect_left(article.tokens.start, attribution.cue.start)
    if is_passive_aside(article, attribution):
        return False
    for at in range(first, bisect_left(article.tokens.start, attribution.cue.end)):
        for form in forms.get(lower[at], ()):
            last = at + 1 + len(form.rest)
            helping = form.verb.stance == "survey" and article.tokens.start[at + 1] < attribution.cue.end
            if tuple(lower[at + 1 : last]) == form.rest and not helping:
                return form.verb.stance not in _NO_CLAIM and not _intends(form.verb.lemma, lower, last)
    return True


def is_passive_aside(article: Article, attribution: Attribution) -> bool:
    """Whether the cue is a participle about the noun before it: `the rate, expected to be 5%, was 6%`."""
    if (
        attribution.cue is None
        or attribution.source is None
        or attribution.source.end > attribution.cue.start
    ):
        return False
    tokens = article.tokens
    first = bisect_left(tokens.start, attribution.cue.start)
    last = bisect_left(tokens.start, attribution.cue.end)
    aside = first > 0 and tokens.lower[first - 1] == "," and tokens.end[first - 2] == attribution.source.end
    return aside and tokens.lower[last - 1].endswith("ed") and tokens.lower[last] in ("to", "at")


def _intends(lemma: str, lower: Sequence[str], at: int) -> bool:
    """Whether the infinitive at `at` is still to be done: `agreed to pay`, not `claims to have paid`."""
    if at + 1 >= len(lower) or lower[at] != "to" or lemma in words("claims", "foreseeing"):
        return False
    if lower[at + 1] in words("claims", "stated_infinitives"):
        return False
    following = lower[at + 1]
    known = following in words("words", "determiners", "possessives", "pronouns")
    return following.isalpha() and not following.endswith("ing") and not known


def _within(starts: Sequence[int], span: Span) -> range:
    """The indices of the figures that start in `span`."""
    return range(bisect_left(starts, span.start), bisect_right(starts, span.end - 1))
