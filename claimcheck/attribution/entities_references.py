"""Sources in the order of the text to entities: each mention to the one it names or goes back to."""

from __future__ import annotations

from claimcheck.attribution.entities import Entity
from claimcheck.attribution.entities_descriptions import find_described
from claimcheck.attribution.entities_history import History
from claimcheck.attribution.entities_lexicon import lexicon
from claimcheck.attribution.entities_pronouns import find_meant
from claimcheck.attribution.mentions import Mention
from claimcheck.attribution.source_phrases import Phrase


class References:
    """Resolves sources one after another, first to last; what it has read decides what the next one means."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._same: dict[tuple[str, ...], Entity] = {}  # the same words mean the same
        self._read = 0

    def resolve(self, phrase: Phrase) -> Entity:
        """Who the phrase means; a new entity where nobody was named before."""
        mention = phrase.mention
        self.read_to(mention.first)
        if phrase.joint:
            entity = self._in_same_words(phrase)
            entity.plural = True
        elif mention.form == "name":
            entity = self._history.names.link(mention)
        elif mention.form == "pronoun":
            entity = self._pronoun(mention)
        else:
            entity = self._description(phrase)
        entity.spoke = True
        self._history.spoken.append((mention.first, entity))
        return entity

    def read_to(self, position: int) -> None:
        """Take in who is given a name before token `position` without speaking: `The group, Reed Watch,`."""
        mentions = self._history.mentions
        while self._read < len(mentions) and mentions[self._read].first < position:
            mention = mentions[self._read]
            if mention.form == "description" and self._apposed(mention):
                self._description(Phrase(mention, mention.first, mention.last))
            self._read += 1

    def _pronoun(self, mention: Mention) -> Entity:
        found = find_meant(self._history, mention)
        if found is None:
            return self._history.introduce(mention, (mention.first, mention.last))
        found.mentions.append(mention)
        found.gender = found.gender or mention.gender
        return found

    def _description(self, phrase: Phrase) -> Entity:
        history, mention = self._history, phrase.mention
        found = history.at.get(mention.head) or find_described(history, mention)
        if found is None:
            found = self._in_same_words(phrase)
        else:
            found.mentions.append(mention)
        history.at[mention.head] = found
        name = self._apposed(mention) if found.best.form != "name" else None
        if name:
            named = history.names.link(name)
            found.best, found.words, found.kind, found.printed = named.best, named.words, named.kind, None
            found.plural = False
        return found

    def _in_same_words(self, phrase: Phrase) -> Entity:
        """The entity that the same words introduced before, unless they say `another`."""
        key = tuple(self._history.tokens.lower[phrase.first : phrase.last])
        key = key[1:] if key[0] in lexicon().articles else key
        if key in self._same and lexicon().others.isdisjoint(key):
            self._same[key].mentions.append(phrase.mention)
        else:
            self._same[key] = self._history.introduce(phrase.mention, (phrase.first, phrase.last))
        return self._same[key]

    def _apposed(self, mention: Mention) -> Mention | None:
        """The name between commas right after a description."""
        tokens, at, noun = self._history.tokens, mention.head + 1, mention.noun
        if at + 1 >= len(tokens) or tokens.text[at] != ",":
            return None
        if mention.plural or noun is None or noun.kind == "document":
            return None
        if tokens.lower[mention.first] not in lexicon().determiners:
            return None
        name = self._history.name_starting(at + 1)
        closed = name and (name.last >= len(tokens) or tokens.text[name.last] in ",.—–")
        return name if closed else None
