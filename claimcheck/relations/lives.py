"""One person at two moments: a birth and an age, or two ages, each with its year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Figure, Time
from claimcheck.relations.births import is_birth, lifetime
from claimcheck.relations.dates import dated
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.kinsfolk import is_named_anew, of_several
from claimcheck.relations.moments import (
    Moment,
    ages_in,
    at,
    at_present,
    bind,
    in_apposition,
    is_present,
)
from claimcheck.values import frozen

_MOST_AGES = 3  # a sentence with more speaks of several people
_SAYING = 7  # tokens from the comma before `the court heard` to its day
_LONGEST = 115  # years from a birth; whoever was born before is history
_SLIP = 20  # a life told with an age further off than this is a term of office


@frozen
class Life:
    """One person at two moments, the first mostly the birth; the age of the second is in question."""

    first: Moment
    second: Moment


def find_lives(facts: Facts) -> Iterator[Life]:
    """Ages that stand with a year of birth, or another age, of one person."""
    seen: set[int] = set()
    for sentence in facts.lines:
        ages = ages_in(facts, sentence)
        if ages and len(ages) <= _MOST_AGES:
            for life in _told(facts, sentence, ages):
                if life.second.age and life.second.age.start not in seen:
                    seen.add(life.second.age.start)
                    yield life


def _told(facts: Facts, sentence: int, ages: Sequence[Figure]) -> Iterator[Life]:
    times = dated(facts, sentence)
    span = lifetime(facts, times)
    if span and len(ages) == 1:
        yield from _lifetime(facts, ages[0], at(facts, None, span[0]), at(facts, ages[0], span[1]))
        return
    ended = lifetime(facts, dated(facts, sentence - 1)) if sentence and not times else None
    if ended and len(ages) == 1 and _opens_with(facts, sentence, ages[0]):
        yield from _lifetime(facts, ages[0], at(facts, None, ended[0]), at(facts, ages[0], ended[1]))
        return
    births = [time for time in times if is_birth(facts, time)]
    if of_several(facts, sentence, ages, births):
        return
    if births:
        yield from _since_birth(facts, births, ages, times)
        return
    moments = _moments(facts, ages, times)
    for other in _linked(facts, sentence):
        births = [time for time in dated(facts, other) if is_birth(facts, time)]
        if len(births) == 1 and not of_several(facts, other, (), births):
            yield from _since_birth(facts, births, ages, [*dated(facts, other), *times])
            return
        earlier = ages_in(facts, other)
        if other == sentence - 1 and len(earlier) == 1 and not of_several(facts, other, earlier, ()):
            moments = [*_moments(facts, earlier, dated(facts, other)), *moments]
    yield from (Life(moments[0], later) for later in moments[1:])


def _lifetime(facts: Facts, age: Figure, birth: Moment, death: Moment) -> Iterator[Life]:
    """`(1921–2009) lived to be 88`, where the age is one at death and not far from the years."""
    first, last = facts.bounds(age.first)
    told = listed("calendar", "dying") & set(facts.words(first, last)) or facts.word(age.first) == "aged"
    told = told or _opens_with(facts, facts.tokens.sentence[age.first], age)
    years = death.year - birth.year
    if told and abs(years - death.years) <= _SLIP:
        yield Life(birth, death)


def _opens_with(facts: Facts, sentence: int, age: Figure) -> bool:
    """`He was 67, had never driven …`: the age at death, told behind a life's two years."""
    lead = facts.words(facts.article.sentences[sentence].first, age.first)
    return lead in (["he", "was"], ["she", "was"]) and facts.word(age.last) in (",", ".", "and")


def _linked(facts: Facts, sentence: int) -> list[int]:
    """The sentences next to this one that speak of the same person: one of the two opens with a pronoun."""
    sentences, found = facts.article.sentences, []
    if _opens_personally(facts, sentence) and sentence:
        found.append(sentence - 1)
    if sentence + 1 < len(sentences) and _opens_personally(facts, sentence + 1):
        found.append(sentence + 1)
    return found


def _opens_personally(facts: Facts, sentence: int) -> bool:
    first = facts.article.sentences[sentence].first
    if facts.word(first) in ("now", "today", "at", "aged"):  # `Now 62, he runs a bakery.`
        return bool({"he", "she"} & set(facts.words(first, first + 5)))
    return facts.word(first) in group("persons") or facts.word(first) in group("titles")


def _since_birth(
    facts: Facts, births: Sequence[Time], ages: Sequence[Figure], times: Sequence[Time]
) -> Iterator[Life]:
    """The birth against each age whose year is known; a lone age against the only other year."""
    if len(births) != 1:
        return
    birth = at(facts, None, births[0])
    others = [time for time in times if time not in births]
    if not any(in_apposition(facts, age) for age in ages):
        others = [time for time in others if not _is_of_saying(facts, time)]
    for age in ages:
        if is_named_anew(facts, age, births[0]):
            continue
        moment = bind(facts, age, others)
        if moment is None and len(ages) == 1 and not is_present(facts, age) and len(others) == 1:
            moment = at(facts, age, others[0])
        if moment is None and in_apposition(facts, age) and len(ages) == 1 and len(others) == 1:
            moment = at(facts, age, others[0])
        if moment is None and (is_present(facts, age) or (not others and _is_news(facts, age))):
            moment = at_present(facts, age)
        if moment and birth.year < moment.year <= birth.year + _LONGEST:
            yield Life(birth, moment)


def _is_of_saying(facts: Facts, time: Time) -> bool:
    """`…, the court heard on 12 March 2019`: when it was said, not when it was so."""
    lead = facts.words(max(facts.bounds(time.first)[0], time.first - _SAYING), time.first)
    return "," in lead and not group("saying").isdisjoint(lead)


def _is_news(facts: Facts, age: Figure) -> bool:
    """Whether the sentence tells of these days, not of a life: `died on Friday at 58`, `has died at 91`."""
    words = set(facts.words(*facts.bounds(age.first)))
    if facts.word(age.last) in ("when", "and"):
        return False
    return bool(listed("calendar", "these_days") & words or not listed("words", "weekdays").isdisjoint(words))


def _moments(facts: Facts, ages: Sequence[Figure], times: Sequence[Time]) -> list[Moment]:
    """The ages with years of their own, in text order; `now 55` with the article's."""
    found = []
    for age in ages:
        moment = bind(facts, age, times)
        if moment is None and is_present(facts, age):
            moment = at_present(facts, age)
        if moment is None:
            return []
        found.append(moment)
    return found if sum(moment.place is None for moment in found) <= 1 else []
