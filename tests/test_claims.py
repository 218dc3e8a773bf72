"""Figures in passages: their flags and sources; ids that survive edits."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Block, Claim, Document, Report
from claimcheck.pipeline import analyse

CORPUS = tomllib.loads(Path(__file__).with_name("corpus").joinpath("claims.toml").read_text(encoding="utf-8"))
PASSAGES = CORPUS["passage"]


def report(text: str) -> Report:
    blocks = tuple(Block("body", m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    return analyse(Document(text, blocks))


def marked(passage: dict[str, Any]) -> tuple[Report, Claim]:
    text = passage["text"]
    start, end = text.index("["), text.index("]") - 1
    found = report(re.sub(r"[\[\]]", "", text))
    return found, next(c for c in found.claims if c.figure.start < end and start < c.figure.end)


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["text"])
def test_marked_figure_has_exactly_these_flags(passage: dict[str, Any]) -> None:
    _, claim = marked(passage)
    assert set(claim.flags) == set(passage["flags"])


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["text"])
def test_marked_figure_has_this_source(passage: dict[str, Any]) -> None:
    found, claim = marked(passage)
    source = claim.source
    assert (found.article.text[source.start : source.end] if source else "") == passage["source"]


def test_corpus_is_large_enough() -> None:
    assert len(PASSAGES) >= 60


FIRST = "The storm killed 43 sheep, police said. The farm lost $3 million."


def test_ids_survive_edits_elsewhere() -> None:
    before = [claim.id for claim in report(FIRST).claims]
    after = [claim.id for claim in report(f"It rained for 12 days.\n{FIRST} The barn held 900 bales.").claims]
    assert set(before) < set(after)


@pytest.mark.parametrize(
    "edited",
    [
        FIRST.replace("43", "44"),
        FIRST.replace("43 sheep", "43 cows"),
        FIRST.replace("police said", "the mayor said"),
    ],
)
def test_ids_change_with_what_is_claimed(edited: str) -> None:
    assert report(FIRST).claims[0].id != report(edited).claims[0].id


def test_a_figure_claimed_again_has_an_id_of_its_own() -> None:
    claims = report("Police saw 43 sheep. Later 43 sheep were counted. Later 43 sheep were counted.").claims
    assert len({claim.id for claim in claims}) == 3


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*FIRST.split(), '"', "“", "”", "may", "\n", "up to", "about"]), max_size=40))
def test_any_words_give_claims_whose_parts_fit(words: list[str]) -> None:
    found = report(" ".join(words))
    assert len({claim.id for claim in found.claims}) == len(found.claims)
    for claim in found.claims:
        assert ("unattributed" in claim.flags) == (claim.source is None)
        assert all(hedge.scope for hedge in claim.hedges)
