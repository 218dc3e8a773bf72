"""Profiles: what kinds of desk settle, as `lexicon/profiles.toml` has it."""

from __future__ import annotations

from functools import cache

from claimcheck.config.read import layer
from claimcheck.config.values import Layer
from claimcheck.lexicon import load


def names() -> tuple[str, ...]:
    """The profiles there are."""
    return tuple(load("profiles"))


@cache
def profile_layer(name: str) -> Layer:
    """What the profile `name` says; its meaning is data too, and no setting."""
    settings = {key: value for key, value in load("profiles")[name].items() if key != "meaning"}
    return layer(settings, f"profile {name}", f"profile {name}")
