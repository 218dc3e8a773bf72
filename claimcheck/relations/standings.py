"""How far apart two runners or teams are: `18 seconds behind …, who ran 31:14`, `61 points, four clear`."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Figure
from claimcheck.relations.bounded import clock_figure
from claimcheck.relations.facts import Facts, listed
from claimcheck.values import replace

_MARK = 6  # words from `inside` to `record`
_TRAILING = 6  # words from `trail` to `by six`
_POINTS = ("points", "point")


def apart(
    facts: Facts, sentence: int, line: Sequence[Figure], amount: Figure
) -> tuple[Figure, Figure] | None:
    """The two times or the two tallies that `amount` is said to lie between; None where there are not two."""
    if not _tells(facts, amount):
        return None
    if amount.kind == "duration":
        ends = [f for f in line if f.kind == "duration" and f is not amount and f.low == f.high]
        clocks = (clock_figure(time) for time in facts.times_in(sentence) if time.rule == "duration.clock")
        ends += [clock for clock in clocks if clock]
        first = min((f.first for f in ends), default=amount.first)
        return (ends[0], ends[1]) if len(ends) == 2 and first < amount.first else None
    if amount.kind != "count" and amount.unit not in _POINTS:
        return None
    tallies = [f for f in line if f is not amount and _is_tally(facts, f)]
    if len(tallies) != 2 or all(f.kind == "count" for f in tallies):
        return None
    ends = [replace(f, kind="count", unit=None) for f in tallies]
    return ends[0], ends[1]


def _tells(facts: Facts, amount: Figure) -> bool:
    """Whether the figure is how far apart two are: `four clear`, `trail the leaders by six`."""
    after = facts.words(amount.last, amount.last + _MARK)
    clear = not listed("relations", "standings.apart").isdisjoint(after[:2])
    if not clear and facts.word(amount.first - 1) != "by":
        return False
    if not listed("relations", "standings.marks").isdisjoint(after):
        return False  # `nine seconds inside the championship record`
    if clear:
        return True
    before = facts.words(max(facts.bounds(amount.first)[0], amount.first - _TRAILING), amount.first)
    return before[-1:] == ["by"] and not listed("relations", "standings.trailing").isdisjoint(before)


def _is_tally(facts: Facts, figure: Figure) -> bool:
    """`52 points`, `on 58`, `have 59`: what a team has."""
    if figure.unit in _POINTS:
        return figure.low == figure.high
    bare = figure.kind == "count" and figure.unit is None and figure.low == figure.high
    return bare and facts.word(figure.first - 1) in listed("relations", "standings.holding")
