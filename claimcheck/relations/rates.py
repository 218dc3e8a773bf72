"""A total, a number of units and the quotient, all three printed: `$12m for 400 workers, or $30,000 each`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.figures.plurals import singular
from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.noughts import but_for_noughts
from claimcheck.relations.quotients import HEADS, is_counted, is_result, per_what, worked_out
from claimcheck.relations.rate import Rate, is_total, worth_of
from claimcheck.relations.reading import factor, leads

_SAME = Decimal(1)
_KINDS = ("money", "measure", "duration", "count")
_HUNDRED = Decimal(100)
_MILLION = 1000000
_FAR = 5000  # a lost `thousand` is a slip; more is another matter
_AVERAGE = 4  # words from `an average` to the speed


def find_rates(facts: Facts) -> Iterator[Rate]:
    """Every quotient whose total and count stand with it."""
    for sentence, line in facts.lines.items():
        for quotient in line:
            if quotient.kind in _KINDS and quotient.low is not None:
                found = _speed(facts, quotient, line) or _rate(facts, sentence, quotient, line)
                found = found or but_for_noughts(facts, sentence, quotient, line)
                if found:
                    yield found


def _speed(facts: Facts, quotient: Figure, line: Sequence[Figure]) -> Rate | None:
    """`450 km takes three hours, at an average speed of 150 km an hour`."""
    if quotient.kind != "measure" or quotient.unit is None:
        return None
    averaged = group("averages").intersection(facts.words(quotient.first - _AVERAGE, quotient.first))
    if not averaged and not worked_out(facts, quotient):
        return None
    if "open_list" in facts.classes[line[0].last : quotient.first]:
        return None  # `three hours, including one for lunch`
    ends = [f for f in line if f is not quotient and f.low is not None and f.kind in ("measure", "duration")]
    if len(ends) != 2:
        return None
    for total, count in (ends, ends[::-1]):
        spoken = f"{total.unit} per {count.unit}"
        worth = _SAME if spoken == quotient.unit else factor(spoken, quotient.unit)
        if worth:
            return Rate(total, count, quotient, 1 / worth)
    return None


def _rate(facts: Facts, sentence: int, quotient: Figure, line: Sequence[Figure]) -> Rate | None:
    if found := _told_outright(facts, quotient, line):
        return found
    noun = per_what(facts, quotient)
    back = _points_back(facts, sentence, quotient)
    bare = quotient.kind == "count" and not noun and quotient.unit not in group("coins")
    shared = facts.word(quotient.first - 1) == "or" and facts.word(quotient.last) == "each"
    if noun is None or (bare and not back and not shared):
        return None
    near = list(line)
    if back:
        near = [*facts.lines.get(sentence - 1, ()), *line]
    counts = [f for f in near if f.low is not None and f is not quotient and is_counted(facts, f, noun)]
    if quotient.kind == "duration":
        counts = [
            f for f in counts if f.unit != quotient.unit
        ]  # `for 90 hours, an average of nine hours a week`
    if noun in HEADS and len(counts) > 1:
        counts = [f for f in counts if _are_people(f, f)]
    totals = [f for f in near if f not in counts and is_total(facts, f, quotient)]
    counts = counts or _bare_scale(facts, quotient) or _bare_order(facts, quotient, line)
    if not totals and not noun:
        totals = [f for f in counts if is_total(facts, f, quotient)]
        counts = [f for f in counts if f not in totals]
    if len(totals) != 1 or len(counts) != 1 or _unrelated(facts, totals[0], quotient):
        return None
    shared = not noun and totals[0].first < quotient.first
    if not (shared or (noun and worked_out(facts, quotient)) or is_result(facts, totals[0])):
        return None
    worth = worth_of(totals[0], counts[0], quotient, noun)
    return (
        Rate(totals[0], counts[0], quotient, worth) if _of_one_order(totals[0], counts[0], quotient) else None
    )


def _told_outright(facts: Facts, quotient: Figure, line: Sequence[Figure]) -> Rate | None:
    return (
        _one_for_every(facts, quotient, line)
        or _strike_rate(facts, quotient, line)
        or _average(facts, quotient, line)
    )


def _of_one_order(total: Figure, count: Figure, quotient: Figure) -> bool:
    """Whether the total may be meant for the product: `$12` is no total of $1.65 for 2.1 million shares."""
    product = (count.low or 0) * (quotient.low or 0)
    scaled = quotient.low is not None and min(quotient.low, total.low or 0) >= _MILLION
    return scaled or product <= _FAR * (total.low or 0)


def _bare_scale(facts: Facts, quotient: Figure) -> list[Figure]:
    """The number in `$900 for each of the million people`, which stands without a numeral."""
    place = quotient.last + 4
    scale = load("numerals")["scales"].get(facts.word(place))
    if facts.words(quotient.last, place) != ["for", "each", "of", "the"] or scale is None:
        return []
    start, end = facts.tokens.span(place, place + 1)
    number = Decimal(scale)
    return [Figure(start, end, place, place + 1, "count", number, number, grain=number)]


def _bare_order(facts: Facts, quotient: Figure, line: Sequence[Figure]) -> list[Figure]:
    """The number in `At £4.50 a pint, a round of six would cost £27`."""
    first = facts.bounds(quotient.first)[0]
    if quotient.first - first != 1 or facts.word(first) != "at":
        return []
    return [f for f in line if f.kind == "count" and f.unit is None and f.low == f.high and f.low]


def _strike_rate(facts: Facts, quotient: Figure, line: Sequence[Figure]) -> Rate | None:
    """`72 off 48 balls, a strike rate of 150`: runs for a hundred balls."""
    lead = facts.words(quotient.first - 3, quotient.first) if "strike" in facts.holds else []
    if lead != ["strike", "rate", "of"]:
        return None
    before = [f for f in line if f.last <= quotient.first and f.kind == "count" and f.low]
    if len(before) != 2 or before[1].unit != "ball" or quotient.kind not in ("count", "percent"):
        return None
    return Rate(before[0], before[1], quotient, 1 / _HUNDRED, " per 100 balls")


def _average(facts: Facts, quotient: Figure, line: Sequence[Figure]) -> Rate | None:
    """`In 40 games he has made 26 goals, an average of 0.65 a game`: of the only two counts there are."""
    if facts.words(quotient.first - 3, quotient.first) != ["an", "average", "of"] or quotient.kind != "count":
        return None
    before = [f for f in line if f.last <= quotient.first and f.kind == "count" and f.low and f.low == f.high]
    if len(before) != 2 or not quotient.low or per_what(facts, quotient) in (None, *group("periods")):
        return None
    return min(
        (Rate(total, count, quotient) for total, count in (before, before[::-1])),
        key=lambda rate: abs((rate.count.low or 0) * (quotient.low or 0) / (rate.total.low or _SAME) - 1),
    )


def _one_for_every(facts: Facts, quotient: Figure, line: Sequence[Figure]) -> Rate | None:
    """`one doctor for every 2,000 people`, with the numbers of doctors and of people."""
    lead = facts.words(quotient.first - 3, quotient.first)
    to_so_many = lead[:1] == ["one"] and lead[2:] in (["to"], ["per"])
    if quotient.kind != "count" or (lead[1:] not in _FOR_EVERY and not to_so_many):
        return None
    noun = lead[1] if to_so_many else lead[0]  # `one doctor to 2,000`, `one doctor for every 2,000`
    if not to_so_many and "one" not in (noun, facts.word(quotient.first - 4)):
        return None
    others = [f for f in line if f is not quotient and f.kind == "count" and f.low]
    if len(others) != 2:
        return None
    count, total = sorted(others, key=lambda f: f.low or 0)
    named = noun == "one" or count.unit in (noun, singular(noun))
    whole = quotient.unit is None or quotient.unit == total.unit or _are_people(quotient, total)
    return Rate(total, count, quotient) if named and whole else None


def _are_people(first: Figure, second: Figure) -> bool:
    """Whether two counts may be of the same people: `a town of 400 people, one for every 20 residents`."""
    return all(f.unit == "person" or f"{f.unit}s" in group("people") for f in (first, second))


_FOR_EVERY = (["for", "every"], ["for", "each"], ["to", "every"])


def _points_back(facts: Facts, sentence: int, quotient: Figure) -> bool:
    first = facts.article.sentences[sentence].first
    return facts.word(first) in ("that", "this", "it") and quotient.first - first < 10


def _unrelated(facts: Facts, total: Figure, quotient: Figure) -> bool:
    """Whether either figure is the end of a change, or a new clause with `and` stands between them."""
    if any({"from", "than", "compared"} & set(leads(facts, f)) for f in (total, quotient)):
        return True
    if group("added").intersection(facts.words(total.last, total.last + 2)):
        return True
    if group("net").intersection(facts.words(total.first - 3, total.first)):
        return True  # `sold 320 tons at $6,400 a ton and kept $1.2m`
    first, last = sorted((total, quotient), key=lambda f: f.first)
    between = facts.words(first.last, last.first)
    if between[-1:] == ["and"]:
        return True
    if not {"but", "while", "whereas", "although"}.isdisjoint(between):
        return True
    return any(mark in (",", ";", ")") and word == "and" for mark, word in pairwise(between))
