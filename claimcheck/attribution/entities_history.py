"""What the article has said so far: who was named, described and quoted, for looking back from a mention."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from claimcheck.attribution.entities import Entity, Names
from claimcheck.attribution.entities_lexicon import lexicon
from claimcheck.attribution.mentions import Mention
from claimcheck.model import Article

_SPEAKERS, _MENTIONS = 40, 160  # how far to look back; keeps every search bounded
_PERSONAL = frozenset({"role", "people", "hidden"})


class History:
    """The article's mentions in order, and the entities that they are known to mean."""

    def __init__(self, article: Article, mentions: Sequence[Mention], names: Names) -> None:
        self.article = article
        self.tokens = article.tokens
        self.names = names
        self.mentions = mentions
        self.firsts = [m.first for m in mentions]
        self.spoken: list[tuple[int, Entity]] = []
        self.at: dict[int, Entity] = {}  # what a description means, by its head token
        self.titled = _by_title(names.entities)
        self.quoted = bytearray(len(self.tokens))  # 1 for the tokens in quotations
        for quotation in article.quotations:
            last = min(quotation.last, quotation.first + 400)
            self.quoted[quotation.first : last] = b"\1" * (last - quotation.first)
        self._described: dict[str, list[Mention]] = {}
        for mention in mentions:
            if mention.noun and mention.form == "description":
                self._described.setdefault(mention.noun.lemma, []).append(mention)

    def spoken_before(self, position: int) -> Iterator[tuple[int, Entity]]:
        """Who spoke before token `position`, the last one first, with the token where the source stands."""
        return islice(((at, e) for at, e in reversed(self.spoken) if at < position), _SPEAKERS)

    def described_before(self, position: int, lemma: str) -> Iterator[Mention]:
        """Descriptions by one noun before token `position`, the last one first."""
        found = self._described.get(lemma, [])
        at = bisect_left(found, position, key=lambda m: m.first)
        return (found[i] for i in range(at - 1, max(-1, at - 1 - _SPEAKERS), -1))

    def described(self, lemma: str) -> Sequence[Mention]:
        """The article's first descriptions by one noun."""
        return self._described.get(lemma, [])[:_SPEAKERS]

    def in_headline(self, mention: Mention) -> bool:
        """Whether the mention stands in a headline."""
        sentence = self.article.sentences[self.tokens.sentence[mention.head]]
        return self.article.document.blocks[sentence.block].kind == "headline"

    def before(self, position: int) -> Iterator[Mention]:
        """Mentions before token `position`, the last one first."""
        at = bisect_left(self.firsts, position)
        return (self.mentions[i] for i in range(at - 1, max(-1, at - 1 - _MENTIONS), -1))

    def name_starting(self, at: int) -> Mention | None:
        """The name whose first token is `at`."""
        index = bisect_left(self.firsts, at)
        mention = self.mentions[index] if index < len(self.mentions) else None
        return mention if mention and mention.first == at and mention.form == "name" else None

    def known(self, mention: Mention) -> Entity | None:
        """The entity that an index mention is already known to mean."""
        return self.names.of.get(mention.begin) if mention.form == "name" else self.at.get(mention.head)

    def entity_of(self, mention: Mention) -> Entity:
        """The entity that an index mention means, or introduces."""
        if mention.form == "name":
            return self.names.link(mention)
        if mention.head not in self.at:
            self.at[mention.head] = self.introduce(mention, None)
        return self.at[mention.head]

    def introduce(self, mention: Mention, printed: tuple[int, int] | None) -> Entity:
        """A new entity that the mention describes; `printed` are the tokens of its name."""
        entity = Entity(mention.reading.kind if mention.reading else "office", mention)
        entity.sure, entity.printed = True, printed
        entity.gender, entity.plural = mention.gender, mention.plural
        entity.titles = mention.words
        if mention.noun:
            entity.titles |= {mention.noun.lemma}
            entity.families = mention.noun.families
        entity.mentions.append(mention)
        return entity

    def goes_on(self, mention: Mention) -> bool:
        """Whether the phrase goes on after its noun: `the officials at the ministry`, not `on Monday`."""
        words, after, lower = lexicon(), mention.last, self.tokens.lower
        if after >= len(lower) or lower[after] not in words.stoppers:
            return False
        return after + 1 >= len(lower) or lower[after + 1] not in words.calendar

    def tells_more(self, mention: Mention) -> bool:
        """Whether what follows the noun may tell it from others: `the paper published in Soil`."""
        after = mention.last
        return self.goes_on(mention) or (
            after < len(self.tokens) and self.tokens.lower[after] in lexicon().postmodifiers
        )


def _by_title(entities: Sequence[Entity]) -> dict[str, list[Entity]]:
    titled: dict[str, list[Entity]] = {}
    for entity in entities:
        for title in entity.titles:
            titled.setdefault(title, []).append(entity)
    return titled


def gender_fits(entity: Entity, mention: Mention) -> bool:
    """Whether nothing speaks against the pronoun or noun."""
    return not entity.gender or not mention.gender or entity.gender == mention.gender


def is_person(entity: Entity) -> bool:
    """Whether the entity is one person: named for certain, or by a name that has spoken, or by a role."""
    if entity.plural:
        return False
    if entity.best.form == "name":
        if entity.kind == "person":
            return entity.sure or entity.spoke
        return entity.kind == "unknown" and entity.spoke
    return entity.best.form == "pronoun" or sort_of(entity) in _PERSONAL


def sort_of(entity: Entity) -> str:
    """`person`, `organisation`, `media` and so on for a name, the noun's kind for a description."""
    if entity.best.form == "name":
        return "organisation" if entity.kind == "place" else entity.kind
    return entity.best.noun.kind if entity.best.noun else ""
