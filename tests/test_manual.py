"""The checks' manual, and what figures imply."""

from __future__ import annotations

import pytest

from claimcheck.errors import InputError
from claimcheck.implied import implied
from claimcheck.manual import page, rules
from claimcheck.rulebook import all_rules
from claimcheck.scanning import check_text

IMPLIED = [
    (
        "Up to 25% of the club members have quit. Between 6,000 and 8,000 members are left out.",
        "if 6,000–8,000 members are 25%, all are 24,000–32,000",
    ),
    (
        "The state spent $360 million on 1.2 million households.",
        "$360 million over 1.2 million households is 300 USD each",
    ),
    ("Police made 1,260 arrests in three weeks.", "1,260 arrests in three weeks is 60 a day"),
]


@pytest.mark.parametrize(("text", "expected"), IMPLIED)
def test_figures_imply(text: str, expected: str) -> None:
    assert expected in [str(working) for working in implied(check_text(text))]


@pytest.mark.parametrize("text", ["Prices rose 20%.", "Two people bought 1,200 hats.", "It cost $4 million."])
def test_figures_imply_nothing(text: str) -> None:
    assert implied(check_text(text)) == []


def test_pages_are_found_by_code_and_name() -> None:
    for check in all_rules():
        assert page(check.code) == page(check.name) == page(check.code.lower())
    assert len(list(rules())) == len(all_rules())


def test_unknown_rules_are_named() -> None:
    with pytest.raises(InputError, match="CC999"):
        page("CC999")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("CC4O1", "CC401"), ("cc40l", "CC401"), ("percent-chang", "percent-change"), ("toll", "total")],
)
def test_a_rule_nearly_right_is_named(wrong: str, right: str) -> None:
    with pytest.raises(InputError, match=f"did you mean {right}"):
        page(wrong)
