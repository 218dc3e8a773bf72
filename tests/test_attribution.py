"""Who says what, against passages in which source, cue and content are marked."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.attribution.attribute import find_attributions
from claimcheck.attribution.quotations import find_quotations
from claimcheck.lexicon import load
from claimcheck.model import Article, Attribution, Document
from claimcheck.text.blocks import split_blocks
from claimcheck.text.sentences import split
from claimcheck.values import replace

CORPUS = tomllib.loads(
    Path(__file__).parent.joinpath("corpus", "attribution.toml").read_text(encoding="utf-8")
)
PASSAGES = [
    (group["name"], text, "shared" in group) for group in CORPUS["group"] for text in group["passages"]
]
CLOSES = {"{": "}", "<": ">", "[": "]"}
EDGES = re.compile(r"^[\s,;:.\"“”'‘’«»!?—-]+|[\s,;:.\"“”'‘’«»!?—-]+$")


def read(text: str) -> Article:
    document = Document(text, tuple(split_blocks(text)))
    sentences, tokens = split(document)
    article = Article(document, tokens, sentences)
    return replace(article, quotations=find_quotations(article))


def marked(passage: str) -> tuple[str, dict[str, dict[str, list[str]]]]:
    """The passage without marks, and for each number what its marks hold: {"1": {"{": […], "<": […]}}."""
    found: dict[str, dict[str, list[str]]] = {}
    plain = ""
    opened: list[tuple[str, str, int]] = []
    at = 0
    while at < len(passage):
        here = passage[at]
        if here in CLOSES:
            number = passage[at + 1] if passage[at + 2 : at + 3] == ":" and passage[at + 1].isdigit() else "1"
            opened.append((here, number, len(plain)))
            at += 3 if passage[at + 1 : at + 3] == number + ":" else 1
        elif opened and here == CLOSES[opened[-1][0]]:
            mark, number, start = opened.pop()
            found.setdefault(number, {}).setdefault(mark, []).append(plain[start:])
            at += 1
        else:
            plain += here
            at += 1
    return plain, found


def bare(texts: list[str]) -> str:
    """Texts without the marks at their ends, which the conventions leave open."""
    return " … ".join(EDGES.sub("", text) for text in texts)


def words_of(article: Article, attribution: Attribution) -> tuple[str, str, str]:
    text = article.text
    cue = text[slice(*attribution.cue)] if attribution.cue else ""
    source = text[slice(*attribution.source)] if attribution.source else ""
    return cue, bare([source]), bare([text[slice(*piece)] for piece in attribution.contents])


@pytest.mark.parametrize(("name", "passage", "shared"), PASSAGES, ids=lambda value: str(value)[:60])
def test_passage(name: str, passage: str, shared: bool) -> None:
    text, wanted = marked(passage)
    article = read(text)
    found = [words_of(article, attribution) for attribution in find_attributions(article)]
    assert [cue for cue, _, _ in found] == [wanted[key]["<"][0] for key in sorted(wanted)]
    for (_, source, content), key in zip(found, sorted(wanted), strict=True):
        named = wanted["1"] if shared and "{" not in wanted[key] else wanted[key]
        assert source == bare(named.get("{", [""]))
        if "[" in wanted[key]:
            assert content == bare(wanted[key]["["])


def examples() -> list[tuple[str, str]]:
    lexicon = load("reporting")
    verbs = [
        (lemma, entry["example"]) for verbs in lexicon["verbs"].values() for lemma, entry in verbs.items()
    ]
    return [*verbs, *lexicon["nouns"].items(), *lexicon["phrases"].items()]


@pytest.mark.parametrize(("entry", "example"), examples(), ids=lambda value: str(value)[:40])
def test_example_of_every_entry(entry: str, example: str) -> None:
    text, wanted = marked(example)
    article = read(text)
    found = [words_of(article, attribution) for attribution in find_attributions(article)]
    assert (wanted["1"]["<"][0], bare(wanted["1"]["{"])) in [(cue, source) for cue, source, _ in found]


def test_the_corpus_is_large() -> None:
    assert len({passage for _, passage, _ in PASSAGES}) >= 200


def test_nested_attribution_knows_the_one_around_it() -> None:
    found = find_attributions(read("The mayor said that police told her 40 people had died."))
    assert [(a.outer, len(a.contents)) for a in found] == [(None, 1), (0, 1)]


def test_kind_tells_quoted_words_from_reported_ones() -> None:
    kinds = {
        "“We lost 30 sheep,” Ms Lind said.": "direct",
        "Ms Lind said she lost 30 sheep.": "indirect",
        "Ms Lind said she lost “a great many” sheep.": "mixed",
    }
    assert {text: find_attributions(read(text))[0].kind for text in kinds} == kinds


MARKS = st.text(alphabet="“”\"'‘’«» ,.:;-—()\n aHe said that Ann told it", max_size=200)


@settings(max_examples=150, deadline=None)
@given(MARKS)
def test_any_text_is_read_without_an_error_and_with_spans_inside_it(text: str) -> None:
    article = read(text)
    for attribution in find_attributions(article):
        for span in (attribution.cue, attribution.source, *attribution.contents):
            assert span is None or 0 <= span.start < span.end <= len(text)
