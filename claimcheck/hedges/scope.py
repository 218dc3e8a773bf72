"""How far a hedge reaches: its clause, its complement or the noun phrase after it, read off the token stream.

There is no parse. A clause ends at strong punctuation, at a comma or conjunction that opens a new clause,
and at subordinators and relative pronouns; to the left it also ends at the verb of the clause around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimcheck.hedges.lexicon import Cue
from claimcheck.lexicon import load
from claimcheck.model import MARK, NUMERAL, WORD, Article, Span, Tokens

LONGEST_PHRASE = 12  # tokens of a noun phrase after its hedge
LONGEST_CLAUSE = 80  # tokens of a clause to either side
LOOK_AHEAD = 10  # tokens in which a new clause must show its verb


@dataclass(frozen=True, slots=True)
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
    adverbs: frozenset[str]
    verbs: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    phrase_ends: frozenset[str]


@cache
def grammar() -> Grammar:
    """The clause words of the lexicon."""
    found = load("hedges")["scope"]
    return Grammar(**{name: frozenset(found[name]) for name in Grammar.__slots__})


def scope_of(cue: Cue, article: Article, first: int, last: int) -> Span:
    """The characters on which the cue at tokens [first, last) bears, itself included."""
    tokens = article.tokens
    sentence = article.sentences[tokens.sentence[first]]
    if cue.reach == "phrase":
        return tokens.span(first, _phrase_end(tokens, last, sentence.last))
    end, begin = min(sentence.last, last + LONGEST_CLAUSE), max(sentence.first, first - LONGEST_CLAUSE)
    whole = cue.reach in ("clause", "next")
    left = _left(tokens, first, begin) if whole else first
    if _inserted(tokens, left, begin):
        end = next((at for at in range(last, end) if tokens.lower[at] == ","), end)
    return tokens.span(left, _right(tokens, last, end, verb=whole))


def _inserted(tokens: Tokens, left: int, begin: int) -> bool:
    """Whether the clause is set in between commas: `the law, which may be repealed, cost $3m`."""
    words, lower = grammar(), tokens.lower
    if left - 2 > begin and lower[left - 1] in words.relatives:
        return lower[left - 2] == ","
    return left - 1 > begin and lower[left - 1] == "," and lower[left].endswith("ed")


def _phrase_end(tokens: Tokens, at: int, end: int) -> int:
    ends = grammar().phrase_ends
    end = min(end, at + LONGEST_PHRASE)
    while at < end and tokens.lower[at] not in ends:
        at += 1
    return at


def _right(tokens: Tokens, at: int, end: int, *, verb: bool) -> int:
    words, lower, start = grammar(), tokens.lower, at
    while at < end:
        word = lower[at]
        if word in words.breaks:
            return at
        if word == "," and _comma_closes(tokens, at, end):
            return at
        if word in words.subordinators and at > start and not _preposition(tokens, at, end):
            return at
        if word in words.coordinators and verb and _joins_clause(tokens, at + 1, end):
            return at
        verb = verb or word in words.auxiliaries or word in words.verbs
        at += 1
    return end


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
    if following in words.subordinators or following in words.pronouns:
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


def _left(tokens: Tokens, first: int, begin: int) -> int:
    words, lower = grammar(), tokens.lower
    at = first
    while at > begin and (lower[at - 1] in words.auxiliaries or lower[at - 1] in words.adverbs):
        at -= 1
    if at > begin and lower[at - 1] == ",":
        at = _before_insertion(tokens, at - 1, begin)
    if at > begin and lower[at - 1] in words.pronouns:
        return at - 1
    joint = first
    while at > begin:
        word = lower[at - 1]
        if _given(tokens, at - 1):
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


def _given(tokens: Tokens, at: int) -> bool:
    """Whether the word at `at` opens a part of the subject that the hedge leaves alone.

    `The fire that killed 43 may`, `a plan to close 40 shops could`: relative clauses and infinitives.
    """
    words, word, after = grammar(), tokens.lower[at], tokens.lower[at + 1]
    if word == "to":
        return _infinitive(tokens, at)
    verb = after.endswith("ed") or after in words.past or after in words.verbs or after in words.auxiliaries
    return word in words.relatives and verb


def _infinitive(tokens: Tokens, at: int) -> bool:
    """Whether the `to` at `at` opens an infinitive, not a number or a place (`up to 40`, `to Merrow`)."""
    if at == 0 or tokens.kind[at - 1] == NUMERAL or tokens.kind[at + 1] != WORD:
        return False
    words, before, after = grammar(), tokens.lower[at - 1], tokens.text[at + 1]
    return before not in words.open_numbers and after not in words.determiners and after.islower()


def _before_insertion(tokens: Tokens, comma: int, begin: int) -> int:
    """`Some 200 troops, most of them engineers, may`: the place before the insertion, if there is one."""
    words = grammar()
    for at in range(comma - 1, max(begin, comma - 2 * LOOK_AHEAD), -1):
        if tokens.lower[at] == ",":
            return at
        if tokens.lower[at] in words.breaks:
            break
    return comma + 1


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
