"""Whether a sentence that tells a birth and an age speaks of two people: kin, or somebody named anew."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Figure, Time
from claimcheck.relations.dates import number_at
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.moments import in_apposition


def of_several(facts: Facts, sentence: int, ages: Sequence[Figure], births: Sequence[Time]) -> bool:
    """Whether the sentence speaks of two people: kin outside a clause with `when`, or two births."""
    if any(facts.word(birth.last) == "and" and _is_year(facts, birth.last + 1) for birth in births):
        return True
    first, _ = facts.bounds(facts.article.sentences[sentence].first)
    places = [age.first for age in ages] + [birth.first for birth in births]
    stop = max(places, default=first)
    return any(
        facts.word(index) == "whose"
        or (facts.word(index) in listed("calendar", "kin") and _another(facts, first, index, stop, ages))
        for index in range(first, stop)
    )


def _is_year(facts: Facts, index: int) -> bool:
    return number_at(facts.word(index), 1000, 2999) is not None


def _another(facts: Facts, first: int, index: int, stop: int, ages: Sequence[Figure]) -> bool:
    """Whether the kin at token `index` may be the one whose age or birth is told."""
    told = [facts.word(age.first - 2) for age in ages if age.first > index]
    if any(who in ("he", "she") for who in told) and facts.word(first) == "born":
        other = "kin_he" if "she" in told else "kin_she"
        if len(set(told)) == 1 and facts.word(index) in listed("calendar", other):
            return False  # `had buried one husband when …; she was 22`
    if facts.word(index).endswith("s"):
        return True
    if _in_clause(facts, first, index):
        return any(
            age.first > index and not {"and", ","} & set(facts.words(index, age.first)) for age in ages
        )
    return index > first + 2 or bool({"he", "she", "they"} & set(facts.words(index, stop)))


def _in_clause(facts: Facts, first: int, index: int) -> bool:
    """Whether `when`, `after` or `before` opens the clause of token `index`."""
    for place in range(index - 1, max(first, index - 6) - 1, -1):
        if facts.word(place) in ("when", "after", "before", "as"):
            return True
        if facts.word(place) in (",", ";", "and"):
            return False
    return False


def is_named_anew(facts: Facts, age: Figure, birth: Time) -> bool:
    """`Born in 1950, … married Tom Lee, 80`, `…, born in 1950, and she died`: somebody else follows."""
    if age.first < birth.first:
        between = facts.words(age.last, birth.first)
        named = any(facts.tokens.text[i][:1].isupper() for i in range(age.last, birth.first))
        return in_apposition(facts, age) and ("and" in between or ("who" in between and named))
    comma = age.first - 1 - (facts.word(age.first - 1) == "then")
    named = facts.tokens.text[comma - 1][:1].isupper() and facts.word(comma) == ","
    if named and facts.word(age.first) in ("aged", "then") and comma - 1 > birth.last:
        return True  # `born in 1944, … opposite Ann Lee, then aged 28`
    if named and in_apposition(facts, age) and age.first - 2 > birth.last:
        return True
    first = facts.bounds(birth.first)[0]
    subject = facts.words(first, birth.first)
    for index in range(birth.last, age.first):
        if facts.word(index) in group("persons") and facts.word(index - 1) in ("and", ",", "but"):
            return subject[:1] not in (["born"], []) and facts.word(index) not in subject
    return False
