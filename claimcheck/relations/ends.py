"""The two points of time that a stated span lies between, where the text says so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.model import Figure, Time
from claimcheck.relations.facts import Facts, group, listed

_LEAD = 6  # tokens from a span to the range it measures: `nine years in office, from`
_TAIL = 5
_VERB = 5  # tokens from `began` to its date
_CLOSE = 3
_YEAR = 4  # characters of a time that is a year
_OPENERS = frozenset(["from", "between", "in", "since", "(", ","])
_DASHES = frozenset(["-", "–", "—"])
_MARKS = frozenset([",", "(", ")", "–", "—", "for", "after", "or"])

Ends = tuple[Time, Time]


def ends_of(facts: Facts, figure: Figure, here: Sequence[Time], earlier: Sequence[Time]) -> Ends | None:
    """The times, of the sentence (`here`) or the one before, that `figure` is said to lie between."""
    after = facts.word(figure.last)
    if {"every", "each"} & set(facts.words(figure.first - 1, figure.first + 1)):
        return None
    if after in group("later"):
        return _later(facts, figure, here, earlier)
    if after == "apart":
        return (here[0], here[1]) if len(here) == 2 and here[1].last <= figure.first else None
    if after in ("after", "since", "before"):
        return _after(facts, figure, here)
    for begin, end in pairwise(here):
        if _is_range(facts, begin, end) and _measures(facts, figure, begin, end):
            return begin, end
        if _is_range(facts, begin, end) and _is_tenure(facts, figure, end):
            return begin, end
        if _is_begun(facts, begin, end) and _closes(facts, figure, begin, end):
            return begin, end
    return _around(facts, figure, here) or _summed_up(facts, figure, here, earlier)


def _around(facts: Facts, figure: Figure, here: Sequence[Time]) -> Ends | None:
    """`opened in 1915 and for six decades, until 1978, …`; `ended in 2004 after 27 years that began in`."""
    if len(here) != 2 or not here[0].last <= figure.first < figure.last <= here[1].first:
        return None
    gap = facts.words(figure.last, here[1].first)
    lead = facts.words(figure.first - _VERB, figure.first)
    if ";" in gap or len(gap) > _TAIL + 2:
        return None
    years = len(here[1].value or "") == _YEAR
    anew = any(pair in (("and", "for"), (",", "for")) for pair in pairwise(lead))  # not `and led it for`
    if years and anew and "until" in gap and not {"and", "but"} & set(gap):
        return here[0], here[1]
    if years and lead[-2:] == [",", "after"] and gap in ([",", "in"], ["in"]):
        begins = listed("calendar", "begins") & set(facts.words(here[0].first - _VERB, here[0].first))
        return (here[0], here[1]) if begins and listed("calendar", "ends") & set(lead) else None
    began = {"that", "which", "having"} & set(gap) and listed("calendar", "begins") & set(gap)
    return (here[1], here[0]) if began and "after" in lead else None


def _later(facts: Facts, figure: Figure, here: Sequence[Time], earlier: Sequence[Time]) -> Ends | None:
    """`in 1957 … 64 years later, in 2021`; `began on 4 March and ended on 25 March, three weeks later`."""
    follows = [time for time in here if figure.last <= time.first <= figure.last + 4]
    before = [time for time in here if time.first < figure.first]
    gap = facts.words(before[-1].last, figure.first) if before else []
    if not follows and before and len(gap) < _CLOSE and "and" not in gap:
        follows, before = before[-1:], before[:-1]  # `In 2021, 64 years later`
    if not before:
        before = list(earlier)
    return (before[0], follows[0]) if len(follows) == 1 and len(before) == 1 else None


def _after(facts: Facts, figure: Figure, here: Sequence[Time]) -> Ends | None:
    """`In 2021, 64 years after the line was torn up in 1957`; `…, 64 years after it began`."""
    first = [time for time in here if time.first < figure.first]
    second = [time for time in here if figure.last <= time.first]
    between = facts.words(second[0].last, second[-1].first) if second else []
    if not first and len(second) == 2 and ";" not in between:  # `60 years since the flood of 1953, …`
        first, second = second[:1], second[1:]
    if len(first) == 2 and not second and facts.word(figure.last + 1) in group("pronouns"):
        begun = listed("calendar", "begins") & set(facts.words(figure.last + 2, figure.last + 4))
        return (first[0], first[1]) if begun else None
    return (second[0], first[0]) if len(first) == 1 and len(second) == 1 else None


def _is_range(facts: Facts, begin: Time, end: Time) -> bool:
    """`from 1999 to 2008`, `between 9 and 25 March`, `(2001–2009)`."""
    between = facts.words(begin.last, end.first)
    lead = facts.words(begin.first - 2, begin.first)
    if len(between) == 1 and between[0] in _DASHES:
        return bool(_OPENERS & set(lead))
    if "and" in between[:1] and "between" in lead:
        return len(between) <= 2
    ranged = {"to", "until", "till", "through"} & set(between) and {"from", "between"} & set(lead)
    return bool(ranged) and len(between) <= _LEAD and not {";", "and", ","} & set(between)


def _is_begun(facts: Facts, begin: Time, end: Time) -> bool:
    """`began on 4 March and ended on 25 March`."""
    between = facts.words(begin.last, end.first)
    begins = listed("calendar", "begins") & set(facts.words(begin.first - _VERB, begin.first))
    ends = listed("calendar", "ends") & set(facts.words(end.first - _VERB, end.first)) & set(between)
    return bool(begins and ends) and ";" not in between


def _measures(facts: Facts, figure: Figure, begin: Time, end: Time) -> bool:
    """Whether the span stands so close before or behind a range that it is the range's."""
    if figure.last <= begin.first:
        gap = facts.words(figure.last, begin.first)
        return len(gap) < _LEAD and not {"and", ";", "—", "–", ":", "but", "who"} & set(gap)
    return _closes(facts, figure, begin, end)


def _is_tenure(facts: Facts, figure: Figure, end: Time) -> bool:
    """`From 1974 until 1999 she ran it, a tenure of 25 years.`: in apposition, at the end of a clause."""
    lead = facts.words(figure.first - 4, figure.first)
    named = lead[:2] in ([",", "a"], ["–", "a"], ["—", "a"]) and lead[3:] == ["of"]
    spell = named and lead[2] in listed("calendar", "span_nouns") | listed("calendar", "tenures")
    return spell and figure.first > end.last and facts.word(figure.last) in (".", ",", ";", "")


def _closes(facts: Facts, figure: Figure, begin: Time, end: Time) -> bool:
    """Whether it opens or closes what was told: `the two-week trial, which began`, `…, 20 days in all`."""
    if figure.last <= begin.first:
        gap = facts.words(figure.last, begin.first)
        begins = listed("calendar", "begins") & set(gap) and "-" in facts.text(figure)
        return bool(begins) and len(gap) <= 2 * _LEAD and not {"and", ";"} & set(gap)
    if figure.first < end.last:
        return facts.word(figure.first - 1) in ("took", "taking", "lasted")
    gap = facts.words(end.last, figure.first)
    if "delay" in gap and not _is_awaited(facts, end.last):
        return False
    if {"lasted", "lasting"} & set(gap):
        return len(gap) <= 2 * _TAIL
    marked = bool(gap) and gap[0] in _MARKS and listed("calendar", "span_leads").issuperset(gap[1:])
    return marked and facts.word(figure.last) not in listed("calendar", "away")


def _summed_up(facts: Facts, figure: Figure, here: Sequence[Time], earlier: Sequence[Time]) -> Ends | None:
    """`opened in 1932 and closed in 2012, after 80 years`; `began in 2008 and took nine years; … in 2017`."""
    if len(here) == 1 and len(earlier) == 1 and facts.word(here[0].first - 2) in listed("calendar", "ends"):
        here = [*earlier, *here]
    if len(here) != 2:
        return None
    lead = facts.word(figure.first - 1)
    if facts.word(figure.last) in ("of", "as"):
        return None  # `after six weeks of delays`, `after 35 years as a nun`
    ended = here[1].last <= figure.first <= here[1].last + 6 and _sums_up(facts, figure, here[1].last)
    between = here[0].last <= figure.first < here[1].first and lead in ("took", "taking", "lasted")
    return (here[0], here[1]) if ended or between else None


def _sums_up(facts: Facts, figure: Figure, place: int) -> bool:
    """Whether the span closes what was told: `…, after 80 years`, not `and ran for 30 years`."""
    gap = facts.words(place, figure.first)
    lead = gap[-1:]
    if gap[:1] and gap[0] in _MARKS and lead == ["of"] and len(gap) in (3, 4):
        named = gap[-2] in listed("calendar", "span_nouns")
        return named or (gap[-2] == "delay" and _is_awaited(facts, place))
    if gap[-2:] == ["ending", "a"] or gap[-2:] == ["after", "a"]:
        return True
    return lead in (["after"], ["lasted"]) or (lead == ["for"] and "and" not in gap)


def _is_awaited(facts: Facts, place: int) -> bool:
    """Whether a delay told at token `place` is counted from a call or a plan, not a departure."""
    return not listed("calendar", "awaited").isdisjoint(facts.words(facts.bounds(place)[0], place))
