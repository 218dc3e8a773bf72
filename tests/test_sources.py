"""Sources against corpora: who is meant by a mention, what kind of source it is, and why it is not named."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.attribution.quotations import find_quotations
from claimcheck.attribution.sources import identify
from claimcheck.model import Article, Attribution, Document, Source, Span
from claimcheck.text.blocks import split_blocks
from claimcheck.text.sentences import split
from claimcheck.values import replace

CORPUS = Path(__file__).parent / "corpus"
MARKS = re.compile(r"[{}\[\]]")


def read(name: str) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((CORPUS / name).read_text(encoding="utf-8"))


def article_of(text: str) -> Article:
    document = Document(text, split_blocks(text))
    sentences, tokens = split(document)
    article = Article(document, tokens, sentences)
    return replace(article, quotations=tuple(find_quotations(article)))


def unmark(marked: str) -> tuple[str, list[Span], list[Span]]:
    """The text without marks, the stretches in braces and those in square brackets."""
    open_at: dict[str, int] = {}
    found: dict[str, list[Span]] = {"{": [], "[": []}
    parts, length, last = [], 0, 0
    for match in MARKS.finditer(marked):
        parts.append(marked[last : match.start()])
        length, last, mark = length + match.start() - last, match.end(), match.group()
        if mark in "{[":
            open_at[mark] = length
        else:
            mark = {"}": "{", "]": "["}[mark]
            found[mark].append(Span(open_at.pop(mark), length))
    return "".join(parts) + marked[last:], found["{"], found["["]


def sources_of(text: str, spans: Iterable[Span]) -> tuple[list[Source], list[Source]]:
    """The source of each span, and all sources."""
    attributions = [Attribution(None, span, (), "indirect") for span in spans]
    linked, sources = identify(article_of(text), attributions)
    assert all(a.source_id is not None for a in linked)
    return [sources[a.source_id or 0] for a in linked], sources


PASSAGES = read("sources.toml")["passage"]


@pytest.mark.parametrize("passage", PASSAGES, ids=[p["about"] for p in PASSAGES])
def test_a_later_mention_goes_back_to_its_source(passage: dict[str, Any]) -> None:
    text, spans, _ = unmark(passage["text"])
    found, sources = sources_of(text, spans)
    assert [source.name for source in found] == passage["are"]
    assert len(sources) == len(set(passage["are"]))
    if "titles" in passage:
        assert [source.title for source in found] == passage["titles"]
    if "kinds" in passage:
        assert [source.kind for source in found] == passage["kinds"]
    for source, span in zip(found, spans, strict=True):
        assert any(m.start <= span.start and span.end <= m.end for m in source.mentions)


KINDS = [(k, phrase) for k in read("sources_kinds.toml")["kind"] for phrase in k["phrases"]]


@pytest.mark.parametrize(("expected", "phrase"), KINDS, ids=[phrase for _, phrase in KINDS])
def test_a_phrase_says_what_kind_of_source_it_is(expected: dict[str, Any], phrase: str) -> None:
    text = (
        f"{expected.get('with', '')} On Monday in the harbour, {phrase} said the bridge would reopen in May."
    )
    start = text.index(phrase, len(expected.get("with", "")))
    (source,), _ = sources_of(text, [Span(start, start + len(phrase))])
    assert (source.kind, source.anonymous) == (expected["kind"], expected["anonymous"])


REASONS = read("sources_reasons.toml")


@pytest.mark.parametrize("case", REASONS["reason"], ids=[c["by"] for c in REASONS["reason"]])
def test_the_reason_for_anonymity_belongs_to_its_source(case: dict[str, Any]) -> None:
    text, spans, (reason,) = unmark(case["text"])
    _, sources = sources_of(text, spans)
    assert {s.name: s.reason for s in sources if s.reason} == {case["by"]: reason}


@pytest.mark.parametrize("case", REASONS["no_reason"], ids=[c["text"] for c in REASONS["no_reason"]])
def test_a_named_source_needs_no_reason(case: dict[str, Any]) -> None:
    text, spans, _ = unmark(case["text"])
    assert all(source.reason is None for source in sources_of(text, spans)[1])


def test_a_speaker_in_a_quotation_is_who_is_quoted() -> None:
    text = '"I think 40 came," Ada Cole said. Peter Lind said 30.'
    cole = text.index("Ada Cole")
    quoted = Attribution(None, Span(cole, cole + 8), (Span(1, 16),), "direct")
    linked, sources = identify(
        article_of(text), [quoted, Attribution(None, Span(1, 2), (Span(9, 16),), "direct")]
    )
    assert [a.source_id for a in linked] == [0, 0]
    assert sources[0].name == "Ada Cole"


def test_an_attribution_without_a_source_keeps_none() -> None:
    article = article_of("It was reported that 40 had come.")
    linked, sources = identify(article, [Attribution(Span(3, 15), None, (Span(21, 32),), "indirect")])
    assert (linked[0].source_id, sources) == (None, [])


@pytest.mark.parametrize(
    "text", ["he said ", "The official said ", "MAYOR COLE ", "A. ", "Monday ", "(NHC) ", "I "]
)
def test_hostile_repetition_is_read_to_the_end(text: str) -> None:
    many = text * 3000
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"\w+", many)]
    _, sources = identify(article_of(many), [Attribution(None, span, (span,), "direct") for span in spans])
    assert sources is not None


PARTS = """The a an official officials he she they who it I said Ada Cole Mr . , “ ” ' 's - & ( ) of and NATO
report U.S. Inc another é ’ 40 % Secretary of State"""
WORDS = st.sampled_from([*PARTS.split(), "\n\n"])


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60), st.lists(st.tuples(st.integers(0, 200), st.integers(1, 30)), max_size=6))
def test_any_text_and_spans_give_each_source_once(parts: list[str], cuts: list[tuple[int, int]]) -> None:
    text = " ".join(parts)
    spans = [Span(start, min(start + length, len(text))) for start, length in cuts if start < len(text)]
    linked, sources = identify(article_of(text), [Attribution(None, s, (s,), "mixed") for s in spans])
    assert {a.source_id for a in linked if a.source_id is not None} == set(range(len(sources)))
    for source in sources:
        assert source.mentions
        assert all(a.end <= b.start for a, b in zip(source.mentions, source.mentions[1:], strict=False))
