"""Spans of minutes to months with both their ends: `from 4 March to 25 March, three weeks later`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

from claimcheck.intervals import Interval
from claimcheck.model import Figure, Time
from claimcheck.relations.facts import Facts, group
from claimcheck.values import frozen

_MINUTES = {"minutes": 1, "hours": 60, "days": 1440, "weeks": 10080, "months": 43830}
_YEAR = 2023  # where the text gives none; no leap year
_DAY, _HALF_DAY = 1440, 720
_ENDS = 4  # words from the span to its second end: `22 days later, on 15 May`
_LEAP = timedelta(days=365)


class Moment(NamedTuple):
    """A point of time as written, and how finely: minutes, days or months."""

    at: datetime
    grain: str
    time: Time
    dated: bool  # the text gives the day
    halved: bool  # before or after noon is not said


@frozen
class Lapse:
    """`span` is said to lie between two moments; `actual` is what may lie there, in units of the span."""

    span: Figure
    first: Time
    second: Time
    actual: Interval


def find_lapses(facts: Facts) -> Iterator[Lapse]:
    """Every span of minutes, hours, days, weeks or months that is told with the two moments at its ends."""
    for sentence, line in facts.lines.items():
        for figure in line:
            if figure.kind == "duration" and figure.low is not None and _unit(figure):
                ends = _ends(facts, sentence, figure)
                if ends and (actual := _between(*ends, _unit(figure))):
                    yield Lapse(figure, ends[0].time, ends[1].time, actual)


def _unit(figure: Figure) -> str:
    unit = f"{figure.unit or ''}".removesuffix("s") + "s"
    return unit if unit in _MINUTES else ""


def _ends(facts: Facts, sentence: int, figure: Figure) -> tuple[Moment, Moment] | None:
    here = [m for t in facts.times_in(sentence) if (m := _moment(facts, t)) and not _overlaps(t, figure)]
    before = [m for m in here if m.time.first < figure.first]
    after = [m for m in here if figure.last <= m.time.first]
    later = facts.word(figure.last) in group("lapsed")
    led = facts.word(figure.first - 1) in ("after", "lasted", "lasting", "took")
    closes = (later or led) and facts.word(figure.last + later) in {"", *group("clause_marks")}
    if len(here) == 2 and (len(before) == 2 and (closes or _apposed(facts, before, figure))):
        return before[0], before[1]
    if later and len(after) == 1 and after[0].time.first - figure.last <= _ENDS:
        told = before or [m for t in facts.times_in(sentence - 1) if sentence and (m := _moment(facts, t))]
        return (told[0], after[0]) if len(told) == 1 else None
    if len(after) == 2 and not before and _from_to(facts, after):
        return (after[0], after[1]) if _leads_in(facts, figure, after) else None
    return None


def _overlaps(time: Time, figure: Figure) -> bool:
    return time.first < figure.last and figure.first < time.last


def _from_to(facts: Facts, ends: Sequence[Moment]) -> bool:
    lead, link = facts.word(ends[0].time.first - 1), facts.word(ends[1].time.first - 1)
    return (lead, link) in (("from", "to"), ("from", "until"), ("between", "and"), ("from", "till"))


def _apposed(facts: Facts, ends: Sequence[Moment], figure: Figure) -> bool:
    """`from 3 to 12 May, nine days`."""
    return _from_to(facts, ends) and facts.words(ends[1].time.last, figure.first) == [","]


def _leads_in(facts: Facts, figure: Figure, ends: Sequence[Moment]) -> bool:
    """`lasted eight days, from 3 June to 11 June`."""
    gap = facts.words(figure.last, ends[0].time.first)
    return gap in ([",", "from"], ["from"], [",", "between"])


def _moment(facts: Facts, time: Time) -> Moment | None:
    value = time.value or ""
    day, _, clock = value.partition("T")
    parts = day.split("-") if day else []
    year = parts[0] if parts else ""
    try:
        at = datetime(
            int(year) if year.isdigit() else _YEAR,
            int(parts[1]) if len(parts) > 1 else 1,
            int(parts[2]) if len(parts) > 2 else 1,
            *(map(int, clock.split(":")) if clock else ()),
        )
    except ValueError:
        return None
    if clock and ":" in clock:
        words = facts.words(time.first, time.last)
        halved = not any(word.rstrip(".").endswith("m") for word in words) and at.hour <= 12
        return Moment(at, "minutes", time, bool(day), halved)
    grain = {2: "months", 3: "days"}.get(len(parts), "")
    return Moment(at, grain, time, True, False) if grain else None


def _between(first: Moment, second: Moment, unit: str) -> Interval | None:
    """What may lie between two moments, in `unit`, as finely as they are told."""
    if first.grain != second.grain or _MINUTES[unit] < {"months": 43830, "days": 1440}.get(first.grain, 1):
        return None
    gap = second.at - first.at
    if gap < timedelta(0) and first.dated:
        gap += _LEAP
    minutes = Decimal(int(gap.total_seconds()) // 60)
    if first.grain == "minutes" and not first.dated:
        minutes %= _HALF_DAY if first.halved or second.halved else _DAY
    slack = _slack(first.grain, unit)
    middle = minutes / _MINUTES[unit]
    return Interval(middle - slack, middle + slack) if minutes > 0 else None


def _slack(grain: str, unit: str) -> Decimal:
    """How far a stated span may be off: the days themselves may count, and spans are rounded."""
    if grain == "days" and unit == "days":
        return Decimal(1)
    if grain == "months":
        return Decimal("1.1")
    return Decimal({"minutes": "2", "hours": "0.5", "weeks": "0.6", "months": "0.6"}.get(unit, "1"))
