"""Where sentences of news prose end."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Block, Document
from claimcheck.text.blocks import split_blocks
from claimcheck.text.sentences import split

CORPUS = Path(__file__).parent / "corpus" / "sentences.toml"
CASES = [case for group in tomllib.loads(CORPUS.read_text(encoding="utf-8")).values() for case in group]


def sentences(text: str) -> list[str]:
    found, _ = split(Document(text, (Block("body", 0, len(text)),)))
    return [text[sentence.start : sentence.end] for sentence in found]


@pytest.mark.parametrize("case", CASES)
def test_sentences(case: str) -> None:
    wanted = case.split(" | ")
    assert sentences(" ".join(wanted)) == wanted


def test_a_sentence_reads_the_same_within_a_long_article() -> None:
    """Long paragraphs are split in pieces; the seams must not show."""
    wanted = [part for case in CASES[:40] for part in case.split(" | ")] * 40
    assert sentences(" ".join(wanted)) == wanted


@settings(max_examples=200)
@given(st.text(alphabet="Aab1 .?!\"'“”‘’()[]\n–…pm", max_size=200))
def test_sentences_are_in_order_and_hold_every_token(text: str) -> None:
    document = Document(text, split_blocks(text))
    found, tokens = split(document)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert [(s.first, s.last) for s in found] == [
        (tokens.sentence.index(i), len(tokens) - tokens.sentence[::-1].index(i)) for i in range(len(found))
    ]
    assert sum(map(str.isalpha, text)) == sum(map(str.isalpha, "".join(tokens.text)))


@pytest.mark.parametrize(
    "piece", ["“Nine died. ", "a." * 3000 + " ", "a. ", "1", "(Nine died. ", "4 p.m. ", "word ", "'"]
)
def test_hostile_text_ends(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    assert sentences(text)[0].startswith(piece.strip()[:3])
