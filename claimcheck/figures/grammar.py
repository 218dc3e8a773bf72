"""Numerals to figures: modifiers, ranges, units and kinds."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Article, Figure, Numeral, SetAside, Time


def find_figures(
    article: Article, numerals: Sequence[Numeral], times: Sequence[Time]
) -> tuple[list[Figure], list[SetAside]]:
    """The article's figures in order, and the numbers that make no claim with the reason."""
    tokens = article.tokens
    figures: list[Figure] = []
    for numeral in numerals:
        start, end = tokens.span(numeral.first, numeral.last)
        figures.append(
            Figure(start, end, numeral.first, numeral.last, "count", numeral.value, numeral.value,
                   "exact" if numeral.value is not None else "vague", None, numeral.grain, rule="numeral")
        )  # fmt: skip
    return figures, []
