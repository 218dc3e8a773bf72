"""The values of configuration: what each origin says, and what holds for one article in the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from claimcheck.values import frozen

if TYPE_CHECKING:
    from pathlib import Path

if TYPE_CHECKING:  # the command line lists the levels in its help, and needs no more for it
    from claimcheck.model import Severity

FailOn = Literal["never", "error", "warning", "advice"]
Percent = Literal["%", "per cent", "percent"]


@frozen
class NumberStyle:
    """How the house writes numbers: in words below `spell_below`, and `percent` after them."""

    spell_below: int | None = None
    percent: Percent | None = None


@frozen
class Layer:
    """What one origin says; None and empty where it says nothing. `select` and `ignore` hold codes."""

    origin: str
    profile: str | None = None
    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    severity: tuple[tuple[str, Severity], ...] = ()
    fail_on: FailOn | None = None
    numbers: NumberStyle | None = None


@frozen
class PathLayer:
    """What holds for the files that one of `patterns` matches, seen from the configuration's folder."""

    patterns: tuple[str, ...]
    layer: Layer


@frozen
class Configuration:
    """One configuration file as read."""

    path: Path
    layer: Layer
    per_path: tuple[PathLayer, ...] = ()


@frozen
class Effective:
    """What holds for one article. `origins` says for each setting, and each check's code, who said it.

    `off` holds the codes of checks whose findings are not wanted; `severity` the severities that are changed.
    """

    off: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = {}
    fail_on: FailOn = "never"
    numbers: NumberStyle | None = None
    profile: str | None = None
    origins: Mapping[str, str] = {}
    path: Path | None = None

    @property
    def in_results(self) -> str:
        """All of it that results depend on, in words that tell one such from another."""
        return str((sorted(self.off), sorted(self.severity.items()), self.numbers))
