"""How a relation reads one figure: what it may stand for, what governs it, what it is like."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from claimcheck.figures.conversion import convert
from claimcheck.intervals import Interval, Side, exactly, written
from claimcheck.lexicon import load
from claimcheck.model import NUMERAL, Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.values import replace

_NO_STEP = Decimal("0.001")  # `a third`, `doubled`: the words have no written precision
_LOOSE, _POINTS = Decimal("0.08"), Decimal(3)  # by how much a fraction may miss its percentage
_ROUNDED = Decimal("0.5")
_REACH = 9  # words between a figure and the preposition that governs it
_ROUNDED_AWAY = Decimal("0.1")  # nobody prints £1.40 as £1, nor 1.4 million as 1 million
_LARGE = 2000  # pounds and dollars; larger sums are rounded to tens and hundreds
_FEW = 10  # single digits
_HUNDREDTH = Decimal("0.01")


def interval(facts: Facts, figure: Figure) -> Interval:
    """What the figure may stand for, from its written precision and the words before it."""
    counted = figure.kind in ("count", "age", "ordinal", "duration")
    if figure.kind == "money" and _is_price(facts, figure):
        return _price(figure)
    if figure.kind in ("multiplier", "ratio"):
        return written(figure.low, figure.high, _NO_STEP, side_of(facts, figure))
    return written(figure.low, figure.high, _grain(facts, figure), side_of(facts, figure), counted=counted)


def _is_price(facts: Facts, figure: Figure) -> bool:
    """Whether the figure is a sum in plain pounds that nobody rounds: `£12`, `$480`."""
    plain = figure.grain == 1 and figure.low is not None and figure.low == figure.high
    return plain and 0 < (figure.low or 0) < _LARGE and side_of(facts, figure) == "exact"


def _price(figure: Figure) -> Interval:
    price = figure.low or Decimal(0)
    half = price * _HUNDREDTH
    if price % 100:
        half = min(half, Decimal("0.5"))
    return Interval(price - half, price + half)


def _grain(facts: Facts, figure: Figure) -> Decimal:
    """The step of the last written digit: of a sum or measure without decimals, a tenth of it at most."""
    if figure.kind not in ("money", "measure") or not figure.low:
        return figure.grain
    whole = all("." not in word for word in facts.words(figure.first, figure.last))
    if figure.low >= _FEW * figure.grain:
        return figure.grain
    return min(figure.grain, abs(figure.low) * _ROUNDED_AWAY) if whole else figure.grain


def share_interval(facts: Facts, figure: Figure) -> Interval:
    """A fraction in per cent, as loosely as it is printed: `a third` for 31 to 36 per cent.

    A bound keeps its side: `more than half` is not 49 per cent.
    """
    value = interval(facts, figure)
    low, high = value.low * 100, value.high * 100
    if figure.modifier in ("lower", "upper") or side_of(facts, figure) in ("below", "above"):
        return Interval(low - _ROUNDED, high + _ROUNDED)
    return Interval(low - min(low * _LOOSE, _POINTS), high + min(high * _LOOSE, _POINTS))


def side_of(facts: Facts, figure: Figure) -> Side:
    """On which side of the printed number the true one may lie."""
    if figure.modifier in ("lower", "upper"):
        return "least" if figure.modifier == "lower" else "most"
    words = " ".join(facts.words(figure.first, figure.last))
    below, above = _sides()
    if words.startswith(below):
        return "below"
    if words.startswith(above):
        return "above"
    return "near" if figure.modifier == "approx" else "exact"


def leads(facts: Facts, figure: Figure) -> list[str]:
    """What governs the figure, nearest first: prepositions, then the class of a word of change or comparison.

    `to a total of 45` gives of, to; `a rise of 12%` of, rise; `leapt nearly 240%` rise.
    """
    found = facts.led.get(figure.first)
    if found is None:
        found = facts.led[figure.first] = _find_leads(facts, figure)
    return found


def _find_leads(facts: Facts, figure: Figure) -> list[str]:
    words = _prepositions()
    found: list[str] = []
    lower, first = facts.lower, facts.bounds(figure.first)[0]
    for index in range(figure.first - 1, max(first, figure.first - _REACH) - 1, -1):
        word, name = lower[index], facts.classes[index]
        if word in words["stops"] or name in ("breaks", "conjunction"):
            break
        if name in ("rise", "fall", "shift", "compared"):
            return [*found, name]
        if facts.classes[index - 1] == "compared" and index > first:
            return [*found, "compared"]
        if word == "as" and lower[index - 2 : index - 1] == ["as"]:
            return [*found, "than"]
        if word in words["governors"]:
            found.append(word)
            if word not in words["transparent"]:
                break
        if facts.tokens.kind[index] == NUMERAL and not _is_time(facts, index):
            break
    return found


@cache
def _sides() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How a figure starts that is printed above its true value, and below it."""
    sides = load("relations")["sides"]
    return tuple(f"{phrase} " for phrase in sides["below"]), tuple(f"{phrase} " for phrase in sides["above"])


@cache
def _prepositions() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in load("relations")["prepositions"].items()}


def _is_time(facts: Facts, index: int) -> bool:
    return any(time.first <= index < time.last for time in facts.times_in(facts.tokens.sentence[index]))


def is_points(figure: Figure) -> bool:
    """Whether the figure is a distance between percentages or scores: `six points`."""
    return figure.kind == "points" or (figure.kind == "measure" and figure.unit in ("points", "point"))


def level(figure: Figure) -> bool:
    """Whether the figure is a quantity that can rise and fall."""
    return figure.kind in ("count", "percent", "money", "measure", "duration") and (
        figure.low is not None or figure.high is not None
    )


def per_unit(facts: Facts, figure: Figure) -> bool:
    """Whether the figure is an amount for one of something: `$6.44 a share`, `£15 each`."""
    if facts.word(figure.last) not in group("per_unit") or facts.word(figure.last + 2) in group("ago"):
        return False
    if facts.word(figure.last + 1) in group("periods"):
        return False
    return figure.kind in ("money", "measure", "duration", "count")


def alike(first: Figure, second: Figure) -> bool:
    """Whether two figures are of one kind and, but for counts, one unit."""
    return first.kind == second.kind and (first.kind == "count" or first.unit == second.unit)


def comparable(first: Figure, second: Figure) -> bool:
    """Whether two figures are of one kind and, but for counts, of units that convert into each other."""
    return first.kind == second.kind and (
        first.kind == "count" or first.unit == second.unit or factor(first.unit, second.unit) is not None
    )


def one_of(figure: Figure, other: Figure) -> Figure:
    """`figure` with the unit of `other` where it has none of its own: `60 minutes instead of 80`."""
    if figure.kind == "count" and figure.unit is None and other.kind in ("measure", "duration", "percent"):
        return replace(figure, kind=other.kind, unit=other.unit)
    return figure


def sizes(facts: Facts, *figures: Figure) -> tuple[Interval, ...]:
    """What each figure may stand for, all in the smallest of their units."""
    unit = _smallest(figures)
    found = [interval(facts, f) * exactly(_worth(f, unit)) for f in figures]
    grains = [f.grain * _worth(f, unit) for f in figures if f.kind == "money"]
    finest = min(grains, default=Decimal(0))
    return tuple(
        _beside(facts, f, size, finest) if f.kind == "money" and f.grain * _worth(f, unit) > finest else size
        for f, size in zip(figures, found, strict=True)
    )


def _beside(facts: Facts, figure: Figure, size: Interval, grain: Decimal) -> Interval:
    """A round sum beside one with decimals is printed as exactly: `£4.8m, up from £4m`."""
    if side_of(facts, figure) != "exact" or not figure.low or figure.low >= _FEW * figure.grain:
        return size
    middle = (size.low + size.high) / 2
    half = max(grain / 2, abs(middle) * _HUNDREDTH)
    return size if size.high - middle < half else Interval(middle - half, middle + half)


def amounts_of(*figures: Figure) -> tuple[Decimal, ...]:
    """The printed numbers (of a range its lower end), all in the smallest of their units."""
    unit = _smallest(figures)
    printed = ((f.low if f.low is not None else f.high) or Decimal(0) for f in figures)
    return tuple(number * _worth(f, unit) for f, number in zip(figures, printed, strict=True))


def _smallest(figures: Sequence[Figure]) -> str | None:
    unit = figures[0].unit
    for figure in figures[1:]:
        worth = factor(figure.unit, unit)
        if worth is not None and worth < 1:
            unit = figure.unit
    return unit


def _worth(figure: Figure, unit: str | None) -> Decimal:
    worth = factor(figure.unit, unit) if figure.kind != "count" else None
    return Decimal(1) if worth is None else worth


def factor(unit: str | None, other: str | None) -> Decimal | None:
    """How many of `other` one `unit` is; None where they measure different things or are the same."""
    return None if unit is None or other is None or unit == other else _factor(unit, other)


@cache
def _factor(unit: str, other: str) -> Decimal | None:
    hundredths, same = load("changes")["hundredths"], load("changes")["same"]
    if other in same.get(unit, ()) or unit in same.get(other, ()):
        return Decimal(1)
    if other in hundredths.get(unit, ()):
        return _HUNDREDTH
    if unit in hundredths.get(other, ()):
        return 1 / _HUNDREDTH
    try:
        return convert(Decimal(1), unit, other, difference=True)
    except ValueError:
        return None
