"""Every entry of the hedge lexicon proves itself on its own example and look-alikes."""

import re
from typing import Any

import pytest

from claimcheck.hedges.contexts import parse_context
from claimcheck.hedges.cues import find_hedges
from claimcheck.lexicon import load
from claimcheck.model import Article, Block, Document, Hedge
from claimcheck.text.sentences import split

ENTRIES: list[dict[str, Any]] = load("hedges")["cue"]


def hedges_in(text: str) -> list[Hedge]:
    from claimcheck.figures.grammar import find_figures
    from claimcheck.figures.numerals import read_numerals

    document = Document(text, (Block("body", 0, len(text)),))
    sentences, tokens = split(document)
    article = Article(document, tokens, sentences)
    figures, _ = find_figures(article, read_numerals(tokens), [])
    return find_hedges(article, figures)


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


@pytest.mark.parametrize("text", ["as soon as", "NOSUCHCLASS _", ""])
def test_a_context_must_name_its_cue_and_known_classes(text: str) -> None:
    with pytest.raises(ValueError):
        parse_context(text, load("hedges")["classes"])
