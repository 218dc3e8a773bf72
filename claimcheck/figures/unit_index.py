"""Builds the unit index from quantulum3's unit data and `lexicon/units.toml`.

`python -m claimcheck.figures.unit_index` writes it; a test compares the shipped one with a fresh one.
quantulum3's data (MIT) gives names, surfaces, symbols, prefixes and dimensions; the factors are ours.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimcheck.figures.plurals import plural
from claimcheck.figures.vocabulary import PATH
from claimcheck.lexicon import load
from claimcheck.text.tokens import tokenise
from claimcheck.values import replace

_APART = {"prefixes", "drop", "caution"}
# A head before these is what takes the plural: miles per hour, degrees Celsius, inches of mercury.
_AFTER_HEAD = frozenset({
    "per", "a", "an", "of", "to", "c", "f", "celsius", "celcius", "centigrade", "fahrenheit", "farenheit",
    "squared", "deadweight",
})  # fmt: skip


@dataclass
class Unit:
    """One unit while the index is built."""

    name: str
    dimension: str
    words: list[str] = field(default_factory=list)
    symbols: list[str] = field(default_factory=list)
    factor: str | None = None
    offset: str | None = None
    plural: str | None = None
    derived: bool = False  # made with a metric prefix
    later_words: list[str] = field(default_factory=list)  # spellings that yield to any unit's own
    later_symbols: list[str] = field(default_factory=list)


def build() -> dict[str, Any]:
    """The index as JSON values: units, the spellings that name them, and the symbols."""
    lexicon = load("units")
    own = {unit.name: unit for unit in _own_units(lexicon)}
    units: dict[str, Unit] = dict(own)
    for unit in _quantulum_units(lexicon):
        known = own.get(unit.name)
        if known is None:
            units[unit.name] = unit
        else:
            known.later_words += unit.words
            known.later_symbols += unit.symbols
    return {**_index(units.values(), own), "rates": _rates(), "caution": lexicon["caution"]}


def _rates() -> dict[str, str]:
    """The name of each dimension that is one by another: `length per time` is speed."""
    found: dict[str, str] = {}
    for name, entity in _quantulum_data("entities.json").items():
        parts = {part["power"]: part["base"] for part in entity["dimensions"]}
        if len(entity["dimensions"]) == 2 and parts.keys() == {1, -1}:
            found.setdefault(f"{parts[1]} per {parts[-1]}", name)
    return found


def _index(units: Iterable[Unit], own: Iterable[str]) -> dict[str, Any]:
    ordered = sorted(units, key=lambda unit: (unit.name not in own, unit.derived))  # the first to claim wins
    shown = {unit.name: _shown(unit) for unit in ordered}
    signs = {unit.name: next(iter(unit.symbols + unit.later_symbols), "") for unit in ordered}
    again = [replace(unit, words=unit.later_words, symbols=unit.later_symbols) for unit in ordered]
    words: dict[str, str] = {_key(name): name for name in shown.values()}
    symbols: dict[str, list[str]] = {}
    for unit in (*ordered, *again):
        name = shown[unit.name]
        for word in unit.words:
            words.setdefault(_key(word.lower()), name)
            words.setdefault(_key(_phrase_plural(word).lower()), name)
        for symbol in unit.symbols:
            symbols.setdefault(_key(symbol), [signs[unit.name], name])
    table = {shown[unit.name]: [unit.dimension, unit.factor, unit.offset] for unit in ordered}
    return {"units": table, "words": words, "symbols": symbols}


def _shown(unit: Unit) -> str:
    return unit.plural or _phrase_plural(next(iter(unit.words + unit.later_words), unit.name))


def _key(spelling: str) -> str:
    """The spelling's tokens, joined with spaces."""
    return " ".join(tokenise(spelling, [(0, len(spelling))]).text)


def _phrase_plural(phrase: str) -> str:
    parts = phrase.split(" ")
    head = next((i for i, part in enumerate(parts) if i and part.lower() in _AFTER_HEAD), len(parts)) - 1
    return " ".join([*parts[:head], plural(parts[head]), *parts[head + 1 :]])


def _own_units(lexicon: dict[str, Any]) -> Iterator[Unit]:
    for dimension, entries in lexicon.items():
        if dimension not in _APART:
            for name, line in entries.items():
                unit = Unit(
                    name, dimension, list(line.get("words", ())), list(line.get("symbols", ())),
                    line.get("factor"), line.get("offset"), line.get("plural"),
                )  # fmt: skip
                yield unit
                yield from _prefixed(unit, line.get("prefixes", ()), lexicon["prefixes"])


def _quantulum_units(lexicon: dict[str, Any]) -> Iterator[Unit]:
    drop = {kind: set(names) for kind, names in lexicon["drop"].items()}
    own = {name: line for lines in lexicon.values() for name, line in lines.items()}
    for name, entry in _quantulum_data("units.json").items():
        if name in drop["units"] or (entry["entity"] in drop["entities"] and name not in own):
            continue
        symbols = [symbol for symbol in entry["symbols"] if symbol not in drop["symbols"]]
        words = [word for word in entry.get("surfaces", [name]) if word not in drop["words"]]
        unit = Unit(name, entry["entity"], words, symbols)
        yield unit
        base = Unit(
            name, entry["entity"], entry["surfaces"], entry["symbols"], own.get(name, {}).get("factor")
        )
        for part in _prefixed(base, entry.get("prefixes", ()), lexicon["prefixes"]):
            part.symbols = [symbol for symbol in part.symbols if symbol not in drop["symbols"]]
            if part.name not in drop["units"]:
                yield part


def _prefixed(unit: Unit, prefixes: Iterable[str], table: dict[str, list[str]]) -> Iterator[Unit]:
    for prefix in prefixes:
        name, worth = table[prefix]
        factor = unit.factor and f"{worth}*{unit.factor}"
        symbols = [prefix + symbol for symbol in unit.symbols[:1]]
        words = [name + word for word in unit.words or [unit.name]]
        yield Unit(name + unit.name, unit.dimension, words, symbols, factor, derived=True)


def _quantulum_data(file: str) -> dict[str, dict[str, Any]]:
    from importlib.util import find_spec

    spec = find_spec("quantulum3")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("quantulum3 is needed to build the unit index: pip install quantulum3")
    data: dict[str, dict[str, Any]] = json.loads(Path(spec.origin).with_name(file).read_text("utf-8"))
    return data


def main() -> None:
    """Write the index beside the word lists."""
    text = json.dumps(build(), ensure_ascii=False, separators=(",", ":"), indent=0)
    Path(PATH).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
