"""Names of checks as people write them, to codes: `CC401`, `CC4`, `percent-change`, `arithmetic`."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.errors import InputError, did_you_mean
from claimcheck.rulebook import all_rules


def codes_of(selectors: Iterable[str], where: str) -> frozenset[str]:
    """The codes that `selectors` name; a code may be cut short, and `all` is every check.

    Raises InputError for one that names no check.
    """
    return frozenset(code for selector in selectors for code in _codes(selector.strip(), where))


def _codes(selector: str, where: str) -> frozenset[str]:
    wanted = selector.lower()
    rules = all_rules()
    found = frozenset(
        rule.code for rule in rules
        if wanted in ("all", rule.name, rule.family)
        or (wanted.startswith("cc") and rule.code.lower().startswith(wanted))
    )  # fmt: skip
    if found:
        return found
    names = [name for rule in rules for name in (rule.code, rule.name, rule.family)]
    given = selector.upper() if wanted[:2] == "cc" else wanted
    remedy = did_you_mean(given, names) or "`claimcheck rules` lists them all"
    raise InputError(where, f"no check is called {selector!r}", remedy)
