"""What holds for an article: the command line over paths over the file over the profile over the defaults."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.config.values import Configuration, Effective, Layer
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT = Effective()


class Resolver:
    """Answers what holds for a path; each configuration file is read once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._everywhere = DEFAULT if settings.is_plain else None
        self._command = self._everywhere or merge([_command_line(settings)], None)
        self._nearest: dict[str, Path | None] = {}
        self._read: dict[Path, Configuration] = {}

    def effective(self, path: str | None) -> Effective:
        """What holds for the article at `path`; None and `-` are in the current folder. Raises InputError."""
        if self._everywhere is not None:
            return self._everywhere
        file = "standard input" if path is None or path == "-" else path
        config = self._configuration(file)
        if config is None:
            return self._command
        place = _relative(file, config.path.parent)
        layers = [config.layer, *(each.layer for each in config.per_path if _applies(each.patterns, place))]
        return merge([*layers, _command_line(self._settings)], config.path)

    def settled(self, path: str | None) -> Resolver:
        """One that answers for every article what this one does for `path`, and reads no file."""
        fixed = Resolver(Settings())
        fixed._everywhere = self.effective(path)
        return fixed

    def _configuration(self, file: str) -> Configuration | None:
        named = self._settings.config
        if isinstance(named, str):
            folder = os.path.dirname(file)
            if folder not in self._nearest:
                from claimcheck.config.files import nearest

                self._nearest[folder] = nearest(folder)
            named = self._nearest[folder]
        if named is None:
            return None
        if named not in self._read:
            from claimcheck.config.read import read  # lazily: only where there is a file

            self._read[named] = read(named)
        return self._read[named]


def merge(layers: Sequence[Layer], path: Path | None) -> Effective:
    """What the layers say together, the last one strongest.

    A layer's `select` undoes what weaker layers left out; its `ignore` then takes away.
    """
    profile = next((each.profile for each in reversed(layers) if each.profile), None)
    if profile is not None:
        from claimcheck.config.profiles import profile_layer

        layers = [profile_layer(profile), *layers]
    off, origins = _left_out(layers)
    severity = {code: level for each in layers for code, level in each.severity}
    origins |= {code: each.origin for each in layers for code, _ in each.severity if code not in off}
    last = {}
    for name in ("profile", "fail_on", "numbers"):
        said = [each for each in layers if getattr(each, name) is not None]
        if said:
            last[name], origins[name] = getattr(said[-1], name), said[-1].origin
    return Effective(off, severity, origins=origins, path=path, **last)


def _left_out(layers: Sequence[Layer]) -> tuple[frozenset[str], dict[str, str]]:
    off: dict[str, str] = {}
    for each in layers:
        if each.select is not None:
            from claimcheck.rulebook import all_rules

            off = {rule.code: each.origin for rule in all_rules() if rule.code not in each.select}
        off |= dict.fromkeys(each.ignore, each.origin)
    return frozenset(off), off


def _command_line(settings: Settings) -> Layer:
    if not (settings.profile or settings.select or settings.ignore or settings.fail_on):
        return Layer("the command line")
    from claimcheck.config.read import fail_on, profile
    from claimcheck.config.selectors import codes_of

    return Layer(
        "the command line",
        profile(settings.profile, "--profile") if settings.profile else None,
        codes_of(settings.select, "--select") if settings.select else None,
        codes_of(settings.ignore, "--ignore") if settings.ignore else frozenset(),
        fail_on=fail_on(settings.fail_on, "--fail-on") if settings.fail_on else None,
    )


def _relative(file: str, folder: Path) -> str:
    from pathlib import Path

    resolved = Path(file).resolve()
    return (
        resolved.relative_to(folder.resolve()).as_posix() if resolved.is_relative_to(folder.resolve()) else ""
    )


def _applies(patterns: Sequence[str], place: str) -> bool:
    from claimcheck.config.globs import matches

    return any(matches(pattern, place) for pattern in patterns)
