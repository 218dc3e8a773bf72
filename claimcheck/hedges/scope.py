"""How far a hedge reaches: its clause, its complement, the noun phrase after it or the next figure."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.hedges.clauses import clause_end, clause_start, grammar, is_inserted, phrase_end
from claimcheck.hedges.lexicon import Cue
from claimcheck.model import Article, Figure, Span, Tokens

LONGEST_PHRASE = 12  # tokens of a noun phrase after its hedge
LONGEST_CLAUSE = 80  # tokens of a clause to either side

_ASIDES = frozenset(",()—–")


def scope_of(cue: Cue, article: Article, first: int, last: int, opening: Mapping[int, Figure]) -> Span:
    """The characters on which the cue at tokens [first, last) bears, itself included.

    `opening` holds the figures by their first token.
    """
    tokens = article.tokens
    sentence = article.sentences[tokens.sentence[first]]
    end, begin = min(sentence.last, last + LONGEST_CLAUSE), max(sentence.first, first - LONGEST_CLAUSE)
    if cue.reach == "phrase":
        return tokens.span(first, phrase_end(tokens, last, min(end, last + LONGEST_PHRASE)))
    if cue.reach == "before":
        return _from_figure(tokens, first, last, begin, opening)
    if cue.reach == "next":
        return _of_adverb(tokens, first, last, begin, end, opening)
    if cue.reach == "complement":
        return tokens.span(first, clause_end(tokens, last, end, verb=False))
    return _clause(tokens, first, last, begin, end)


def _clause(tokens: Tokens, first: int, last: int, begin: int, end: int) -> Span:
    left = clause_start(tokens, first, begin)
    if is_inserted(tokens, left, begin):
        end = next((at for at in range(last, end) if tokens.lower[at] == ","), end)
    return tokens.span(left, clause_end(tokens, last, end, verb=True))


def _from_figure(tokens: Tokens, first: int, last: int, begin: int, opening: Mapping[int, Figure]) -> Span:
    """From the last figure before the cue: `the 14 cents that analysts had expected`."""
    for at in range(first - 1, max(begin, first - LONGEST_PHRASE) - 1, -1):
        if at in opening:
            return Span(opening[at].start, tokens.end[last - 1])
    return tokens.span(first, last)


def _of_adverb(
    tokens: Tokens, first: int, last: int, begin: int, end: int, opening: Mapping[int, Figure]
) -> Span:
    """The figure right after an adverb, the clause of the verb beside it, or what follows, asides apart."""
    if last in opening:
        return Span(tokens.start[first], opening[last].end)
    if _beside_verb(tokens, first, last, begin, end):
        return _clause(tokens, first, last, begin, end)
    if tokens.lower[first - 1] in _ASIDES:
        end = next((at for at in range(last, end) if tokens.lower[at] in _ASIDES), end)
    return tokens.span(first, clause_end(tokens, last, end, verb=False))


def _beside_verb(tokens: Tokens, first: int, last: int, begin: int, end: int) -> bool:
    """Whether an adverb stands at a verb or opens the sentence, so that it bears on the whole clause."""
    words, lower = grammar(), tokens.lower
    if first <= begin + 1 or lower[first - 1] in words.auxiliaries:
        return True
    after = lower[last] if last < end else ""
    return after in words.auxiliaries or after in words.verbs or after in words.past or after.endswith("ed")
