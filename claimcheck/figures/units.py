"""The unit that follows a number: found by look-up in the index that `unit_index` builds, never by search."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from claimcheck.figures.compounds import JOINERS, find_compound
from claimcheck.figures.plurals import singular
from claimcheck.model import NUMERAL, WORD, Tokens

PATH = Path(__file__).parent.parent / "lexicon" / "unit_index.json"
Entries = dict[str, list[tuple[tuple[str, ...], tuple[str, str]]]]
_HYPHENS = ("-", "‐", "‑", "–")


class UnitMatch(NamedTuple):
    """A unit as it stands in the text, up to token `last`.

    `unit` is its plural name where the text writes words (`miles`, `degrees Celsius`), its usual symbol where
    it writes one (`km`, `°C`). `name` is the plural name either way.
    """

    last: int
    unit: str
    name: str
    dimension: str


@dataclass(frozen=True, slots=True)
class Caution:
    """Spellings that mean other things too, and where they are units all the same."""

    glued: frozenset[str]
    apart: frozenset[str]
    lower: frozenset[str]
    not_before: dict[str, frozenset[str]]
    only_before: dict[str, frozenset[str]]
    not_after: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
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


@cache
def unit_index() -> UnitIndex:
    """The shipped index, read once a process."""
    data = json.loads(PATH.read_text(encoding="utf-8"))
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


def find_unit(tokens: Tokens, index: int) -> UnitMatch | None:
    """The unit expression that starts at token `index`, straight after a number; None where none does.

    A hyphen that joins number and unit (`5-mile`) may stand at `index`. `pounds` are pounds of mass:
    whether they are money is for the caller to decide first.
    """
    start = index
    if index < len(tokens) and tokens.lower[index] in _HYPHENS and _joined(tokens, index):
        start = index + 1
    if start >= len(tokens):
        return None
    symbol, words = _symbol_at(tokens, start, index), _words_at(tokens, start)
    found = max((match for match in (symbol, words) if match), key=lambda match: match[0], default=None)
    if (found is None or _continues(tokens, found[0])) and (compound := find_compound(tokens, start)):
        return UnitMatch(*compound)
    if found is None:
        return None
    last, (shown, name) = found
    return _with_rate(tokens, last, shown, name, hyphenated=start > index)


def _continues(tokens: Tokens, last: int) -> bool:
    return last < len(tokens) and tokens.lower[last] in JOINERS and tokens.glued(last)


def _joined(tokens: Tokens, index: int) -> bool:
    return tokens.glued(index) and tokens.glued(index + 1)


def _symbol_at(tokens: Tokens, start: int, index: int) -> tuple[int, tuple[str, str]] | None:
    for parts, unit in unit_index().symbols.get(tokens.text[start], ()):
        last = start + len(parts)
        if tokens.text[start:last] == list(parts) and _fits(tokens, start, last, parts):
            if len(parts) == 1 and not _symbol_allowed(tokens, start, index):
                continue
            if parts[-1] == "." and last < len(tokens) and tokens.sentence[last] != tokens.sentence[start]:
                last -= 1  # the full stop is the sentence's
            elif parts[-1] == "." and last == len(tokens):
                last -= 1
            return last, unit
    return None


def _fits(tokens: Tokens, start: int, last: int, parts: tuple[str, ...]) -> bool:
    """Whether digits and marks inside a symbol touch their neighbours (`m2`, `km/h`, `°C`)."""
    return all(
        tokens.glued(start + i)
        for i in range(1, len(parts))
        if tokens.kind[start + i] == NUMERAL or parts[i] == "." or parts[i - 1] in "°˚"
    )


def _symbol_allowed(tokens: Tokens, start: int, index: int) -> bool:
    text, caution = tokens.text[start], unit_index().caution
    if text not in caution.glued or tokens.glued(start) or start > index:
        return True
    after = tokens.text[start + 1] if start + 1 < len(tokens) else ""
    if after in (")", "]"):
        return True
    return text in caution.apart and not (after[:1].isupper() or (after == "." and len(text) == 1))


def _words_at(tokens: Tokens, start: int) -> tuple[int, tuple[str, str]] | None:
    lower, caution = tokens.lower, unit_index().caution
    for parts, unit in unit_index().words.get(lower[start], ()):
        last = start + len(parts)
        if tuple(lower[start:last]) != parts:
            if len(parts) == 1 or _hyphenated(tokens, start, parts) is None:
                continue
            last = _hyphenated(tokens, start, parts) or last
        after = lower[last] if last < len(tokens) else ""
        word = parts[-1]
        if word in caution.lower and tokens.text[last - 1][:1].isupper():
            continue
        if after in caution.not_before.get(word, ()) or _idiom(tokens, start, word):
            continue
        if word in caution.only_before and after not in caution.only_before[word]:
            continue
        return last, unit
    return None


def _idiom(tokens: Tokens, start: int, word: str) -> bool:
    """Whether the number and `word` are a set phrase (`at one point`)."""
    before = unit_index().caution.not_after.get(word)
    return before is not None and any(
        " ".join(tokens.lower[max(start - words, 0) : start]) in before for words in (1, 2)
    )


def _hyphenated(tokens: Tokens, start: int, parts: tuple[str, ...]) -> int | None:
    """The end of `parts` where hyphens join them in the text (`mile-per-hour`, `square-foot`)."""
    at = start
    for i, part in enumerate(parts):
        if i and at < len(tokens) and tokens.lower[at] == "-" and part != "-":
            at += 1
        if at >= len(tokens) or tokens.lower[at] != part:
            return None
        at += 1
    return at


def _with_rate(tokens: Tokens, last: int, shown: str, name: str, *, hyphenated: bool) -> UnitMatch:
    """The unit with the rate that follows it (`micrograms per litre`), where both parts are measures."""
    dimension = unit_index().units[name][0]
    whole = UnitMatch(last, shown, name, dimension)
    at = last
    if hyphenated and at < len(tokens) and tokens.lower[at] == "-":
        at += 1
    joiner = tokens.lower[at] if at < len(tokens) else ""
    if joiner not in ("per", "/") or dimension in ("time", "dimensionless"):
        return whole
    under = find_unit(tokens, at + 1)
    if under is None or " per " in under.name or (at + 1 < len(tokens) and tokens.kind[at + 1] != WORD):
        return whole
    below = _singular_name(under.name)
    rate = f"{name} per {below}"
    shown = f"{shown}/{under.unit}" if shown != name and under.unit != under.name else rate
    return UnitMatch(under.last, shown, rate, rate_dimension(dimension, under.dimension))


def rate_dimension(over: str, under: str) -> str:
    """The dimension of a measure of `over` by a measure of `under`."""
    name = f"{over} per {under}"
    return unit_index().rates.get(name, name)


def _singular_name(name: str) -> str:
    head, *rest = name.split(" ")
    if rest and head in ("square", "cubic", "imperial", "nautical", "short", "long", "gross"):
        return " ".join([head, *rest[:-1], singular(rest[-1])])
    return " ".join([singular(head), *rest])
