"""Two figures and the distance between them: a margin, a majority, a saving."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Figure
from claimcheck.relations.changes import Change
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import alike, leads
from claimcheck.values import replace


def find_gaps(facts: Facts) -> Iterator[Change]:
    """Every stated distance with the two figures that it lies between, in this sentence or the next one."""
    if not facts.marks.keys() & {"margin", "win", "profit"}:
        return
    for sentence, line in facts.lines.items():
        for amount in line:
            if amount.kind in ("count", "money", "measure", "duration", "points") and _is_gap(facts, amount):
                ends = _ends(facts, sentence, line, amount)
                if ends:
                    yield Change(ends[1], ends[0], amount, "", None, ordered=False)


def _is_gap(facts: Facts, amount: Figure) -> bool:
    """Whether the figure is a distance: `by 214 votes`, `a gap of 40`, `a 214-vote majority`."""
    lead = leads(facts, amount)
    before = facts.classes[max(0, amount.first - 4) : amount.first]
    if lead[:1] == ["of"] and ("margin" in before or _is_profit(facts, amount)):
        return True
    if facts.word(amount.first - 1) in ("was", "is") and _between(facts, amount):
        return True
    if facts.classes[amount.last : amount.last + 1] == ["margin"] and facts.word(amount.first - 1) not in (
        "a",
        "an",
    ):
        return False
    if "margin" in facts.classes[amount.last : amount.last + 4]:
        return not any(word in group("clause_marks") for word in facts.words(amount.last, amount.last + 2))
    first = facts.bounds(amount.first)[0]
    return lead[:1] == ["by"] and "win" in facts.classes[max(first, amount.first - 8) : amount.first]


def _is_profit(facts: Facts, amount: Figure) -> bool:
    """`with sales of $9.2m and costs of $7.8m, … a profit of $1.4m`."""
    first, last = facts.bounds(amount.first)
    words = set(facts.words(first, last))
    named = group("profits") & set(facts.words(amount.first - 3, amount.first))
    return bool(named and group("takings") & words and group("costs") & words)


def _between(facts: Facts, amount: Figure) -> bool:
    """`The gap between the highest score, 94, and the lowest, 58, was 36 points.`"""
    first = facts.bounds(amount.first)[0]
    return any(
        facts.classes[i] == "margin" and facts.word(i + 1) == "between" for i in range(first, amount.first)
    )


def _ends(
    facts: Facts, sentence: int, line: Sequence[Figure], amount: Figure
) -> tuple[Figure, Figure] | None:
    place = line.index(amount)
    following = line[place + 1 : place + 3]
    if following and following[0].kind == "score":
        return _of_score(following[0])
    if len(following) == 2 and all(_comparable(amount, f) for f in following):
        return following[0], following[1]
    apart = (facts.lines.get(sentence + 1, ()), facts.lines.get(sentence - 1, ()))
    for figures in (line, *apart):
        ends = [f for f in figures if f is not amount and _comparable(amount, f)]
        if len(ends) == 2:
            return ends[0], ends[1]
        if ends:
            return None
    return None


def _of_score(score: Figure) -> tuple[Figure, Figure]:
    """The two sides of a score as figures of their own."""
    low, high = score.low, score.high
    return replace(score, high=low, kind="count", unit=None), replace(
        score, low=high, kind="count", unit=None
    )


def _comparable(amount: Figure, end: Figure) -> bool:
    if end.low is None or end.high is None:
        return False
    if amount.kind == "count" and None not in (end.unit, amount.unit) and end.unit != amount.unit:
        return False
    if end.kind == "count" and end.unit is None and (amount.kind == "duration" or amount.unit == "points"):
        return True  # `women live to 84 and men to 78, a gap of six years`
    return alike(amount, end) or (amount.kind == "points" and end.kind == "percent")
