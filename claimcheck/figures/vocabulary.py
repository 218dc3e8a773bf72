"""The unit vocabulary as the package ships it: spellings, dimensions and factors, made by `unit_index`."""

from __future__ import annotations

import os
from typing import Any

from claimcheck.lexicon.ready import PACKAGE, table
from claimcheck.values import frozen

PATH = os.path.join(PACKAGE, "lexicon", "unit_index.json")
Entries = dict[str, list[tuple[tuple[str, ...], tuple[str, str]]]]


@frozen
class Caution:
    """Spellings that mean other things too, and where they are units all the same."""

    glued: frozenset[str]
    apart: frozenset[str]
    lower: frozenset[str]
    not_before: dict[str, frozenset[str]]
    only_before: dict[str, frozenset[str]]
    not_after: dict[str, frozenset[str]]


@frozen
class UnitIndex:
    """Spellings by their first token, longest first, each with the unit as shown and its plural name.

    `units` maps a plural name to dimension, factor and offset; `spellings` any one spelling to the name.
    """

    words: Entries
    symbols: Entries
    units: dict[str, tuple[str, str | None, str | None]]
    spellings: dict[str, str]
    rates: dict[str, str]
    caution: Caution


@table
def unit_index() -> UnitIndex:
    """The shipped index, from the package's data."""
    import json  # lazily: the table is compiled

    with open(PATH, encoding="utf-8") as file:
        data = json.load(file)
    words = {spelling: (name, name) for spelling, name in data["words"].items()}
    symbols = {spelling: (shown, name) for spelling, (shown, name) in data["symbols"].items()}
    spellings = {
        **{spelling.replace(" ", ""): name for spelling, (_, name) in symbols.items()},
        **dict(symbols.values()),
        **data["words"],
        **{name: name for name in data["units"]},
    }
    units = {name: tuple(values) for name, values in data["units"].items()}
    caution = {name: _frozen(value) for name, value in data["caution"].items()}
    tables = (_by_first_token(words), _by_first_token(symbols), units, spellings, data["rates"])
    return UnitIndex(*tables, Caution(**caution))


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {word: frozenset(after) for word, after in value.items()}
    return frozenset(value)


def _by_first_token(table: dict[str, tuple[str, str]]) -> Entries:
    found: Entries = {}
    for spelling, unit in table.items():
        parts = tuple(spelling.split(" "))
        found.setdefault(parts[0], []).append((parts, unit))
    for entries in found.values():
        if len(entries) > 1:
            entries.sort(key=lambda entry: -len(entry[0]))
    return found


def rate_dimension(over: str, under: str) -> str:
    """The dimension of a measure of `over` by a measure of `under`."""
    name = f"{over} per {under}"
    return unit_index().rates.get(name, name)
