"""Profiles: what kinds of desk settle, and on what grounds, as `lexicon/profiles.toml` has it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimcheck.config.read import layer
from claimcheck.config.values import Layer
from claimcheck.lexicon import load
from claimcheck.values import frozen


@frozen
class Ground:
    """What one setting of a profile rests on: `setting` names a check, or `numbers`."""

    profile: str
    setting: str
    value: str
    source: str


def names() -> tuple[str, ...]:
    """The profiles there are."""
    return tuple(load("profiles"))


def meaning(name: str) -> str:
    """What the profile `name` is for, in one line."""
    return str(load("profiles")[name]["meaning"])


@cache
def profile_layer(name: str) -> Layer:
    """What the profile `name` says, all its rules together."""
    settings: dict[str, dict[str, object]] = {}
    for rule in load("profiles")[name]["rules"]:
        for key in ("severity", "numbers"):
            settings.setdefault(key, {}).update(rule.get(key, {}))
    return layer(settings, f"profile {name}", f"profile {name}")


def grounds() -> Iterator[Ground]:
    """What every setting of every profile rests on, in the order of the profiles."""
    for name in names():
        for rule in load("profiles")[name]["rules"]:
            if "numbers" in rule:
                style = rule["numbers"]
                shown = f"in words below {style['spell-below']}, {style['percent']}"
                yield Ground(name, "numbers", shown, rule["source"])
            for check, level in rule.get("severity", {}).items():
                yield Ground(name, check, level, rule["source"])
