"""An exact figure and the round one it is measured by: `1,020 pupils, just over 1,000`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.model import Figure, Time
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.pairs import Twin
from claimcheck.relations.reading import alike, amounts_of, one_of, side_of
from claimcheck.values import replace

_NOUN = 4  # tokens of noun and comma between the two
_CLAUSE = 7  # tokens from `At £9.7m, the fee was` to the bound
_ENDS = frozenset([".", ",", ";", "", "?", "!", ")", "–", "—"])
_LATER = frozenset(["after", "before", "on", "in"])
_MINUTE = 60
_OPENERS = ([","], ["–"], ["—"], ["("])
_UNBOUND = ("exact", "range", "vague")
_STOPS = frozenset([",", "and", "but", "who", "which", ":", "–", "—", "(", "to", "from", "than"])


def find_bounded(facts: Facts) -> Iterator[Twin]:
    """Every exact figure with a bound straight after its noun and a comma, and nothing counted anew."""
    for sentence, line in facts.lines.items():
        for exact, bound in pairwise(line):
            if exact.modifier == "exact" and _is_bound(facts, bound):
                if _is_one(facts, exact, bound) or _is_said_of(facts, exact, bound):
                    yield Twin(bound, exact, "bound")
            elif _is_bound(facts, exact) and bound.modifier == "exact" and _is_put_at(facts, exact, bound):
                yield Twin(exact, one_of(bound, exact), "bound")
        yield from _told_next(facts, sentence, line)
        yield from _timed(facts, sentence, line)


def _is_bound(facts: Facts, figure: Figure) -> bool:
    return figure.modifier not in _UNBOUND and side_of(facts, figure) not in ("exact", "near")


def _is_put_at(facts: Facts, bound: Figure, exact: Figure) -> bool:
    """`just above 5 percent in July, at 4.8 percent`, `over 2 million, …, putting the total at 1.9m`."""
    gap = facts.words(bound.last, exact.first)
    if not _one_kind(one_of(exact, bound), bound) or _counts_otherwise(facts, exact) or ";" in gap:
        return False
    if gap[-1:] != ["at"] or facts.word(exact.last) not in _ENDS | _LATER:
        return False
    if gap[-3:-2] == ["the"] and gap[-2] in group("count_nouns") and gap[-4] in listed("calendar", "putting"):
        return True
    clause = (
        gap[:1] == [","] and len(gap) <= _CLAUSE and not _STOPS & set(gap[1:]) and _are_near(bound, exact)
    )
    if clause and gap[1:2] == ["the"]:
        return True  # `made more than £2m, the hammer coming down at £1.9m`
    comma = len(gap) - 2 - (gap[-2:-1] == ["standing"])
    return 0 <= comma <= _CLAUSE and gap[comma] == "," and not _STOPS & set(gap[:comma])


def _are_near(bound: Figure, exact: Figure) -> bool:
    """Whether two figures are within a tenth of each other."""
    first, second = amounts_of(bound, exact)
    return first.is_finite() and second.is_finite() and abs(first - second) * 10 <= first


def _counts_otherwise(facts: Facts, figure: Figure) -> bool:
    """Whether a noun of its own follows a bare count: `at 40 sites`."""
    return figure.kind == "count" and facts.word(figure.last).isalpha()


def _told_next(facts: Facts, sentence: int, line: Sequence[Figure]) -> Iterator[Twin]:
    """`nearly 300 members. The exact figure is 312.`"""
    first = facts.article.sentences[sentence].first
    if facts.word(first) != "the" or facts.word(first + 1) not in group("exactly") or not sentence:
        return
    before = [f for f in facts.lines.get(sentence - 1, ()) if f.kind != "date"]
    if len(line) != 1 or len(before) != 1 or not _is_bound(facts, before[0]) or line[0].first - first > _NOUN:
        return
    exact = one_of(line[0], before[0])
    if _one_kind(exact, before[0]) and exact.modifier == "exact":
        yield Twin(before[0], exact, "bound")


def _timed(facts: Facts, sentence: int, line: Sequence[Figure]) -> Iterator[Twin]:
    """`finished in 1:58:42, just over two hours`; `in under two hours (2:01:07)`."""
    for time in facts.times_in(sentence):
        if time.rule != "duration.clock" or not (size := _minutes(time)):
            continue
        for bound in line:
            after, before = facts.words(time.last, bound.first), facts.words(bound.last, time.first)
            beside = after in ([","], ["–"], ["("], [",", "or"]) or before in (
                [","],
                ["–"],
                ["("],
                [",", "in"],
            )
            beside = beside and (bound.first > time.first or facts.word(time.last) in _ENDS)
            if bound.kind == "duration" and _is_bound(facts, bound) and beside:
                yield Twin(bound, _figure(time, size), "bound")


def clock_figure(time: Time) -> Figure | None:
    """The figure that `1:58:42` is, in seconds; None for what is no length of time."""
    size = _minutes(time)
    if not size:
        return None
    seconds = (size * _MINUTE).to_integral_value()
    return replace(_figure(time, seconds), unit="seconds", grain=Decimal(1))


def _minutes(time: Time) -> Decimal | None:
    """The length of `PT1H58M42S`."""
    value, size = (time.value or "").removeprefix("PT"), Decimal(0)
    for mark, worth in (("H", Decimal(60)), ("M", Decimal(1)), ("S", 1 / Decimal(60))):
        number, found, rest = value.partition(mark)
        if found:
            if not number.isdigit():
                return None
            size, value = size + int(number) * worth, rest
    return size


def _figure(time: Time, minutes: Decimal) -> Figure:
    grain = Decimal("0.01")
    return Figure(
        time.start, time.end, time.first, time.last, "duration", minutes, minutes, unit="minutes", grain=grain
    )


def _is_one(facts: Facts, exact: Figure, bound: Figure) -> bool:
    gap = facts.words(exact.last, bound.first)
    if gap[-1:] not in _OPENERS or "," in gap[:-1] or not _one_kind(exact, bound):
        return False
    if len(gap) > (2 * _NOUN if _are_near(exact, bound) and _STOPS.isdisjoint(gap[:-1]) else _NOUN):
        return False
    if exact.kind == "count" and bound.unit not in (None, exact.unit):
        return False
    return facts.word(bound.last) in _ENDS and "and" not in facts.words(bound.last, bound.last + 2)


def _is_said_of(facts: Facts, exact: Figure, bound: Figure) -> bool:
    """`At £9.7m, the fee was more than £10m`: the sentence opens with the exact figure."""
    gap = facts.words(exact.last, bound.first)
    opening = exact.first - facts.bounds(exact.first)[0] == 1 and facts.word(exact.first - 1) == "at"
    copula = gap[-1:] and gap[-1] in group("copulas")
    return bool(opening and copula and "," in gap and len(gap) <= _CLAUSE and _one_kind(exact, bound))


def _one_kind(exact: Figure, bound: Figure) -> bool:
    kinds = ("count", "money", "measure", "percent", "duration")
    return alike(exact, bound) and exact.kind in kinds and exact.low is not None
