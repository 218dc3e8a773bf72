"""Percentages told as a part of something, which cannot pass 100: `covers 104 percent of the island`."""

from __future__ import annotations

from claimcheck.figures.plurals import is_plural, singular
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.reading import leads

_NEAR = 4
_WHOLE_NOUN = 6  # words from `of` to the people it is of: `of the island's registered voters`
_AFTER = 3  # words after them that tell of another whole: `of the nurses it had in 2010`


def is_part_of_whole(facts: Facts, figure: Figure) -> bool:
    """Whether a percentage is told as the part of a thing: `covers 104 percent of the island`."""
    after = facts.words(figure.last, figure.last + 2 * _NEAR)
    if after[:1] and facts.classes[figure.last] == "risk":
        return True
    risen = "rise" in leads(facts, figure) and "up" not in facts.words(figure.first - 2, figure.first)
    if after[:1] != ["of"] or risen:
        return False
    whole = [word for word in after[1:] if word not in listed("calendar", "determiners")]
    if not whole or group("may_turn_negative") & set(whole) or listed("calendar", "may_pass") & set(after):
        return False
    before = facts.words(max(facts.bounds(figure.first)[0], figure.first - _NEAR), figure.first)
    following = facts.words(figure.last + 2, figure.last + 8)
    held = listed("calendar", "holding") & set(before)
    return bool(held or listed("calendar", "held") & set(following))


def is_share_of_people(facts: Facts, figure: Figure) -> bool:
    """`108 per cent of her crew`: of people, none of whom is counted twice."""
    if facts.word(figure.last) != "of":
        return False
    words = facts.words(figure.last + 1, figure.last + 1 + _WHOLE_NOUN)
    for place, word in enumerate(words):
        if word in group("clause_marks") | group("verbs") | group("list_prepositions") | group("joiners"):
            return False
        if facts.word(figure.last + 2 + place) == "'s":
            continue
        if _are_people(word):
            return group("beyond").isdisjoint(words[place + 1 : place + 1 + _AFTER])
    return False


def _are_people(word: str) -> bool:
    if word in group("people") or word in group("whole_people"):
        return True
    return is_plural(word) and singular(word) in group("collective") | group("kinds_of_people")


def is_rate_of_a_whole(facts: Facts, figure: Figure) -> bool:
    """`The literacy rate is 106 per cent`; `a vaccination rate of 103 per cent`."""
    first = facts.bounds(figure.first)[0]
    place = figure.first - 1
    while place > max(first, figure.first - _WHOLE_NOUN) and facts.word(place) in group("before_a_rate"):
        place -= 1
    named = facts.word(place) in group("share_rates") and facts.word(place - 1) in group("rates_of_a_whole")
    named = named or _is_share_alone(facts, figure, place)
    levelled = "to" in facts.words(place, figure.first) or not {"rise", "fall"} & set(
        facts.classes[place : figure.first]
    )
    ended = facts.word(figure.last) in group("clause_marks") | group("list_prepositions") - {"of"} | {"and"}
    return named and levelled and ended


def _is_share_alone(facts: Facts, figure: Figure, place: int) -> bool:
    """`approval at 64 per cent`; `Humidity in the vault reached 84 per cent`: shares without `rate`."""
    alone = listed("tallies", "percents.alone")
    if facts.word(place) in alone and place < figure.first - 1:
        return True
    first = facts.bounds(figure.first)[0]
    first += facts.word(first) == "the"
    told = facts.word(figure.first - 1) in ("reached", "hit", "was", "is", "stood", "at")
    line = facts.lines[facts.tokens.sentence[figure.first]]
    return facts.word(first) in alone and told and line[0] is figure
