"""A number is not written as the house writes it.

What it does
    Compares counts and percentages with the number style that the configuration or its profile gives: whole
    numbers below a limit in words, and one of %, per cent, percent.

Why it matters
    Readers take two spellings for two things; every stylebook settles on one.

Example
    Wrong: The ferry made 7 trips, 40 per cent of the plan. (numbers below 10 in words, percent = "%")
    Right: The ferry made seven trips, 40% of the plan.

What it leaves alone
    Headlines, tables and quotations; measures, money, ages and scores, which take digits; everything where
    no style is configured.

Source
    AP Stylebook and BBC News style: words below 10; Chicago Manual of Style: words up to one hundred.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.config.values import NumberStyle
from claimcheck.model import Claim, Family, Finding, Report, Severity, Span

CODE = "CC190"
NAME = "number-style"
FAMILY: Family = "figure"
SEVERITY: Severity = "advice"
_PERCENT = {"%": "%", "percent": "percent", "cent": "per cent"}
_DIGITS_ALWAYS = frozenset({"headline", "table"})


def house_style(report: Report, style: NumberStyle) -> Iterator[Finding]:
    """The counts and percentages that `style` writes otherwise, in text order."""
    blocks, sentences = report.article.document.blocks, report.article.sentences
    for claim in report.claims:
        if not claim.in_quote and blocks[sentences[claim.sentence].block].kind not in _DIGITS_ALWAYS:
            yield from _percent(claim, report, style)
            yield from _spelled(claim, report, style)


def _percent(claim: Claim, report: Report, style: NumberStyle) -> Iterator[Finding]:
    tokens, figure = report.article.tokens, claim.figure
    if figure.kind != "percent" or style.percent is None:
        return
    for index in range(figure.first, figure.last):
        written = _PERCENT.get(tokens.lower[index])
        if written and written != style.percent:
            first = index - 1 if written == "per cent" else index
            message = f"Does this want to be “{style.percent}”? House style writes it so."
            yield _finding(tokens.span(first, index + 1), message, claim)


def _spelled(claim: Claim, report: Report, style: NumberStyle) -> Iterator[Finding]:
    tokens, figure = report.article.tokens, claim.figure
    if figure.kind != "count" or style.spell_below is None or figure.low is None or figure.low != figure.high:
        return
    digits = [i for i in range(figure.first, figure.last) if tokens.text[i].isdecimal()]
    if len(digits) == 1 and figure.low < style.spell_below and figure.low == int(tokens.text[digits[0]][:4]):
        message = f"Does this want to be in words? House style writes numbers below {style.spell_below} so."
        yield _finding(tokens.span(digits[0], digits[0] + 1), message, claim)


def _finding(span: Span, message: str, claim: Claim) -> Finding:
    return Finding(CODE, NAME, FAMILY, SEVERITY, *span, message, claims=(claim.id,))
