"""What a figure counts or measures, by the corpus of marked sentences."""

import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.figures.nouns import Counted, counted
from claimcheck.figures.plurals import plural, singular
from claimcheck.model import Article, Document, FigureKind
from claimcheck.text.blocks import split_blocks
from claimcheck.text.sentences import split

CORPUS = tomllib.loads(Path(__file__).with_name("corpus").joinpath("nouns.toml").read_text(encoding="utf-8"))


def counted_in(marked: str, kind: FigureKind = "count") -> tuple[Counted, str]:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    document = Document(text, split_blocks(text))
    sentences, tokens = split(document)
    inside = [i for i in range(len(tokens)) if start <= tokens.start[i] and tokens.end[i] <= end]
    return counted(Article(document, tokens, sentences), inside[0], inside[-1] + 1, kind), text


@pytest.mark.parametrize("entry", CORPUS["counted"], ids=lambda entry: entry["text"])
def test_counted_noun(entry: dict[str, Any]) -> None:
    found, text = counted_in(entry["text"], entry.get("kind", "count"))
    assert found.head == entry.get("head")
    assert (text[slice(*found.about)] if found.about else None) == entry.get("about")


@pytest.mark.parametrize("entry", CORPUS["measured"], ids=lambda entry: entry["text"])
def test_what_is_measured(entry: dict[str, FigureKind]) -> None:
    found, text = counted_in(entry["text"], entry["kind"])
    assert found.head is None
    assert found.about is not None
    assert text[slice(*found.about)] == entry["about"]


@pytest.mark.parametrize(("plurals", "one"), CORPUS["singular"].items())
def test_singular(plurals: str, one: str) -> None:
    assert singular(plurals) == one
    assert singular(one) == one


@pytest.mark.parametrize("one", ["century", "inch", "foot", "day", "box", "hertz", "mile", "leaf"])
def test_plural_reads_back(one: str) -> None:
    assert singular(plural(one)) == one


WORDS = st.sampled_from(
    [
        "of",
        "the",
        "12",
        "two",
        "km",
        "%",
        "-",
        ",",
        "(",
        ")",
        "$",
        "“",
        "'s",
        "’",
        "and",
        "rose",
        "to",
        "people",
        "½",
        "is",
        "million",
        "killed",
        "old",
        "US",
        "May",
        "·",
        "m²",
        "é",
        ".",
        "per",
        "at",
        "later",
        "\u202e",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(WORDS, st.sampled_from(["", " "])), min_size=1, max_size=25), st.data())
def test_any_text_is_survived_and_about_stays_in_its_sentence(
    parts: list[tuple[str, str]], data: st.DataObject
) -> None:
    text = "".join(word + gap for word, gap in parts)
    document = Document(text, split_blocks(text))
    sentences, tokens = split(document)
    if not len(tokens):
        return
    first = data.draw(st.integers(0, len(tokens) - 1))
    sentence = sentences[tokens.sentence[first]]
    kind = data.draw(st.sampled_from(get_args(FigureKind)))
    found = counted(Article(document, tokens, sentences), first, first + 1, kind)
    if found.about is not None:
        assert sentence.start <= found.about.start < found.about.end <= sentence.end
        assert len(text[slice(*found.about)].split()) <= 12
