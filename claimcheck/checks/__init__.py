"""The checks, one module each; each shows where figures do not fit.

A check module holds `CODE`, `NAME`, `FAMILY`, `SEVERITY`, a docstring that is its page in the manual, and
`check`, which yields concerns. What they become, and in which order, is settled here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from claimcheck.checks.concern import Concern
from claimcheck.model import Article, Claim, Family, Finding, Numeral, Severity, Source, Span, Time
from claimcheck.relations import Facts, Relations, gather, relate

_WORST_FIRST: dict[Severity, int] = {"error": 0, "warning": 1, "advice": 2}
_NOT_CHECKS = frozenset(["concern"])


class Check(NamedTuple):
    """A check as its module declares it; `page` is the docstring."""

    code: str
    name: str
    family: Family
    severity: Severity
    page: str
    run: Callable[[Facts, Relations], Iterator[Concern]]


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check of the package, by code."""
    names = [found.name for found in iter_modules(__path__) if found.name not in _NOT_CHECKS]
    modules = [import_module(f"{__name__}.{name}") for name in names]
    checks = [Check(m.CODE, m.NAME, m.FAMILY, m.SEVERITY, m.__doc__ or "", m.check) for m in modules]
    return tuple(sorted(checks))


def run_checks(
    article: Article,
    claims: Sequence[Claim],
    times: Sequence[Time] = (),
    sources: Sequence[Source] = (),
    numerals: Sequence[Numeral] = (),
) -> list[Finding]:
    """All findings: the worst first, then in text order."""
    facts = gather(article, claims, times, sources, numerals)
    relations = relate(facts)
    found = [
        _finding(check, concern, facts) for check in all_checks() for concern in check.run(facts, relations)
    ]
    return sorted(_distinct(found), key=lambda f: (_WORST_FIRST[f.severity], f.start, f.code))


def _finding(check: Check, concern: Concern, facts: Facts) -> Finding:
    severity = "warning" if check.severity == "error" and not concern.sure else check.severity
    start, end = concern.span
    ids = tuple(facts.claim_at[f.start].id for f in concern.figures if f.start in facts.claim_at)
    related = tuple(dict.fromkeys(
        Span(f.start, f.end) for f in concern.figures if (f.start, f.end) != (start, end)
    ))  # fmt: skip
    working = str(concern.working) if concern.working else None
    return Finding(
        check.code, check.name, check.family, severity, start, end, concern.message, working, ids, related
    )


def _distinct(findings: Sequence[Finding]) -> Iterator[Finding]:
    seen = set()
    for finding in findings:
        key = (finding.code, finding.start, finding.end)
        if key not in seen:
            seen.add(key)
            yield finding
