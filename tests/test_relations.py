"""Relations are made where the text says so, and only there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Document
from claimcheck.pipeline import analyse
from claimcheck.relations import Facts, Relations, gather, relate
from claimcheck.text.blocks import split_blocks


def related(text: str) -> tuple[Facts, Relations]:
    report = analyse(Document(text, split_blocks(text)))
    facts = gather(report.article, report.claims, report.times, report.sources, ())
    return facts, relate(facts)


CHANGES = [
    ("Sales rose 5% to 105 tonnes from 100 tonnes.", [("100 tonnes", "105 tonnes", "5%", "rise")]),
    ("Sales fell from 105 tonnes to 100 tonnes.", [("105 tonnes", "100 tonnes", None, "fall")]),
    ("There were 61 raids, up from 37 in 2019.", [("37", "61", None, "rise")]),
    ("The club has 300 members, a third fewer than the 450 of 2010.", [("450", "300", "a third", "fall")]),
    ("It was 330, down from 480. That is a cut of 31%.", [("480", "330", None, "fall"),
                                                         ("480", "330", "31%", "fall")]),
    ("Sales rose 5% to $9 million, while costs fell from $3 to $2.", [("$3", "$2", None, "fall")]),
    ("The farm has 105 cows and 100 goats.", []),
    ("Tickets cost from 5 to 20 crowns.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_changes(text: str, expected: list[tuple[str, str, str | None, str]]) -> None:
    facts, relations = related(text)
    shown = [
        (facts.text(c.before), facts.text(c.after), c.amount and facts.text(c.amount), c.direction)
        for c in relations.changes
    ]
    assert shown == expected


WHOLES = [
    ("Nine people died: five men, three women and one child.", [("Nine", ["five", "three"])]),
    ("Ten people died: five men, three women and two children.", [("Ten", ["five", "three", "two"])]),
    ("He paid $2 for tea and $3 for cake, a total of $5.", [("$5", ["$2", "$3"])]),
    ("Ten people died, including five men and three women.", []),
    ("The farm keeps 12 goats, 7 sheep and 4 cows.", []),
    ("Of the 120, 45 left and the remaining 75 stayed.", [("120", ["45", "75"])]),
]


@pytest.mark.parametrize(("text", "expected"), WHOLES)
def test_wholes(text: str, expected: list[tuple[str, list[str]]]) -> None:
    facts, relations = related(text)
    assert [(facts.text(w.total), [facts.text(p) for p in w.parts]) for w in relations.wholes] == expected


TWINS = [
    ("It is 10 miles (16 km) off.", [("10 miles", "16 km", "bracket")]),
    ("One in five, or 20%, agreed.", [("One in five", "20%", "or")]),
    ("It took 10 days (three of them wet).", []),
    ("It cost $12 million, or $3 a head.", []),
]


@pytest.mark.parametrize(("text", "expected"), TWINS)
def test_twins(text: str, expected: list[tuple[str, str, str]]) -> None:
    facts, relations = related(text)
    assert [(facts.text(t.first), facts.text(t.second), t.how) for t in relations.twins] == expected


def test_an_article_without_figures_has_no_relations() -> None:
    assert related("Nothing was said, and nobody was hurt.")[1] == Relations()


_JUMBLED = (
    "from to by of 12 1,200 $3m 40% a third ( ) – : , . and or rose fell doubled total the remaining each "
    "born in 1931 aged 97 March 31 years later between than including killed million – “ ” £ or"
)
WORDS = st.sampled_from(_JUMBLED.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_jumble_is_read_without_failing(text: str) -> None:
    report = analyse(Document(text, split_blocks(text)))
    assert all(0 <= f.start < f.end <= len(text) for f in report.findings)
