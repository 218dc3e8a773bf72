"""A report made by hand, so that the tests of reports do not hang on how figures are found."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from claimcheck.model import (
    Article,
    Claim,
    ClaimSource,
    Document,
    Figure,
    Finding,
    Report,
    SetAside,
    Source,
    Span,
    Time,
)
from claimcheck.text.blocks import split_blocks
from claimcheck.text.sentences import split

TEXT = """Up to 12% of the Sellan army lost, alliance says

Soldiers guard a bridge near Orvale, March 23, 2022.

BRENTMOOR — The Halden Pact now puts at between 900 and 2,400 the Sellan troops lost at the river.

"What they drive is 40-year-old iron," a senior pact official said. "At least $1.5 million a day is burnt."

The rifles of World War II came out four days earlier, and dozens of bridges were closed.

Of the 40 crossings, 12 are open and 26 are shut.
"""


def report() -> Report:
    """The hand-made report on TEXT."""
    document = Document(TEXT, split_blocks(TEXT), "samples/pact.txt")
    document = Document(TEXT, document.blocks, "samples/pact.txt", title=TEXT.split("\n")[0])
    sentences, tokens = split(document)
    article = Article(document, tokens, sentences, (), date(2022, 3, 23), "caption")
    pact, official = _span("The Halden Pact"), _span("a senior pact official")
    alliance = _span("alliance")
    sources = (
        Source("The Halden Pact", "organisation", False, (alliance, pact)),
        Source("a senior pact official", "role", True, (official,)),
    )
    claims = (
        _claim("Up to 12%", "percent", None, 12, "upper", "%",
               "of the Sellan army", (alliance, 0), "upper hedge"),
        _claim("March 23, 2022", "date", None, None, "exact", None, None, None, "unattributed"),
        _claim("between 900 and 2,400", "count", 900, 2400, "range", "troop",
               "Sellan troops lost at the river", (pact, 0), "range wide-range estimate"),
        _claim("40-year-old", "age", 40, 40, "exact", "years", "iron", (official, 1), "anonymous"),
        _claim("At least $1.5 million", "money", 1500000, None, "lower", "USD", "a day is burnt",
               (official, 1), "lower anonymous"),
        _claim("four days", "duration", 4, 4, "exact", "days", None, None, "unattributed"),
        _claim("dozens", "vague", None, None, "vague", "bridge", "bridges", None, "vague unattributed"),
    )  # fmt: skip
    return Report(
        article, claims, (Time(*_span("March 23, 2022"), 0, 1, "DATE", "2022-03-23"),), (), (), sources,
        _findings(), (SetAside(*_span("World War II"), "part of a name"),), numbers=11,
    )  # fmt: skip


def _findings() -> tuple[Finding, ...]:
    span = _span("40 crossings, 12 are open and 26")
    return (
        Finding("CC301", "unnamed-source", "source", "advice", *_span("a senior pact official"),
                "Why is this source not named?"),
        Finding("CC701", "headline-bound", "headline", "warning", *_span("Up to 12%"),
                "Does the body say up to 12%?"),
        Finding("CC402", "sum-total", "arithmetic", "error", *span,
                "Do these make up the whole? 12 open and 26 shut are 38, the text says 40.",
                "12 + 26 = 38, not 40 (2 are missing)", (), (span,)),
    )  # fmt: skip


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _claim(words: str, kind: str, low: object, high: object, modifier: str, unit: str | None,
           about: str | None, source: tuple[Span, int] | None, flags: str) -> Claim:  # fmt: skip
    span = _span(words)
    ends = [None if end is None else Decimal(str(end)) for end in (low, high)]
    figure = Figure(
        *span, 0, 1, kind, *ends, modifier=modifier, unit=unit,  # type: ignore[arg-type]
        about=about and _span(about),  # type: ignore[arg-type]
    )  # fmt: skip
    said = source and ClaimSource(*source[0], source[1], None)
    sentences = split(Document(TEXT, split_blocks(TEXT)))[0]
    sentence = next(i for i, s in enumerate(sentences) if s.start <= span.start < s.end)
    return Claim(f"id-{span.start}", figure, sentence, said, False, (), tuple(flags.split()))
