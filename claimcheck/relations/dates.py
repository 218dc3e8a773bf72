"""Dates as written, with their weekdays; years and the spans between them; births, deaths and ages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from claimcheck.intervals import Interval, exactly
from claimcheck.lexicon import load
from claimcheck.model import Figure, Span, Time
from claimcheck.relations.facts import Facts, group, interval
from claimcheck.values import frozen


@frozen
class Day:
    """A day of the calendar as printed; `weekday` (Monday is 0) and `year` are None where not given."""

    first: int
    last: int
    day: int
    month: int
    year: int | None
    weekday: int | None


@frozen
class Elapsed:
    """A span of `stated` years at `span` is said to lie between the years `begin` and `end`."""

    span: Span
    stated: Interval
    begin: int
    end: int


@frozen
class Life:
    """One person's year of birth, the age that the text states, and the year in which it is true."""

    age: Figure
    born: int
    year: int


@cache
def _calendar() -> tuple[dict[str, int], dict[str, int]]:
    words = load("words")
    months = {name: i for i, name in enumerate(words["months"], 1)}
    for short in words["month_abbreviations"]:
        months[short] = next(i for name, i in months.items() if name.startswith(short[:3]))
    return months, {name: i for i, name in enumerate(words["weekdays"])}


def find_days(facts: Facts) -> Iterator[Day]:
    """Every day with its month, in either order: `Friday, 9 October 2020`, `October 9`."""
    months, weekdays = _calendar()
    for index, word in enumerate(facts.tokens.lower):
        if word in months and facts.tokens.text[index][0].isupper():
            found = _day_at(facts, index, months[word], weekdays)
            if found:
                yield found


def _day_at(facts: Facts, index: int, month: int, weekdays: dict[str, int]) -> Day | None:
    before, after = index - 1, index + 1
    if facts.word(before) == "of":
        before -= 1
    if facts.word(before) in group("ordinal_endings"):
        before -= 1
    if facts.word(after) == "." and facts.tokens.glued(after):
        after += 1
    day = _number(facts.word(before), 1, 39)
    if day and facts.word(before - 1) not in (".", "$", "£"):
        first, last = before, index + 1
    elif (day := _number(facts.word(after), 1, 39)) and facts.word(after + 1) != ":":
        first, last = index, after + 1
        last += facts.word(last) in group("ordinal_endings")
    else:
        return None
    year_at = last + (facts.word(last) == ",")
    year = _number(facts.word(year_at), 1000, 2999)
    skipped = facts.word(first - 1) in (",", "the", "(")
    weekday = weekdays.get(facts.word(first - 1 - skipped))
    if weekday is not None:
        first -= 1 + skipped
    return Day(first, year_at + 1 if year else last, day, month, year, weekday)


def _number(word: str, least: int, most: int) -> int | None:
    if not (word.isascii() and word.isdigit() and len(word) <= 4):
        return None
    return int(word) if least <= int(word) <= most else None


def years_of(facts: Facts, sentence: int) -> list[tuple[int, int]]:
    """The years named in a sentence, each with its first token."""
    found = []
    for time in facts.times_in(sentence):
        year = _year(time)
        if year and any(len(word) == 4 and word.isdigit() for word in facts.words(time.first, time.last)):
            found.append((year, time.first))
    return found


def _year(time: Time) -> int | None:
    value = time.value or ""
    return int(value[:4]) if time.type in ("DATE", "TIME") and value[:4].isdigit() else None


def find_elapsed(facts: Facts) -> Iterator[Elapsed]:
    """Spans of years stated with both their ends."""
    for sentence, line in facts.lines.items():
        for figure in line:
            if figure.kind == "duration" and figure.low is not None and _scale(figure):
                ends = _ends(facts, sentence, figure)
                if ends:
                    span = Span(figure.start, figure.end)
                    yield Elapsed(span, interval(facts, figure) * exactly(_scale(figure)), *ends)
    for index in facts.marks.get("anniversary", ()):
        found = _anniversary(facts, index)
        if found:
            yield found


def _scale(figure: Figure) -> int:
    """How many years the figure's unit has; 0 for shorter units."""
    return {"year": 1, "years": 1, "decade": 10, "decades": 10, "century": 100, "centuries": 100}.get(
        figure.unit or "", 0
    )


def _ends(facts: Facts, sentence: int, figure: Figure) -> tuple[int, int] | None:
    after = facts.word(figure.last)
    here = years_of(facts, sentence)
    if after in group("later"):
        return _later(facts, sentence, figure, here)
    if after in ("after", "since", "before"):
        return _after(figure, here)
    return _from_to(facts, figure, here) or _summed_up(facts, figure, here)


def _summed_up(facts: Facts, figure: Figure, here: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """`opened in 1932 and closed in 2012, after 80 years`; `began in 2008 and took nine years; … in 2017`."""
    if len(here) != 2 or here[0][0] >= here[1][0]:
        return None
    lead = facts.word(figure.first - 1)
    ended = here[1][1] < figure.first <= here[1][1] + 5 and lead in ("after", "for", "lasted", "lasting")
    between = here[0][1] < figure.first < here[1][1] and lead in ("took", "taking", "lasted")
    return (here[0][0], here[1][0]) if ended or between else None


def _later(
    facts: Facts, sentence: int, figure: Figure, here: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """`in 1957 … 64 years later, in 2021`."""
    follows = [y for y in here if figure.last <= y[1] <= figure.last + 4]
    before = [y for y in here if y[1] < figure.first]
    if not follows and before and figure.first - before[-1][1] <= 3:
        follows, before = before[-1:], before[:-1]  # `In 2021, 64 years later`
    if not before and sentence:
        before = years_of(facts, sentence - 1)
    if len(follows) == 1 and len(before) == 1 and follows[0][0] != before[0][0]:
        return before[0][0], follows[0][0]
    return None


def _after(figure: Figure, here: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """`In 2021, 64 years after the line was torn up in 1957`."""
    first = [y for y in here if y[1] < figure.first]
    second = [y for y in here if figure.last <= y[1]]
    if len(first) != 1 or len(second) != 1:
        return None
    return min(first[0][0], second[0][0]), max(first[0][0], second[0][0])


def _from_to(facts: Facts, figure: Figure, here: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """`for 11 years, from 1999 to 2008`, `between 1999 and 2008, nine years`."""
    for (begin, at), (end, to) in pairwise(here):
        link, lead = facts.word(to - 1), facts.word(at - 1)
        paired = (lead, link) in (("from", "to"), ("from", "until"), ("between", "and"), ("from", "till"))
        gap = facts.words(figure.last, at)
        near = (0 <= at - figure.last <= 5 and "and" not in gap) or 0 <= figure.first - to <= 5
        if paired and near and begin < end and not _other_span(facts, figure, at, to):
            return begin, end
    return None


def _other_span(facts: Facts, figure: Figure, first: int, last: int) -> bool:
    low, high = min(figure.last, first), max(figure.first, last)
    if figure.first - last in (0, 1, 2):
        return False
    return any(facts.word(i) in group("clause_marks") - {","} for i in range(low, high))


def _anniversary(facts: Facts, index: int) -> Elapsed | None:
    """`the 50th anniversary of the 1970 flood`, with the article's year or one that the sentence names."""
    place = index - 1 - (facts.word(index - 1) in group("ordinal_endings"))
    number = _number(facts.word(place), 2, 999)
    if number is None:
        return None
    here = years_of(facts, facts.tokens.sentence[index])
    years = sorted({year for year, _ in here})
    span = facts.tokens.span(place, index + 1)
    if len(years) == 2:
        return Elapsed(span, exactly(number), *years)
    published = facts.article.published
    if len(years) == 1 and here[0][1] > index and published:
        return Elapsed(span, exactly(number), years[0], published.year)
    return None


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
            born, died = _number(facts.word(i + 1), 1000, 2999), _number(facts.word(i + 3), 1000, 2999)
            dashed = facts.word(i) == "(" and facts.word(i + 2) in ("-", "–") and facts.word(i + 4) == ")"
            if dashed and born and died and born < died:
                yield Life(ages[0], born, died)


def _another_person(facts: Facts, index: int, age: Figure) -> bool:
    """Whether a clause with a subject of its own stands between birth and age: `…, and she died aged 81`."""
    if facts.tokens.sentence[index] != facts.tokens.sentence[age.first]:
        later = max(index, age.first)
        return facts.word(facts.bounds(later)[0]) not in group("persons")
    subject = facts.words(facts.bounds(index)[0], index)
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
        return "died" in facts.words(first, last)
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
