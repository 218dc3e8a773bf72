"""Quantities to figures: modifiers, ages without a unit, conversions in brackets, and what is counted."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.figures import bounds
from claimcheck.figures.ages import age_of_people
from claimcheck.figures.bounds import Bound, bound_after, bound_before
from claimcheck.figures.labels import is_name_before
from claimcheck.figures.nouns import counted
from claimcheck.figures.phrase_table import Match
from claimcheck.figures.quantity import Quantity
from claimcheck.figures.surroundings import noun_after, sentence_first, word_beside
from claimcheck.model import Article, Figure, Hedge, Modifier, Span, Tokens
from claimcheck.values import replace

_UNBOUNDED = ("score", "ordinal", "vague")
_YOUNGEST = 13  # below, `at 10` may be an hour
_OLDEST = 115


def finish(article: Article, quantities: Iterable[Quantity]) -> list[Quantity]:
    """`quantities` with their modifiers read, in order."""
    tokens = article.tokens
    finished: list[Quantity] = []
    for quantity in quantities:
        previous = finished[-1] if finished else None
        floor = previous.last if previous else 0
        bounded = _bounded(tokens, quantity, floor)
        if bounded is quantity:
            bounded = _as_converted(tokens, previous, quantity)
        bounded = _as_age(tokens, bounded, quantity)
        if previous and (both := _two_sided(tokens, previous, bounded)):
            finished[-1] = both
        else:
            finished.append(bounded)
    return finished


def _bounded(tokens: Tokens, quantity: Quantity, floor: int) -> Quantity:
    if quantity.kind in _UNBOUNDED or quantity.rule == "decade of age":
        return quantity
    bounded = quantity
    for _ in range(2):  # `up to about 300`
        found = bound_before(tokens, bounded, floor)
        if found is None:
            break
        bounded = replace(_apply(tokens, bounded, found), first=found.first)
    after = bound_after(tokens, bounded.last)
    return replace(_apply(tokens, bounded, after), last=after.last) if after else bounded


def _apply(tokens: Tokens, quantity: Quantity, found: Match[Bound]) -> Quantity:
    """`quantity` read under a modifier; the outer of two modifiers only adds to an inner bound."""
    bound = found.value
    hedge = Hedge(*tokens.span(found.first, found.last), bound.category, bound.strength)
    point = quantity.is_point
    if bound.modifier == "approx":
        modifier: Modifier = "approx" if quantity.modifier in ("exact", "range") else quantity.modifier
        return replace(quantity, modifier=modifier, hedge=quantity.hedge or hedge)
    if not point:
        return replace(quantity, hedge=quantity.hedge or hedge)
    if bound.modifier == "upper":
        return replace(quantity, low=None, modifier="upper", hedge=hedge)
    return replace(quantity, high=None, modifier="lower", hedge=hedge)


def _as_converted(tokens: Tokens, previous: Quantity | None, quantity: Quantity) -> Quantity:
    """A conversion in brackets with the modifier of what it converts: `about 3 feet (91 centimetres)`."""
    if previous is None or previous.hedge is None or previous.kind != quantity.kind or quantity.bare:
        return quantity
    if tokens.lower[previous.last : quantity.first] != ["("] or previous.unit == quantity.unit:
        return quantity
    if tokens.sentence[quantity.first] != tokens.sentence[previous.first]:
        return quantity
    if not quantity.is_point or previous.modifier not in ("approx", "upper", "lower"):
        return quantity
    low = None if previous.modifier == "upper" else quantity.low
    high = None if previous.modifier == "lower" else quantity.high
    return replace(quantity, low=low, high=high, modifier=previous.modifier, hedge=previous.hedge)


def _as_age(tokens: Tokens, bounded: Quantity, quantity: Quantity) -> Quantity:
    """Ages that no unit tells: `Maria Lopez, 34,`, `people over 65`, `the under-30s`."""
    if not bounded.bare or bounded.kind != "count" or bounded.value is None:
        return bounded
    plural = bounded.last < len(tokens) and tokens.lower[bounded.last] == "s" and tokens.glued(bounded.last)
    grouped = bounded is not quantity and plural and bounded.value <= _OLDEST
    ended = (
        bounded.last >= len(tokens) or not tokens.text[bounded.last][:1].isalpha() or bounded is not quantity
    )
    if grouped:
        return replace(bounded, last=bounded.last + 1, kind="age", unit="years", bare=False, rule="age group")
    if bounded is not quantity and age_of_people(tokens, bounded) and ended:
        return replace(bounded, kind="age", unit="years", bare=False, rule="age of people")
    if bounded is quantity and _birthday(tokens, quantity):
        return replace(quantity, kind="age", unit="years", bare=False, rule="age reached")
    if bounded is quantity and _at_an_age(tokens, quantity):
        return replace(quantity, kind="age", unit="years", bare=False, rule="age at which")
    if bounded is quantity and _in_apposition(tokens, quantity):
        return replace(quantity, kind="age", unit="years", bare=False, rule="age after a name")
    return bounded


def _birthday(tokens: Tokens, quantity: Quantity) -> bool:
    """`who turns 70 in March`."""
    before = word_beside(tokens, quantity.first, -1)
    return (
        before in ("turns", "turned", "turning")
        and 10 <= (quantity.low or 0) <= _OLDEST
        and (not noun_after(tokens, quantity.last))
    )


def _at_an_age(tokens: Tokens, quantity: Quantity) -> bool:
    """`At 63, Ms Tran is …`, `she retired at 58`: no hour, no noun counted."""
    first, last = quantity.first, quantity.last
    written = tokens.text[first].isdecimal() and _YOUNGEST <= (quantity.low or 0) <= _OLDEST
    if not written or word_beside(tokens, first, -1) != "at" or noun_after(tokens, last):
        return False
    if word_beside(tokens, first - 1, -1) in bounds.words("at_an_age"):
        return not tokens.text[last : last + 1] or not tokens.text[last][:1].isupper()
    following = tokens.text[last + 1 : last + 2]
    named = following != [] and (following[0][:1].isupper() or following[0] in ("he", "she"))
    return (
        first > 0 and sentence_first(tokens, first - 1) == first - 1 and tokens.lower[last] == "," and named
    )


def _in_apposition(tokens: Tokens, quantity: Quantity) -> bool:
    """`Maria Lopez, 34, was`: a whole number between commas behind a name."""
    first, last = quantity.first, quantity.last
    if (
        first < 2
        or tokens.sentence[first - 2] != tokens.sentence[first]
        or not quantity.is_point
        or quantity.low is None
        or not 1 <= quantity.low <= _OLDEST
        or quantity.low % 1
    ):
        return False
    closed = (
        last >= len(tokens)
        or tokens.sentence[last] != tokens.sentence[first]
        or tokens.lower[last] in (",", ".", ";", ")", "—", "–", "?", "!", ":")
        or (tokens.lower[last] in ("who", "told", "said"))
    )
    opened = tokens.lower[first - 1] == "," or (
        tokens.lower[first - 1] == "(" and tokens.lower[last : last + 1] == [")"]
    )
    return opened and closed and tokens.text[first].isdecimal() and is_name_before(tokens, first - 1)


def _two_sided(tokens: Tokens, previous: Quantity, quantity: Quantity) -> Quantity | None:
    """`more than 20 and fewer than 30`: two bounds of one figure."""
    if {previous.modifier, quantity.modifier} != {"lower", "upper"}:
        return None
    if tokens.lower[previous.last : quantity.first] not in (["and"], ["but"]):
        return None
    if not (previous.unit == quantity.unit or previous.bare):
        return None
    low = previous.low if previous.low is not None else quantity.low
    high = previous.high if previous.high is not None else quantity.high
    if low is None or high is None or low >= high:
        return None
    return replace(quantity, first=previous.first, low=low, high=high, modifier="range", rule="two bounds")


def as_figure(article: Article, quantity: Quantity) -> Figure:
    """The figure that `quantity` makes, with what it counts."""
    start, end = article.tokens.span(quantity.first, quantity.last)
    noun = counted(article, quantity.first, quantity.last, quantity.kind)
    unit = quantity.unit if quantity.unit is not None else noun.head
    hedge = quantity.hedge and replace(quantity.hedge, scope=Span(start, end))
    if (
        quantity.modifier == "vague" and quantity.rule != "vague word"
    ):  # those are hedges without a figure too
        hedge = Hedge(start, end, "vague", "strong", Span(start, end))
    return Figure(
        start, end, quantity.first, quantity.last, quantity.kind, quantity.low, quantity.high,
        quantity.modifier, unit, quantity.step, noun.about, hedge, quantity.rule,
    )  # fmt: skip
