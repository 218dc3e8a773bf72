"""The sum that a finding shows, in the words a reviewer reads."""

import pytest

from claimcheck import check_text

WORKINGS = [
    (
        "Sales leapt 250% to 25,500 from 10,250.",
        "CC401",
        "10,250 to 25,500 is +149%, not +250% (the ratio is 2.49)",
    ),
    ("Of the 240 members, 60 voted, or 35 per cent.", "CC405", "60 of 240 is 25%, not 35 per cent"),
    (
        "Some 6,000 of the 24,000 voters, 40 percent, stayed at home.",
        "CC405",
        "6,000 of 24,000 is 25%, not 40 percent",
    ),
    (
        "The city paid $480,000 for 60 buses, $6,000 a bus.",
        "CC411",
        "$480,000 over 60 is 8,000 each, not $6,000",
    ),
    (
        "The charity gave £9,000 to 30 families, £3,000 each.",
        "CC411",
        "£9,000 over 30 is 300 each, not £3,000",
    ),
    (
        "The doors opened at 7.30pm and the band came on at 9.15pm, a wait of 45 minutes.",
        "CC504",
        "7.30pm to 9.15pm is 1 hour 45 minutes, not 45 minutes",
    ),
    ("The bridge is 12 miles (29 km) long.", "CC601", "12 miles is about 19.3 km, not 29 km"),
    ("The pipe is 3 metres (6 feet) wide.", "CC601", "3 metres is about 9.8 feet, not 6 feet"),
    (
        "The tower is 90 metres tall, twice the 30 metres of the old one.",
        "CC407",
        "30 metres to 90 metres is a factor of 3, not twice",
    ),
    (
        "Output was 900 tonnes, three times the 200 tonnes of 1990.",
        "CC407",
        "200 tonnes to 900 tonnes is a factor of 4.5, not three times",
    ),
    (
        "Anna Roth, who was born in 1950, died in 2010 at the age of 70.",
        "CC503",
        "1950 to 2010 is 59 or 60 years, not 70",
    ),
    (
        "The mill, founded in 1900, closed in 1950 after 70 years.",
        "CC504",
        "1900 to 1950 is 50 years, not 70 years",
    ),
    (
        "Twenty people died: 12 passengers, four crew members and three rescuers.",
        "CC403",
        "12 + four + three = 19, not twenty",
    ),
    (
        "The council has 31 members: 14 Greens, 10 Liberals and nine others.",
        "CC403",
        "14 + 10 + nine = 33, not 31",
    ),
    (
        "Turnout was 62 percent, up 9 points from 55 percent.",
        "CC402",
        "55 percent to 62 percent is 7 percentage points, or 13%, not 9 points",
    ),
    (
        "The levy fell by 3 percent, to 5 percent from 8 percent.",
        "CC402",
        "8 percent to 5 percent is 3 percentage points, or 38%, not 3 percent",
    ),
    (
        "It opened on Sunday, 6 May, and shut on Sunday, 19 May.",
        "CC501",
        "if 6 is a Sunday, 19 is a Saturday, not a Sunday",
    ),
    ("She earns £1,200 a month, or £24,400 a year.", "CC411", "£1,200 times 12 is 14,400, not £24,400"),
    ("The firm has 40 staff, 15 more than the 30 it had in May.", "CC410", "40 − 30 = 10, not 15"),
    (
        "In the poll 45% backed the plan, 40% opposed it and 25% were undecided.",
        "CC404",
        "45% + 40% + 25% = 110%, not 100%",
    ),
    (
        "The fare rose from $2 to $3, a 33 percent increase.",
        "CC401",
        "$2 to $3 is +50%, not +33 percent (the ratio is 1.5)",
    ),
    (
        "The fair opens on Saturday, 4 May. It closes on Tuesday, 8 May.",
        "CC501",
        "if 4 is a Saturday, 8 is a Wednesday, not a Tuesday",
    ),
]


@pytest.mark.parametrize(("passage", "code", "working"), WORKINGS, ids=[code for _, code, _ in WORKINGS])
def test_the_working_is_the_sum(passage: str, code: str, working: str) -> None:
    assert [found.working for found in check_text(passage).findings if found.code == code] == [working]


ASKED = [
    ("Sales rose 30 per cent to £150m from £100m.", "CC401", "error"),
    ("Cases were at 1,420 last winter and were down by 53 per cent this season, at 753.", "CC401", "warning"),
    ("The levy fell by 3 percent, to 5 percent from 8 percent.", "CC402", "error"),
    (
        "Her rating has slumped 9 per cent; it stood at 52 per cent in May and is 43 per cent now.",
        "CC402",
        "warning",
    ),
    ("The firm has 40 staff, 15 more than the 30 it had in May.", "CC410", "error"),
    (
        "The quay is 1,350 metres long, making it 170 metres longer than its 1,200-metre rival.",
        "CC410",
        "warning",
    ),
    ("The city paid $480,000 for 60 buses, $6,000 a bus.", "CC411", "error"),
    ("They sold 30 tonnes of it at €4.50 a kilo, taking €13,500 in all.", "CC411", "warning"),
    ("In the poll 45% backed the plan, 40% opposed it and 25% were undecided.", "CC404", "error"),
    ("Of the 450 flats on its books, 126 are let, or 82 per cent.", "CC405", "error"),
    ("It has let 82 per cent of its flats. Of the 450 on its books, 126 are let.", "CC405", "warning"),
    (
        "It opened on Sunday, 6 May, and shut on Sunday, 19 May.",
        "CC501",
        "warning",
    ),
    ("The toll quadrupled, from £30 to £90.", "CC407", "error"),
    ("Fires have trebled. The brigade fought 120 in 2018 and 480 last year.", "CC407", "warning"),
    ("Barley eased to $212 a tonne from $198.", "CC409", "error"),
    ("The crown strengthened to 151 per dollar from 145.", "CC409", "warning"),
    ("The bench has nine judges: seven men and four women.", "CC403", "error"),
    ("Sixteen people were fined, 18 of them drivers.", "CC403", "warning"),
    ("Half of the vines are hers and 30% are his. The last 40% is owned by the state.", "CC404", "warning"),
    ("A cabin costs 70 crowns ($3.50) and a suite 700 crowns ($70).", "CC602", "error"),
    ("The euro buys $1.20. The €60m loan is worth $50m to the bank.", "CC602", "warning"),
]


@pytest.mark.parametrize(("passage", "code", "severity"), ASKED)
def test_what_is_loosely_tied_is_asked_less_gravely(passage: str, code: str, severity: str) -> None:
    assert [found.severity for found in check_text(passage).findings if found.code == code] == [severity]
