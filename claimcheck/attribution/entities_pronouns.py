"""Pronouns back to who they mean: `he` and `she`, `they`, `it`, and `who` and `which` after their noun."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from claimcheck.attribution.entities import Entity
from claimcheck.attribution.entities_history import History, gender_fits, is_person, sort_of
from claimcheck.attribution.entities_lexicon import lexicon
from claimcheck.attribution.mentions import Mention

_OPENING = 8  # tokens into a sentence at which its subject may still start


def find_meant(history: History, mention: Mention) -> Entity | None:
    """Who or what a pronoun means; None where nothing before it fits."""
    table = lexicon().pronouns[history.tokens.lower[mention.head]]
    if table in ("male", "female"):
        return find_person(history, mention)
    if table == "relative":
        return _relative(history, mention)
    if table == "they":
        return _several(history, mention)
    return _thing(history, mention) if table == "it" else None


def find_person(history: History, mention: Mention) -> Entity | None:
    """The speaker or subject of this sentence or the last two, else the last person who spoke."""
    sentence_of = history.tokens.sentence
    speakers = [
        (sentence_of[at], e)
        for at, e in history.spoken_before(mention.first)
        if is_person(e) and gender_fits(e, mention)
    ]
    sentence = sentence_of[mention.head]
    for here in range(sentence, max(-1, sentence - 3), -1):
        speaker = next((e for s, e in speakers if s == here), None)
        found = speaker or _subject(history, here, mention)
        if found:
            return found
    return speakers[0][1] if speakers else _last_person(history, mention)


def _subject(history: History, sentence: int, mention: Mention) -> Entity | None:
    """The person whom a sentence opens with, if the pronoun may mean that one."""
    first = history.article.sentences[sentence].first
    at = bisect_left(history.firsts, first)
    for other in history.mentions[at : at + 3]:
        if other.first >= mention.first or other.first > first + _OPENING or history.quoted[other.head]:
            return None
        entity = _candidate(history, other, first)
        if entity and is_person(entity) and gender_fits(entity, mention) and entity.kind != "unknown":
            return entity
    return None


def _candidate(history: History, other: Mention, first: int) -> Entity | None:
    """Who a mention near the start of a sentence means; `A nurse` may be new, if the sentence opens so."""
    if other.form == "description" and other.noun and other.noun.kind in ("role", "people"):
        determined = history.tokens.lower[other.first] in lexicon().determiners
        if other.first <= first + 1 and determined and not other.plural and not other.definite:
            return history.entity_of(other)
    return history.known(other)


def _last_person(history: History, mention: Mention) -> Entity | None:
    for other in history.before(mention.first):
        entity = history.known(other)
        if entity and entity.kind != "unknown" and is_person(entity) and gender_fits(entity, mention):
            return entity
    return None


def _several(history: History, mention: Mention) -> Entity | None:
    """The last group or organisation that spoke, else the last people named, else the last speaker."""
    speakers = [entity for _, entity in history.spoken_before(mention.first)]
    for entity in speakers:
        if entity.plural or sort_of(entity) in ("organisation", "media"):
            return entity
    for other in history.before(mention.first):
        if other.plural and other.noun and other.noun.kind in ("role", "people"):
            return history.entity_of(other)
    return speakers[0] if speakers else None


def _thing(history: History, mention: Mention) -> Entity | None:
    """The last organisation, document or medium that spoke."""
    for _, entity in history.spoken_before(mention.first):
        if not is_person(entity) and not entity.plural:
            return entity
    return None


def _relative(history: History, mention: Mention) -> Entity | None:
    """What stands before `who` or `which` in its sentence: the nearest person, or the nearest thing."""
    tokens = history.tokens
    personal = tokens.lower[mention.head] not in ("which", "that")
    for other in islice(history.before(mention.first), 4):
        if tokens.sentence[other.head] != tokens.sentence[mention.head]:
            return None
        entity = history.entity_of(other)
        people = is_person(entity) or (entity.plural and sort_of(entity) in ("role", "people"))
        if personal == people:
            return entity
    return None
