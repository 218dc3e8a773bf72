"""Runs of capitals: where a name with its joining words, initials and marks ends."""

from __future__ import annotations

from claimcheck.attribution.entities_lexicon import lexicon
from claimcheck.model import MARK, WORD, Tokens

_LONGEST = 40  # tokens of a name with its title
_JOINING_MARKS = frozenset(".-‐‑&+")
_ABBREVIATED = frozenset(["jr", "sr", "st", "no"])


def is_capital(tokens: Tokens, index: int) -> bool:
    """Whether a token is a word with a capital in it: `Ada`, `NHC`, `iPhone`."""
    word = tokens.text[index]
    return word is not tokens.lower[index] and tokens.kind[index] == WORD and not word.islower()


def is_function(lower: str) -> bool:
    """Whether the word, though it has a capital, belongs to no name: `The`, `And`, `She`, `I've`."""
    words = lexicon()
    return lower in words.conjunctions or lower in words.determiners or lower in words.pronouns


def run_end(tokens: Tokens, first: int, limit: int) -> int:
    """The end, at most `limit`, of the run of capitals from token `first` on, joining words included."""
    words, end = lexicon(), first + 1
    if end >= limit or (tokens.text[end] is tokens.lower[end] and _ends_run(tokens, end)):
        return end
    opener = tokens.lower[first] in words.openers or _is_office(tokens, first, limit)
    sentence = tokens.sentence
    limit = min(limit, first + _LONGEST)
    while end < limit and sentence[end] == sentence[first]:
        if tokens.text[end] is tokens.lower[end] and _ends_run(tokens, end):
            break
        step = _step(tokens, end, limit, opener)
        if not step:
            break
        opener = opener or tokens.lower[end] in words.openers or _is_office(tokens, end, limit)
        end += step
    return end


def _ends_run(tokens: Tokens, at: int) -> bool:
    """Whether a word without a capital, or a mark, is none that joins names."""
    lower = tokens.lower[at]
    return lower not in (lexicon().joiners if tokens.kind[at] == WORD else _JOINING_MARKS)


def _is_office(tokens: Tokens, at: int, limit: int) -> bool:
    """`Secretary of State`, `Speaker of the House`: a title that `of` goes on with."""
    return tokens.lower[at] in lexicon().titles and at + 2 < limit and tokens.lower[at + 1] == "of"


def _step(tokens: Tokens, at: int, limit: int, opener: bool) -> int:
    """How many tokens from `at` on belong to the run: 0 where it ends."""
    lower = tokens.lower[at]
    if is_capital(tokens, at):
        initial = len(lower) == 1 and at + 1 < limit and tokens.text[at + 1] == "."
        acronym = len(lower) > 1 and tokens.text[at].isupper()
        return 0 if is_function(lower) and not (opener or initial or acronym) else 1
    if tokens.kind[at] == MARK:
        return _step_over_mark(tokens, at, limit)
    words = lexicon()
    if lower == "'s":
        return 0
    if lower in words.particles and _capital_after(tokens, at + 1, limit, 1):
        return 1
    if lower in words.connectors and opener:
        return 1 if _capital_after(tokens, at + 1, limit, 1) else 0
    return 0


def _capital_after(tokens: Tokens, at: int, limit: int, joiners: int) -> bool:
    """Whether a capital stands at `at`, or after so many more joining words."""
    words = lexicon()
    while joiners and at < limit and tokens.lower[at] in words.joiners:
        if is_capital(tokens, at):
            return True
        at, joiners = at + 1, joiners - 1
    return at < limit and is_capital(tokens, at) and tokens.sentence[at] == tokens.sentence[at - 1]


def _step_over_mark(tokens: Tokens, at: int, limit: int) -> int:
    mark, after = tokens.text[at], at + 1
    if mark == "." and tokens.glued(at):
        return _step_over_stop(tokens, at, limit)
    if after >= limit:
        return 0
    if mark in "-‐‑" and tokens.glued(at) and tokens.glued(after):
        return 2 if is_capital(tokens, after) else 0
    if mark in "&+" and is_capital(tokens, after):
        return 2
    return 0


def _step_over_stop(tokens: Tokens, at: int, limit: int) -> int:
    """A full stop goes on with an initial, an abbreviated title or company form, or a domain."""
    words, before, after = lexicon(), tokens.lower[at - 1], at + 1
    more = after < limit and tokens.sentence[after] == tokens.sentence[at]
    if more and tokens.glued(after) and tokens.kind[after] == WORD:
        return 2
    if len(before) == 1 or before in words.courtesy or before in _ABBREVIATED:
        return 1 if (more and is_capital(tokens, after)) or before in _ABBREVIATED else 0
    return 1 if before in words.suffixes and len(before) < 5 and more else 0
