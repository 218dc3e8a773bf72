"""So long before or after: the readings of `two years ago`, `three days later`, `a week before Christmas`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from claimcheck.times import timex
from claimcheck.times.context import Context
from claimcheck.times.meanings import Amount, Offset
from claimcheck.times.shifts import moved, of_grain, year_on
from claimcheck.times.timex import Reading


def read_offset(meaning: Offset, anchor: Reading | None, context: Context) -> Reading:
    """The reading, counted from the anchor, the date last mentioned or publication."""
    amounts = meaning.length.amounts
    single = amounts[0] if len(amounts) == 1 else None
    if any(amount.number is None for amount in amounts):
        return Reading("DATE", "PAST_REF" if meaning.sign < 0 else "FUTURE_REF")
    if anchor is None and single and (quarter := _quarter_before(meaning, single, context)):
        return quarter
    base = _offset_base(meaning, anchor, context)
    if base is None:
        return _offset_of_year(meaning, single, context)
    for amount in amounts:
        base = _moved_by(base, amount, meaning.sign)
    if amounts[-1].unit.startswith("T"):
        return Reading("TIME", f"{base.isoformat()}TXX", base, base, "T", base.year)
    unit = amounts[-1].unit
    return of_grain(base, "D" if anchor else "Y" if unit in ("E", "C", "L", "HC") else unit)


def _quarter_before(meaning: Offset, amount: Amount, context: Context) -> Reading | None:
    """`a year ago` where a quarter is spoken of: the same one of the year before."""
    begin = context.quarter.begin if context.quarter else None
    if not begin or meaning.sign > 0 or amount != Amount(Decimal(1), "Y"):
        return None
    return of_grain(timex.add_months(begin, -12), "Q")


def _offset_of_year(meaning: Offset, amount: Amount | None, context: Context) -> Reading:
    """`ten years later` where only the year is known, as before Christ."""
    years = {"Y": 1, "E": 10, "C": 100}.get(amount.unit, 0) if amount else 0
    anaphoric = context.narrative or meaning.mentioned
    if not amount or not years or not context.year or not amount.number or not anaphoric:
        return Reading("DATE", None)
    return timex.whole_year(year_on(context.year, meaning.sign * years * int(amount.number)))


def _offset_base(meaning: Offset, anchor: Reading | None, context: Context) -> date | None:
    if anchor:
        return anchor.begin
    if meaning.mentioned and context.last_mentioned and (context.narrative or context.tense <= 0):
        return context.last_mentioned.begin
    return context.base


def _moved_by(base: date, amount: Amount, sign: int) -> date:
    number = amount.number or Decimal(0)
    if abs(number) > 5000:
        return date.max if sign > 0 else date.min
    whole = int(number)
    base = moved(base, amount.unit, sign * whole)
    rest = number - whole
    return moved(base, "M", sign * int(rest * 12)) if rest and amount.unit == "Y" else base
