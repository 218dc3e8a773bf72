"""Sources as they stand in the text to the article's distinct sources."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from claimcheck.attribution.entities import Entity, Names
from claimcheck.attribution.entities_history import History
from claimcheck.attribution.entities_kinds import kind_of, reasons
from claimcheck.attribution.entities_lexicon import lexicon
from claimcheck.attribution.entities_names import print_name, print_title
from claimcheck.attribution.entities_references import References
from claimcheck.attribution.mentions import Mention
from claimcheck.attribution.mentions_index import find_mentions
from claimcheck.attribution.source_phrases import Phrase, mention_in_capitals, read_phrase, surname_at
from claimcheck.model import Article, Attribution, Source, Span
from claimcheck.values import replace

_NEAR = 40  # how many stretches of speech to look back for the one around a speaker's `I`


def identify(article: Article, attributions: Sequence[Attribution]) -> tuple[list[Attribution], list[Source]]:
    """The attributions with their `source_id`, and the distinct sources that it indexes.

    All mentions of one source give one `Source`: names by their words, initials and titles, descriptions by
    what introduced them, pronouns by who spoke last. Sources stand in the order of their first words.
    """
    spans = sorted({a.source for a in attributions if a.source})
    if not spans:
        return list(attributions), []
    mentions = find_mentions(article)
    entities = _resolve(article, spans, mentions)
    _resolve_speakers(article, attributions, entities)
    distinct = list({id(e): e for e in entities.values()}.values())
    index = {id(entity): i for i, entity in enumerate(distinct)}
    linked = [
        replace(a, source_id=index[id(entities[a.source])]) if a.source in entities else a
        for a in attributions
    ]
    return linked, _sources(article, mentions, entities, distinct)


def _resolve(article: Article, spans: Sequence[Span], mentions: list[Mention]) -> dict[Span, Entity]:
    phrases = _phrases(article, spans, mentions)
    names = Names(article.tokens, _with_phrases(mentions, phrases.values()))
    references = References(History(article, mentions, names))
    found = {span: references.resolve(phrase) for span, phrase in phrases.items()}
    references.read_to(len(article.tokens))
    return found


def _phrases(article: Article, spans: Sequence[Span], mentions: Sequence[Mention]) -> dict[Span, Phrase]:
    """What each source span says, speakers' own `I` and `we` left out."""
    tokens = article.tokens
    named = [m for m in mentions if m.form == "name"]
    names = {m.first: m for m in named}
    names.update([(m.title[0], m) for m in named if m.title and m.title[0] < m.begin])
    names.update([(m.begin, m) for m in named if m.begin not in names])
    surnames = {tokens.lower[m.end - 1] for m in named if m.end - m.begin > 1}
    found: dict[Span, Phrase] = {}
    for span in spans:
        first, last = bisect_left(tokens.start, span.start), bisect_left(tokens.start, span.end)
        if first < last and names.keys().isdisjoint(range(first, last)):
            missed = mention_in_capitals(tokens, first, last) or surname_at(tokens, first, last, surnames)
            if missed:
                names.setdefault(missed.first, missed)
        phrase = read_phrase(tokens, first, last, names)
        if phrase and not _is_speaker(article, phrase):
            found[span] = phrase
    return found


def _is_speaker(article: Article, phrase: Phrase) -> bool:
    lower = article.tokens.lower[phrase.mention.head]
    return phrase.mention.form == "pronoun" and lexicon().pronouns[lower] == "speaker"


def _with_phrases(mentions: Sequence[Mention], phrases: Iterable[Phrase]) -> list[Mention]:
    """The index with what the source spans tell of its names: a title, a certain person."""
    named = {p.mention.begin: p.mention for p in phrases if p.mention.form == "name"}
    merged = [named.pop(m.begin, m) if m.form == "name" else m for m in mentions]
    return sorted([*merged, *named.values()], key=lambda m: m.first) if named else merged


def _resolve_speakers(
    article: Article, attributions: Sequence[Attribution], entities: dict[Span, Entity]
) -> None:
    """`I` and `we` inside what somebody says are that somebody; elsewhere nobody the article names."""
    said = sorted(
        (c.start, c.end, a.source) for a in attributions if a.source in entities for c in a.contents
    )
    for span in {a.source for a in attributions if a.source and a.source not in entities}:
        around = _enclosing(span, said)
        if around:
            entities[span] = entities[around]


def _enclosing(span: Span, said: Sequence[tuple[int, int, Span]]) -> Span | None:
    """The source of the innermost stretch around `span`: among the last few that start before it."""
    last = bisect_left(said, (span.start + 1,))
    for start, end, source in reversed(said[max(0, last - _NEAR) : last]):
        if start <= span.start < end and source != span:
            return source
    return None


def _sources(
    article: Article, mentions: Sequence[Mention], entities: dict[Span, Entity], distinct: Sequence[Entity]
) -> list[Source]:
    has_study = any(m.noun and m.noun.kind == "document" and "study" in m.noun.families for m in mentions)
    spans: dict[int, set[Span]] = {id(e): set() for e in distinct}
    for span, entity in entities.items():
        spans[id(entity)].add(span)
    spoken = sorted(entities)
    found = []
    for entity in distinct:
        kind, anonymous = kind_of(entity, article.tokens, has_study=has_study)
        all_mentions = _mention_spans(article, entity, spans[id(entity)], spoken)
        found.append(
            Source(print_name(entity, article), kind, anonymous, all_mentions, print_title(entity, article))
        )
    return _with_reasons(article, found)


def _mention_spans(
    article: Article, entity: Entity, own: set[Span], spoken: Sequence[Span]
) -> tuple[Span, ...]:
    """All places where the entity stands: its source spans, and mentions that are in nobody's source span."""
    spans = {article.tokens.span(m.first, max(m.last, m.end)) for m in entity.mentions}
    apart = {span for span in spans if not _is_inside(span, spoken)}
    found: list[Span] = []
    for span in sorted(apart | own, key=lambda s: (s.start, -s.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


def _is_inside(span: Span, spoken: Sequence[Span]) -> bool:
    """Whether one of the source spans, sorted, overlaps `span`."""
    at = bisect_left(spoken, (span.end,))
    return any(span.start < other.end for other in spoken[max(0, at - 2) : at])


def _with_reasons(article: Article, sources: list[Source]) -> list[Source]:
    """The sources with the reason why one is not named, in the words that stand nearest to it."""
    places = sorted((m.start, i) for i, s in enumerate(sources) if s.anonymous for m in s.mentions)
    if not places:
        return sources
    found: dict[int, Span] = {}
    starts = [sentence.start for sentence in article.sentences]
    near = {bisect_right(starts, at) - 1 + more for at, _ in places for more in (0, 1)}
    for reason in reasons(article, sorted(near & set(range(len(starts))))):
        index = _asker(article, places, reason)
        if index is not None:
            found.setdefault(index, reason)
    return [replace(s, reason=found[i]) if i in found else s for i, s in enumerate(sources)]


def _asker(article: Article, places: Sequence[tuple[int, int]], reason: Span) -> int | None:
    """The unnamed source that stands last before the reason, else first after it in its sentence."""
    last = bisect_left(article.sentences, reason.start + 1, key=lambda s: s.start)
    sentence = article.sentences[last - 1]
    at = bisect_left(places, (reason.start, 0))
    if at and (places[at - 1][0] >= sentence.start or at == len(places) or places[at][0] >= sentence.end):
        return places[at - 1][1]
    return places[at][1] if at < len(places) and places[at][0] < sentence.end else None
