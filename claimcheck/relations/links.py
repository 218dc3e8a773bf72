"""Relations as values that can be shown: their kind, their figures, and the words of the text that say so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.intervals import Interval
from claimcheck.model import Figure, Numeral, Span
from claimcheck.relations import Facts, Relations
from claimcheck.values import frozen

_KINDS = {
    "changes": "change",
    "gaps": "gap",
    "wholes": "whole",
    "shares": "shares",
    "twins": "twin",
    "bounded": "bound",
    "part_shares": "share",
    "rates": "rate",
    "listings": "list",
    "repeats": "repeat",
    "ranges": "range",
    "days": "day",
    "elapsed": "elapsed",
    "lives": "life",
}
_BEFORE = 3  # words before the first figure of a sentence that are shown: `up from`, `a total of`


@frozen
class Link:
    """One relation. `parts` are its figures, each with its role; `said` is where the text says so, a stretch
    for each sentence that it goes over; `notes` is what else was read: a direction, a year, `closed`.
    """

    kind: str
    parts: tuple[tuple[str, Span], ...]
    said: tuple[Span, ...]
    notes: tuple[str, ...] = ()


def find_links(facts: Facts, relations: Relations) -> Iterator[Link]:
    """Every relation of an article, kind by kind."""
    for name, kind in _KINDS.items():
        for relation in getattr(relations, name):
            yield _link(facts, kind, relation)


def _link(facts: Facts, kind: str, relation: Any) -> Link:
    fields = {name: getattr(relation, name) for name in type(relation).__match_args__}
    place = [fields.pop(name) for name in ("first", "last") if isinstance(fields.get(name), int)]
    parts: list[tuple[str, Span]] = []
    notes: list[str] = []
    for name, value in fields.items():
        values = value if isinstance(value, tuple) and not isinstance(value, Span) else (value,)
        spans = [span for one in values if (span := _span(facts, one))]
        parts += [(name.removesuffix("s"), span) for span in spans]
        if not spans and (note := _note(name, value)):
            notes.append(note)
    spans = [span for _, span in parts]
    if len(place) == 2 and place[0] < place[1] <= len(facts.tokens):
        spans.append(facts.tokens.span(*place))
    return Link(kind, tuple(parts), tuple(_stretches(facts, spans)), tuple(notes))


def _span(facts: Facts, value: object) -> Span | None:
    if isinstance(value, Figure):
        return Span(value.start, value.end)
    if isinstance(value, Numeral):
        return facts.tokens.span(value.first, value.last)
    return value if isinstance(value, Span) else None


def _note(name: str, value: object) -> str:
    """`rise`, `closed`, `born 1931`; nothing for what was not read."""
    if value is None or value is False or value == "" or value == ():
        return ""
    if value is True or name == "word":
        return name if value is True else ""
    if isinstance(value, Interval):
        return f"{name} {value.low} to {value.high}"
    return value if isinstance(value, str) else f"{name} {value}"


def _stretches(facts: Facts, spans: list[Span]) -> Iterator[Span]:
    """The text from the first to the last of the spans, sentence by sentence, with a few words before."""
    for sentence in facts.article.sentences:
        inside = [span for span in spans if sentence.start <= span.start < sentence.end]
        if not inside:
            continue
        start, end = min(span.start for span in inside), max(span.end for span in inside)
        first = next(i for i in range(sentence.first, sentence.last) if facts.tokens.end[i] > start)
        yield Span(facts.tokens.start[max(sentence.first, first - _BEFORE)], min(end, sentence.end))
