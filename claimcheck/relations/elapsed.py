"""Spans of years stated with both their ends: `36 years later`, `for nine years`, anniversaries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.intervals import Interval, exactly
from claimcheck.lexicon import load
from claimcheck.model import Figure, Span
from claimcheck.relations.dates import number_at, years_of
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import interval
from claimcheck.values import frozen


@frozen
class Elapsed:
    """A span of `stated` years at `span` is said to lie between the years `begin` and `end`."""

    span: Span
    stated: Interval
    begin: int
    end: int
    sentence: int


def find_elapsed(facts: Facts) -> Iterator[Elapsed]:
    """Spans of years stated with both their ends."""
    for sentence, line in facts.lines.items():
        for figure in line:
            if figure.kind == "duration" and figure.low is not None and _scale(figure):
                ends = _ends(facts, sentence, figure)
                if ends:
                    span = Span(figure.start, figure.end)
                    yield Elapsed(span, interval(facts, figure) * exactly(_scale(figure)), *ends, sentence)
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
    ended = here[1][1] < figure.first <= here[1][1] + 7 and _sums_up(facts, figure, here[1][1])
    between = here[0][1] < figure.first < here[1][1] and lead in ("took", "taking", "lasted")
    return (here[0][0], here[1][0]) if ended or between else None


def _sums_up(facts: Facts, figure: Figure, year: int) -> bool:
    """Whether the span closes what was told: `…, after 80 years`, not `and ran for 30 years`."""
    lead = facts.word(figure.first - 1)
    return lead in ("after", "lasted") or (lead == "for" and "and" not in facts.words(year, figure.first))


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
    if not first and len(second) == 2:  # `60 years since the flood of 1953, and in 2013 …`
        first, second = second[:1], second[1:]
    if len(first) != 1 or len(second) != 1:
        return None
    return min(first[0][0], second[0][0]), max(first[0][0], second[0][0])


def _from_to(facts: Facts, figure: Figure, here: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """`for 11 years, from 1999 to 2008`, `between 1999 and 2008, nine years`."""
    for (begin, at), (end, to) in pairwise(here):
        link, lead = facts.word(to - 1), facts.word(at - 1)
        paired = (lead, link) in (("from", "to"), ("from", "until"), ("between", "and"), ("from", "till"))
        gap = facts.words(figure.last, at)
        near = (0 <= at - figure.last <= 5 and "and" not in gap) or (
            0 <= figure.first - to <= 5 and "and" not in facts.words(to, figure.first)
        )
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
    named = load("relations")["jubilees"].get(facts.word(index))
    number = named or number_at(facts.word(place), 2, 999)
    if number is None:
        return None
    place = index if named else place
    sentence = facts.tokens.sentence[index]
    here = years_of(facts, sentence)
    years = sorted({year for year, _ in here})
    span = facts.tokens.span(place, index + 1)
    if len(years) == 2:
        return Elapsed(span, exactly(number), years[0], years[1], sentence)
    published = facts.article.published
    if len(years) == 1 and here[0][1] > index and published:
        return Elapsed(span, exactly(number), years[0], published.year, sentence)
    return None
