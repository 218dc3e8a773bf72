"""Descriptions back to what introduced them: `the official`, `the lawmaker`, `the company`, `the study`."""

from __future__ import annotations

from claimcheck.attribution.entities import Entity
from claimcheck.attribution.entities_history import History, gender_fits, is_person, sort_of
from claimcheck.attribution.entities_lexicon import lexicon
from claimcheck.attribution.entities_nouns import Noun
from claimcheck.attribution.entities_pronouns import find_person
from claimcheck.attribution.mentions import Mention

_PEOPLE = ("role", "people")
_BUSINESS = frozenset({"company", "outlets"})  # news style names these by turns: `the Swiss drugmaker`


def find_described(history: History, mention: Mention) -> Entity | None:
    """Who a description goes back to; None where it introduces somebody itself."""
    noun = mention.noun
    if noun is None:
        return None
    if history.in_headline(mention):
        return _told_below(history, mention, noun)
    modifiers = mention.words - lexicon().counters
    if not lexicon().others.isdisjoint(modifiers):
        return None
    bare = mention.first == mention.head
    if mention.definite or _is_bare_role(history, mention, noun):
        return (
            _same_noun(history, mention, noun, modifiers)
            or _holder(history, mention, noun, modifiers)
            or _other_noun(history, mention, noun, modifiers)
            or _untitled(history, mention, noun, modifiers)
        )
    return _sole_group(history, mention, noun) if bare and mention.plural else None


def _told_below(history: History, mention: Mention, noun: Noun) -> Entity | None:
    """A headline's `study finds`, `mayor says`: the first one that the text introduces, or its title."""
    others = history.described(noun.lemma)
    after = (o for o in others if o.first > mention.first and o.plural == mention.plural)
    other = next((o for o in after if not history.in_headline(o) and _introduces(history, o)), None)
    if other:
        return history.entity_of(other)
    holder = _holder(history, mention, noun, mention.words - lexicon().counters)
    return holder or next((e for e in history.names.entities if e.sure and _fits_named(e, noun)), None)


def _fits_named(entity: Entity, noun: Noun) -> bool:
    return noun.kind == "organisation" and bool(entity.families) and _fits_family(entity, noun)


def _is_bare_role(history: History, mention: Mention, noun: Noun) -> bool:
    """`Mayor`, `police chief`: headlines and `, programme director,` leave the article out."""
    bare = history.tokens.lower[mention.first] not in lexicon().determiners and not mention.plural
    return bare and noun.kind == "role" and "'s" not in history.tokens.lower[mention.first : mention.head]


def _same_noun(history: History, mention: Mention, noun: Noun, modifiers: frozenset[str]) -> Entity | None:
    """The last one introduced by the same noun whose modifiers include these."""
    best, position = None, -1
    for at, entity in history.spoken_before(mention.first):
        if entity.plural == mention.plural and _is_called(entity, noun, modifiers):
            best, position = entity, at
            break
    for other in history.described_before(mention.first, noun.lemma):
        if other.first <= position or _is_owned(history, mention):
            break
        if other.plural == mention.plural and modifiers <= other.words and _introduces(history, other):
            return history.entity_of(other)
    named = None if mention.plural else _named_between(history, position, mention.first, noun, modifiers)
    return named or best


def _is_owned(history: History, mention: Mention) -> bool:
    """`his campaign`, `our daughter`: whose it is tells it apart from any other."""
    return history.tokens.lower[mention.first] in lexicon().owners


def _introduces(history: History, mention: Mention) -> bool:
    """Whether a mention says enough to be an introduction: `an official`, `the authors of the study`."""
    lower = history.tokens.lower
    if mention.definite:
        return history.tells_more(mention)
    if mention.plural or not mention.noun or mention.noun.kind in ("document", "media"):
        return True
    return lower[mention.first] in lexicon().determiners or lower[mention.first - 1] == "'s"


def _named_between(
    history: History, after: int, before: int, noun: Noun, modifiers: frozenset[str]
) -> Entity | None:
    """The last one between two tokens called by the noun: `the ministry`, `Defence Ministry`."""
    for other in history.before(before):
        if other.first <= after:
            return None
        entity = history.known(other) if other.form == "name" else None
        if entity and _is_called(entity, noun, modifiers):
            return entity
    return None


def _is_called(entity: Entity, noun: Noun, modifiers: frozenset[str]) -> bool:
    """Whether the noun stands in a person's title or an organisation's name, with all the modifiers."""
    if entity.best.form == "name" and (noun.kind in _PEOPLE) != (entity.kind in ("person", "unknown")):
        return False
    called = entity.titles.union(entity.words)
    return noun.lemma in called and modifiers <= called


def _holder(history: History, mention: Mention, noun: Noun, modifiers: frozenset[str]) -> Entity | None:
    """The only person of the article with that title, named before or after: `the mayor`, `Mayor Cole`."""
    if mention.plural or noun.kind != "role":
        return None
    also = lexicon().also.get(noun.lemma, frozenset()) if not modifiers else frozenset()
    titles = also | {noun.lemma}
    holders = {id(e): e for t in titles for e in history.titled.get(t, ()) if modifiers <= e.titles}
    return next(iter(holders.values())) if len(holders) == 1 else None


def _other_noun(history: History, mention: Mention, noun: Noun, modifiers: frozenset[str]) -> Entity | None:
    """The last one that the noun may call by another word: `the lawmaker`, `the carmaker`, `the paper`."""
    if mention.plural or (modifiers and not _may_vary(history, mention, noun, modifiers)):
        return None
    if noun.kind == "people":
        new = modifiers or history.goes_on(mention) or _is_owned(history, mention)
        return None if new else find_person(history, mention)
    if noun.kind == "role":
        return _other_role(history, mention, noun, strict=bool(modifiers))
    if modifiers:
        return _nearest_business(history, mention, noun)
    for _, entity in history.spoken_before(mention.first):
        if not entity.plural and _fits_family(entity, noun):
            return entity
    return _mentioned_of_family(history, mention.first, noun)


def _nearest_business(history: History, mention: Mention, noun: Noun) -> Entity | None:
    """`The Swiss drugmaker` is the firm, or the name of no known kind, that stands nearest before it."""
    sentence = history.tokens.sentence[mention.head]
    for other in history.before(mention.first):
        if history.tokens.sentence[other.head] < sentence - 2:
            return None
        entity = history.known(other) if other.form == "name" else None
        if entity and not is_person(entity) and entity.kind in ("organisation", "media", "unknown", "person"):
            fits = not entity.families or not entity.families.isdisjoint(noun.families)
            return entity if fits else None
    return None


def _may_vary(history: History, mention: Mention, noun: Noun, modifiers: frozenset[str]) -> bool:
    """Whether the modifiers may be news of somebody known: `the Vermont senator`, `the Swiss drugmaker`."""
    words = lexicon()
    if noun.kind in _PEOPLE:
        opens = history.tokens.lower[mention.first]
        return opens in ("the", "that") and not any(w in words.former or w in words.nouns for w in modifiers)
    return not noun.families.isdisjoint(_BUSINESS)


def _other_role(history: History, mention: Mention, noun: Noun, *, strict: bool) -> Entity | None:
    also = lexicon().also.get(noun.lemma, frozenset()) | {noun.lemma}
    for _, entity in history.spoken_before(mention.first):
        if not entity.plural and not also.isdisjoint(entity.titles) and gender_fits(entity, mention):
            return entity if not strict or entity.best.form == "name" else None
    return None


def _fits_family(entity: Entity, noun: Noun) -> bool:
    """Whether an organisation or document may be called by the noun; authorities go by their own."""
    if noun.lemma in lexicon().authorities:
        return False
    if not noun.families.isdisjoint(entity.families):
        return sort_of(entity) in (noun.kind, "media")
    return noun.kind == "organisation" and entity.kind == "organisation" and not entity.families


def _mentioned_of_family(history: History, before: int, noun: Noun) -> Entity | None:
    """The last organisation or document of the noun's family that did not speak itself."""
    for other in history.before(before):
        if other.form == "name":
            entity = history.known(other)
            sure = entity is not None and entity.sure and sort_of(entity) in ("organisation", "media")
            if entity and sure and _fits_family(entity, noun):
                return entity
        elif _introduces_like(other, noun):
            return history.entity_of(other)
    return None


def _introduces_like(other: Mention, noun: Noun) -> bool:
    """Whether a mention introduces one thing of the noun's kind and family."""
    return (
        other.noun is not None
        and other.noun.kind == noun.kind
        and not other.definite
        and not other.plural
        and noun.lemma not in lexicon().authorities
        and not noun.families.isdisjoint(other.noun.families)
    )


def _untitled(history: History, mention: Mention, noun: Noun, modifiers: frozenset[str]) -> Entity | None:
    """`The Ohio senator` after a person whose office the article took for known."""
    words, sentence = lexicon(), history.tokens.sentence[mention.head]
    if mention.plural or noun.kind != "role" or history.goes_on(mention):
        return None
    if not all(w in words.adjectives or w in words.places or w in words.countries for w in modifiers):
        return None
    for at, entity in history.spoken_before(mention.first):
        if history.tokens.sentence[at] < sentence - 2:
            return None
        named = entity.best.form == "name" and is_person(entity)
        if named and not entity.titles and gender_fits(entity, mention):
            return entity
    return None


def _sole_group(history: History, mention: Mention, noun: Noun) -> Entity | None:
    """`officials` after `city officials`, if no other officials have spoken."""
    groups = {
        id(e): e for _, e in history.spoken_before(mention.first) if e.plural and noun.lemma in e.titles
    }
    return next(iter(groups.values())) if len(groups) == 1 else None
