"""A change announced before its ends: `Complaints have risen fivefold. There were 320 in 2019 and …`."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Figure
from claimcheck.relations.amounts import is_amount, one_noun
from claimcheck.relations.facts import Facts, listed
from claimcheck.relations.reading import comparable, level, per_unit

_TWO = 2


def announced_ends(facts: Facts, sentence: int, amount: Figure) -> Iterator[tuple[Figure, Figure]]:
    """The only two like figures of the next sentence, if it sets one time against another."""
    if sentence + 1 >= len(facts.article.sentences):
        return
    here = [f for f in facts.lines.get(sentence, ()) if f is not amount and level(f) and f.kind != "duration"]
    told = [f for f in facts.lines.get(sentence + 1, ()) if level(f) and not is_amount(facts, f)]
    told = [f for f in told if f.low == f.high and f.kind != "duration"]
    if len(told) != _TWO or not comparable(*told) or not one_noun(*told):
        return
    if any(comparable(f, told[0]) for f in here) or per_unit(facts, told[0]) != per_unit(facts, told[1]):
        return
    if sets_times_apart(facts, sentence + 1):
        yield told[0], told[1]


def sets_times_apart(facts: Facts, sentence: int) -> bool:
    """Whether a sentence tells of two times: `in 2019 and last year`, `was … is now`, `before … after`."""
    if len(facts.times_in(sentence)) >= _TWO:
        return True
    bounds = facts.article.sentences[sentence]
    words = set(facts.words(bounds.first, bounds.last))
    past, present = listed("times_apart", "past"), listed("times_apart", "present")
    return bool(words & past and words & present) or {"before", "after"} <= words
