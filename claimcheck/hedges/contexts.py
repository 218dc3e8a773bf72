"""Contexts: the small pattern language in which the hedge lexicon says where a word is a cue and where not.

A context is written as it would be read, `_` standing for the cue: `as soon as _`, `BE _ to`, `_ of|about`.
Small letters are words, `|` separates alternatives, capitals name a class of the lexicon, a trailing `?`
marks what may be missing, `^` is the edge of the sentence, `...` any words of the same sentence, and `Aa`
in place of `_` asks for a cue with a capital letter. Capitals say nothing in headlines, so there they never
match.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from claimcheck.lexicon import load
from claimcheck.model import NUMERAL, Tokens
from claimcheck.model import WORD as WORD_KIND
from claimcheck.values import frozen

FARTHEST = 40  # tokens that `...` may skip


@frozen
class Slot:
    """What may stand in one place of a context."""

    words: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    exceptions: frozenset[str] = frozenset()
    numeral: bool = False
    capital: bool = False
    word: bool = False
    edge: bool = False
    gap: bool = False
    optional: bool = False
    others: bool = True  # whether anything but `words` may stand there


@frozen
class Context:
    """The slots before a cue, nearest first, and after it."""

    before: tuple[Slot, ...]
    after: tuple[Slot, ...]
    capital: bool


@frozen
class Place:
    """A cue's tokens [first, last) within its sentence's tokens [left, right)."""

    tokens: Tokens
    first: int
    last: int
    left: int
    right: int
    headline: bool


def parse_context(text: str) -> Context:
    """The context that `text` describes; raises ValueError where it has no cue or an unknown class."""
    parts, classes = text.split(), load("hedges")["classes"]
    centre = next((i for i, part in enumerate(parts) if part in ("_", "Aa")), None)
    if centre is None:
        raise ValueError(f"a context needs `_`: {text!r}")
    slots = [_parse_slot(part, classes) for part in parts]
    return Context(tuple(reversed(slots[:centre])), tuple(slots[centre + 1 :]), parts[centre] == "Aa")


def _parse_slot(part: str, classes: Mapping[str, Any]) -> Slot:
    if part == "...":
        return Slot(gap=True)
    optional = part.endswith("?") and len(part) > 1
    words: set[str] = set()
    endings: tuple[str, ...] = ()
    exceptions: set[str] = set()
    kinds: dict[str, bool] = {}
    for name in part.removesuffix("?").split("|") if optional else part.split("|"):
        if name == "^":
            kinds["edge"] = True
            continue
        if not name.isupper():
            words.add(name)
            continue
        if name not in classes:
            raise ValueError(f"no class {name!r} for {part!r}")
        found = classes[name]
        words.update(found.get("words", ()))
        endings += tuple(found.get("endings", ()))
        exceptions.update(found.get("except", ()))
        kinds |= dict.fromkeys(found.get("kinds", ()), True)
    others = bool(endings or kinds)
    return Slot(frozenset(words), endings, frozenset(exceptions), optional=optional, others=others, **kinds)


def matches(context: Context, place: Place) -> bool:
    """Whether `context` describes the place where the cue stands."""
    if context.capital and (place.headline or not place.tokens.text[place.first][:1].isupper()):
        return False
    return _fit(context.after, 0, place.last, 1, place) and _fit(
        context.before, 0, place.first - 1, -1, place
    )


def _fit(slots: Sequence[Slot], index: int, at: int, step: int, place: Place) -> bool:
    end = len(slots)
    lower, left, right = place.tokens.lower, place.left, place.right
    while index < end:
        slot = slots[index]
        if slot.gap:
            stop = min(right, at + FARTHEST) if step > 0 else max(left - 1, at - FARTHEST)
            return _fit_from(slots, index + 1, range(at, stop, step), place)
        fits = (left <= at < right and lower[at] in slot.words) or (slot.others and _fits(slot, at, place))
        if slot.optional:
            if fits and _fit(slots, index + 1, at + step, step, place):
                return True
        elif not fits:
            return False
        else:
            at += step
        index += 1
    return True


def _fit_from(slots: Sequence[Slot], index: int, places: range, place: Place) -> bool:
    """Whether the slots from `index` on fit from one of the token `places` on, all in the sentence."""
    first = slots[index] if index < len(slots) else None
    if first and not (first.others or first.optional or first.gap):
        lower = place.tokens.lower
        likely: Sequence[int] = [at for at in places if lower[at] in first.words]
    else:
        likely = places
    return any(_fit(slots, index, at, places.step, place) for at in likely)


def _fits(slot: Slot, at: int, place: Place) -> bool:
    """Whether what stands at `at`, none of the slot's own words, may stand there."""
    if not place.left <= at < place.right:
        return slot.edge
    tokens = place.tokens
    word = tokens.lower[at]
    if slot.endings and word.endswith(slot.endings) and word not in slot.exceptions:
        return True
    if slot.numeral and tokens.kind[at] == NUMERAL:
        return True
    if slot.word and tokens.kind[at] == WORD_KIND:
        return True
    return slot.capital and not place.headline and tokens.text[at][:1].isupper()
