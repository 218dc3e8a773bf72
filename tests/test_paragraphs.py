"""A number at the end of a paragraph takes nothing from the beginning of the next, nor gives it anything."""

import pytest
from fuzz.promises import check_blocks

from claimcheck.model import Block, Document

ENDS = (
    "The toll rose to 40", "Prices rose 4%", "It cost $4", "He is 40", "It took two", "It fell to half",
    "Rise between", "Up to", "At least", "Since 1998", "Prices from", "One in", "It is worth £", "A dozen",
    "On Monday 4", "A hundred", "two and a", "3 to", "between 3 and", "Maria Lopez, 34", "Prices double",
    "three hours", "4 feet", "The people", "Minus",
)  # fmt: skip
BEGINNINGS = (
    "Tonnes of grain were lost", "May said so", "Million-pound homes burnt", "Dozens of homes were lost",
    "per cent of homes burnt", "people were lost", "to 50 people left", "or 50 people left", "- 50 fell",
    "a.m. is early", "Old people left", "years ago it rained", "half was lost", "and a half was lost",
    "Times are hard", "times as many fell", "(91 centimetres)", "or more left", "at least were lost",
    "20 March 2021 was bad", "2021 was bad", "January was cold", "$5 was lost", "under 5 fell", "bn was lost",
    "6 inches of snow fell", "The council said so",
)  # fmt: skip


@pytest.mark.parametrize("end", ENDS)
def test_paragraphs_share_no_figure(end: str) -> None:
    for beginning in BEGINNINGS:
        text = f"{end}\n\n{beginning}."
        cut = len(end)
        blocks = (Block("headline", 0, cut), Block("body", cut + 2, len(text)))
        check_blocks(Document(text, blocks))
