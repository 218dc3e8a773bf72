"""Hedge cues marked in sentences, how far they reach, hostile text; each lexicon entry by itself."""

import re
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.figures.grammar import find_figures
from claimcheck.figures.numerals import read_numerals
from claimcheck.hedges.contexts import parse_context
from claimcheck.hedges.cues import find_hedges
from claimcheck.hedges.lexicon import Cue, Reach
from claimcheck.lexicon import load
from claimcheck.model import Article, Block, Document, Hedge, HedgeCategory, Strength
from claimcheck.text.sentences import split

CORPUS = tomllib.loads(Path(__file__).with_name("corpus").joinpath("hedges.toml").read_text(encoding="utf-8"))
CUES = [(group["category"], text) for group in CORPUS["group"] for text in group["cues"]]
LOOK_ALIKES = [text for group in CORPUS["group"] for text in group["look_alikes"]]
ENTRIES: list[dict[str, Any]] = load("hedges")["cue"]
MODIFIERS = {"approximator", "upper-bound", "lower-bound"}


def hedges_in(text: str) -> list[Hedge]:
    document = Document(text, (Block("body", 0, len(text)),))
    sentences, tokens = split(document)
    article = Article(document, tokens, sentences)
    figures, _ = find_figures(article, read_numerals(tokens), [])
    return find_hedges(article, figures)


def plain(text: str) -> str:
    return re.sub(r"[\[\]]", "", text)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[h.start : h.end], h.category) for h in hedges_in(text) if h.category not in MODIFIERS]


@pytest.mark.parametrize(("category", "text"), CUES, ids=[text for _, text in CUES])
def test_marked_cues_are_found_and_nothing_else(category: str, text: str) -> None:
    assert found(plain(text)) == [(cue, category) for cue in re.findall(r"\[(.+?)\]", text)]


@pytest.mark.parametrize("text", LOOK_ALIKES, ids=LOOK_ALIKES)
def test_look_alikes_give_nothing(text: str) -> None:
    figure_words = {"vague"}  # `dozens` is a figure of its own
    assert [hedge for hedge in found(text) if hedge[1] not in figure_words] == []


def test_corpus_is_large_enough() -> None:
    assert len(CUES) + len(LOOK_ALIKES) >= 150


SCOPES = [
    "The firm sold 30 shops, and <40 more [may] close>.",
    "Officials said <sales of 30 boats [could] fall by 40%>, but 50 were kept.",
    "The fire that killed 43 people <[may] have started in a shed>.",
    "<Some 200 troops, most of them sappers, are [believed] to remain in 12 camps>.",
    "A plan to close 40 shops <[could] cost 300 jobs>.",
    "Three in five <[believe] that 40% is too much> because 30% was promised.",
    "The insurer faces <[potential] losses of $30 million> in 12 states.",
    "He sold <[perhaps] 40> of the 300 boats.",
    "<The new wing is [expected] to cost $3 million>, said Ada Finch, 47.",
]


@pytest.mark.parametrize("text", SCOPES, ids=SCOPES)
def test_a_hedge_reaches_its_own_clause(text: str) -> None:
    bare = re.sub(r"[<>\[\]]", "", text)
    scope = text[text.index("<") + 1 : text.index(">")].replace("[", "").replace("]", "")
    cue = text[text.index("[") + 1 : text.index("]")]
    hedge = next(h for h in hedges_in(bare) if bare[h.start : h.end] == cue)
    assert hedge.scope is not None
    assert bare[slice(*hedge.scope)].rstrip(".") == scope


def bare_hedges(text: str, kind: Any = "body") -> list[Hedge]:
    document = Document(text, (Block(kind, 0, len(text)),) if text else ())
    sentences, tokens = split(document)
    return find_hedges(Article(document, tokens, sentences), [])


def test_capitals_say_nothing_in_headlines() -> None:
    assert len(bare_hedges("Storm May Close Port", "headline")) == 1
    assert bare_hedges("Storm May Close Port") == []


VOCABULARY = sorted(
    {word for entry in load("hedges")["cue"] for phrase in entry["words"] for word in phrase.split()}
    | {"the", "of", "to", "that", "40", "$3", ",", ".", "“", '"', "said", "and", "(", "’s", "\n"}
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(VOCABULARY), max_size=40).map(" ".join))
def test_any_words_in_any_order_give_ordered_hedges_within_their_sentence(text: str) -> None:
    hedges = bare_hedges(text)
    assert hedges == sorted(hedges, key=lambda hedge: hedge.start)
    for hedge in hedges:
        assert hedge.scope is not None
        assert 0 <= hedge.scope.start <= hedge.start < hedge.end <= hedge.scope.end <= len(text)


@pytest.mark.parametrize("word", ["may", "if", "would", "estimated", ", and the", "to that", "believed"])
def test_endless_repetition_is_read(word: str) -> None:
    assert isinstance(bare_hedges(f"{word} " * 20_000), list)


def words_in(text: str, entry: dict[str, Any]) -> list[str]:
    return [
        text[hedge.start : hedge.end]
        for hedge in hedges_in(text)
        if hedge.category == entry["category"] and text[hedge.start : hedge.end].lower() in entry["words"]
    ]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry['category']}-{entry['words'][0]}")
def test_example_gives_the_bracketed_cue(entry: dict[str, Any]) -> None:
    marked = re.findall(r"\[(.+?)\]", entry["example"])
    assert len(marked) == 1
    assert marked[0].lower() in entry["words"]
    assert words_in(re.sub(r"[\[\]]", "", entry["example"]), entry) == marked


@pytest.mark.parametrize(
    ("entry", "text"), [(entry, text) for entry in ENTRIES for text in entry.get("not", ())], ids=str
)
def test_look_alike_gives_no_cue(entry: dict[str, Any], text: str) -> None:
    assert words_in(text, entry) == []


def test_every_entry_with_contexts_that_forbid_has_a_look_alike() -> None:
    bare = [entry["words"][0] for entry in ENTRIES if entry.get("unless") and not entry.get("not")]
    assert bare == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry['category']}-{entry['words'][0]}")
def test_entries_keep_to_the_terms(entry: dict[str, Any]) -> None:
    assert entry["category"] in get_args(HedgeCategory)
    assert entry["strength"] in get_args(Strength)
    assert entry.get("reach", "clause") in get_args(Reach)
    assert entry.keys() <= {"example", "not", *Cue.__slots__}
    for text in (*entry.get("only", ()), *entry.get("unless", ())):
        assert parse_context(text)


@pytest.mark.parametrize("text", ["as soon as", "NOSUCHCLASS _", ""])
def test_a_context_must_name_its_cue_and_known_classes(text: str) -> None:
    with pytest.raises(ValueError):
        parse_context(text)
