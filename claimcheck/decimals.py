"""Arithmetic on printed numbers of any length."""

from __future__ import annotations

from decimal import Decimal

_PRECISE = 20  # digits before the point; `%` fails on results that pass the context's precision of 28


def is_multiple(value: Decimal, step: int | Decimal) -> bool:
    """Whether `value` is a whole multiple of `step`; a vast or infinite number counts as one."""
    size = value.adjusted() if value.is_finite() and value else 0
    return not value.is_finite() or size - min(Decimal(step).adjusted(), 0) > _PRECISE or value % step == 0
