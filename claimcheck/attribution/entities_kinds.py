"""What kind of source an entity is, whether it is named, and why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.attribution.entities import Entity
from claimcheck.attribution.entities_lexicon import anonymity_leads, anonymity_phrases, lexicon
from claimcheck.attribution.mentions import Mention
from claimcheck.model import MARK, NUMERAL, Article, Sentence, SourceKind, Span, Tokens

_NAMED: dict[str, SourceKind] = {
    "person": "person", "organisation": "organisation", "media": "media", "place": "organisation",
    "unknown": "person", "office": "role", "document": "document",
}  # fmt: skip


_SAMPLE = 20  # mentions that are looked at for a hint


def kind_of(entity: Entity, tokens: Tokens, *, has_study: bool) -> tuple[SourceKind, bool]:
    """The source's kind, and whether it is a person or people not named.

    Organisations, authorities, documents and the authors of a study in the article count as named.
    """
    mention = entity.best
    if mention.form == "name" and entity.kind == "unknown" and not entity.gender:
        return _by_company(entity, tokens), False
    if mention.form == "name" and entity.kind == "crowd":
        return "group", True
    if mention.form == "name":
        return _NAMED[entity.kind], False
    if mention.form == "pronoun":
        return ("group" if mention.plural else "unnamed"), mention.plural
    if mention.noun is None:
        return _by_shape(mention, tokens)
    if mention.noun.kind in ("organisation", "document", "media"):
        return _impersonal(mention, tokens), False
    if mention.noun.kind == "hidden":
        return "unnamed", True
    if mention.noun.lemma in lexicon().authors and has_study:
        return ("group" if entity.plural else "role"), False
    if entity.plural:
        return "group", True
    if mention.noun.kind == "people":
        return "unnamed", True
    return "role", not _is_office(mention, tokens)


def _by_company(entity: Entity, tokens: Tokens) -> SourceKind:
    """A name of unknown kind: `the` or `at` before it says an organisation, else most are people."""
    before = (tokens.lower[m.begin - 1] for m in entity.mentions[:_SAMPLE] if m.begin and m.form == "name")
    return "organisation" if any(w in ("the", "at", "in", "its") for w in before) else "person"


def _impersonal(mention: Mention, tokens: Tokens) -> SourceKind:
    """`media reports` and `state television` are other outlets, `a report` is a document."""
    assert mention.noun
    words = lexicon()
    if tokens.lower[mention.head] in words.media_reports and not words.media_modifiers.isdisjoint(
        mention.words
    ):
        return "media"
    if mention.noun.kind == "organisation":
        return "organisation"
    return "media" if mention.noun.kind == "media" else "document"


def _is_office(mention: Mention, tokens: Tokens) -> bool:
    """`the prime minister`, `Japan's finance minister`: one at a time, so it says who."""
    lower = tokens.lower
    if lower[mention.first] in ("a", "an", "one", "another"):
        return False
    head = mention.head
    names = [" ".join(lower[max(mention.first, head - n) : head + 1]) for n in (2, 1, 0)]
    return any(name in lexicon().offices for name in [*names, " ".join(lower[head : head + 3])])


def _by_shape(mention: Mention, tokens: Tokens) -> tuple[SourceKind, bool]:
    """A noun that is on no list: people by its ending or its capital, else something written."""
    word, text = tokens.lower[mention.head], tokens.text[mention.head]
    if tokens.kind[mention.head] == NUMERAL or text == "%" or word in lexicon().counters:
        return "group", True
    if word in lexicon().function:
        return ("document", False) if word in lexicon().owners else ("unnamed", True)
    stem = word.removesuffix("s") if mention.plural else word
    if (stem not in lexicon().things and len(stem) > 4 and stem.endswith(lexicon().agents)) or (
        mention.plural and text[0].isupper() and mention.head > mention.first
    ):
        return ("group", True) if mention.plural else ("role", True)
    if mention.plural and mention.first == mention.head and stem in lexicon().adjectives:
        return "group", True
    return "document", False


def reasons(article: Article, sentences: Iterable[int]) -> Iterator[Span]:
    """Each request for anonymity in these sentences with its reason, in the article's words."""
    tokens, table = article.tokens, anonymity_phrases()
    for index in sentences:
        sentence = article.sentences[index]
        for first in range(sentence.first, sentence.last):
            if tokens.lower[first] in table:
                yield from _reason_at(tokens, first, sentence)


def _reason_at(tokens: Tokens, first: int, sentence: Sentence) -> Iterator[Span]:
    for phrase in anonymity_phrases()[tokens.lower[first]]:
        last = first + len(phrase)
        if tuple(tokens.lower[first:last]) != phrase:
            continue
        while first > sentence.first and tokens.lower[first - 1] in anonymity_leads():
            first -= 1
        yield tokens.span(first, _reason_end(tokens, last, sentence.last))
        return


def _reason_end(tokens: Tokens, at: int, limit: int) -> int:
    """The end of the clause: a full stop, a dash, a quotation mark, or a comma that no reason follows."""
    if at < limit and tokens.lower[at] in ("and", "but"):
        return at
    while at < limit:
        if tokens.kind[at] == MARK and tokens.text[at] not in "-'’&$£€.%":
            follows = (
                tokens.text[at] == ","
                and at + 1 < limit
                and tokens.lower[at + 1] in ("because", "as", "citing", "since")
            )
            if not follows:
                break
        at += 1
    while tokens.kind[at - 1] == MARK:
        at -= 1
    return at
