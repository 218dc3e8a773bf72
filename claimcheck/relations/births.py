"""The birth, or the years of birth and death, that a sentence tells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.model import Time
from claimcheck.relations.dates import number_at, year_of
from claimcheck.relations.facts import Facts

WHEN = frozenset(["when", "before", "after", "until", "since"])
_BEFORE = 6
_BIRTH = 8  # tokens from `born` to its year
_OLDEST = 120
_TERM = 20  # years in brackets up to here are terms of office


def is_birth(facts: Facts, time: Time) -> bool:
    """Whether one was born then of whom more is told: `born in 1948`, not `when his son was born in 1990`."""
    for index in range(time.first - 1, max(facts.bounds(time.first)[0] - 1, time.first - _BIRTH), -1):
        word = facts.word(index)
        if facts.classes[index] == "birth" or (word == "b" and time.first - index <= 2):
            return not WHEN & set(facts.words(index - _BEFORE, index))
        if word in ("and", ";", ",") or number_at(word, 1000, 2999):
            return False
    return False


def lifetime(facts: Facts, times: Sequence[Time]) -> tuple[Time, Time] | None:
    """The two years of a life with a dash between them: `(1921–2009)`, `potter, 1938–2020`."""
    for begin, end in pairwise(times):
        dashed = facts.words(begin.last, end.first) in (["-"], ["–"], ["—"])
        opened = {"(", ",", "["} & set(facts.words(begin.first - 2, begin.first))
        if dashed and opened and _TERM <= year_of(end) - year_of(begin) <= _OLDEST:
            return begin, end
    return None
