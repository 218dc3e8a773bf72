"""Conversions between units of one dimension, by exact factors."""

from __future__ import annotations

from decimal import Decimal, localcontext
from functools import cache
from typing import NamedTuple

from claimcheck.figures.vocabulary import rate_dimension, unit_index

_PRECISION = 40


class Worth(NamedTuple):
    """A unit's worth in base units of its dimension, `over / under`; `offset` is added to readings first."""

    dimension: str
    over: Decimal
    under: Decimal
    offset: Decimal


def dimension(unit: str) -> str | None:
    """The dimension of a unit in any spelling the index knows, compounds with `per` or `/` included.

    >>> dimension("km"), dimension("tonnes per hectare"), dimension("wizards")
    ('length', 'mass per area', None)
    """
    name = _name(unit)
    if name is not None:
        return unit_index().units[name][0]
    over, under = _split(unit)
    above, below = (dimension(over), dimension(under)) if under else (None, None)
    return rate_dimension(above, below) if above and below else None


def convert(value: Decimal, from_unit: str, to_unit: str, *, difference: bool = False) -> Decimal:
    """`value` of `from_unit` in `to_unit`. Temperatures are readings unless `difference` is set.

    Raises ValueError where the units measure different things or have no fixed worth.
    """
    source, target = _worth(from_unit), _worth(to_unit)
    if source is None or target is None or source.dimension != target.dimension:
        raise ValueError(f"no conversion from {from_unit} to {to_unit}")
    shift, unshift = (Decimal(0), Decimal(0)) if difference else (source.offset, target.offset)
    with localcontext() as context:
        context.prec = _PRECISION
        base = (value + shift) * source.over * target.under
        return base / (source.under * target.over) - unshift


def _name(unit: str) -> str | None:
    spellings = unit_index().spellings
    return spellings.get(unit) or spellings.get(unit.lower()) or spellings.get(unit.replace("-", " - "))


def _split(unit: str) -> tuple[str, str]:
    over, found, under = unit.rpartition(" per ")
    if not found:
        over, _, under = unit.rpartition("/")
    return (over, under) if over else (unit, "")


@cache
def _worth(unit: str) -> Worth | None:
    name = _name(unit)
    if name is not None:
        kind, factor, offset = unit_index().units[name]
        if factor is None:
            return None
        over, _, under = factor.partition("/")
        return Worth(kind, _product(over), _product(under or "1"), Decimal(offset or 0))
    above, below = map(_worth, _split(unit)) if _split(unit)[1] else (None, None)
    if above is None or below is None:
        return None
    kind = rate_dimension(above.dimension, below.dimension)
    return Worth(kind, above.over * below.under, above.under * below.over, Decimal(0))


def _product(factors: str) -> Decimal:
    found = Decimal(1)
    for factor in factors.split("*"):
        found *= Decimal(factor)
    return found
