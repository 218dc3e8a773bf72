"""What holds for a path and where each setting comes from, and a sample to begin with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claimcheck.config.profiles import meaning, names
from claimcheck.config.resolve import Resolver
from claimcheck.config.values import Effective
from claimcheck.errors import InputError
from claimcheck.rulebook import all_rules
from claimcheck.settings import Settings

_DEFAULT = "default"
_SAMPLE = """\
# claimcheck.toml: put it into the folder of your articles or any folder above; the nearest one holds.
# In a pyproject.toml the same stands under [tool.claimcheck].
# `claimcheck config FILE` shows what holds for a file, `claimcheck rules` lists the checks.

# {profiles}
# profile = "wire"

# Checks by code (CC401), beginning of a code (CC4), name (percent-change) or family (arithmetic).
# select = ["arithmetic", "headline"]  # only these
# ignore = ["CC104", "times-less"]     # all but these

# fail-on = "error"  # the exit code is 1 from this severity on: never, error, warning, advice

# [severity]
# toll-without-source = "error"
# CC8 = "warning"

# [numbers]           # house style, asked about by CC190 number-style
# spell-below = 10    # whole numbers below ten in words
# percent = "%"       # "%", "per cent" or "percent"

# [[per-path]]        # the same keys for some files; the last table that matches is the strongest
# paths = ["wire/**", "*.draft.txt"]
# profile = "wire"
# ignore = ["unnamed-source-only"]
"""


def sample() -> str:
    """A configuration with every key, commented out."""
    profiles = (f"{name}: {meaning(name)}" for name in names())
    return _SAMPLE.format(profiles="\n#   ".join(["Profiles:", *profiles]))


def shown(path: Path, profile: str | None = None, file: Path | None = None) -> str:
    """What holds for the article or folder at `path`. Raises InputError."""
    if not path.exists():
        raise InputError(str(path), "there is no such file or folder", "check the spelling")
    article = path / "article" if path.is_dir() else path
    settings = Settings(profile=profile, config=file or "nearest")
    return "\n".join(settled(Resolver(settings).effective(str(article)))) + "\n"


def settled(effective: Effective) -> Iterator[str]:
    """One line a setting: its name, its value, and in brackets who says so."""
    yield f"configuration: {effective.path or 'none'}"
    numbers = effective.numbers
    style = numbers and ", ".join(
        part for part in (
            f"in words below {numbers.spell_below}" if numbers.spell_below is not None else "",
            f"with {numbers.percent}" if numbers.percent else "",
        ) if part
    )  # fmt: skip
    shown = {
        "profile": effective.profile or "none",
        "fail-on": effective.fail_on,
        "numbers": style or "no style",
    }
    for name, value in shown.items():
        yield f"{name}: {value} ({effective.origins.get(name.replace('-', '_'), _DEFAULT)})"
    yield "checks:"
    for rule in all_rules():
        origin = effective.origins.get(rule.code, _DEFAULT)
        level = "off" if rule.code in effective.off else effective.severity.get(rule.code, rule.severity)
        yield f"  {rule.code}  {rule.name:{_width()}}  {level:7}  ({origin})"


def _width() -> int:
    return max(len(rule.name) for rule in all_rules())
