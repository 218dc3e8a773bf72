"""The checks, one module each; each shows where figures do not fit.

A check module holds `CODE`, `NAME`, `FAMILY`, `SEVERITY`, a docstring that is its page in the manual, and
`check`, which yields concerns. `NEEDS`, where it is given, names what an article must have one of for the
check to say anything (see `_has`); without it the module is not even loaded. What the concerns become, and
in which order, is settled here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import NamedTuple

from claimcheck.checks.concern import Concern
from claimcheck.lexicon.ready import table
from claimcheck.model import Article, Claim, Family, Finding, Numeral, Severity, Source, Span, Time
from claimcheck.relations import Facts, Relations, gather, relate

_WORST_FIRST: dict[Severity, int] = {"error": 0, "warning": 1, "advice": 2}
_NOT_CHECKS = frozenset(["concern"])


class Check(NamedTuple):
    """A check as its module declares it."""

    code: str
    name: str
    family: Family
    severity: Severity
    needs: tuple[str, ...]
    module: str

    @property
    def page(self) -> str:
        """Its page in the manual."""
        return import_module(self.module).__doc__ or ""

    def run(self, facts: Facts, relations: Relations) -> Iterator[Concern]:
        """What it finds."""
        return _function(self.module)(facts, relations)


@cache
def _function(module: str) -> Callable[[Facts, Relations], Iterator[Concern]]:
    function: Callable[[Facts, Relations], Iterator[Concern]] = import_module(module).check
    return function


@table
def all_checks() -> tuple[Check, ...]:
    """Every check of the package, by code."""
    from pkgutil import iter_modules  # lazily: only where the package is not compiled

    names = [found.name for found in iter_modules(__path__) if found.name not in _NOT_CHECKS]
    modules = [import_module(f"{__name__}.{name}") for name in names]
    checks = [
        Check(m.CODE, m.NAME, m.FAMILY, m.SEVERITY, getattr(m, "NEEDS", ()), m.__name__) for m in modules
    ]
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
    there = _has(facts, relations)
    checks = [check for check in all_checks() if not check.needs or not there.isdisjoint(check.needs)]
    found = [_finding(check, concern, facts) for check in checks for concern in check.run(facts, relations)]
    return sorted(_distinct(found), key=lambda f: (_WORST_FIRST[f.severity], f.start, f.code))


def _has(facts: Facts, relations: Relations) -> set[str]:
    """What checks may need: kinds of relations, and among the claims `figure percent`, `modifier upper`,
    `headline`, `source`, `source media`, `source unnamed`; a class of words in the text: `mark margin`.
    """
    found = {name for name in Relations.__annotations__ if getattr(relations, name)}
    found |= {f"mark {name}" for name in facts.marks}
    for claim in facts.claims:
        found |= {f"figure {claim.figure.kind}", f"modifier {claim.figure.modifier}"}
        if claim.source:
            source = facts.sources[claim.source.source_id]
            found |= {"source", f"source {source.kind}", "source unnamed" if source.anonymous else "source"}
    if any(facts.block(claim.figure) == "headline" for claim in facts.claims):
        found.add("headline")
    return found


def _finding(check: Check, concern: Concern, facts: Facts) -> Finding:
    severity = "warning" if check.severity == "error" and not concern.sure else check.severity
    start, end = concern.span
    ids = tuple(facts.claim_at[f.start].id for f in concern.figures if f.start in facts.claim_at)
    places = (*(Span(f.start, f.end) for f in concern.figures), *concern.places)
    related = tuple(dict.fromkeys(place for place in places if place != (start, end)))
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
