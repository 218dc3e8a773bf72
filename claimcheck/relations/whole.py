"""The value that says what makes a whole."""

from __future__ import annotations

from claimcheck.model import Figure, Span
from claimcheck.relations.series import Series
from claimcheck.values import frozen


@frozen
class Whole:
    """`total` is said to be made of `parts` and of `singles`, items like `a driver` that count as one.

    `closed` if the text says that there are no others; `near` if only a sum close to the total shows that
    the list is of it; `slipped` if only a known slip of the hand does.
    """

    total: Figure
    parts: tuple[Figure, ...]
    closed: bool
    singles: tuple[Span, ...] = ()
    near: bool = False
    slipped: bool = False


def whole_of(total: Figure, series: Series, closed: bool = True, near: bool = False) -> Whole:
    """The whole that a list makes."""
    return Whole(total, series.parts, closed, series.singles, near)
