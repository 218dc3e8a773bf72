"""Interval arithmetic holds for every value that a printed figure may stand for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.intervals import (
    INFINITY,
    Interval,
    Side,
    exactly,
    percent_change,
    share,
    step,
    total,
    written,
)

NUMBERS = st.decimals("0.01", "1e9", places=2)
SHARES = st.decimals(0, 1, places=3)
few = settings(max_examples=60, deadline=None)


@st.composite
def held(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """An interval of positive numbers and a value inside it."""
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    return Interval(low, high), low + (high - low) * draw(SHARES)


def holds(interval: Interval, value: Decimal) -> bool:
    """Whether `value` lies in it, but for the last of Decimal's 28 digits."""
    slack = (abs(interval.low) + abs(interval.high) + 1) * Decimal("1e-20")
    return interval.low - slack <= value <= interval.high + slack


@few
@given(held(), held())
def test_results_hold_every_pair_of_values(
    first: tuple[Interval, Decimal], second: tuple[Interval, Decimal]
) -> None:
    (a, x), (b, y) = first, second
    assert holds(a + b, x + y)
    assert holds(a - b, x - y)
    assert holds(a * b, x * y)
    assert holds(a / b, x / y)
    assert holds(share(a, b), 100 * x / y)
    assert holds(percent_change(a, b), 100 * (y / x - 1))


@few
@given(st.lists(held(), max_size=6))
def test_total_holds_the_sum(parts: list[tuple[Interval, Decimal]]) -> None:
    assert holds(total([interval for interval, _ in parts]), sum((value for _, value in parts), Decimal(0)))


@few
@given(st.integers(0, 10**12), st.sampled_from(["exact", "near", "below", "above"]))
def test_a_figure_may_always_stand_for_itself(value: int, side: Side) -> None:
    assert written(Decimal(value), Decimal(value), Decimal(1), side).holds(Decimal(value))


@few
@given(st.integers(1, 999), st.integers(0, 9))
def test_a_rounded_figure_holds_what_rounds_to_it(digits: int, noughts: int) -> None:
    printed = Decimal(digits) * Decimal(10) ** noughts
    interval = written(printed, printed, Decimal(1))
    assert printed - interval.low <= printed * Decimal("0.04")
    assert interval.high - interval.low == step(printed, Decimal(1))


@few
@given(held(), held())
def test_meeting_is_mutual(first: tuple[Interval, Decimal], second: tuple[Interval, Decimal]) -> None:
    (a, _), (b, _) = first, second
    assert a.meets(b) == b.meets(a) == (a.low <= b.high and b.low <= a.high)


WRITTEN = [
    # printed as, low, high, grain, side, counted, stands for
    ("14 passengers", 14, 14, "1", "exact", True, ("14", "14")),
    ("233 drivers", 233, 233, "1", "exact", True, ("233", "233")),
    ("1,470 drivers", 1470, 1470, "1", "exact", True, ("1465", "1475")),
    ("12%", 12, 12, "1", "exact", False, ("11.5", "12.5")),
    ("8.4%", "8.4", "8.4", "0.1", "exact", False, ("8.35", "8.45")),
    ("$21.1bn", "21100000000", "21100000000", "100000000", "exact", False, ("21050000000", "21150000000")),
    ("about 15,000", 15000, 15000, "1", "near", True, ("13000", "17000")),
    ("nearly 100", 100, 100, "1", "below", True, ("84", "100")),
    ("just over 100", 100, 100, "1", "above", True, ("100", "116")),
    ("at least 43", 43, None, "1", "least", True, ("43", "Infinity")),
    ("up to 20%", None, 20, "1", "most", False, ("-Infinity", "20")),
    ("7,000 to 15,000", 7000, 15000, "1", "exact", True, ("6720", "15500")),
]


@pytest.mark.parametrize(
    ("name", "low", "high", "grain", "side", "counted", "expected"), WRITTEN, ids=lambda v: str(v)
)
def test_what_a_printed_figure_stands_for(
    name: str, low: object, high: object, grain: str, side: Side, counted: bool, expected: tuple[str, str]
) -> None:
    ends = [None if end is None else Decimal(str(end)) for end in (low, high)]
    found = written(ends[0], ends[1], Decimal(grain), side, counted=counted)
    assert found == Interval(*map(Decimal, expected)), name


def test_division_by_an_interval_with_nought_says_nothing() -> None:
    assert exactly(5) / Interval(Decimal(-1), Decimal(1)) == Interval(-INFINITY, INFINITY)


def test_long_numbers_do_not_fail() -> None:
    assert step(Decimal("9" * 40), Decimal(1)) == 0
