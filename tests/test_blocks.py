"""Which paragraph is the headline, and what the others are."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.text.blocks import find_headline, split_blocks

CASES = tomllib.loads(Path(__file__).parent.joinpath("corpus", "blocks.toml").read_text(encoding="utf-8"))[
    "case"
]
LETTERS = {"H": "headline", "S": "standfirst", "C": "caption", "B": "body", "L": "list", "T": "table"}


def as_text(case: dict[str, str], line_end: str = "\n") -> str:
    return case["text"].replace(" | ", "\0").replace("|", line_end).replace("\0", " | ")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_kinds(case: dict[str, str], line_end: str) -> None:
    kinds = [block.kind for block in split_blocks(as_text(case, line_end))]
    assert kinds == [LETTERS[letter] for letter in case["kinds"]]


def test_headline_is_given_without_its_label_or_mark() -> None:
    for text in (
        "HEADLINE: Ferry  sinks\n\nIt sank.",
        "# Ferry sinks\n\nIt sank.",
        "Ferry sinks\n\nIt sank.",
    ):
        assert find_headline(text, split_blocks(text)) == "Ferry sinks"
    assert find_headline("It sank.", split_blocks("It sank.")) is None


@settings(max_examples=200)
@given(st.text(alphabet='Aa1 .\n\r\t-—|:?"_”#\u2028\u00a0(', max_size=120))
def test_blocks_are_in_order_and_hold_every_word(text: str) -> None:
    blocks = split_blocks(text)
    ends = [0, *(block.end for block in blocks)]
    assert all(end <= block.start < block.end for end, block in zip(ends, blocks, strict=False))
    outside = list(text)
    for block in blocks:
        outside[block.start : block.end] = ""[:0] or [""] * (block.end - block.start)
    assert not any(c.isalnum() for c in "".join(outside))


@pytest.mark.parametrize("piece", ["a", "a ", "\n", "a\n", "A. ", "- ", "(", "a\t", "By "])
def test_a_million_of_anything_is_split(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    assert sum(block.end - block.start for block in split_blocks(text)) <= len(text)
