"""The work on an article grows as the article does: function calls are counted, so that no clock decides."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.model import Document
from claimcheck.pipeline import analyse
from claimcheck.text.blocks import split_blocks
from tests.bench.texts import HOSTILE, article

_FIXED = 400  # calls, whatever the text
SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
REPEATED = {
    "digits": "7" * 10,
    "one and": "one and ",
    "quotation marks": "“",
    "paired quotation marks": '"a" ',
    "brackets": "([",
    "figures": "4 5,000 6% £7m ",
    "names": "Ada Cole of Bell & Co said Ann Moor ",
    "verbs of saying": "said that he claimed ",
    "hedges": "about perhaps may ",
    "short paragraphs": "Five\n\n",
    "colons": "a: b ",
    "abbreviations": "U.S. No. 4 Mr. ",
}


def calls(text: str) -> int:
    """How many functions, in Python and in C, the analysis of a text calls."""
    count = 0

    def heard(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    document = Document(text, split_blocks(text))
    sys.setprofile(heard)
    try:
        analyse(document)
    finally:
        sys.setprofile(None)
    return count


def grows_evenly(make: Callable[[int], str], size: int) -> bool:
    """Whether a text twice as long takes twice the work, but for what a single text takes."""
    calls(make(1))  # so that every word list is read
    return calls(make(2 * size)) < 2.2 * calls(make(size)) + _FIXED


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_twice_the_article_is_twice_the_work(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    assert grows_evenly(lambda times: f"{text}\n\n" * times, 6)


@pytest.mark.parametrize("part", REPEATED.values(), ids=REPEATED)
def test_twice_the_repetitions_are_twice_the_work(part: str) -> None:
    assert grows_evenly(lambda times: part * times, 250)


def test_a_word_of_a_long_article_takes_as_many_calls_as_one_of_a_short() -> None:
    short, long = article(1_000), article(16_000)
    calls(short)
    per_word = [calls(text) / len(text.split()) for text in (short, long)]
    assert 0.8 < per_word[1] / per_word[0] < 1.2


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_four_times_the_hostile_text_is_four_times_the_work(make: Callable[[int], str]) -> None:
    calls(make(8))
    assert calls(make(1_600)) < 4.4 * calls(make(400)) + _FIXED


def test_an_ordinary_article_takes_few_calls_a_word() -> None:
    text = "\n\n".join(sample.read_text(encoding="utf-8") for sample in SAMPLES)
    calls(text)
    assert calls(text) / len(text.split()) < 160
