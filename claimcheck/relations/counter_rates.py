"""Currencies told in units of their own: `The crown strengthened to 10.97 per euro from 11.42`."""

from __future__ import annotations

from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.changes import Change
from claimcheck.relations.facts import Facts, group, listed

_SUBJECT = 4  # tokens from the currency to its verb
_RATE = 4  # tokens from a number to the other currency: `92 roubles to the dollar`
_PER = frozenset(["per", "to", "for", "a", "against"])


def is_counter_rate(facts: Facts, change: Change) -> bool:
    """Whether more of the figures is less of the currency that rose or fell: so many of it to the euro.

    Only with verbs that are said of the currency alone; of a rate that `rose` either way may be meant.
    """
    if change.word is None or facts.word(change.word) not in listed("counter_rates", "verbs"):
        return False
    first = max(facts.bounds(change.word)[0], change.word - _SUBJECT)
    own = [word for word in facts.words(first, change.word) if word in _currencies()]
    if len(own) != 1:
        return False
    ends = (change.before, change.after)
    return all(_is_of(end, own[0]) for end in ends) and any(_is_rate(facts, end, own[0]) for end in ends)


def _is_of(end: Figure, own: str) -> bool:
    if end.kind == "money":
        return end.unit in load("relations")["exchanged"].get(own, ())
    return end.kind == "count" and end.unit in (None, own)


def _is_rate(facts: Facts, end: Figure, own: str) -> bool:
    """Whether another currency follows: `per euro`, `to the dollar`, `a dollar`."""
    near = facts.words(end.last, end.last + _RATE)
    others = [place for place, word in enumerate(near) if word in _currencies() and word != own]
    return bool(others) and not _PER.isdisjoint(near[: others[0]])


def _currencies() -> frozenset[str]:
    return group("coins") | listed("counter_rates", "currencies")
