"""Before and after where no `from … to` tells them: `£23m (2018: £20m)`, `Up from 300, it is now 350`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Figure
from claimcheck.relations.amounts import is_amount, one_noun
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.reading import comparable, leads, one_of
from claimcheck.values import replace

_OPENING = 4  # words of a sentence up to the figure that it opens with
_BRACKET = 6  # words from a figure to its twin of another year
_ASIDE = 5  # tokens of `, which once stood at`
_WAS = 7  # words of `a year earlier it was`
_AGO = 5  # words from `it was 17` to `ago`
_ITSELF = frozenset(["it", "they", "there"])
_FROM = 6  # words from `up to 17%` to `from`
_OPENED = 6  # words of `after opening the day at`
_TURN = 4  # words from `has risen` to the amount
Turn = tuple[Figure, Figure, bool]  # before, after, and whether the text gives their order


def find_turns(facts: Facts, ends: Sequence[Figure]) -> Iterator[Turn]:
    """Pairs of before and after in one sentence; `ends` are its figures that can rise and fall."""
    plain = [f for f in ends if not is_amount(facts, f)]
    for place, figure in enumerate(plain) if len(plain) > 1 else ():
        earlier = [f for f in plain[:place] if comparable(f, figure)]
        later = plain[place + 1 :]
        found = _other_year(facts, earlier, figure) or _was(facts, earlier, figure)
        found = found or _after_opening(facts, earlier, figure)
        if found is None and (after := _opened(facts, figure, later) or _apposed(facts, plain, place)):
            found = figure, after, True
        if found and comparable(*found[:2]) and one_noun(*found[:2]):
            yield found
            return


def _other_year(facts: Facts, earlier: Sequence[Figure], figure: Figure) -> Turn | None:
    """`£23m (2018: £20m)`."""
    if not earlier:
        return None
    gap = facts.words(max(earlier[-1].last, figure.first - _BRACKET), figure.first)
    gap = gap[gap.index("(") :] if "(" in gap else []
    told = gap[-1:] == [":"] and ")" not in gap
    dated = any(len(word) == 4 and word.isdigit() for word in gap) or not group("ago").isdisjoint(gap)
    return (figure, earlier[-1], True) if told and dated else None


def _was(facts: Facts, earlier: Sequence[Figure], figure: Figure) -> Turn | None:
    """`… to 180m crowns; a year before they were 300m crowns`; `…, when it stood at 15%`."""
    verb = figure.first - 1 - (facts.word(figure.first - 1) == "at")
    if len(earlier) != 1 or facts.word(verb) not in ("was", "were", "stood", "been"):
        return None
    verb -= facts.words(verb - 1, verb + 1) == ["had", "been"]
    lead = facts.words(max(earlier[0].last, verb + 1 - _WAS), verb)
    if lead[-3:-1] == [",", "when"] and lead[-1] in _ITSELF:
        return figure, earlier[0], False
    told = not group("ago").isdisjoint(lead) and not group("persons").isdisjoint(lead[-1:])
    told = told or (lead[-1:] == ["it"] and not group("ago").isdisjoint(lead))
    ordered = ";" in lead and leads(facts, earlier[0])[:1] == ["to"]
    after = facts.words(figure.last, figure.last + _AGO)
    told = told or (ordered and lead[-1:] in (["it"], ["they"]) and not group("ago").isdisjoint(after))
    return (figure, earlier[0], ordered) if told and "." not in lead else None


def _after_opening(facts: Facts, earlier: Sequence[Figure], figure: Figure) -> Turn | None:
    """`closed at 212p after opening at 220p`, `having started the day at 220p`."""
    gap = facts.words(max(facts.bounds(figure.first)[0], figure.first - _OPENED), figure.first)
    starts = [i for i, word in enumerate(gap) if word in group("opening")]
    if gap[-1:] != ["at"] or not starts or gap[starts[-1] - 1 : starts[-1]] not in (["after"], ["having"]):
        return None
    plain = [f for f in earlier if f.kind == figure.kind]
    return (figure, plain[0], True) if len(plain) == 1 and "," not in gap[starts[-1] :] else None


def _opened(facts: Facts, figure: Figure, later: Sequence[Figure]) -> Figure | None:
    """`From 15,000 in 2010, membership has fallen to 12,000`; `Down from 2,300, the number is now 1,950`."""
    first = facts.bounds(figure.first)[0]
    if figure.first - first > _OPENING or facts.word(figure.first - 1) != "from":
        return None
    following = [f for f in later if comparable(f, figure)]
    if len(following) != 1:
        return None
    moved = facts.word(first) in listed("changes", "particles")
    close = facts.words(following[0].first - 2, following[0].first)
    told = "to" in leads(facts, following[0]) or (moved and not group("now").isdisjoint(close))
    return following[0] if told else None


def _apposed(facts: Facts, plain: Sequence[Figure], place: int) -> Figure | None:
    """`The bill, £1.2bn when the scheme was approved, has risen 25% to £1.5bn`."""
    like = [f for f in plain if comparable(f, plain[place])]
    if len(like) != 2 or like[0] is not plain[place] or not _aside(facts, like[0]):
        return None
    gap = facts.words(like[0].last, like[1].first)
    turned = any(name in ("rise", "fall") for name in facts.classes[like[0].last : like[1].first])
    turned = turned or any(word in group("multiplied") for word in gap)
    if not turned or "," not in gap or not {"and", "but", "while", ";", "from"}.isdisjoint(gap):
        return None
    return like[1] if leads(facts, like[1])[:1] == ["to"] else None


def _aside(facts: Facts, figure: Figure) -> bool:
    """Whether a comma opens what the figure stands in: `, £1.2bn when …`, `, which cost $84 on Monday`."""
    before = facts.words(max(facts.bounds(figure.first)[0], figure.first - _ASIDE), figure.first)
    if before[-1:] == [","]:
        return True
    inner = before[len(before) - before[::-1].index(",") :] if "," in before else []
    return not group("stood").isdisjoint(inner) and "from" not in inner


def filled(facts: Facts, ends: Sequence[Figure]) -> list[Figure]:
    """The figures, a bare one with the unit of the one before it: `60 minutes instead of 80`."""
    whole: list[Figure] = []
    for figure in ends:
        before = whole[-1] if whole else None
        if before and before.kind in ("measure", "duration") and not is_amount(facts, before):
            closed = figure.kind == "count" and facts.word(figure.last) in group("clause_marks")
            figure = one_of(replace(figure, unit=None) if closed else figure, before)
        whole.append(_up_to(facts, figure))
    return whole


def _up_to(facts: Facts, figure: Figure) -> Figure:
    """`is up to 310 from 420`: a rise, not a bound."""
    turned = facts.words(figure.first, figure.first + 2) == ["up", "to"]
    follows = "from" in facts.words(figure.last, figure.last + _FROM)
    moved = facts.classes[figure.first - 1] in ("rise", "shift", "win") if figure.first else False
    moved = moved or (
        facts.word(figure.last) == "from" and facts.holds_number(figure.last + 1, figure.last + 3)
    )
    if not (turned and follows and (moved or facts.word(figure.first - 1) in group("copulas"))):
        return figure
    first = figure.first + 2
    start = facts.tokens.start[first]
    return replace(figure, first=first, start=start, low=figure.high, modifier="exact", hedge=None)
