"""Figures of the headline that the text has too, but turned: down for up, a week for a month, 67 for 76."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.decimals import is_multiple
from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.misprints import is_reading, reads_otherwise, swapped
from claimcheck.relations.reading import comparable, interval, sizes
from claimcheck.values import frozen

_LEAD = 3  # sentences of the text that a headline is written from
_MOST = 20  # headline figures; a table taken for a headline has more
_STEM = 4  # letters by which a word is known again
_NEAR = 5  # tokens from a figure to its word of change
_SHARES = ("percent", "ratio")


@frozen
class Turned:
    """A headline figure, the figure of the text that it is told as, and the question for the editor."""

    headline: Figure
    text: Figure
    question: str


def find_turned(facts: Facts) -> Iterator[Turned]:
    """Headline figures that agree with the text in number but not in direction or unit, or are misprinted."""
    headline, body = told_in_headline(facts), told_below(facts)
    early = [f for f in body if is_early(facts, f, _LEAD)] if headline else []
    for figure in headline:
        same = [f for f in body if f.kind == figure.kind and f.low == figure.low and f.low is not None]
        found = (
            _turned_round(facts, figure, same)
            or _of_other_period(facts, figure, same)
            or _of_other_measure(facts, figure, same)
            or _of_other_vote(facts, figure, early)
            or _of_other_unit(facts, figure, body)
            or _other_share(facts, figure, early)
            or _other_digits(facts, figure, body, early)
            or _other_age(headline, figure, body)
        )
        if found:
            yield found


def told_in_headline(facts: Facts) -> list[Figure]:
    """The first figures that stand in headlines."""
    return [c.figure for c in facts.claims if facts.block(c.figure) == "headline"][:_MOST]


def told_below(facts: Facts) -> list[Figure]:
    """The figures that stand anywhere else."""
    return [c.figure for c in facts.claims if facts.block(c.figure) != "headline"]


def is_early(facts: Facts, figure: Figure, lead: int) -> bool:
    """Whether the figure stands in the first `lead` sentences below a headline."""
    sentences, blocks = facts.article.sentences, facts.article.document.blocks
    sentence, count = facts.tokens.sentence[figure.first], 0
    while sentence >= 0 and blocks[sentences[sentence].block].kind != "headline" and count <= lead:
        sentence, count = sentence - 1, count + 1
    return count <= lead


def _turned_round(facts: Facts, figure: Figure, same: Sequence[Figure]) -> Turned | None:
    """`Oil slips to $71`, where the text says that it rose to $71."""
    way = _direction(facts, figure)
    ways = [(f, _direction(facts, f)) for f in same if f.unit == figure.unit]
    if not way or not ways or any(other in ("", way) for _, other in ways):
        return None
    return Turned(figure, ways[0][0], "Up or down: do headline and text agree?")


def _direction(facts: Facts, figure: Figure) -> str:
    """`rise` or `fall`, where the words around the figure tell one of them only; else ''."""
    first, last = facts.bounds(figure.first)
    around = range(max(first, figure.first - _NEAR), min(last, figure.last + 2))
    found = {facts.classes[i] for i in around} & {"rise", "fall"}
    turned = listed("calendar", "turns_round") & {facts.word(i) for i in around}
    return found.pop() if len(found) == 1 and not turned else ""


def _of_other_period(facts: Facts, figure: Figure, same: Sequence[Figure]) -> Turned | None:
    """`by $20 a month`, where the text has $20 a week."""
    period = _period(facts, figure)
    periods = [(f, _period(facts, f)) for f in same if f.unit == figure.unit]
    if not period or not periods or any(other in ("", period) for _, other in periods):
        return None
    return Turned(figure, periods[0][0], "Is this figure for the time that the text gives?")


def _period(facts: Facts, figure: Figure) -> str:
    """The period that a figure is for: `$20 a week`, `$20 weekly`; '' where none follows."""
    if facts.word(figure.last) not in group("per_unit"):
        periods: dict[str, str] = load("calendar")["period_of"]
        return periods.get(facts.word(figure.last), "")
    return facts.word(figure.last + 1) if facts.word(figure.last + 1) in group("periods") else ""


def _of_other_unit(facts: Facts, figure: Figure, body: Sequence[Figure]) -> Turned | None:
    """`to last two months`, where the text has two weeks, and no two months."""
    if figure.kind != "duration" or figure.low is None or figure.low != figure.high:
        return None
    spans = [f for f in body if f.kind == "duration" and f.low is not None]
    if _is_term(facts, figure) and not any(_equal(facts, figure, f) for f in spans):
        terms = [f for f in spans if f.low == figure.low and _is_term(facts, f)]
        if len(terms) == 1:
            return Turned(figure, terms[0], "Is this the term that the text gives?")
    if len(spans) != 1 or spans[0].low != figure.low or spans[0].unit == figure.unit:
        return None
    if not _lead_of(facts, figure) & _lead_of(facts, spans[0]):
        return None
    return Turned(figure, spans[0], "Is this the time that the text gives?")


def _of_other_measure(facts: Facts, figure: Figure, same: Sequence[Figure]) -> Turned | None:
    """`8,000 gallons`, where the text has 8,000 barrels, and no such number of gallons."""
    if figure.kind != "measure" or not same or any(f.unit in (None, figure.unit) for f in same):
        return None
    alike = comparable(figure, same[0]) and is_early(facts, same[0], _LEAD)
    return Turned(figure, same[0], "Is this the unit that the text gives?") if alike else None


def _of_other_vote(facts: Facts, figure: Figure, early: Sequence[Figure]) -> Turned | None:
    """`votes 58-39`, where the text has `53 votes to 39`, and no other vote."""
    if figure.kind != "score" or figure.low is None or figure.high is None:
        return None
    told = [f for f in early if f.kind == "score" and f.low is not None and f.high is not None]
    pairs = [(f, {f.low, f.high}) for f in told]
    pairs += [(a, {a.low, b.low}) for a, b in pairwise(early) if _are_votes(facts, a, b)]
    if len(pairs) != 1 or len(pairs[0][1] & {figure.low, figure.high}) != 1:
        return None
    return Turned(figure, pairs[0][0], "Is this the vote or score that the text gives?")


def _are_votes(facts: Facts, first: Figure, second: Figure) -> bool:
    """`53 votes to 39`, `by 53 to 39`."""
    gap = facts.words(first.last, second.first)
    return first.kind == second.kind == "count" and gap[-1:] == ["to"] and len(gap) <= 2


def _is_term(facts: Facts, figure: Figure) -> bool:
    """Whether the span is one to which somebody is sentenced: `jailed for 18 years`."""
    return not listed("calendar", "jailing").isdisjoint(facts.words(figure.first - _NEAR, figure.last + 2))


def _equal(facts: Facts, first: Figure, second: Figure) -> bool:
    """Whether two spans are one: `two years`, `24 months`."""
    if not comparable(first, second):
        return True
    one, other = sizes(facts, first, second)
    return one.meets(other)


def _lead_of(facts: Facts, figure: Figure) -> set[str]:
    """The words that lead to a figure, by their first letters: `to last two months`."""
    return {word[:_STEM] for word in facts.words(figure.first - 2, figure.first) if len(word) >= _STEM}


def _other_share(facts: Facts, figure: Figure, early: Sequence[Figure]) -> Turned | None:
    """`Half of teachers`, where the text has 31 per cent of teachers, and no other share of them."""
    whole = _whole(facts, figure)
    if figure.kind not in _SHARES or not whole or figure.low is None:
        return None
    shares = [f for f in early if f.kind in _SHARES and f.low is not None]
    if len(shares) != 1 or _whole(facts, shares[0]) != whole or shares[0].kind == figure.kind:
        return None
    percent, ratio = (figure, shares[0]) if figure.kind == "percent" else (shares[0], figure)
    loose = interval(facts, ratio)
    low, high = loose.low * 100 - 8, loose.high * 100 + 8
    stated = interval(facts, percent)
    if stated.high >= low and stated.low <= high:
        return None
    return Turned(figure, shares[0], "Is this the share that the text gives?")


def _whole(facts: Facts, figure: Figure) -> str:
    """The noun that a share is of: `half of all teachers`."""
    words = facts.words(figure.last, figure.last + 4)
    if words[:1] == ["of"]:
        return next((word for word in words[1:] if word not in listed("calendar", "determiners")), "")
    return words[0] if words and words[0].isalpha() and words[0] not in group("function_words") else ""


def _other_digits(
    facts: Facts, figure: Figure, body: Sequence[Figure], early: Sequence[Figure]
) -> Turned | None:
    """`Magnitude 7.6`, where the text has 6.7."""
    if figure.kind not in ("count", "measure", "percent", "duration") or figure.low is None:
        return None
    if any(f.kind == figure.kind and f.low == figure.low for f in body):
        return None
    decimals = [
        f
        for f in early
        if (f.kind == figure.kind and f.unit == figure.unit) or f.kind == figure.kind == "count"
    ]
    typos = [f for f in decimals if _digits_swapped(figure, f) or reads_otherwise(figure, f)]
    if figure.kind == "count" and sum(is_reading(f) for f in decimals) > 1:
        typos = [f for f in typos if _digits_swapped(figure, f)]
    return Turned(figure, typos[0], "Is this the figure that the text gives?") if len(typos) == 1 else None


def _digits_swapped(first: Figure, second: Figure) -> bool:
    """Whether two figures have the same digits in another order, and more than one that is no nought."""
    if first.low is None or second.low is None or first.low == second.low or second.low != second.high:
        return False
    decimal = not is_multiple(first.low, 1) and not is_multiple(second.low, 1)
    if decimal:
        return sorted(str(first.low)) == sorted(str(second.low))
    return first.kind == "duration" and swapped(first.low, second.low)


def _other_age(headline: Sequence[Figure], figure: Figure, body: Sequence[Figure]) -> Turned | None:
    """`Man, 47, dies`, where the only age of the text is another."""
    if figure.kind != "age" or figure.low is None:
        return None
    ages = [f for f in body if f.kind == "age" and f.low is not None]
    alone = len({f.low for f in ages}) == 1 and sum(f.kind == "age" for f in headline) == 1
    if not alone or ages[0].low == figure.low or ages[0].unit != figure.unit or figure.modifier != "exact":
        return None
    return Turned(figure, ages[0], "Is this the age that the text gives?")
