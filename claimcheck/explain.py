"""Why a text was read as it was: tokens, numbers, the rule behind each figure and time, what was left out,
and which figures were taken to speak of one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from claimcheck.model import Claim, Numeral, Report, Time, Tokens
from claimcheck.reports.printable import printable
from claimcheck.reports.readings import reading


class Line(NamedTuple):
    """One fact: what it is about, its name, and the fact. A repeated `about` goes on from the line before."""

    about: str
    name: str
    fact: str


def explain(report: Report) -> Iterator[Line]:
    """Every step from tokens to claims and what relates them, in order of work."""
    from claimcheck.figures.numerals import read_numerals

    tokens = report.article.tokens
    yield Line("text", "tokens", _tokens(tokens))
    for numeral in read_numerals(tokens):
        yield Line(_words(report, *tokens.span(numeral.first, numeral.last)), "number", _number(numeral))
    for time in report.times:
        about = _words(report, time.start, time.end)
        yield from (Line(about, name, fact) for name, fact in _time(time))
    for claim in report.claims:
        about = _words(report, claim.figure.start, claim.figure.end)
        yield from (Line(about, name, fact) for name, fact in _claim(report, claim) if fact)
    yield from _relations(report)
    for left in report.set_aside:
        yield Line(_words(report, left.start, left.end), "set aside", left.reason)


def _relations(report: Report) -> Iterator[Line]:
    from claimcheck.figures.numerals import read_numerals
    from claimcheck.relations import gather, relate
    from claimcheck.relations.links import find_links

    numerals = read_numerals(report.article.tokens)
    facts = gather(report.article, report.claims, report.times, report.sources, numerals)
    for link in find_links(facts, relate(facts)):
        roles = [f"{role} {_words(report, *span)}" for role, span in link.parts]
        said = " … ".join(_words(report, *span) for span in link.said)
        yield Line(f"“{said}”", link.kind, ", ".join([*roles, *link.notes]))


def render(lines: Iterable[Line]) -> str:
    """The lines as text: a heading for each thing explained, its facts below."""
    shown: list[str] = []
    before = ""
    for line in lines:
        if line.about != before:
            shown.append(line.about)
            before = line.about
        shown.append(f"  {line.name:<10} {line.fact}")
    return "\n".join(shown) + "\n"


def _tokens(tokens: Tokens) -> str:
    """The tokens with a middle dot between those that touch and a space between those that do not."""
    parts = []
    for i, text in enumerate(tokens.text):
        parts.append(("·" if tokens.glued(i) else " " if i else "") + text)
    return printable("".join(parts))


def _number(numeral: Numeral) -> str:
    if numeral.value is None:
        return "vague, no value"
    return f"{_plain(numeral.value)} ({numeral.form}), to the nearest {_plain(numeral.grain)}"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}" if abs(value.adjusted()) < 60 else f"{value:.3g}"


def _time(time: Time) -> Iterator[tuple[str, str]]:
    yield "time", f"{time.type} {time.value or 'without a value'}"
    if time.begin:
        yield "days", f"{time.begin} to {time.until}"
    if time.rule:
        yield "rule", time.rule


def _claim(report: Report, claim: Claim) -> Iterator[tuple[str, str]]:
    figure = claim.figure
    yield "figure", f"{reading(figure)} ({figure.kind}, {figure.modifier})"
    yield "rule", figure.rule
    vague = figure.low is None and figure.high is None
    yield "precision", "" if vague else f"to the nearest {_plain(figure.grain)}"
    yield "unit", figure.unit or ""
    yield "about", _words(report, *figure.about) if figure.about else ""
    yield "modifier", _words(report, figure.hedge.start, figure.hedge.end) if figure.hedge else ""
    for hedge in claim.hedges:
        yield "hedge", f"{_words(report, hedge.start, hedge.end)} ({hedge.category})"
    yield "source", _source(report, claim)
    yield "quoted", "inside quotation marks" if claim.in_quote else ""
    yield "flags", ", ".join(claim.flags)


def _source(report: Report, claim: Claim) -> str:
    if claim.source is None:
        return "none: the article's own voice"
    source = report.sources[claim.source.source_id]
    named = "unnamed" if source.anonymous else source.kind
    cue = f", by “{_words(report, *claim.source.cue)}”" if claim.source.cue else ""
    return f"{source.name} ({named}){cue}"


def _words(report: Report, start: int, end: int) -> str:
    return printable(report.article.text[start:end])
