"""A change announced before its ends: `Complaints have risen fivefold. There were 320 in 2019 and …`."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Figure
from claimcheck.relations.amounts import is_amount, one_noun
from claimcheck.relations.facts import Facts, listed
from claimcheck.relations.own_nouns import own_noun
from claimcheck.relations.reading import comparable, level, per_unit

_TWO = 2
_MARKS = frozenset([",", "or", ":", "(", "–", "—"])


def announced_ends(facts: Facts, sentence: int, amount: Figure) -> Iterator[tuple[Figure, Figure]]:
    """The only two like figures of the next sentence, if it sets one time against another."""
    dated = any(time.type == "DATE" for time in facts.times_in(sentence))  # `doubled in June`: of that month
    if dated or sentence + 1 >= len(facts.article.sentences):
        return
    here = [f for f in facts.lines.get(sentence, ()) if f is not amount and level(f) and f.kind != "duration"]
    told = [
        own_noun(facts, f) for f in facts.lines.get(sentence + 1, ()) if level(f) and not is_amount(facts, f)
    ]
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


def is_firm(facts: Facts, amount: Figure, ends: tuple[Figure, Figure]) -> bool:
    """Whether the text leaves no doubt of the ends: `eight times that number, 504,000`."""
    if pointed_ends(facts, amount) == ends:
        return True
    sentence = facts.tokens.sentence
    if len({sentence[f.first] for f in (amount, *ends)}) > 1 or amount.last > ends[0].first:
        return False
    opened = ":" in facts.words(amount.last, ends[0].first)
    first, last = facts.bounds(amount.first)
    told_apart = "respectively" in facts.words(ends[1].last, last)
    return opened and (told_apart or sets_times_apart(facts, sentence[first]))


def pointed_ends(facts: Facts, amount: Figure) -> tuple[Figure, Figure] | None:
    """`carried 84,000 cars. The bridge took eight times that number, 504,000`."""
    place = amount.last + _TWO
    if facts.word(amount.last) not in ("that", "this") or facts.word(place) not in _MARKS:
        return None
    if facts.word(amount.last + 1) not in listed("distances", "taken_up"):
        return None
    sentence = facts.tokens.sentence[amount.first]
    line = facts.lines.get(sentence, [])
    after = [own_noun(facts, f) for f in line if f.first > place and level(f)]
    before = [own_noun(facts, f) for f in line if f.last <= amount.first and level(f)]
    if not before:
        before = [own_noun(facts, f) for f in facts.lines.get(sentence - 1, ()) if level(f)]
    before = [f for f in before if after and comparable(f, after[0]) and f.kind != "duration"]
    if len(before) != 1 or not after or after[0].first > place + _TWO or not one_noun(before[0], after[0]):
        return None
    return before[0], after[0]
