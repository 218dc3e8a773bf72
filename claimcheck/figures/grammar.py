"""Numerals to figures. The order of the rules is written here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.figures.dates import Calendar
from claimcheck.figures.finish import as_figure, finish
from claimcheck.figures.joins import join
from claimcheck.figures.measures import read_quantity
from claimcheck.figures.numerals import sentence_around
from claimcheck.figures.quantity import Quantity
from claimcheck.figures.set_aside import (
    goes_on,
    instrument,
    pronoun,
    reason_before_units,
    reason_for_bare,
    uncovered,
)
from claimcheck.figures.wordy import find_wordy
from claimcheck.model import Article, Figure, Numeral, SetAside, Time, Tokens
from claimcheck.values import replace


def find_figures(
    article: Article, numerals: Sequence[Numeral], times: Sequence[Time]
) -> tuple[list[Figure], list[SetAside]]:
    """The article's figures in order, and the numbers that make no claim with the reason.

    Every numeral of `numerals` and every digit of the text is in one or the other.
    """
    tokens = article.tokens
    calendar = Calendar(article, numerals, times)
    aside = [
        *calendar.aside,
        *(SetAside(*tokens.span(at, at + 1), "code") for at in uncovered(tokens, numerals)),
    ]
    quantities = _quantities(article, numerals, calendar, aside)
    figures = [*calendar.figures]
    for quantity in finish(article, join(tokens, quantities)):
        reason = pronoun(tokens, quantity) or instrument(tokens, quantity)
        if reason:
            aside.append(SetAside(*tokens.span(quantity.first, quantity.last), reason))
        else:
            figures.append(as_figure(article, quantity))
    return sorted(figures, key=lambda figure: figure.start), sorted(aside, key=lambda item: item.start)


def _quantities(
    article: Article, numerals: Sequence[Numeral], calendar: Calendar, aside: list[SetAside]
) -> list[Quantity]:
    """The numbers with their units and the figures in words, in order; the rest is added to `aside`."""
    tokens, floor = article.tokens, 0
    quantities: list[Quantity] = []
    taken = {at for figure in calendar.figures for at in range(figure.first, figure.last)}
    previous: tuple[Numeral, str] | None = None
    for index, numeral in enumerate(numerals):
        if index in calendar.taken or numeral.first < floor:
            continue
        reason = reason_before_units(article, numeral) or goes_on(tokens, previous, numeral)
        quantity = None if reason else _in_its_sentence(tokens, numeral, floor)
        if quantity and quantity.bare:
            reason = reason_for_bare(article, numeral)
        if quantity and not reason:
            quantities.append(quantity)
            taken.update(range(quantity.first, quantity.last))
            floor = quantity.last
        elif reason:
            aside.append(SetAside(*tokens.span(numeral.first, numeral.last), reason))
            previous, floor = (numeral, reason), numeral.last
            taken.update(range(numeral.first, numeral.last))
    quantities += find_wordy(tokens, taken)
    return sorted(quantities, key=lambda quantity: quantity.first)


def _in_its_sentence(tokens: Tokens, numeral: Numeral, floor: int) -> Quantity:
    """The quantity that its own sentence makes of a number: `40` at its end, whatever comes next."""
    start, end = sentence_around(tokens, numeral.first)
    moved = replace(numeral, first=numeral.first - start, last=numeral.last - start)
    found = read_quantity(tokens.part(start, end), moved, max(floor - start, 0))
    return replace(found, first=found.first + start, last=found.last + start)
