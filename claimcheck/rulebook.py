"""Every rule that a finding may come from: the checks, and what is said of house style and silencing."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import NamedTuple

from claimcheck.checks import all_checks
from claimcheck.model import Family, Severity

_OTHERS = (
    "claimcheck.number_style",
    "claimcheck.silencing.unused_silence",
    "claimcheck.silencing.unknown_silence",
    "claimcheck.silencing.silence_without_reason",
)


class Rule(NamedTuple):
    """A rule as people choose it; `page` is its page in the manual."""

    code: str
    name: str
    family: Family
    severity: Severity
    page: str


@cache
def all_rules() -> tuple[Rule, ...]:
    """The rules by code."""
    checks = [Rule(c.code, c.name, c.family, c.severity, c.page) for c in all_checks()]
    others = [
        Rule(m.CODE, m.NAME, m.FAMILY, m.SEVERITY, m.__doc__ or "") for m in map(import_module, _OTHERS)
    ]
    return tuple(sorted([*checks, *others]))
