"""The hedge lexicon as typed values: `lexicon/hedges.toml`, read once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from claimcheck.hedges.contexts import Context, parse_context
from claimcheck.lexicon import load
from claimcheck.lexicon.ready import table
from claimcheck.model import HedgeCategory, Strength
from claimcheck.text.tokens import tokenise
from claimcheck.values import frozen

Reach = Literal["clause", "complement", "phrase", "next", "before"]


@frozen
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


@table
def cues() -> dict[str, tuple[Cue, ...]]:
    """All cues by their first word, those of most words first."""
    table: dict[str, list[Cue]] = {}
    for entry in load("hedges")["cue"]:
        for cue in _read(entry):
            table.setdefault(cue.words[0], []).append(cue)
    return {word: tuple(sorted(same, key=lambda cue: -len(cue.words))) for word, same in table.items()}


def _read(entry: Mapping[str, Any]) -> list[Cue]:
    category, strength, reach = entry["category"], entry["strength"], entry.get("reach", "clause")
    only = tuple(parse_context(context) for context in entry.get("only", ()))
    unless = tuple(parse_context(context) for context in entry.get("unless", ()))
    with_figure = entry.get("with_figure", False)
    return [
        Cue(_tokens_of(words), category, strength, reach, with_figure, only, unless)
        for words in entry["words"]
    ]


def _tokens_of(phrase: str) -> tuple[str, ...]:
    """The phrase as the token stream has it: marks and `'s` are tokens of their own."""
    if phrase.replace(" ", "").isalpha():
        return tuple(phrase.split())
    return tuple(tokenise(phrase, [(0, len(phrase))]).lower)
