"""What a caller may choose, and how the choices are read from text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from claimcheck.errors import InputError, did_you_mean
from claimcheck.model import FigureKind
from claimcheck.values import frozen

if TYPE_CHECKING:
    from pathlib import Path

KINDS: tuple[FigureKind, ...] = get_args(FigureKind)


@frozen
class Settings:
    """`date`: the day relative days count from, over what the article says; `kinds`: None for every kind.

    `select` and `ignore` name checks by code, name or family; `profile` is one of lexicon/profiles.toml;
    `fail_on` is the severity that makes the exit code 1. `config`: a configuration file, `nearest` for the
    one nearest to each article, None for none. What stands here is stronger than what stands there.
    """

    date: date | None = None
    kinds: frozenset[FigureKind] | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    fail_on: str | None = None
    config: Path | Literal["nearest"] | None = None

    @property
    def is_plain(self) -> bool:
        """Whether nothing is chosen of what a configuration may say too."""
        chosen = (self.profile, self.fail_on, self.config, *self.select, *self.ignore)
        return not any(part is not None for part in chosen)


def parse_kinds(names: Iterable[str]) -> frozenset[FigureKind] | None:
    """The kinds that `names` list, commas allowed; `all` is every kind, and no names are None.

    Raises InputError for a kind there is not.
    """
    wanted = {part.strip().lower() for name in names for part in name.split(",")} - {""}
    if not wanted:
        return None
    if "all" in wanted:
        return frozenset(KINDS)
    for name in sorted(wanted.difference(KINDS)):
        raise InputError(f"--kinds {name}", "no such kind", did_you_mean(name, KINDS) or _one_of(KINDS))
    return frozenset(kind for kind in KINDS if kind in wanted)


def parse_names(given: Iterable[str]) -> tuple[str, ...]:
    """Names given one by one or with commas between them."""
    return tuple(part.strip() for each in given for part in each.split(",") if part.strip())


def parse_config(file: Path | None, *, no_config: bool) -> Path | Literal["nearest"] | None:
    """The configuration to read: `file`, else the nearest to each article, none at all with `no_config`."""
    return None if no_config else file or "nearest"


def parse_date(text: str | None) -> date | None:
    """The day that `text` names, if any: `2022-03-23`, or `23 March 2022`. Raises InputError."""
    if not text:
        return None
    from claimcheck.times.parse import parse_date as read_date  # lazily: the word lists of times

    found = read_date(text)
    if found is None:
        raise InputError(repr(text), "is not a date", "write it as 2022-03-23")
    return found


def parse_jobs(text: str) -> int:
    """The number of processes that `text` asks for; `auto` is 0. Raises InputError."""
    if text == "auto":
        return 0
    if not (text.isascii() and text.isdigit()):
        raise InputError(f"--jobs {text}", "is no number of processes", "write it as 4, or auto")
    return int(text)


def parse_cache(folder: Path | None, *, usual: bool) -> Path | Literal["default"] | None:
    """Where analyses are kept: in `folder`, in the usual place, or nowhere."""
    return folder or ("default" if usual else None)


def _one_of(names: Iterable[str]) -> str:
    return "choose from " + ", ".join(names)
