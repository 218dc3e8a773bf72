"""Two weekdays of one month, in an article without a date: whether both can be right."""

from __future__ import annotations

import pytest

from claimcheck import check_text

IMPOSSIBLE = [
    "The fete, rained off on Sunday, June 8, will now be held on Sunday, June 21, on the same green.",
    "Nominations open on Monday, 3 May. The ballot will be held on Thursday, 14 May.",
]
POSSIBLE = [
    "The fete, rained off on Sunday, June 8, will now be held on Sunday, June 22, on the same green.",
    "Nominations open on Monday, 3 May. The ballot will be held on Thursday, 13 May.",
    "Nominations open on Monday, 3 May. The ballot will be held on Thursday, 14 June.",
    "The fete will be held on Sunday, June 21.",
]


def weekdays_flagged(text: str) -> int:
    return sum(finding.name == "weekday" for finding in check_text(text).findings)


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_weekdays_that_cannot_both_hold_are_flagged(text: str) -> None:
    assert weekdays_flagged(text) == 1


@pytest.mark.parametrize("text", POSSIBLE)
def test_weekdays_that_can_both_hold_are_left_alone(text: str) -> None:
    assert weekdays_flagged(text) == 0
