"""The unit that follows a number: found by look-up in the shipped vocabulary, never by search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.figures.compounds import JOINERS, find_compound
from claimcheck.figures.plurals import singular
from claimcheck.figures.vocabulary import rate_dimension, unit_index
from claimcheck.figures.words import HYPHENS
from claimcheck.model import NUMERAL, Tokens

_MOST_RATES = 2  # joules per square metre per year


class UnitMatch(NamedTuple):
    """A unit as it stands in the text, up to token `last`.

    `unit` is its plural name where the text writes words (`miles`, `degrees Celsius`), its usual symbol where
    it writes one (`km`, `°C`). `name` is the plural name either way.
    """

    last: int
    unit: str
    name: str
    dimension: str


def find_unit(tokens: Tokens, index: int) -> UnitMatch | None:
    """The unit expression that starts at token `index`, straight after a number; None where none does.

    A hyphen that joins number and unit (`5-mile`) may stand at `index`. `pounds` are pounds of mass:
    whether they are money is for the caller to decide first.
    """
    start = index
    if index < len(tokens) and tokens.lower[index] in HYPHENS and _joined(tokens, index):
        start = index + 1
    if start >= len(tokens) or (index and tokens.sentence[start] != tokens.sentence[index - 1]):
        return None
    found = _simple_unit(tokens, start, index)
    if (found is None or _continues(tokens, found.last)) and (compound := find_compound(tokens, start)):
        return UnitMatch(*compound)
    for _ in range(_MOST_RATES):
        found = found and _with_rate(tokens, found, hyphenated=start > index)
    return found


def _simple_unit(tokens: Tokens, start: int, index: int) -> UnitMatch | None:
    """The longest spelling at token `start` that stands in the vocabulary."""
    symbol, words = _symbol_at(tokens, start, index), _words_at(tokens, start, joined=start > index)
    found = words if symbol is None or (words and words[0] >= symbol[0]) else symbol
    if found is None:
        return None
    last, (shown, name) = found
    return UnitMatch(last, shown, name, unit_index().units[name][0])


def _continues(tokens: Tokens, last: int) -> bool:
    return last < len(tokens) and tokens.lower[last] in JOINERS and tokens.glued(last)


def _joined(tokens: Tokens, index: int) -> bool:
    return tokens.glued(index) and tokens.glued(index + 1)


def _symbol_at(tokens: Tokens, start: int, index: int) -> tuple[int, tuple[str, str]] | None:
    for parts, unit in _symbols(tokens, start):
        last = start + len(parts)
        if len(parts) == 1 and not _symbol_allowed(tokens, start, index):
            continue
        if len(parts) > 1 and not (
            tokens.text[start:last] == list(parts) and _fits(tokens, start, last, parts)
        ):
            continue
        ends = last == len(tokens) or tokens.sentence[last] != tokens.sentence[start]
        return last - (ends and parts[-1] == "."), unit  # the full stop is the sentence's
    return None


def _symbols(tokens: Tokens, start: int) -> Sequence[tuple[tuple[str, ...], tuple[str, str]]]:
    """The symbols that begin with token `start`; in capitals (`100KM`) only where it touches the number."""
    text, symbols = tokens.text[start], unit_index().symbols
    found = symbols.get(text)
    if found is None and text.isupper() and len(text) > 1 and tokens.glued(start):
        return [entry for entry in symbols.get(text.lower(), ()) if len(entry[0]) == 1]
    return found or ()


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


def _words_at(tokens: Tokens, start: int, *, joined: bool) -> tuple[int, tuple[str, str]] | None:
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
        if (not joined and after in caution.not_before.get(word, ())) or _idiom(tokens, start, word):
            continue
        if len(parts) > 2 and after in caution.not_before.get(f"{parts[-2]} {word}", ()):
            continue  # `from 4m tonnes a year before`
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


def _with_rate(tokens: Tokens, over: UnitMatch, *, hyphenated: bool) -> UnitMatch:
    """The unit with the rate that follows it (`micrograms per litre`), where both parts are measures."""
    at = over.last
    if hyphenated and at < len(tokens) and tokens.lower[at] == "-":
        at += 1
    joined = at + 1 < len(tokens) and tokens.lower[at] in ("per", "/")
    if not joined or over.dimension in ("time", "dimensionless"):
        return over
    under = _simple_unit(tokens, at + 1, at + 1)
    if under is None or " per " in under.name:
        return over
    name = f"{over.name} per {_singular_name(under.name)}"
    symbols = over.unit != over.name and under.unit != under.name
    unit = f"{over.unit}/{under.unit}" if symbols else name
    return UnitMatch(under.last, unit, name, rate_dimension(over.dimension, under.dimension))


def _singular_name(name: str) -> str:
    head, *rest = name.split(" ")
    if rest and head in ("square", "cubic", "imperial", "nautical", "short", "long", "gross"):
        return " ".join([head, *rest[:-1], singular(rest[-1])])
    return " ".join([singular(head), *rest])
