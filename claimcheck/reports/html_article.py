"""The article on the review page: every figure a link to its card, every finding underlined."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from claimcheck.model import Finding, Span
from claimcheck.reports.html_leaf import Leaf, weight
from claimcheck.reports.rows import SEVERITIES


def article(leaf: Leaf) -> Iterator[str]:
    """The blocks of the article with figures and findings marked."""
    report = leaf.report
    starts = [claim.figure.start for claim in leaf.claims]
    asked = list(_apart(report.findings))
    begins = [span.start for span, _ in asked]
    yield f'<div class="text" id="{leaf.id("text")}">'
    for block in report.article.document.blocks:
        tag = "h2" if block.kind == "headline" else "p"
        first, last = bisect_left(starts, block.start), bisect_left(starts, block.end)
        near = asked[max(bisect_left(begins, block.start) - 1, 0) : bisect_left(begins, block.end)]
        words = "".join(_block(leaf, Span(block.start, block.end), range(first, last), near))
        yield f'<{tag} class="block {block.kind}">{words}</{tag}>'
    yield "</div>"


def _block(leaf: Leaf, block: Span, figures: range, asked: list[tuple[Span, str]]) -> Iterator[str]:
    at = block.start
    for index in figures:
        claim = leaf.claims[index]
        start, end = max(claim.figure.start, at), min(claim.figure.end, block.end)
        if start >= end:
            continue
        yield from _stretch(leaf, Span(at, start), asked)
        card = leaf.id("card", index)
        yield (
            f'<a class="figure {weight(claim)}" id="{leaf.id("figure", index)}" href="#{card}" '
            f'data-card="{card}">{"".join(_stretch(leaf, Span(start, end), asked))}</a>'
        )
        at = end
    yield from _stretch(leaf, Span(at, block.end), asked)


def _stretch(leaf: Leaf, span: Span, asked: list[tuple[Span, str]]) -> Iterator[str]:
    """Text that lies wholly inside or outside a figure."""
    at = span.start
    for place, severity in asked:
        start, end = max(place.start, at), min(place.end, span.end)
        if start < end:
            yield leaf.words(at, start)
            yield f'<span class="asked {severity}">{leaf.words(start, end)}</span>'
            at = end
    yield leaf.words(at, span.end)


def _apart(findings: Iterable[Finding]) -> Iterator[tuple[Span, str]]:
    """The places of the findings in order and without overlap; where two meet, the graver keeps its place."""
    taken: list[tuple[Span, str]] = []
    graver = sorted(findings, key=lambda f: (SEVERITIES.index(f.severity), f.start))
    for severity in SEVERITIES:
        places = sorted(Span(f.start, f.end) for f in graver if f.severity == severity)
        taken = list(_merged(taken, [(place, severity) for place in places]))
    yield from taken


def _merged(graver: list[tuple[Span, str]], more: list[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Both lists in order, `more` cut to what `graver` and its own forerunners leave free."""
    cuts = sorted({edge for (start, end), _ in graver for edge in (start, end)})
    pieces = [*graver]
    free = 0
    for (start, end), severity in more:
        at = max(start, free)
        while at < end:
            position = bisect_left(cuts, at + 1)
            until = min(cuts[position] if position < len(cuts) else end, end)
            if not _inside(graver, at):
                pieces.append((Span(at, until), severity))
            at = until
        free = max(free, end)
    yield from sorted(pieces)


def _inside(spans: list[tuple[Span, str]], offset: int) -> bool:
    position = bisect_left(spans, offset + 1, key=lambda part: part[0].start) - 1
    return position >= 0 and offset < spans[position][0].end
