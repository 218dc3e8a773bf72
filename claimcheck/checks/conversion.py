"""A conversion does not give the figure that it stands beside.

What it does
    Converts the first figure into the unit of the second and compares them, as loosely as both are written.
    A change of temperature is converted as a change, an area as an area.

Why it matters
    Conversions are done last and by calculator; square units by the factor for lengths are a classic.

Example
    Wrong: Brine floods 50 acres (20 sq km) of the marsh.
    Right: Brine floods 50 acres (0.2 sq km) of the marsh.

What it leaves alone
    Rounding to the precision of the coarser figure; pairs of units of different kinds.

Source
    NIST Special Publication 811, factors for conversion.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.checks.concern import Concern, shown, span_of_twin
from claimcheck.figures.conversion import convert
from claimcheck.intervals import Interval, exactly
from claimcheck.model import Figure
from claimcheck.relations import Facts, Relations, Twin
from claimcheck.relations.facts import group
from claimcheck.relations.reading import interval, leads
from claimcheck.relations.working import Working, number
from claimcheck.values import replace

CODE = "CC601"
NAME = "conversion"
FAMILY = "unit"
SEVERITY = "error"
NEEDS = ("twins",)

_LOOSE = Decimal("0.06")  # `30 miles (50km)`
_CLOSE = Decimal("0.02")  # `1,760 feet`
_IMPERIAL = Decimal("1.20095")  # American gallons in a British one
_ROUND = 2
_REACH = 9  # words to `above average` after a temperature
_NOUN = 3  # words from `a rise` to the figure


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Twins in two units of one dimension that no value satisfies."""
    for twin in relations.twins:
        first, second = _unbounded(twin.first), _unbounded(twin.second)
        if first.unit == second.unit or "measure" not in (first.kind, second.kind):
            continue
        expected = _readings(facts, first, second.unit)
        stated = interval(facts, second)
        loose = _LOOSE if _is_round(second) else _CLOSE
        if _is_of_gallons(first, second):
            expected += (
                [expected[0] * exactly(_IMPERIAL), expected[0] / exactly(_IMPERIAL)] if expected else []
            )
        if expected and not any(reading.widen(loose).meets(stated) for reading in expected):
            yield _concern(facts, twin, expected[0])


def _is_of_gallons(first: Figure, second: Figure) -> bool:
    """Whether a unit is larger in Britain than in America: 500 litres are 110 or 132 gallons."""
    names = f"{first.unit} {second.unit}"
    return any(name in names for name in ("gallon", "pint", "quart", "mpg"))


def _is_round(figure: Figure) -> bool:
    """Whether a figure is written with at most two digits that say something: `50km`, `1,700 feet`."""
    ends = [end for end in (figure.low, figure.high) if end]
    return all(len(end.normalize().as_tuple().digits) <= _ROUND for end in ends)


def _unbounded(figure: Figure) -> Figure:
    """The figure without its bound, which its twin shares: `over 500 square miles (1,295 sq km)`."""
    printed = figure.low if figure.low is not None else figure.high
    if figure.modifier not in ("lower", "upper"):
        return figure
    return replace(figure, low=printed, high=printed, modifier="exact")


def _readings(facts: Facts, figure: Figure, unit: str | None) -> list[Interval]:
    """The figure in `unit`: as a change, as a reading, or either where the text does not tell."""
    if not figure.unit or not unit or "." in (figure.unit, unit):
        return []
    value = interval(facts, figure)
    try:
        as_change, as_reading = (
            _convert(value, figure.unit, unit, difference) for difference in (True, False)
        )
    except ValueError:
        return []
    if _is_change(facts, figure):
        return [as_change]
    near = facts.words(figure.last, min(figure.last + _REACH, facts.bounds(figure.first)[1]))
    if ")" in near and _compares(near[near.index(")") + 1 :]):
        return [as_change]
    return [as_reading, as_change] if group("compares") & set(near) else [as_reading]


def _is_change(facts: Facts, figure: Figure) -> bool:
    """Whether a word of change governs the figure: `rose 3C`, `by 3C`, `a difference of 3C`."""
    lead = leads(facts, figure)
    if lead in (["rise"], ["fall"]) or ("by" in lead and _is_by(facts, figure)):
        return True
    before = facts.words(max(facts.bounds(figure.first)[0], figure.first - _NOUN), figure.first)
    if lead[:1] != ["of"] or not group("extremes").isdisjoint(before):
        return False
    return len({"rise", "fall"} & set(lead)) > 0 or not group("differences").isdisjoint(before)


def _is_by(facts: Facts, figure: Figure) -> bool:
    """Whether `by` leads to the figure, and not to a time of day: `by day -2C`."""
    near = facts.words(max(facts.bounds(figure.first)[0], figure.first - _REACH), figure.first)
    if "by" not in near:
        return False
    place = len(near) - 1 - near[::-1].index("by")
    return near[place + 1 : place + 2] == [] or near[place + 1] not in group("by_then")


def _compares(after: Sequence[str]) -> bool:
    """`above average`, `warmer than usual`: straight after the bracket, not `above the treeline`."""
    norm = group("norms").union(["than"])
    return bool(after) and after[0] in group("compares") and not norm.isdisjoint(after[1:3])


def _convert(value: Interval, unit: str, other: str, difference: bool) -> Interval:
    return Interval(*(convert(end, unit, other, difference=difference) for end in value))


def _concern(facts: Facts, twin: Twin, expected: Interval) -> Concern:
    middle = (
        (expected.low + expected.high) / 2
        if expected.high.is_finite() and expected.low.is_finite()
        else expected.low
    )
    first, second = shown(facts, twin.first), shown(facts, twin.second)
    working = Working((first, twin.second.unit or ""), "{0} is about {expected} {1}, not {stated}",
                      number(middle, 0 if abs(middle) >= 100 else 1), second)  # fmt: skip
    question = f"Is {first} really {second}?"
    return Concern(span_of_twin(facts, twin.first, twin.second), question, working, (twin.first, twin.second))
