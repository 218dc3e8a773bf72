"""What a caller may choose, and how the choices are read from text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import get_args

from claimcheck.errors import InputError
from claimcheck.model import FigureKind
from claimcheck.values import frozen

KINDS: tuple[FigureKind, ...] = get_args(FigureKind)


@frozen
class Settings:
    """`date`: the day relative days count from, over what the article says; `kinds`: None for every kind."""

    date: date | None = None
    kinds: frozenset[FigureKind] | None = None


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
        from difflib import get_close_matches

        near = get_close_matches(name, KINDS, 1, 0.5)
        raise InputError(
            f"--kinds {name}", "no such kind", f"did you mean {near[0]}?" if near else _one_of(KINDS)
        )
    return frozenset(kind for kind in KINDS if kind in wanted)


def parse_date(text: str) -> date:
    """The day that `text` names: `2022-03-23`, or in words, `23 March 2022`. Raises InputError."""
    from claimcheck.times.parse import parse_date as read_date  # lazily: the word lists of times

    found = read_date(text)
    if found is None:
        raise InputError(repr(text), "is not a date", "write it as 2022-03-23")
    return found


def _one_of(names: Iterable[str]) -> str:
    return "choose from " + ", ".join(names)
