"""Where clauses end, read off the function words of the token stream.

There is no parse. A clause ends at strong punctuation, at a comma or conjunction that opens a new clause,
and at subordinators and relative pronouns; to the left it also ends at the verb of the clause around it.
"""

from __future__ import annotations

from claimcheck.lexicon import load
from claimcheck.lexicon.ready import table
from claimcheck.model import MARK, NUMERAL, WORD, Tokens
from claimcheck.values import frozen

LOOK_AHEAD = 10  # tokens in which a new clause must show its verb


@frozen
class Grammar:
    """The function words that bound clauses."""

    breaks: frozenset[str]
    quotes: frozenset[str]
    open_numbers: frozenset[str]
    openers: frozenset[str]
    prepositions: frozenset[str]
    relatives: frozenset[str]
    past: frozenset[str]
    subordinators: frozenset[str]
    coordinators: frozenset[str]
    auxiliaries: frozenset[str]
    finite: frozenset[str]
    adverbs: frozenset[str]
    verbs: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    phrase_ends: frozenset[str]


@table
def grammar() -> Grammar:
    """The clause words of the lexicon."""
    found = load("hedges")["scope"]
    return Grammar(**{name: frozenset(found[name]) for name in Grammar.__annotations__})


def phrase_end(tokens: Tokens, at: int, end: int) -> int:
    """The token before `end` at which the noun phrase that starts at `at` ends."""
    ends = grammar().phrase_ends
    while at < end and tokens.lower[at] not in ends:
        at += 1
    return at


def clause_end(tokens: Tokens, at: int, end: int, *, verb: bool) -> int:
    """The token before `end` at which the clause around `at` ends; `verb` says that its verb stands before
    `at`."""
    words, lower, start = grammar(), tokens.lower, at
    while at < end:
        word = lower[at]
        if word in words.breaks or (word == "," and _comma_closes(tokens, at, end)):
            return at
        if word in words.subordinators and at > start and not _preposition(tokens, at, end):
            return at
        if word == "as" and at + 1 < end and lower[at + 1] in words.pronouns:
            return at
        if word in words.coordinators and verb and _joins_clause(tokens, at + 1, end):
            return at
        verb = verb or word in words.auxiliaries or word in words.verbs
        at += 1
    return end


def clause_start(tokens: Tokens, first: int, begin: int) -> int:
    """The token from `begin` on at which the clause of the verb at `first` starts, its subject included."""
    words, lower = grammar(), tokens.lower
    at = _before_auxiliaries(tokens, first, begin)
    if at > begin and lower[at - 1] in words.pronouns:
        return at - 1
    joint = first
    while at > begin:
        word = lower[at - 1]
        if _leaves_alone(tokens, at - 1):
            return first
        if word in words.breaks or word == "," or word in words.subordinators:
            return joint if joint == at + 1 else at
        if word in words.auxiliaries or _is_verb(tokens, at - 1):
            return joint if joint < first else at
        if word in words.coordinators:
            if at == first:
                return at
            joint = at
        at -= 1
    return at


def is_inserted(tokens: Tokens, start: int, begin: int) -> bool:
    """Whether the clause that starts at `start` ends at the next comma.

    So does a relative clause (`the law, which may be repealed, cost $3m`) and one that a participle opens.
    """
    lower = tokens.lower
    if start - 1 > begin and lower[start - 1] in grammar().relatives:
        return lower[start - 1] != "that" or lower[start - 2] not in grammar().verbs
    participle = lower[start].endswith("ed") or lower[start + 1 : start + 2] == ["to"]
    return start - 1 > begin and lower[start - 1] == "," and participle


def _preposition(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the word stands before a number only: `after 40 days`."""
    return tokens.lower[at] in grammar().prepositions and at + 1 < end and tokens.kind[at + 1] == NUMERAL


def _comma_closes(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a new clause, or the words that report this one, follow the comma."""
    if at + 1 >= end:
        return True
    words, following = grammar(), tokens.lower[at + 1]
    if following in words.quotes or following in words.openers:
        return True
    if following in words.subordinators or following in words.pronouns or following in words.finite:
        return True
    if following in words.coordinators:
        return _joins_clause(tokens, at + 2, end)
    return _has_verb(tokens, at + 1, end)


def _joins_clause(tokens: Tokens, at: int, end: int) -> bool:
    """Whether what follows a conjunction has a subject and verb of its own."""
    words = grammar()
    if at >= end:
        return False
    first = tokens.lower[at]
    if first in words.auxiliaries or first in words.adverbs:
        return False
    return first in words.pronouns or first in words.subordinators or _has_verb(tokens, at, end)


def _has_verb(tokens: Tokens, at: int, end: int) -> bool:
    words = grammar()
    for index in range(at, min(end, at + LOOK_AHEAD)):
        word = tokens.lower[index]
        if word == "," or word in words.breaks or word in words.subordinators:
            return False
        if index > at and (word in words.auxiliaries or word in words.verbs):
            return True
    return False


def _before_auxiliaries(tokens: Tokens, at: int, begin: int) -> int:
    """The place before the auxiliaries and adverbs at `at`, and before an insertion in front of them."""
    words, lower = grammar(), tokens.lower
    while at > begin and (lower[at - 1] in words.auxiliaries or lower[at - 1] in words.adverbs):
        at -= 1
    if at == begin or lower[at - 1] != ",":
        return at
    for comma in range(at - 2, max(begin, at - 2 * LOOK_AHEAD), -1):
        if lower[comma] == ",":
            return comma
        if lower[comma] in words.breaks:
            break
    return at


def _leaves_alone(tokens: Tokens, at: int) -> bool:
    """Whether the word at `at` opens a part of the subject on which the verb does not bear.

    `The fire that killed 43 may`, `a plan to close 40 shops could`: relative clauses and infinitives.
    """
    words, word, after = grammar(), tokens.lower[at], tokens.lower[at + 1]
    if word == "to":
        return _is_infinitive(tokens, at)
    if word in words.relatives:
        return after.endswith("ed") or after in words.past
    verb = word in words.verbs or word in words.auxiliaries or word in words.past
    return verb and at > 0 and tokens.lower[at - 1] in words.relatives


def _is_infinitive(tokens: Tokens, at: int) -> bool:
    """Whether the `to` at `at` opens an infinitive, not a number or a place (`up to 40`, `to Merrow`)."""
    if at == 0 or tokens.kind[at - 1] == NUMERAL or tokens.kind[at + 1] != WORD:
        return False
    words, before, after = grammar(), tokens.lower[at - 1], tokens.text[at + 1]
    return before not in words.open_numbers and after not in words.determiners and after.islower()


def _is_verb(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is a verb with its subject before it, as far as its neighbours tell."""
    words, word = grammar(), tokens.lower[at]
    if word in words.verbs:
        return True
    if not word.endswith("ed") or at == 0 or at + 1 >= len(tokens):
        return False
    before, after = tokens.lower[at - 1], tokens.lower[at + 1]
    if tokens.kind[at - 1] in (MARK, NUMERAL) or before in words.determiners or before in words.auxiliaries:
        return False
    return after in words.determiners or after in words.pronouns
