"""What a check yields: the place, the question, the sum."""

from __future__ import annotations

from claimcheck.model import Figure, Span
from claimcheck.relations.facts import Facts
from claimcheck.relations.working import Working
from claimcheck.values import frozen


@frozen
class Concern:
    """A question about `span` for an editor; `figures` are those that it rests on, `places` dates and words.

    Where a relation is likely but the text does not state it, `sure` is false: an error becomes a warning.
    """

    span: Span
    message: str
    working: Working | None = None
    figures: tuple[Figure, ...] = ()
    sure: bool = True
    places: tuple[Span, ...] = ()


def span_of(*figures: Figure) -> Span:
    """The stretch from the first to the last of the figures."""
    return Span(min(f.start for f in figures), max(f.end for f in figures))


def span_of_twin(facts: Facts, first: Figure, second: Figure) -> Span:
    """The stretch of two figures, with the bracket that closes around the second."""
    span = span_of(first, second)
    last = max(first.last, second.last)
    if facts.word(last) in (")", "]"):
        return Span(span.start, facts.tokens.end[last])
    return span


def shown(facts: Facts, figure: Figure) -> str:
    """The figure as printed, without its modifier: `about $1.5m` gives `$1.5m`."""
    text, hedge = facts.text(figure), figure.hedge
    if hedge and hedge.start == figure.start and hedge.end < figure.end:
        return facts.article.words(hedge.end, figure.end).strip()
    if hedge and hedge.end == figure.end and hedge.start > figure.start:
        return facts.article.words(figure.start, hedge.start).strip()
    first = facts.tokens.text[figure.first]
    opens = first.istitle() and first.isalpha() and figure.kind in ("ratio", "percent", "multiplier", "count")
    return text[0].lower() + text[1:] if opens else text
