"""Which words report: reporting verbs told from their namesakes, with the verb group around them."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.attribution.senses import is_verb
from claimcheck.attribution.stream import Stream
from claimcheck.attribution.vocabulary import Form, reporting_nouns, source_phrases, verb_forms
from claimcheck.model import MARK, NUMERAL, WORD
from claimcheck.values import frozen

_GROUP = 8  # words of a verb group left of its verb


@frozen
class Cue:
    """A verb group [first, last) with its verb at `head`, or a phrase like `according to` (`form` None)."""

    first: int
    head: int
    last: int
    form: Form | None
    passive: bool = False
    noun: bool = False  # `claim` in `the mayor's claim that`

    @property
    def gerund(self) -> bool:
        """Whether it is an -ing form without an auxiliary, which has no subject of its own."""
        return self.form is not None and self.form.name == "gerund" and self.first == self.head


def find_cues(s: Stream, low: int, high: int, triggers: list[int]) -> Iterator[Cue]:
    """The cues of tokens [low, high), which hold the trigger words `triggers`."""
    reached = low
    phrases, verbs, nouns = source_phrases(), verb_forms(), reporting_nouns()
    for index in triggers:
        if index < reached:
            continue
        word = s.lower[index]
        cue = _phrase_at(s, index, high) if word in phrases else None
        cue = cue or (_verb_at(s, index, low, high) if word in verbs else None)
        cue = cue or (_survey_at(s, index, low) if word in s.words.surveys else None)
        cue = cue or (_noun_at(s, index, low, high) if word in nouns else None)
        if cue and cue.first >= reached:
            yield cue
            reached = cue.last


def _phrase_at(s: Stream, index: int, high: int) -> Cue | None:
    for phrase in source_phrases().get(s.lower[index], ()):
        last = index + len(phrase)
        if last < high and tuple(s.lower[index:last]) == phrase:
            if phrase == ("per",) and not (s.capital(last) or s.lower[last] in s.words.determiners):
                return None
            if phrase == ("per",) and (s.kind[index - 1] == NUMERAL or s.lower[last] in s.words.rates):
                return None
            if (
                phrase[0] in s.words.comma_phrases
                and index
                and s.sentence[index - 1] == s.sentence[index]
                and s.text[index - 1] != ","
            ):
                return None
            return Cue(index, index, last, None)
    return None


def _noun_at(s: Stream, index: int, low: int, high: int) -> Cue | None:
    """`the mayor's claim that`, `their promise to`: a noun of reporting with whose it is and what it says."""
    if index + 2 >= high or s.lower[index + 1] not in reporting_nouns().get(s.lower[index], ()):
        return None
    for back in range(index - 1, max(low - 1, index - 5), -1):
        word = s.lower[back]
        if word in s.words.owners or word == "'s" or (s.text[back] in "'’" and word == "'"):
            return Cue(index, back, index + 1, None, noun=True)
        if s.kind[back] != WORD or word in s.words.prepositions or s.auxiliary(back):
            return None
    return None


def _survey_at(s: Stream, index: int, low: int) -> Cue | None:
    """`in a May poll`, `by the paper's tally`: the preposition, where `index` is the survey."""
    if index + 1 < len(s.lower) and s.kind[index + 1] == WORD and not _phrase_ends(s, index + 1):
        return None
    for back in range(index - 1, max(low, index - 9) - 1, -1):
        word = s.lower[back]
        if word == "in" or (word == "by" and _opens_stretch(s, back)):
            return Cue(back, back, back + 1, None)
        if (s.kind[back] == MARK and s.text[back] not in "-'’.&") or word in s.words.prepositions:
            return None
        if s.auxiliary(back) or word in s.words.openers:
            return None
    return None


def _surveyed(s: Stream, low: int, first: int) -> bool:
    """Whether a survey stands right before, or a few words before a participle and a day."""
    if first > low and s.lower[first - 1] in s.words.times:
        first -= 2
    return first > low and s.lower[first - 1] in s.words.surveys


def _opens_stretch(s: Stream, index: int) -> bool:
    """Whether the token begins its sentence or follows a comma."""
    return not index or s.sentence[index - 1] != s.sentence[index] or s.text[index - 1] == ","


def _phrase_ends(s: Stream, index: int) -> bool:
    """Whether a noun phrase cannot go on with the word at `index`, so that its head stands before."""
    word = s.lower[index]
    return (
        word in s.words.prepositions
        or word in s.words.times
        or s.auxiliary(index)
        or word in s.words.relatives
        or word in s.words.after_surveys
    )


def _verb_at(s: Stream, index: int, low: int, high: int) -> Cue | None:
    for form in verb_forms().get(s.lower[index], ()):
        last = index + 1 + len(form.rest)
        if form.rest and tuple(s.lower[index + 1 : last]) != form.rest:
            continue
        first = _group(s, low, index)
        if form.verb.stance == "survey" and not _surveyed(s, low, first):
            continue
        if not is_verb(s, form, first, index, low):
            continue
        copula = _copula(s, first, index)
        if form.passive and copula:
            return Cue(first, index, last, form, passive=True)
        if form.name == "participle" and first == index:
            return None
        if _bare_infinitive(s, first, index):
            return None
        governed = last < high and s.lower[last] in form.verb.takes and s.word(last)
        return Cue(first, index, last + governed, form)
    return None


def _group(s: Stream, low: int, head: int) -> int:
    """Where the verb group of `head` starts: auxiliaries, adverbs, `went on to`."""
    first = head
    floor = max(low, head - _GROUP)
    while first > floor:
        word = s.lower[first - 1]
        if s.kind[first - 1] != WORD:
            break
        if word == "'s":
            if not _auxiliary_s(s, first, head):
                break
        elif s.auxiliary(first - 1):
            pass
        elif word == "to":
            if first - 2 < floor or s.lower[first - 2] not in s.words.catenatives:
                break
        elif word in s.words.catenatives:
            after = s.lower[first]
            if not (after == "to" or after.endswith("ing") or word in s.words.have):
                break
        elif not s.adverb(first - 1):
            break
        first -= 1
    return first


def _auxiliary_s(s: Stream, first: int, head: int) -> bool:
    """Whether `'s` is `has` or `is`: before an adverb, `been` or a participle of a pronoun or name."""
    return s.lower[first] in s.words.clitic_verbs or (
        first == head and s.lower[head].endswith("ing") and s.lower[head] not in s.words.gerund_nouns
    ) or s.lower[first - 2] in s.words.pronouns  # fmt: skip


def _copula(s: Stream, first: int, head: int) -> bool:
    for index in range(head - 1, first - 1, -1):
        word = s.lower[index]
        if word in s.words.copulas and word != "'s":
            return True
        if s.auxiliary(index):
            return False
    return first > 0 and s.lower[first - 1] in s.words.be_contractions and s.lower[head][-1] in "dn"


def _bare_infinitive(s: Stream, first: int, head: int) -> bool:
    """Whether the verb is `to say` with nothing that hands it a subject, or follows `let`."""
    return first > 0 and first == head and s.lower[first - 1] == "to"
