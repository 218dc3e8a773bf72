"""The order of work, from a document to its report. Every stage is a pure function over frozen values."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.attribution.attribute import find_attributions
from claimcheck.attribution.quotations import find_quotations
from claimcheck.attribution.sources import identify
from claimcheck.checks import run_checks
from claimcheck.claims import bind_claims
from claimcheck.coverage import account
from claimcheck.figures.grammar import find_figures
from claimcheck.figures.numerals import read_numerals
from claimcheck.hedges.cues import find_hedges
from claimcheck.model import Article, Document, Numeral, Report, Time
from claimcheck.text.sentences import split
from claimcheck.times.grammar import find_published, match_times, resolve_times
from claimcheck.values import replace


def analyse(document: Document) -> Report:
    """Everything claimcheck can tell of `document`."""
    sentences, tokens = split(document)
    article = Article(document, tokens, sentences)
    article = replace(article, quotations=find_quotations(article))

    attributions, sources = identify(article, find_attributions(article))

    numerals = read_numerals(tokens)
    article, times = _read_times(article, numerals)
    figures, set_aside = find_figures(article, numerals, times)
    hedges = find_hedges(article, figures)
    claims = bind_claims(article, figures, attributions, sources, hedges)

    findings = run_checks(article, claims, times, sources, numerals)
    numbers, outside = account(tokens, numerals, figures, set_aside)
    return Report(
        article, tuple(claims), tuple(times), tuple(attributions), tuple(hedges), tuple(sources),
        tuple(findings), tuple(outside), numbers,
    )  # fmt: skip


def _read_times(article: Article, numerals: Sequence[Numeral]) -> tuple[Article, list[Time]]:
    """The article with the day of its publication, and its times, many of which are told from that day."""
    expressions = match_times(article, numerals)
    published, published_from = find_published(article, expressions)
    article = replace(article, published=published, published_from=published_from)
    return article, resolve_times(article, expressions)
