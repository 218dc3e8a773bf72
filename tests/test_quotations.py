"""Quotation marks in every shape, balanced or not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_attribution import read

CORPUS = Path(__file__).parent / "corpus" / "attribution_quotations.toml"
PASSAGES = tomllib.loads(CORPUS.read_text(encoding="utf-8"))["passage"]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: p["text"][:40])
def test_quotations(passage: dict[str, list[str]]) -> None:
    article = read(str(passage["text"]))
    found = [(article.text[q.start : q.end], q.continues) for q in article.quotations]
    assert [text for text, _ in found] == passage["quotations"]
    assert [text for text, continues in found if continues] == passage.get("continues", [])


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="“”„\"'‘’«»` .,aé\n", max_size=200))
def test_quotations_are_in_order_and_nest_or_stand_apart(text: str) -> None:
    quotations = read(text).quotations
    assert list(quotations) == sorted(quotations, key=lambda q: (q.first, -q.last))
    for quotation in quotations:
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert quotation.first < quotation.last
