"""The value that says what a total, shared out, gives to one."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.quotients import per_what
from claimcheck.relations.reading import amounts_of, comparable, factor
from claimcheck.values import frozen

_SAME = Decimal(1)


@frozen
class Rate:
    """`total` shared over `count` is stated to be `quotient` each.

    `worth` turns the product of the two into the unit of the total: 12 for pounds a month over years.
    `base` says what one share is: ` per 10,000`. `loose` where only noughts that are off show the tie.
    """

    total: Figure
    count: Figure
    quotient: Figure
    worth: Decimal = _SAME
    base: str = " each"
    loose: bool = False


def is_total(facts: Facts, figure: Figure, quotient: Figure) -> bool:
    """Whether the figure can be what was shared out: of the quotient's kind, larger, and no rate itself."""
    if figure is quotient or figure.low is None or quotient.low is None or not comparable(figure, quotient):
        return False
    whole, part = amounts_of(figure, quotient)
    if whole <= part or (figure.kind == "count" and quotient.unit not in (None, figure.unit)):
        return False
    return per_what(facts, figure) is None or per_what(facts, figure) in group("periods")


def worth_of(total: Figure, count: Figure, quotient: Figure, noun: str) -> Decimal:
    """What turns count times quotient into the unit of the total; `noun` is what the quotient is for."""
    longer = factor(count.unit, f"{noun}s") if count.kind == "duration" else None
    smaller = factor(quotient.unit, total.unit) if quotient.kind != "count" else None
    return (longer or _SAME) * (smaller or _SAME)
