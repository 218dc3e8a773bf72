"""The checks' own manual: their docstrings, as `claimcheck explain` and `claimcheck rules` show them."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.errors import InputError, did_you_mean
from claimcheck.rulebook import Rule, all_rules


def page(rule: str) -> str:
    """The page of a check, by code (`CC401`) or name (`percent-change`).

    Raises InputError where there is no such check.
    """
    wanted = rule.strip().lower()
    check = next((c for c in all_rules() if wanted in (c.code.lower(), c.name)), None)
    if check is None:
        codes = wanted.startswith("cc")  # `CC4O1`: letters that look like digits
        spelt = wanted.upper().replace("O", "0").replace("L", "1") if codes else wanted
        near = did_you_mean(spelt, [c.code if codes else c.name for c in all_rules()])
        raise InputError(rule, "is no check", near or "`claimcheck rules` lists them all")
    return f"{check.code} {check.name} ({check.severity})\n\n{check.page.strip()}\n{_profiles(check)}"


def _profiles(check: Rule) -> str:
    """What the profiles make of a check, each with the published rule behind it."""
    from claimcheck.config.profiles import grounds

    lines = [f"    {g.profile}: {g.value}. {g.source}." for g in grounds() if g.setting == check.name]
    return "\n".join(["", "Profiles", *lines, ""]) if lines else ""


def rules() -> Iterator[str]:
    """One line for each check: code, severity, name, what it finds."""
    checks = all_rules()
    width = max(len(check.name) for check in checks)
    for check in checks:
        yield f"{check.code}  {check.severity:7}  {check.name:{width}}  {headline(check)}"


def headline(check: Rule) -> str:
    """The first line of a check's page."""
    return check.page.split("\n", 1)[0]
