"""The hedge lexicon as typed values: `lexicon/hedges.toml`, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from claimcheck.hedges.contexts import Context, parse_context
from claimcheck.lexicon import load
from claimcheck.model import HedgeCategory, Strength

Reach = Literal["clause", "complement", "phrase", "next"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A hedging word or phrase: what it says, how strongly, how far it reaches and where it counts.

    It counts where one of `only` matches (anywhere if there are none) and none of `unless` does. `reach` is
    the clause with its subject, the complement to its right, or the noun phrase that follows.
    """

    words: tuple[str, ...]
    category: HedgeCategory
    strength: Strength
    reach: Reach
    with_figure: bool
    only: tuple[Context, ...]
    unless: tuple[Context, ...]


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """All cues by their first word, those of most words first."""
    found = load("hedges")
    table: dict[str, list[Cue]] = {}
    for entry in found["cue"]:
        for cue in _read(entry, found["classes"]):
            table.setdefault(cue.words[0], []).append(cue)
    return {word: tuple(sorted(same, key=lambda cue: -len(cue.words))) for word, same in table.items()}


def _read(entry: Mapping[str, Any], classes: Mapping[str, Any]) -> list[Cue]:
    category, strength, reach = entry["category"], entry["strength"], entry.get("reach", "clause")
    for value, allowed in ((category, HedgeCategory), (strength, Strength), (reach, Reach)):
        if value not in get_args(allowed):
            raise ValueError(f"hedges.toml: {value!r} in the entry for {entry['words']}")
    only = tuple(parse_context(text, classes) for text in entry.get("only", ()))
    unless = tuple(parse_context(text, classes) for text in entry.get("unless", ()))
    with_figure = entry.get("with_figure", False)
    return [
        Cue(tuple(words.split()), category, strength, reach, with_figure, only, unless)
        for words in entry["words"]
    ]
