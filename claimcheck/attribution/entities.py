"""Names to entities: which of an article's names are one person, one organisation."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.attribution.entities_lexicon import lexicon
from claimcheck.attribution.entities_nouns import Gender
from claimcheck.attribution.mentions import Mention
from claimcheck.attribution.names import NameKind
from claimcheck.attribution.names_matching import (
    fold,
    initials_of,
    may_be_one_person,
    surname_of,
    without_form,
)
from claimcheck.model import WORD, Tokens

_NAMESAKES = 20  # people of one surname that are told apart


class Entity:
    """One person, organisation or thing while the article is read: it grows with each mention.

    `printed` are the tokens of its name, where it is not the best mention's own.
    """

    __slots__ = (
        "best", "families", "gender", "kind", "mentions", "plural", "printed", "spoke", "sure", "titles",
        "words",
    )  # fmt: skip

    def __init__(self, kind: NameKind, best: Mention) -> None:
        self.kind = kind
        self.best = best
        self.words: tuple[str, ...] = ()
        self.sure = self.plural = self.spoke = False
        self.gender: Gender = ""
        self.families: frozenset[str] = frozenset()
        self.titles: frozenset[str] = frozenset()
        self.mentions: list[Mention] = []
        self.printed: tuple[int, int] | None = None

    def add(self, mention: Mention, words: tuple[str, ...], tokens: Tokens) -> None:
        """Take in one more mention by name."""
        reading = mention.reading
        assert reading
        self.mentions.append(mention)
        if len(words) > len(self.words) and (reading.sure or not self.sure):
            self.best, self.words = mention, words
        elif words == self.words and _length(mention, tokens) > _length(self.best, tokens):
            self.best = mention
        if self.kind == "unknown" or (reading.sure and not self.sure and reading.kind != "unknown"):
            self.kind, self.sure = reading.kind, reading.sure
        self.gender = self.gender or mention.gender
        if not self.families >= reading.families:
            self.families = self.families | reading.families if self.families else reading.families
        if mention.title:
            self.titles = self.titles.union(tokens.lower[slice(*mention.title)])


def _length(mention: Mention, tokens: Tokens) -> int:
    return tokens.end[mention.end - 1] - tokens.start[mention.begin]


class Names:
    """All entities that the article names, and which of them a name means."""

    def __init__(self, tokens: Tokens, mentions: Sequence[Mention]) -> None:
        self.tokens = tokens
        self.of: dict[int, Entity] = {}  # by the first token of the name proper
        self._exact: dict[tuple[str, ...], Entity] = {}
        self._people: dict[str, list[Entity]] = {}
        self._given: dict[str, list[Entity]] = {}
        self._opening: dict[str, Entity] = {}
        self._acronyms: dict[str, Entity] = {}
        self.entities: list[Entity] = []
        short: list[tuple[Mention, tuple[str, ...]]] = []
        for mention in mentions:
            if mention.form == "name":
                words = self.words(mention)
                if self._short(mention, words):
                    short.append((mention, words))
                else:
                    self._link(mention, words)
        for mention, words in short:
            self._link(mention, words)

    def _short(self, mention: Mention, words: tuple[str, ...]) -> bool:
        """Whether a name may be short for another: a single word, or capitals such as `PG&E`."""
        if len(words) == 1:
            return True
        texts = self.tokens.text[mention.begin : mention.end]
        return len("".join(words)) < 7 and all(not t.isalpha() or t.isupper() for t in texts)

    def words(self, mention: Mention) -> tuple[str, ...]:
        """The words of the name proper in look-up form."""
        tokens = self.tokens
        if mention.end - mention.begin == 1:
            return (fold(tokens.lower[mention.begin]),)
        words: list[str] = []
        for i in range(mention.begin, mention.end):
            if tokens.kind[i] == WORD and words and tokens.text[i - 1] == "-":
                words[-1] += f"-{tokens.lower[i]}"
            elif tokens.kind[i] == WORD:
                words.append(fold(tokens.lower[i]))
        return tuple(words)

    def link(self, mention: Mention) -> Entity:
        """The entity that a name means, a new one if need be."""
        found = self.of.get(mention.begin)
        if found:
            found.gender = found.gender or mention.gender
            if mention.title:
                found.titles = found.titles.union(self.tokens.lower[slice(*mention.title)])
            return found
        return self._link(mention, self.words(mention))

    def _link(self, mention: Mention, words: tuple[str, ...]) -> Entity:
        entity = self._find(mention, words) if words else None
        if entity is None:
            entity = Entity("unknown", mention)
            self.entities.append(entity)
            self._register(entity, mention, words)
        entity.add(mention, words, self.tokens)
        self.of[mention.begin] = entity
        self._alias(entity, mention)
        return entity

    def _find(self, mention: Mention, words: tuple[str, ...]) -> Entity | None:
        reading = mention.reading
        assert reading
        acronym = self._acronyms.get("".join(words)) if self._acronyms else None
        if acronym:
            texts = self.tokens.text[mention.begin : mention.end]
            if any(len(t) > 1 and t.isupper() for t in texts):
                return acronym
        if len(words) == 1:
            return self._find_single(mention, words[0])
        found = self._exact.get(words)
        if found:
            return found
        if reading.kind == "person":
            namesakes = self._people.get(surname_of(words), [])[-_NAMESAKES:]
            return next((e for e in namesakes if may_be_one_person(e.words, words)), None)
        if reading.kind == "organisation":
            return self._exact.get(without_form(words))
        return None

    def _find_single(self, mention: Mention, word: str) -> Entity | None:
        reading = mention.reading
        assert reading
        if reading.kind not in ("organisation", "media", "place") or not reading.sure:
            namesakes = self._people.get(word, [])[-_NAMESAKES:]
            people = [e for e in namesakes if _agree(e.gender, mention.gender) or not mention.title]
            people = people or ([] if mention.title else self._given.get(word, [])[-_NAMESAKES:])
            if people:
                return _latest_before(people, mention.begin)
        found = self._exact.get((word,))
        if found is None and not mention.title and word not in lexicon().generic:
            found = self._opening.get(word) if reading.kind != "place" else None
        return found

    def _register(self, entity: Entity, mention: Mention, words: tuple[str, ...]) -> None:
        reading = mention.reading
        assert reading
        self._exact.setdefault(words, entity)
        if reading.kind == "person":
            self._people.setdefault(surname_of(words), []).append(entity)
            if len(words) > 1:
                self._given.setdefault(words[0], []).append(entity)
        elif len(words) > 1:
            short = without_form(words)
            self._exact.setdefault(short, entity)
            if not reading.families or "company" in reading.families:
                self._opening.setdefault(words[0], entity)
            if reading.kind != "place":
                for letters in initials_of(words, short):
                    self._acronyms.setdefault(letters, entity)

    def _alias(self, entity: Entity, mention: Mention) -> None:
        """`National Hurricane Center (NHC)`: the short form in brackets."""
        text, at = self.tokens.text, mention.last
        if at + 2 < len(text) and text[at] == "(" and text[at + 2] == ")":
            short = text[at + 1]
            if sum(c.isupper() for c in short) >= 2:
                self._acronyms[short.lower().replace(".", "")] = entity


def _agree(one: Gender, other: Gender) -> bool:
    return not one or not other or one == other


def _latest_before(entities: Sequence[Entity], position: int) -> Entity:
    """The entity mentioned last before `position`, else the first named after it."""

    def last(entity: Entity) -> int:
        return max((m.begin for m in entity.mentions[-8:] if m.begin < position), default=-1)

    return max(entities, key=last) if len(entities) > 1 else entities[0]
