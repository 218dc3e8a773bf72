"""Figures hold whatever surrounds them: spellings read back, places are right, no number goes missing."""

import tomllib
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from readings import article_of, figures_of, read

from claimcheck.figures.numerals import read_numerals
from claimcheck.model import NUMERAL

NAMES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"""
SMALL, TENS = NAMES.split()[:20], NAMES.split()[20:]
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
CORPUS = Path(__file__).parent / "corpus"


def in_words(number: int, joiner: str = " ") -> str:
    """The number as English says it, `and` or not after hundreds."""
    for worth, name in SCALES:
        if number >= worth:
            rest = number % worth
            said = f"{in_words(number // worth, joiner)} {name}"
            return f"{said}{joiner if rest < 100 else ' '}{in_words(rest, joiner)}" if rest else said
    if number < 20:
        return SMALL[number]
    return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")


def value_of(spelling: str) -> list[Decimal | None]:
    return [numeral.value for numeral in read_numerals(article_of(f"They saw {spelling} birds.").tokens)]


@settings(max_examples=150, deadline=None)
@given(st.integers(2, 10**15 - 1), st.sampled_from([" ", " and "]))
def test_words_read_back(number: int, joiner: str) -> None:
    assert value_of(in_words(number, joiner)) == [number]


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**15), st.sampled_from(["{}", "{:,}", "{:,}.0"]))
def test_digits_read_back(number: int, layout: str) -> None:
    assert value_of(layout.format(number)) == [number]


@settings(max_examples=100, deadline=None)
@given(
    st.decimals(min_value="0.1", max_value="999", places=1),
    st.sampled_from(
        [("million", 10**6), ("bn", 10**9), ("thousand", 1000), ("lakh", 10**5), ("crore", 10**7)]
    ),
)
def test_scales_read_back_with_the_written_precision(number: Decimal, scale: tuple[str, int]) -> None:
    word, worth = scale
    (numeral,) = read_numerals(article_of(f"They saw {number} {word} birds.").tokens)
    assert numeral.value == number * worth
    assert numeral.grain == Decimal("0.1") * worth


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 99),
    st.integers(1, 99),
    st.sampled_from(["{}-{}", "{} to {}", "between {} and {}", "{}–{}"]),
)
def test_ranges_read_back(low: int, width: int, layout: str) -> None:
    high = low + width
    (figure,) = figures_of(f"Prices rose by {layout.format(low, high)} percent in the hills.")
    assert (figure.kind, figure.modifier, figure.low, figure.high) == ("percent", "range", low, high)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_place_is_right_whatever_surrounds_it(before: str, after: str) -> None:
    text = f"{before}\n\nThe ferry carried about 7,432 sheep to the island.\n\n{after}"
    start = text.index("about 7,432 sheep")
    (figure,) = [f for f in figures_of(text) if f.start < start + 11 and start < f.end]
    assert text[figure.start : figure.end] == "about 7,432"
    assert (figure.low, figure.modifier) == (7432, "approx")


def passages() -> list[str]:
    groups = tomllib.loads((CORPUS / "figures_ranges.toml").read_text(encoding="utf-8"))["group"]
    return [group["passage"].replace("{}", group["spellings"][0]) for group in groups]


@pytest.mark.parametrize("passage", passages())
def test_reading_is_the_same_alone_and_in_a_paragraph(passage: str) -> None:
    before = "The council met in the old hall. "
    text = f"{before}{passage} Nobody spoke against it, and the lights went out."
    alone = [(f.start, f.end, f.kind, f.low, f.high, f.modifier, f.unit) for f in figures_of(passage)]
    within = [
        (f.start - len(before), f.end - len(before), f.kind, f.low, f.high, f.modifier, f.unit)
        for f in figures_of(text)
    ]
    assert within == alone


HOSTILE = st.text(
    alphabet="0123456789.,-–/:%$£€()[]'’\"“”½¼ \u00a0\u200f\u202e\u2009abkmsthA-Zéß٣५\n+~<>=^#_", max_size=80
)


@settings(max_examples=400, deadline=None)
@given(HOSTILE)
def test_every_number_is_a_figure_or_set_aside(text: str) -> None:
    figures, aside = read(text)
    told = [(f.start, f.end) for f in figures] + [(a.start, a.end) for a in aside]
    tokens = article_of(text).tokens
    for at, kind in enumerate(tokens.kind):
        if kind == NUMERAL:
            assert any(start <= tokens.start[at] and tokens.end[at] <= end for start, end in told), (
                tokens.text[at]
            )


MIXED = """one two half a third quarter dozen hundred million and to - of between from 3 40 7,000 1.5 2019 %
percent $ £ days year-old up about more than at least or so times fold few several point minus May people"""
WORDS = st.lists(st.sampled_from(MIXED.split()), max_size=14).map(" ".join)


@settings(max_examples=400, deadline=None)
@given(WORDS)
@example("3 May 3")
@example("3 May 2019 3")
@example("3 May 3 May 3")
def test_numbers_in_any_order_are_told_once(text: str) -> None:
    figures, aside = read(text)
    tokens = article_of(text).tokens
    for numeral in read_numerals(tokens):
        start, end = tokens.span(numeral.first, numeral.last)
        claimed = sum(f.start < end and start < f.end for f in figures)
        left = sum(a.start < end and start < a.end for a in aside)
        assert (claimed > 0) != (left > 0), text[start:end]
    spans = [(f.start, f.end) for f in figures]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "text",
    [
        "9" * 20_000, "1," * 10_000, "1.1." * 5_000, "$" * 20_000 + "5", "5-" * 5_000, "one " * 3_000,
        "- " * 5_000 + "5", "between 3 and " * 2_000, "a few " * 2_000, "½" * 5_000, "5:00 " * 2_000,
        "2019-" * 3_000, "12,34," * 3_000,
    ],
    ids=lambda text: text[:8],
)  # fmt: skip
def test_long_runs_are_read_or_set_aside(text: str) -> None:
    figures, aside = read(text)
    assert all(0 <= item.start < item.end <= len(text) for item in (*figures, *aside))
