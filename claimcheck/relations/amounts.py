"""By how much something changed: which figures say so, of which ends, and in which direction."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.reading import comparable, is_points, leads, level

Direction = Literal["rise", "fall", ""]
_NO_AMOUNTS = ("date", "ordinal", "age", "score", "vague")
AMOUNTS = ("percent", "points", "multiplier", "ratio")
_YEARLY = frozenset(["annually", "yearly", "monthly"])
_ADJUSTED = 8  # words from an amount to `in real terms`
_UNSAID: frozenset[str | None] = frozenset([None, "time"])  # `240, four times as many`
_SIZES: dict[str, Direction] = {"more": "rise", "less": "fall"}
_AFTER = 6  # words from the ends to `the third annual rise`
_NEAR = 4  # words from `by` to the amount, soft ones included
_OF = 7  # words from `a rise` to `of 12%`
_FEW = 10
_NOUN_REACH = 3  # words between `12%` and `rise` in `a 12% year-on-year rise`


def is_amount(facts: Facts, figure: Figure) -> bool:
    """Whether the figure says by how much something changed or differs."""
    if figure.kind in _NO_AMOUNTS:
        return False
    if (
        figure.kind == "multiplier"
        or is_points(figure)
        or (figure.kind == "ratio" and facts.word(figure.last) == "as")
    ):
        return True
    if facts.word(figure.first - 1) in ("extra", "additional", "further"):
        return True
    after = facts.words(figure.last, figure.last + _NOUN_REACH)
    if not listed("changes", "change_nouns").isdisjoint(_until_mark(facts, figure.last, after)):
        return True
    if after and facts.classes[figure.last] in ("more", "less", "rise", "fall"):
        return True
    lead = leads(facts, figure)
    if lead[:1] == ["by"]:
        return "by" in facts.words(
            figure.first - _NEAR, figure.first
        )  # `by last year there were 255` gives no amount
    if lead[:1] == ["of"] and lead[1:2] in (["rise"], ["fall"]):
        return not listed("changes", "change_nouns").isdisjoint(facts.words(figure.first - _OF, figure.first))
    return lead[:1] in (["rise"], ["fall"])


def is_adjusted(facts: Facts, amount: Figure) -> bool:
    """Whether a percentage is not that of the printed figures: `5% a year`, `9% at constant rates`."""
    if amount.kind != "percent":
        return False
    if facts.word(amount.first - 1) == "of" and facts.word(amount.first - 3) in listed(
        "changes", "comparing.annual"
    ):
        return True  # `annual growth of 5%`
    yearly = facts.word(amount.last) in listed("changes", "comparing.yearly")
    if (yearly and facts.word(amount.last + 1) in group("periods")) or facts.word(amount.last) in _YEARLY:
        return True
    first, last = facts.bounds(amount.first)
    near = facts.words(max(first, amount.first - _ADJUSTED), min(last, amount.last + _ADJUSTED))
    return not listed("changes", "comparing.adjusted").isdisjoint(near)


def _until_mark(facts: Facts, first: int, words: Sequence[str]) -> list[str]:
    kept = []
    for offset, word in enumerate(words):
        if facts.tokens.kind[first + offset] != 1 or facts.classes[first + offset] in (
            "conjunction",
            "breaks",
        ):
            break
        if word in ("of", "in", "to", "from"):
            break
        kept.append(word)
    return kept


def belongs(facts: Facts, amount: Figure, before: Figure, after: Figure, line: Sequence[Figure]) -> bool:
    """Whether a stated amount is that of this pair: the nearest figures, with no new statement between."""
    points = is_points(amount) and before.kind == "percent"
    if amount.kind not in AMOUNTS and not comparable(amount, before) and not points:
        return False
    first, last = min(before.first, after.first), max(before.last, after.last)
    if amount.last <= first and _compares_elsewhere(facts, amount):
        return False
    reach = range(min(amount.first, first), max(amount.last, last))
    known = {amount.first, before.first, after.first}
    others = [f for f in line if f.first not in known and f.first in reach]
    between = [f for f in others if level(f) and not is_amount(facts, f) and _counts_here(facts, f, before)]
    if between:
        return False
    gap = range(amount.last, first) if amount.first < first else range(last, amount.first)
    if any(facts.classes[i] == "breaks" for i in gap):
        return False
    if last <= amount.first and _tells_anew(facts, last, amount, before):
        return False
    joined = next((i for i in gap if facts.lower[i] in ("and", "as", "while", "because")), len(facts.lower))
    ands = [i for i in gap if facts.lower[i] == "and"] if amount.first < first else []
    if any(_new_statement(facts, i) for i in ands):
        return False
    anew = min(joined, amount.last + _NOUN_REACH) if amount.first < first else joined
    told = amount.first - 1 if facts.word(amount.first - 2) == "," else -1  # `…, up 25 per cent`
    return not any(facts.classes[i] in ("rise", "fall") for i in gap if i > anew and i != told)


def _compares_elsewhere(facts: Facts, amount: Figure) -> bool:
    """Whether the amount goes on to a comparison of its own: `three times as much as her deputy`."""
    following = facts.words(amount.last, amount.last + _NEAR)
    return (following[:1] == ["as"] and "as" in following[1:]) or (
        amount.kind == "multiplier" and "than" in following
    )


def _tells_anew(facts: Facts, last: int, amount: Figure, end: Figure) -> bool:
    """Whether what is told of the amount is of something else: an aside, a clause, another noun.

    `38%, against 33%, with a turnout down 5%`; `has been passed on in bars that weigh 10% less`; `three times
    the old one's 300, and 50% more cars`.
    """
    gap = facts.words(last, amount.first)
    if any(mark == "," and word == "with" for mark, word in pairwise(gap)) or "that" in gap[1:-1]:
        return True
    if facts.word(amount.last) == "to" and not facts.holds_number(amount.last, amount.last + _NEAR):
        return True  # `up from 20% to 22%, adding 1.7 per cent to the price`
    more = facts.classes[amount.last : amount.last + 1] in (["more"], ["less"])
    noun = facts.word(amount.last + 1)
    return more and gap[-2:] == [",", "and"] and noun.isalpha() and noun not in (end.unit, "than")


def _new_statement(facts: Facts, joined: int) -> bool:
    """Whether `and` opens a statement of its own: `tripled since 2010 and now numbers 45`."""
    follows = facts.word(joined + 1)
    return facts.word(joined - 1) == "," or follows in group("anew")


def _counts_here(facts: Facts, figure: Figure, end: Figure) -> bool:
    """Whether a figure between ends and amount may be an end itself: spans and `the two` seldom are."""
    few = (
        figure.kind == "count"
        and (figure.low or 0) < _FEW
        and facts.word(figure.first - 1) in ("the", "those")
    )
    apart = None not in (figure.unit, end.unit) and figure.unit != end.unit
    other = few and (apart or facts.word(figure.first - 2) == "between")
    return not other and (figure.kind != "duration" or end.kind == "duration")


def direction_of(
    facts: Facts, figures: Sequence[Figure], before: Figure | None
) -> tuple[int | None, Direction]:
    """The word of change that governs the figures: at `up from`, else nearest before, between or after."""
    if before and facts.word(before.first - 1) == "from" and (found := _at(facts, before.first - 2)):
        return found
    if before and (compared := _than(facts, before)):
        return compared
    first, last = min(f.first for f in figures), max(f.last for f in figures)
    start, stop = facts.bounds(first)
    inside = {i for f in figures for i in range(f.first, f.last)}
    after = next((i for i in range(last, stop) if facts.word(i) in ("with", "and", ";")), stop)
    orders = [range(first - 1, start - 1, -1), range(first, last), range(last, min(last + _AFTER, after))]
    for order in orders:
        for index in order:
            if facts.classes[index] == "breaks" and order is orders[0]:
                break
            if index not in inside and (found := _at(facts, index)):
                return found
    return _sized(facts, figures, range(start, first))


def _sized(facts: Facts, figures: Sequence[Figure], before: range) -> tuple[int | None, Direction]:
    """The direction that a word of size gives: `12% fewer`, `Fewer seats were sold: 195, against 164`."""
    for index in (f.last for f in figures):
        if facts.classes[index : index + 1] in (["more"], ["less"]):
            return None, "rise" if facts.classes[index] == "more" else "fall"
    anew = max((i for i in before if facts.word(i) in ("and", ";", "but")), default=before.start)
    told = [i for i in before if i >= anew and facts.classes[i] in _SIZES and facts.word(i + 1) != "than"]
    if len(told) != 1 or facts.word(told[0]) in listed("changes", "comparing.rates"):
        return None, ""
    return told[0], "rise" if facts.classes[told[0]] == "more" else "fall"


def _than(facts: Facts, before: Figure) -> tuple[int, Direction] | None:
    """`310 people, more than the 420 of …`."""
    near = facts.words(before.first - _NEAR, before.first)
    if "than" not in near:
        return None
    index = before.first - len(near) + near.index("than") - 1
    if facts.word(index) in listed("changes", "comparing.rates") or facts.classes[index] not in _SIZES:
        return None
    return index, _SIZES[facts.classes[index]]


def _at(facts: Facts, index: int) -> tuple[int, Direction] | None:
    name = facts.classes[index]
    if name == "rise":
        return index, "rise"
    return (index, "fall") if name == "fall" else None


def appended(facts: Facts, before: Figure, after: Figure, line: Sequence[Figure]) -> list[Figure]:
    """`from $120 to $180, or 50 percent`, `from 45 to 60 (33%)`: the percentage straight after the ends."""
    last = max(before.last, after.last)
    following = [f for f in line if f.first > last][:1]
    for figure in following:
        gap = facts.words(last, figure.first)
        joined = gap[-1:] == ["("] or [word for word in gap[-3:] if word != "by"][-2:] == [",", "or"]
        if figure.kind == "percent" and joined and len(gap) <= _NOUN_REACH + 1:
            return [figure]
    return []


def one_noun(first: Figure, second: Figure) -> bool:
    """Whether nothing says that two counts are of different things."""
    units = {first.unit, second.unit} - _UNSAID
    return first.kind != "count" or len(units) < 2
