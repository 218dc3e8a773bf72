"""What stands before a figure and says what it is: the subject of `rose to`, the noun before `of`."""

from __future__ import annotations

from claimcheck.figures.antecedents import name_before
from claimcheck.figures.openings import is_number
from claimcheck.figures.phrases import LONGEST, noun_phrase, reach
from claimcheck.figures.words import CLOSED, HYPHENS, VERBS, Words, word_classes
from claimcheck.model import MARK, NUMERAL, WORD, Tokens

_NEAR, _FAR = 8, 24  # tokens from the figure to its verb, from the verb to its subject
_SIGNS = frozenset("$€£¥-+~≈±")
_HANGING = (Words.AUXILIARY, Words.ADVERB, Words.PREPOSITION, Words.CONJUNCTION, Words.DETERMINER)
_LEADING = frozenset({*_HANGING, Words.POSSESSIVE})
_TRAILING = frozenset({*_HANGING, Words.STOP})
_LIGHT = frozenset({Words.ADVERB, Words.STOP, Words.PASS})


def said_of(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """Tokens of what the figure at token `first` is said of: `a diameter of`, or the subject of its verb."""
    if first > 1 and tokens.lower[first - 1] == "(":
        return _before_bracket(tokens, first - 1)
    return _noun_before(tokens, first) or _noun_before_of(tokens, first) or _subject_before(tokens, first)


def _noun_before(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """The noun of `foreign policy at 4 percent`, `Mr. Lind's 43 percent`."""
    if (
        first < 2
        or tokens.lower[first - 1] not in ("at", "'s")
        or tokens.sentence[first - 2] != tokens.sentence[first]
    ):
        return None
    return name_before(tokens, first - 1)


def subject_of(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """Tokens of the subject of the verb at token `verb` (`Sales doubled`)."""
    return _clean(tokens, _clause_start(tokens, verb), verb)


def _before_bracket(tokens: Tokens, bracket: int) -> tuple[int, int] | None:
    """The noun before `(`, or what the figure there is said of: `a span of 410 feet (125 m)`."""
    name = name_before(tokens, bracket)
    start = name[0] if name else bracket
    if start and tokens.kind[start - 1] == NUMERAL and tokens.sentence[start - 1] == tokens.sentence[bracket]:
        return _noun_before_of(tokens, start - 1) or _subject_before(tokens, start - 1)
    return name


def _noun_before_of(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """The noun of `a debt load of $9 million`; none for `a total of`, which only announces the figure."""
    classes = word_classes()
    end = first
    while end > 0 and (tokens.lower[end - 1] in _SIGNS or classes.at(tokens, end - 1) in _LIGHT):
        end -= 1
    if end < 2 or tokens.lower[end - 1] != "of" or tokens.sentence[end - 1] != tokens.sentence[first]:
        return None
    end -= 1
    start = end
    while start > 0 and end - start < LONGEST and tokens.sentence[start - 1] == tokens.sentence[first]:
        hyphen = tokens.lower[start - 1] in HYPHENS and tokens.glued(start)
        hyphen = hyphen or (tokens.lower[start] in HYPHENS and tokens.glued(start))
        plain = tokens.kind[start - 1] == WORD and classes.at(tokens, start - 1) in (Words.PLAIN, Words.PASS)
        if not (plain or hyphen or tokens.lower[start - 1] in classes.verb_noun):
            break
        start -= 1
    if start == end or (end - start == 1 and tokens.lower[start] in classes.measure):
        return None
    return start, end


def _subject_before(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """The subject of the verb that a figure follows (`The toll rose to 43`), as a token range."""
    verb = _verb_before(tokens, first)
    if verb is None:
        return None
    start = _clause_start(tokens, verb)
    found = _object_after(tokens, verb, first) or _clean(tokens, start, verb)
    if found is None and start and tokens.lower[start - 1] in ("and", "but"):
        earlier = _verb_before(tokens, start - 1)  # `rose in May and stood at 43`
        found = None if earlier is None else subject_of(tokens, earlier)
    return found


def _object_after(tokens: Tokens, verb: int, first: int) -> tuple[int, int] | None:
    """What was counted after the verb, where the figure goes on from it: `sold 12 vans, up 5 percent`."""
    if "," not in tokens.lower[verb:first]:
        return None
    comma = tokens.lower.index(",", verb, first)
    for i in range(verb + 1, comma):
        if tokens.kind[i] == NUMERAL:
            at = i + 1 + is_number(tokens, i + 1)  # a scale word may follow
            phrase = noun_phrase(tokens, at, comma, plural=True)
            return (phrase.first, reach(tokens, phrase.first, phrase.last, comma)) if phrase else None
    return None


def _verb_before(tokens: Tokens, first: int) -> int | None:
    """The nearest verb before the figure, past commas only where the figure goes on from another one."""
    classes = word_classes()
    near = _NEAR
    i = first - 1
    while i >= 0 and first - i <= near and tokens.sentence[i] == tokens.sentence[first]:
        if tokens.kind[i] == MARK and tokens.lower[i] not in _SIGNS:
            if tokens.lower[i] not in (",", "(") or tokens.lower[i + 1] not in classes.change:
                return None
            near = _FAR
        kind = classes.at(tokens, i)
        if tokens.lower[i + 1] in HYPHENS or tokens.lower[i - 1] in HYPHENS:
            kind = Words.PASS  # `state-held`
        if kind in VERBS or (kind == Words.PLAIN and _is_gerund(tokens, i)):
            return i
        i -= 1
    return None


def _is_gerund(tokens: Tokens, i: int) -> bool:
    """Whether an -ing word goes on a noun (`winds gusting to 55 mph`)."""
    word = tokens.lower[i]
    return (
        word.endswith("ing")
        and len(word) > 5
        and i > 0
        and tokens.kind[i - 1] == WORD
        and word_classes().at(tokens, i - 1) == Words.PLAIN
        and tokens.lower[i - 1].endswith("s")
    )


def _clause_start(tokens: Tokens, verb: int) -> int:
    classes, lower = word_classes(), tokens.lower
    start = verb
    while start > 0 and verb - start < _FAR and tokens.sentence[start - 1] == tokens.sentence[verb]:
        i = start - 1
        if tokens.kind[i] == MARK and not (lower[i] in HYPHENS and tokens.glued(i)):
            break
        kind = classes.at(tokens, i)
        opens_speech = lower[i] in classes.reporting and kind in VERBS and not _is_modifier(tokens, i)
        bounds = lower[i] in classes.boundary and kind != Words.PLAIN and not _is_relative(tokens, i)
        if bounds or opens_speech:
            break
        if lower[i] in ("and", "or") and _joins_clauses(tokens, i):
            break
        start = i
    return start


def _is_relative(tokens: Tokens, i: int) -> bool:
    """Whether `that` goes on a noun (`stocks that fell`), where `said that` opens a clause."""
    classes = word_classes()
    return (
        tokens.lower[i] == "that"
        and i > 0
        and tokens.kind[i - 1] == WORD
        and classes.at(tokens, i - 1) == Words.PLAIN
        and classes.at(tokens, i + 1) in VERBS
    )


def _is_modifier(tokens: Tokens, i: int) -> bool:
    """Whether a participle stands before a noun or after an auxiliary (`the estimated cost`, `was found`)."""
    opens = i == 0 or tokens.sentence[i - 1] != tokens.sentence[i]
    before = Words.STOP if opens else word_classes().at(tokens, i - 1)
    return before in (Words.DETERMINER, Words.AUXILIARY, Words.POSSESSIVE)


def _joins_clauses(tokens: Tokens, conjunction: int) -> bool:
    """Whether a verb stands before the `and`, so that it joins clauses and not nouns."""
    classes = word_classes()
    for i in range(conjunction - 1, max(conjunction - 8, -1), -1):
        if tokens.sentence[i] != tokens.sentence[conjunction] or tokens.kind[i] == MARK:
            return False
        if tokens.lower[i] in classes.reporting or tokens.lower[i] in classes.boundary:
            return False
        if classes.at(tokens, i) in VERBS and not _is_modifier(tokens, i):
            return True
    return False


def _clean(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """[start, end) without articles, `the number of` and hanging words: 8 words at most, with a noun."""
    classes, lower = word_classes(), tokens.lower
    while start < end:
        if lower[start] in classes.measure and start + 1 < end and lower[start + 1] == "of":
            start += 2
        elif classes.at(tokens, start) in _LEADING:
            start += 1
        else:
            break
    end = min(end, start + LONGEST)
    while start < end and (tokens.kind[end - 1] == MARK or classes.at(tokens, end - 1) in _TRAILING):
        end -= 1
    if start < end and tokens.kind[start] == NUMERAL:
        return None
    empty = CLOSED | VERBS | {Words.POSSESSIVE}
    nouns = any(tokens.kind[i] == WORD and classes.at(tokens, i) not in empty for i in range(start, end))
    return (start, end) if nouns else None
