"""Arithmetic on printed numbers of any length."""

from __future__ import annotations

from decimal import Decimal

_PRECISE = 20  # digits before the point; `%` fails on results that pass the context's precision of 28


def is_multiple(value: Decimal, step: int) -> bool:
    """Whether `value` is a whole multiple of `step`, a power of ten; a vast number counts as one."""
    return value.adjusted() > _PRECISE or value % step == 0
