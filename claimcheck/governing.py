"""From what the checks found to what is reported: the desk's choice of checks and their severities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.config.values import Effective
from claimcheck.model import Finding, Severity
from claimcheck.values import replace

_WORST_FIRST: dict[Severity, int] = {"error": 0, "warning": 1, "advice": 2}


def govern(findings: Sequence[Finding], rules: Effective) -> tuple[Finding, ...]:
    """The findings that are wanted, with the severities that hold; the worst first, then in text order."""
    wanted = (finding for finding in findings if finding.code not in rules.off)
    return in_order(_weighed(finding, rules) for finding in wanted)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The worst first, then in text order."""
    return tuple(sorted(findings, key=lambda f: (_WORST_FIRST[f.severity], f.start, f.code)))


def _weighed(finding: Finding, rules: Effective) -> Finding:
    severity = rules.severity.get(finding.code, finding.severity)
    return finding if severity == finding.severity else replace(finding, severity=severity)
