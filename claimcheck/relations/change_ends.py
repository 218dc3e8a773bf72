"""Which figures are the ends of a change: `from 40 to 58`, `58, up from 40`, `40 then, now 58`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Figure
from claimcheck.relations.amounts import AMOUNTS, is_amount, one_noun
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.reading import amounts_of, comparable, leads, level, per_unit
from claimcheck.relations.turns import filled, find_turns

_EARLIER = frozenset(["earlier", "before", "previously", "ago"])
_FAR = 100
_OF_THE = 3  # words from `half` to the number it is of
_STARTS = frozenset(["from", "compared", "than", "against", "versus"])  # they govern the figure before
_TIME = 6  # words between a figure and the time that it is of
_RATE = 6  # words from a rate to what it was: `a pound, up from`

Pair = tuple[Figure, Figure, bool]  # before, after, and whether the text gives their order


def find_pairs(facts: Facts, line: Sequence[Figure]) -> Iterator[Pair]:
    """The ends of the changes that a sentence tells of, each pair with whether it gives their order."""
    ends = filled(facts, [f for f in line if level(f)])
    used: set[int] = set()
    for place, figure in enumerate(ends):
        lead = leads(facts, figure)
        if not _STARTS & set(lead) and not _rise_on(facts, figure):
            continue
        if _is_divided(facts, line, figure):
            continue
        if facts.classes[figure.last : figure.last + 1] in (["more"], ["less"]):
            continue  # `two more than in 2019 and three fewer than it had hoped`
        after = _after(facts, ends, place, lead)
        if after and not {figure.start, after.start} & used:
            used |= {figure.start, after.start}
            yield figure, after, True
    turned = [] if used else list(find_turns(facts, ends))
    yield from turned
    if not used and not turned:
        yield from _dated(facts, line, ends)
        yield from _compared(facts, line, ends)


def _is_divided(facts: Facts, line: Sequence[Figure], figure: Figure) -> bool:
    """`more than half of the 118 guests`: the whole of a share, which nothing is compared with."""
    before = next((f for f in reversed(line) if f.last < figure.first), None)
    if before is None or before.kind not in ("ratio", "percent") or facts.word(before.last) != "of":
        return False
    return figure.first - before.last <= _OF_THE and "from" not in facts.words(before.last, figure.first)


def _rise_on(facts: Facts, figure: Figure) -> bool:
    """`a rise of 6 points on the 35% recorded in March`."""
    nouns = listed("changes", "change_nouns")
    place = figure.first - 1 - (facts.word(figure.first - 1) in ("the", "last"))
    return facts.word(place) == "on" and facts.word(place - 1) in nouns | {"points", "percent", "%"}


def _compared(facts: Facts, line: Sequence[Figure], ends: Sequence[Figure]) -> Iterator[Pair]:
    """`at 240 metres, twice as tall as the old one, which is 120 metres`: one figure on each side."""
    for amount in line:
        multiple = amount.kind in ("multiplier", "ratio")
        if not _compares(facts, amount, multiple):
            continue
        plain = [f for f in ends if f is not amount and f.kind in ("count", "money", "measure", "duration")]
        plain = [f for f in plain if facts.classes[f.last : f.last + 1] not in (["more"], ["less"])]
        like = (
            len(plain) == 2
            and comparable(*plain)
            and one_noun(*plain)
            and (multiple or comparable(amount, plain[0]))
        )
        if not like or not plain[0].first < amount.first < plain[1].first:
            continue
        if not _of_which(facts, amount, plain[1]) and not _breaks(facts, amount, plain[1]):
            yield plain[1], plain[0], True


def _breaks(facts: Facts, amount: Figure, figure: Figure) -> bool:
    """Whether a phrase of its own begins between: `2,000 more than last year, for a ground that holds …`."""
    gap = facts.words(amount.last, figure.first)
    after = [gap[i + 1] for i, word in enumerate(gap[:-1]) if word == ","]
    return bool(after) and after[-1] in (group("list_prepositions") | {"and", "but"}) - {"with", "at"}


def _of_which(facts: Facts, amount: Figure, figure: Figure) -> bool:
    """Whether the figure is a part told anew: `$90bn more than forecast, of which the flood takes $1bn`."""
    gap = range(amount.last, figure.first)
    return any(facts.words(i, i + 2) == ["of", "which"] for i in gap)


def _compares(facts: Facts, amount: Figure, multiple: bool) -> bool:
    """Whether a comparison follows the figure: `as tall as`, `more than`, `five times the $100`."""
    following = facts.word(amount.last)
    if facts.classes[amount.last : amount.last + 1] in (["more"], ["less"]) or following in (
        "higher",
        "lower",
    ):
        return True
    return (multiple and following == "as") or (amount.kind == "multiplier" and following == "the")


def _after(facts: Facts, ends: Sequence[Figure], place: int, lead: Sequence[str]) -> Figure | None:
    """The figure that a `from` or `compared with` figure became."""
    before = ends[place]
    following = ends[place + 1] if place + 1 < len(ends) else None
    to_from = following and place and _is_second(facts, ends[place - 1], before, following)
    if to_from:
        return ends[place - 1]
    if "from" in lead and following and comparable(before, following) and "to" in leads(facts, following):
        if facts.word(before.first - 1) == "the" and facts.words(before.last, following.first) == ["to"]:
            return None  # `down from the £40m to £45m it had forecast`
        if place and comparable(before, ends[place - 1]) and _is_old_range(facts, before):
            return None  # `Between 1,000 and 1,500 birds nest there, down from 4,000 to 5,000`
        told_again = any(facts.classes[i] in ("rise", "fall") for i in range(before.last, following.first))
        return None if told_again else following
    single = per_unit(facts, before)
    if place and comparable(before, ends[place - 1]) and _is_close(facts, ends[place - 1], before):
        return ends[place - 1]
    earlier = [f for f in ends[:place] if comparable(before, f) and not _STARTS & set(leads(facts, f))]
    earlier = [f for f in earlier if per_unit(facts, f) == single] or earlier[:1]
    if not earlier:
        return None
    plain = [f for f in earlier if not is_amount(facts, f)] or _lost(facts, earlier, before)
    plain = [f for f in plain if f.unit == before.unit] or plain  # `$41m, or 52 cents each, up from $39m`
    if (
        not plain
        or _told_anew(facts, plain[-1], before)
        or ("than" in lead and _of_other_size(facts, earlier, before))
    ):
        return None
    by_then = {"rise", "fall"} & set(lead) or "from" not in lead or "to" in leads(facts, plain[-1])
    return plain[-1] if by_then or not any("to" in leads(facts, f) for f in plain) else None


def _is_second(facts: Facts, after: Figure, before: Figure, following: Figure) -> bool:
    """`to £3m from £8m and the overdraft to £12m from £20m`: what follows is of another thing."""
    told = "to" in leads(facts, after) and facts.words(after.last, before.first) == ["from"]
    return told and comparable(after, before) and "and" in facts.words(before.last, following.first)


def _is_old_range(facts: Facts, before: Figure) -> bool:
    """Whether `, down from` leads to the figure: what it went to stands before that."""
    lead = facts.words(before.first - 3, before.first)
    return lead[:1] == [","] and lead[1:2] != [] and lead[1] in listed("changes", "particles")


def _is_close(facts: Facts, figure: Figure, before: Figure) -> bool:
    """`$9,200 a tonne, or $4.20 a pound, up from $3.90`: of the nearest figure, where that is a rate."""
    gap = facts.words(figure.last, before.first)
    rate = per_unit(facts, figure) and _is_old_range(facts, before) and not _of_unlike_size(figure, before)
    return rate and len(gap) <= _RATE and not is_amount(facts, figure) and "to" not in leads(facts, figure)


def _lost(facts: Facts, earlier: Sequence[Figure], before: Figure) -> list[Figure]:
    """`lost $45m in the year, up from $30m`: the loss is what rose."""
    lead = facts.words(before.first - 3, before.first)
    turned = lead[:1] == [","] and lead[1:2] != [] and lead[1] in listed("changes", "particles")
    return list(earlier[-1:]) if turned and lead[-1] == "from" else []


def _of_other_size(facts: Facts, earlier: Sequence[Figure], before: Figure) -> bool:
    """`$4m in May and $5m in June, more than the $8m`: two together; `less than the £1,000 a day`: a rate."""
    if len({facts.word(figure.last) in group("per_unit") for figure in (earlier[-1], before)}) > 1:
        return True
    return len(earlier) > 1 and "and" in facts.words(earlier[-2].last, earlier[-1].first)


def _told_anew(facts: Facts, after: Figure, before: Figure) -> bool:
    """Whether another verb of change stands between the ends: `to 410p, having fallen 5% from 420p`."""
    gap = range(after.last, before.first)
    names = listed("changes", "change_nouns") | listed("changes", "particles")
    return any(facts.classes[i] in ("rise", "fall") and facts.lower[i] not in names for i in gap)


def _dated(facts: Facts, line: Sequence[Figure], ends: Sequence[Figure]) -> Iterator[Pair]:
    """`cost $4 in 2015 and now $7, a rise of 75 percent`: two like figures, then by how much they differ."""
    plain = [f for f in ends if not is_amount(facts, f)]
    amounts = [f for f in line if is_amount(facts, f)]
    if len(plain) != 2 or len(amounts) != 1 or not comparable(*plain) or amounts[0].first < plain[1].first:
        return
    if per_unit(facts, plain[0]) != per_unit(facts, plain[1]) or _of_unlike_size(*plain):
        return
    if amounts[0].kind not in AMOUNTS and leads(facts, amounts[0])[:2] not in (
        ["of", "rise"],
        ["of", "fall"],
    ):
        return
    if facts.word(plain[0].last) == "of":
        return  # `$42m of its $350m in loans, 20 per cent more than in 2019`
    added = "and" in facts.words(plain[0].last, plain[1].first) and "than" in facts.words(
        amounts[0].last, amounts[0].last + 2
    )
    if added and not _are_dated(facts, plain):
        return  # `£180,000 in salary and £95,000 in bonuses, 12% more than in 2020`
    gap = facts.words(plain[1].last, amounts[0].first)
    if any(mark in group("clause_marks") for mark in gap) and "and" not in gap and "on" not in gap:
        yield plain[0], plain[1], False


def _are_dated(facts: Facts, ends: Sequence[Figure]) -> bool:
    """Whether a time, or `now`, stands near one of the figures."""
    near = any(facts.times_near(max(0, end.first - _TIME), 2 * _TIME + end.last - end.first) for end in ends)
    words = facts.words(ends[0].first - _TIME, ends[1].last + _TIME)
    return near or not group("present").isdisjoint(words) or not _EARLIER.isdisjoint(words)


def _of_unlike_size(first: Figure, second: Figure) -> bool:
    """`with 18 beds it dealt with 3,410 cases`: nothing grows so much between two figures of a sentence."""
    small, large = sorted(amounts_of(first, second))
    return small > 0 and _FAR * small < large
