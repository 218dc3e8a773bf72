"""Reporting cues to attributions: who says what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from claimcheck.attribution.colons import find_colons
from claimcheck.attribution.cues import find_cues
from claimcheck.attribution.extents import contents_of
from claimcheck.attribution.frames import Found, Frame, frame
from claimcheck.attribution.speech import with_speech
from claimcheck.attribution.stream import Stream, stream
from claimcheck.attribution.vocabulary import SPEAKS, triggers
from claimcheck.model import Article, Attribution, Span
from claimcheck.text.tokens import places_of
from claimcheck.values import replace

_WINDOW = 200  # tokens read as one at most: no search is longer, whatever the text


_NEAR = 8  # cues of a sentence that are looked at to either side of one


def find_attributions(article: Article) -> list[Attribution]:
    """Every attribution in order, its source as it stands in the text (`source_id` is None)."""
    s = stream(article)
    found = [f for low, high, at in _zones(s) for f in _zone(s, low, high, at)]
    colons = [i for i in places_of(":", s.lower) if s.outer[i] < 0]
    found.extend(find_colons(s, colons, found))
    found.sort(key=lambda f: f.frame.cue.first)
    return _nested([_attribution(article, s, f) for f in with_speech(s, found, colons)])


def _zones(s: Stream) -> Iterator[tuple[int, int, list[int]]]:
    """The sentences that hold trigger words outside quotations, with those words."""
    known = triggers()
    hits = [i for i, word in enumerate(s.lower) if word in known and s.outer[i] < 0]
    for number, group in groupby(hits, key=s.sentence.__getitem__):
        sentence = s.sentences[number]
        if sentence.last - sentence.first <= _WINDOW:
            yield sentence.first, sentence.last, list(group)
            continue
        for low, part in groupby(group, key=lambda i: i - (i - sentence.first) % _WINDOW):
            yield low, min(low + _WINDOW, sentence.last), list(part)


def _zone(s: Stream, low: int, high: int, at: list[int]) -> Iterator[Found]:
    frames: list[Frame] = []
    for cue in find_cues(s, low, high, at):
        if framed := frame(s, cue, low, high, frames[-_NEAR:]):
            frames.append(framed)
    found = [Found(f, contents_of(s, f, low, high, frames[i + 1 : i + _NEAR])) for i, f in enumerate(frames)]
    for i, f in enumerate(found):
        near = found[max(0, i - _NEAR) : i + _NEAR]
        if (f.contents or _introduces(s, f.frame, high)) and not _weak(f, near):
            yield f


def _weak(f: Found, others: list[Found]) -> bool:
    """Whether `f` is a wish, plan or judgement inside what somebody says, who then answers for it."""
    form = f.frame.cue.form
    if form is None:
        surveyed = f.frame.cue.last - f.frame.cue.first == 1
        if not surveyed and not f.frame.cue.noun:
            return False
    elif form.verb.stance == "assertion" and form.verb.takes & SPEAKS:
        return False
    at = f.frame.cue.head
    return any(
        first <= at < last
        for other in others
        if other is not f and other.frame.source and _reports(other)
        for first, last in other.contents
    )


def _reports(f: Found) -> bool:
    form = f.frame.cue.form
    return form is None or (form.verb.stance == "assertion" and not form.verb.takes.isdisjoint(SPEAKS))


def _introduces(s: Stream, f: Frame, high: int) -> bool:
    """Whether a colon ends the cue's sentence, so that the next paragraph is what is said."""
    return s.text[high - 1] == ":" and f.cue.form is not None


def _attribution(article: Article, s: Stream, f: Found) -> Attribution:
    tokens = article.tokens
    cue = f.frame.cue
    return Attribution(
        tokens.span(cue.first, cue.last),
        tokens.span(*f.frame.source) if f.frame.source else None,
        tuple(tokens.span(*piece) for piece in f.contents),
        _kind(s, f),
    )


def _kind(s: Stream, f: Found) -> Literal["direct", "indirect", "mixed"]:
    if all(s.outer[first] >= 0 and s.outer[last - 1] >= 0 for first, last in f.contents):
        return "direct"
    quoted = any(s.outer[i] >= 0 for first, last in f.contents for i in range(first, last))
    return "mixed" if quoted else "indirect"


def _nested(found: list[Attribution]) -> list[Attribution]:
    """Each with the index of the smallest content that its cue stands in."""
    spans = sorted((Span(c.start, c.end), i) for i, a in enumerate(found) for c in a.contents)
    out: list[Attribution] = []
    around: list[tuple[Span, int]] = []
    at = 0
    for index, attribution in enumerate(found):
        start = attribution.cue.start if attribution.cue else attribution.contents[0].start
        while at < len(spans) and spans[at][0].start <= start:
            around.append(spans[at])
            at += 1
        around = [(span, i) for span, i in around if span.end > start]
        sizes = [(span.end - span.start, i) for span, i in around if i != index]
        out.append(replace(attribution, outer=min(sizes)[1]) if sizes else attribution)
    return out
