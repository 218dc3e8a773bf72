"""One person: the year of birth, an age, and the year in which it is true."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Figure
from claimcheck.relations.dates import number_at, years_of
from claimcheck.relations.facts import Facts, group
from claimcheck.values import frozen


@frozen
class Life:
    """One person's year of birth, the age that the text states, and the year in which it is true."""

    age: Figure
    born: int
    year: int


def find_lives(facts: Facts) -> Iterator[Life]:
    """Ages that stand with a year of birth and the year they are counted to, of one person."""
    yield from _in_brackets(facts)
    for index in facts.marks.get("birth", ()):
        sentence = facts.tokens.sentence[index]
        born = [y for y in years_of(facts, sentence) if index < y[1] <= index + 8]
        ages = [f for f in facts.lines.get(sentence, ()) if _is_age(facts, f)]
        if not ages:
            ages = [f for f in facts.lines.get(sentence + 1, ()) if _is_age(facts, f)]
        if not ages and facts.word(facts.bounds(index)[0]) in group("persons"):
            ages = [f for f in facts.lines.get(sentence - 1, ()) if _is_age(facts, f)]
        if len(born) < 1 or len(ages) != 1 or _another_person(facts, index, ages[0]):
            continue
        found = _life(facts, sentence, born[0], ages[0])
        if found:
            yield found


def _in_brackets(facts: Facts) -> Iterator[Life]:
    """`Tom Ames (1934–2001) died aged 67`."""
    for line in facts.lines.values():
        ages = [f for f in line if _is_age(facts, f)]
        if len(ages) != 1:
            continue
        first, last = facts.bounds(ages[0].first)
        for i in range(first, last - 4):
            born, died = number_at(facts.word(i + 1), 1000, 2999), number_at(facts.word(i + 3), 1000, 2999)
            dashed = facts.word(i) == "(" and facts.word(i + 2) in ("-", "–") and facts.word(i + 4) == ")"
            if dashed and born and died and born < died:
                yield Life(ages[0], born, died)


def _another_person(facts: Facts, index: int, age: Figure) -> bool:
    """Whether a clause with a subject of its own stands between birth and age: `…, and she died aged 81`."""
    if facts.tokens.sentence[index] != facts.tokens.sentence[age.first]:
        later = max(index, age.first)
        return facts.word(facts.bounds(later)[0]) not in group("persons")
    if group("relatives") & set(facts.words(age.last, index)):
        return True
    subject = facts.words(facts.bounds(index)[0], index)
    if group("possessives") & set(subject[:2]) and {"she", "he", "they"} & set(facts.words(index, age.first)):
        return True  # `Her son, born in 1990, was there when she died aged 88`
    for i in range(index, age.first):
        if facts.word(i) in group("persons") and facts.word(i - 1) in ("and", ",", "but"):
            return facts.word(i) not in subject and subject != []
    return False


def _is_age(facts: Facts, figure: Figure) -> bool:
    if figure.low is None:
        return False
    lead = facts.words(figure.first - 2, figure.first)
    first, last = facts.bounds(figure.first)
    if lead[-1:] == ["at"] and figure.kind == "count" and facts.word(figure.last) in (".", ","):
        return bool({"died", "born"} & set(facts.words(first, last)))
    ended = facts.word(figure.last) in ("when", ".", ",")
    told = ended and bool(group("copulas") & set(lead)) and bool(group("persons") & set(lead))
    told = told or (facts.word(figure.last) == "when" and bool(group("copulas") & set(lead)))
    return figure.kind == "age" or (figure.kind == "count" and (told or "aged" in lead or "age" in lead))


def _life(facts: Facts, sentence: int, born: tuple[int, int], age: Figure) -> Life | None:
    where = facts.tokens.sentence[age.first]
    years = [y for s in {sentence, where} for y in years_of(facts, s) if y[1] != born[1]]
    died = [] if facts.word(age.first - 1) == "is" else years
    if len(died) == 1 and died[0][0] > born[0]:
        return Life(age, born[0], died[0][0])
    published = facts.article.published
    if not years and published and where == sentence:
        return Life(age, born[0], published.year)
    return None
