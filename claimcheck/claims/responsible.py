"""Which attribution answers for a figure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claimcheck.model import Attribution, Figure, Span


def attribution_of_figures(
    figures: Sequence[Figure], attributions: Sequence[Attribution]
) -> list[int | None]:
    """For each figure the index of the innermost attribution whose content holds it, None where nobody
    speaks.

    A number within the words that name a source or report (`two officials said`) is the article's own.
    """
    starts = [figure.start for figure in figures]
    innermost: list[int | None] = [None] * len(figures)
    size: list[int] = [0] * len(figures)
    for index, attribution in enumerate(attributions):
        if attribution.source is None or attribution.source_id is None:
            continue
        for part in attribution.contents:
            length = part.end - part.start
            for at in _within(starts, part):
                if innermost[at] is None or length <= size[at]:
                    innermost[at], size[at] = index, length
    for attribution in attributions:
        for span in (attribution.source, attribution.cue):
            for at in _within(starts, span) if span else ():
                innermost[at] = None
    return innermost


def _within(starts: Sequence[int], span: Span) -> range:
    """The indices of the figures that start in `span`."""
    return range(bisect_left(starts, span.start), bisect_right(starts, span.end - 1))
