"""Who carries the story: each source with its figures, unnamed sources and figures from one source first."""

from __future__ import annotations

import json as encoder
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from claimcheck.model import Claim, Report, Source
from claimcheck.reports.place import Places
from claimcheck.reports.printable import escaped, printable
from claimcheck.reports.readings import reading
from claimcheck.values import frozen

OWN_VOICE = "In the article's own voice"
NO_REASON = "no reason given"
_WIDEST = 44  # a longer figure pushes its own line out of step, and no other


@frozen
class Carried:
    """One figure of a source. `also` names the others in the article who give the same figure."""

    claim: Claim
    place: str
    figure: str
    reading: str
    also: tuple[str, ...]


@frozen
class Carrier:
    """One source as an editor looks at it; `index` is its place among the report's sources."""

    index: int
    source: Source
    name: str
    reason: str | None
    figures: tuple[Carried, ...]

    @property
    def single(self) -> int:
        """How many of its figures nobody else in the article gives."""
        return sum(1 for figure in self.figures if not figure.also)

    @property
    def standing(self) -> str:
        """Kind and naming in a few words: `organisation`, `role, unnamed, no reason given`."""
        if not self.source.anonymous:
            return "media, second-hand" if self.source.kind == "media" else self.source.kind
        kind = "unnamed" if self.source.kind == "unnamed" else f"{self.source.kind}, unnamed"
        return f"{kind}, {self.reason or NO_REASON}"


@frozen
class Carriers:
    """Who gives a figure, most in need of a look first; figures nobody is named for; who gives none."""

    title: str
    facts: str
    giving: tuple[Carrier, ...]
    silent: tuple[Carrier, ...]
    own: tuple[Carried, ...]


def lay_out(report: Report) -> Carriers:
    """The report's sources: unnamed before named, then those with most figures that nobody else gives."""
    place = Places(report.article)
    claims = [claim for claim in report.claims if claim.figure.kind != "date"]
    givers = _givers(claims)
    figures: dict[int | None, list[Carried]] = defaultdict(list)
    for claim in claims:
        index = claim.source.source_id if claim.source else None
        also = tuple(_label(report, other, place) for other in givers[_same(claim)] if other != index)
        figures[index].append(_carried(claim, place, also))
    carriers = [_carrier(i, source, report, place, figures[i]) for i, source in enumerate(report.sources)]
    giving = sorted((c for c in carriers if c.figures), key=_urgency)
    return Carriers(
        printable(report.article.document.title or report.article.document.path or "Untitled"),
        _facts(claims, giving),
        tuple(giving),
        tuple(c for c in carriers if not c.figures),
        tuple(figures[None]),
    )


def _givers(claims: Iterable[Claim]) -> dict[tuple[object, ...], list[int]]:
    """For each figure, by what it says, the sources that give it, in order."""
    givers: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for claim in claims:
        if claim.source and claim.source.source_id not in givers[_same(claim)]:
            givers[_same(claim)].append(claim.source.source_id)
    return givers


def _same(claim: Claim) -> tuple[object, ...]:
    """What two figures share that say the same."""
    figure = claim.figure
    open_ended = (claim.id,) if figure.low is None and figure.high is None else ()
    return (figure.kind, figure.low, figure.high, figure.unit, *open_ended)


def _urgency(carrier: Carrier) -> tuple[bool, bool, int, int]:
    return not carrier.source.anonymous, carrier.reason is not None, -carrier.single, carrier.index


def _carrier(
    index: int, source: Source, report: Report, place: Places, figures: Sequence[Carried]
) -> Carrier:
    reason = place.quote(*source.reason) if source.reason else None
    return Carrier(index, source, _label(report, index, place), reason, tuple(figures))


def _label(report: Report, index: int, place: Places) -> str:
    """The source's name, with its title where the article puts it: before the name or after."""
    source = report.sources[index]
    if not source.title:
        return printable(source.name)
    titled = printable(f"{source.title} {source.name}")
    if any(titled in place.quote(*mention) for mention in source.mentions):
        return titled
    return printable(f"{source.name}, {source.title}")


def _carried(claim: Claim, place: Places, also: tuple[str, ...]) -> Carried:
    figure = claim.figure
    return Carried(
        claim,
        f"¶{place.paragraph(figure.start)}",
        place.quote(figure.start, figure.end),
        reading(figure),
        also,
    )


def _facts(claims: Sequence[Claim], giving: Sequence[Carrier]) -> str:
    sourced = sum(len(c.figures) for c in giving)
    unnamed = sum(len(c.figures) for c in giving if c.source.anonymous)
    single = sum(c.single for c in giving)
    parts = [
        f"{len(giving)} source{'' if len(giving) == 1 else 's'} for {sourced} of {len(claims)} figures",
        f"{single} from a single source",
        f"{unnamed} from unnamed sources",
        f"{len(claims) - sourced} in the article's own voice",
    ]
    return " · ".join(parts)


def render(reports: Iterable[Report]) -> Iterator[str]:
    """The sources of each report as plain text, a blank line between two reports."""
    for index, report in enumerate(reports):
        yield ("\n" if index else "") + "\n".join(_lines(lay_out(report))) + "\n"


def _lines(carriers: Carriers) -> Iterator[str]:
    yield carriers.title
    yield carriers.facts
    for carrier in carriers.giving:
        yield ""
        yield f"{carrier.name} ({carrier.standing})"
        yield from _table(carrier.figures)
    if carriers.own:
        yield ""
        yield OWN_VOICE
        yield from _table(carriers.own)
    if carriers.silent:
        yield ""
        yield "Without a figure: " + "; ".join(f"{c.name} ({c.standing})" for c in carriers.silent)


def _table(figures: Sequence[Carried]) -> Iterator[str]:
    rows = [(f.place, f.figure, f.reading) for f in figures]
    widths = [min(_WIDEST, max(map(len, column))) for column in zip(*rows, strict=True)]
    for cells, figure in zip(rows, figures, strict=True):
        padded = "  ".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True))
        yield f"  {padded}  {backing(figure)}".rstrip()


def backing(figure: Carried) -> str:
    """Who else gives the figure, or that nobody does."""
    if figure.also:
        return "also: " + ", ".join(figure.also)
    return "single source" if figure.claim.source else ""


def render_json(reports: Iterable[Report]) -> Iterator[str]:
    """The same as JSON lines, one report a line: sources in this order, each with the ids of its claims."""
    for report in reports:
        yield escaped(encoder.dumps(_document(report), ensure_ascii=False)) + "\n"


def _document(report: Report) -> dict[str, Any]:
    carriers, document = lay_out(report), report.article.document
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "sources": [_source(carrier) for carrier in (*carriers.giving, *carriers.silent)],
        "unattributed": [figure.claim.id for figure in carriers.own],
    }


def _source(carrier: Carrier) -> dict[str, Any]:
    source = carrier.source
    return {
        "name": source.name,
        "kind": source.kind,
        "anonymous": source.anonymous,
        "title": source.title,
        "reason": carrier.reason,
        "claims": [figure.claim.id for figure in carrier.figures],
        "single": [figure.claim.id for figure in carrier.figures if not figure.also],
    }
