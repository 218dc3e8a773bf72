"""Web pages. trafilatura tells the article from the page; the words and their places are the page's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from claimcheck.errors import InputError, InputNote
from claimcheck.lexicon import words
from claimcheck.model import BlockKind, Document
from claimcheck.readers.assembly import Metadata, Paragraph, Piece, assemble
from claimcheck.readers.decode import decode
from claimcheck.readers.html_bare import page_title, whole_page
from claimcheck.readers.html_flow import Flow, Region
from claimcheck.readers.note_marks import note_marks
from claimcheck.values import frozen, replace

_CHARSET = re.compile(rb"<meta[^>]{1,200}charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_HEAD = 4096
_LEAD = 3  # paragraphs that an article has at least before the page goes on to others
_KINDS: dict[str, BlockKind] = {"item": "list", "cell": "table", "head": "body", "quote": "body"}
_PARAGRAPHS = frozenset({"p", "head", "item", "cell", "quote", "code", "list", "table", "row"})
_LONGEST_CELL = 300  # characters; a longer one holds a page in a table, not a table in a page
_FEWEST = 4  # words of a caption: fewer are a button
_FAR = 5000  # characters that a page may put into a sentence
_WORD = re.compile(r"\w+")
# Only a day that the page gives as its own: no year out of a sentence or the copyright line.
_DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
_SAME = 0.5  # of a title's words: a heading with as many is the article's


@frozen
class _Found:
    """A paragraph of the article and its characters in the flow; None where the page words it otherwise."""

    kind: BlockKind | None
    text: str
    start: int
    end: int
    parts: tuple[tuple[int, int, bool], ...]  # start, end, and whether a space stands before


def read_html(data: bytes, path: str) -> Iterator[Document | InputError]:
    """The article of a web page; `Document.places` tells where its words stand in the source."""
    try:
        source, note = _decode(data, path)
    except InputError as error:
        yield error
        return
    if note:
        yield note
    try:
        document = _commented(Flow(source), source, path)
    except RecursionError:
        yield InputError(path, "is nested too deeply", "save the article as plain text")
        return
    yield document or InputError(path, "holds no text", "nothing to scan")


def _decode(data: bytes, path: str) -> tuple[str, InputNote | None]:
    """The page says itself how it is encoded; UTF-8 is tried first, since that word is often wrong."""
    declared = _CHARSET.search(data[:_HEAD])
    try:
        return decode(data, path) if not declared else (data.decode("utf-8-sig"), None)
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(declared[1].decode("ascii")) if declared else "", None
    except (UnicodeDecodeError, LookupError):
        return decode(data, path)


def _commented(flow: Flow, source: str, path: str) -> Document | None:
    document = _document(flow, source, path)
    if document is None or not flow.remarks:
        return document
    from claimcheck.readers.html_comments import comments  # lazily: few pages have any

    return replace(document, comments=tuple(comments(document, flow.remarks)))


def _document(flow: Flow, source: str, path: str) -> Document | None:
    article = _extract(source)
    if article is None:
        return assemble(whole_page(flow), path, Metadata(page_title(flow)))
    from claimcheck.times.parse import parse_date

    published = parse_date(article.date) if article.date else None
    if flow.bare or article.body is None or not "".join(article.body.itertext()).strip():
        return assemble(whole_page(flow), path, Metadata(page_title(flow), published, article.url))
    found = list(_locate(flow, article.body))
    title = " ".join((article.title or "").split()) or None
    headline = _headline(flow, title, found)
    return assemble(_paragraphs(flow, found, headline), path, Metadata(title, published, article.url))


def _extract(source: str) -> Any:
    """What trafilatura takes for the article, or None. Text that is struck out is gone before."""
    from trafilatura import bare_extraction  # lazily: 190 ms
    from trafilatura.utils import load_html

    tree = load_html(source)
    if tree is None:
        return None
    for element in [*tree.iter("del", "s", "strike"), *_hidden(tree), *note_marks(tree)]:
        if element.getparent() is not None:
            element.drop_tree()
    return bare_extraction(
        tree, with_metadata=True, include_comments=False, favor_recall=False, date_extraction_params=_DATES
    )


def _hidden(tree: Any) -> Iterator[Any]:
    """What a reader sees only when pointing at something: the panel inside the element that opens it."""
    panels = words("html", "panel")
    for element in tree.xpath("//*[@class]//*[@class][not(self::a)][not(self::button)]"):
        named = panels.intersection(_WORD.findall(element.get("class").lower().replace("-", " ")))
        above = " ".join(opener.get("class") or "" for opener in element.iterancestors())
        if any(word in above for word in named):
            yield element


def _locate(flow: Flow, body: Any) -> Iterator[_Found]:
    """The article's paragraphs in the page's own text, in order."""
    at = 0
    for number, (kind, nodes) in enumerate(_stretches(body, "body")):
        text = "".join(nodes)
        if number > _LEAD and " ".join(text.lower().split()) in words("html", "after"):
            return
        span = flow.find(text, at) or (flow.find(text) if len(text) > 40 else None)
        parts = ((*span, False),) if span else tuple(_parts(flow, nodes, at))
        if parts:
            at = parts[-1][1]
        cell = kind == "cell" and len(text) > _LONGEST_CELL
        yield _Found(None if cell else _KINDS.get(kind), text, parts[0][0] if parts else at, at, parts)


def _parts(flow: Flow, nodes: Sequence[str], at: int) -> Iterator[tuple[int, int, bool]]:
    """Where the text nodes stand of a paragraph that the page breaks with what is no part of it."""
    spaced = False
    for node in nodes:
        if node.strip() and (span := flow.find(node, at)) and span[0] - at < _FAR:
            at = span[1]
            yield *span, spaced or node[0].isspace()
            spaced = False
        spaced = spaced or node[-1:].isspace()


def _stretches(element: Any, kind: str) -> Iterator[tuple[str, list[str]]]:
    """The paragraphs below an element, what stands between two of them included, as lists of text nodes."""
    nodes: list[str] = [element.text or ""]
    for child in element:
        if any(found.tag in _PARAGRAPHS for found in child.iter()):
            if "".join(nodes).strip():
                yield kind, nodes
            yield from _stretches(child, child.tag)
            nodes = []
        else:
            nodes += child.itertext()
        nodes.append(child.tail or "")
    if "".join(nodes).strip():
        yield kind, nodes


def _headline(flow: Flow, title: str | None, found: Sequence[_Found]) -> Region | None:
    """The heading that says the title, or the only one above the article."""
    headings = [r for r in flow.regions if r.name == "h1" and flow.text[r.start : r.end].strip()]
    wanted = set(_WORD.findall((title or "").lower()))
    best = max(headings, key=lambda r: _shared(flow, r, wanted), default=None)
    if best and (_shared(flow, best, wanted) >= _SAME or len(headings) == 1):
        return best
    span = flow.find(title) if title else None
    return Region("title", *span) if span and found and span[0] <= found[0].start else None


def _shared(flow: Flow, region: Region, wanted: set[str]) -> float:
    has = set(_WORD.findall(flow.text[region.start : region.end].lower()))
    return len(wanted & has) / max(len(has), 1)


def _paragraphs(flow: Flow, found: Sequence[_Found], headline: Region | None) -> Iterator[Paragraph]:
    """Headline, then paragraphs and captions in the order of the page."""
    captions = _captions(flow, found, headline)
    if headline:
        yield Paragraph(tuple(flow.pieces(headline.start, headline.end)), "headline")
    for paragraph in found:
        if headline and (_within(paragraph, headline) or _same(flow, paragraph, headline)):
            continue
        while captions and captions[0].end <= paragraph.start:
            caption = captions.pop(0)
            yield Paragraph(tuple(flow.pieces(caption.start, caption.end)), "caption")
        if captions and _within(paragraph, captions[0]):
            continue
        yield Paragraph(_pieces(flow, paragraph), paragraph.kind)
    for caption in captions:
        yield Paragraph(tuple(flow.pieces(caption.start, caption.end)), "caption")


def _pieces(flow: Flow, paragraph: _Found) -> tuple[Piece, ...]:
    if not paragraph.parts:
        return (Piece(" ".join(paragraph.text.split())),)
    gap = (Piece(" "),)
    parts = ((gap if spaced else (), flow.pieces(start, end)) for start, end, spaced in paragraph.parts)
    return tuple(chain.from_iterable(chain.from_iterable(parts)))


def _within(paragraph: _Found, region: Region) -> bool:
    return bool(paragraph.parts) and region.start <= paragraph.start and paragraph.end <= region.end


def _same(flow: Flow, paragraph: _Found, headline: Region) -> bool:
    return paragraph.text.split() == flow.text[headline.start : headline.end].split()


def _captions(flow: Flow, found: Sequence[_Found], headline: Region | None) -> list[Region]:
    """The outermost captions between the headline and the end of the article."""
    located = [paragraph for paragraph in found if paragraph.parts]
    if not located:
        return []
    first = min([located[0].start, *([headline.start] if headline else [])])
    last = located[-1].end
    captions: list[Region] = []
    for region in sorted(flow.regions, key=lambda r: (r.start, -r.end)):
        inside = region.name == "caption" and first <= region.start and region.end <= last + 200
        nested = captions and region.end <= captions[-1].end
        if inside and not nested and len(_WORD.findall(flow.text, region.start, region.end)) >= _FEWEST:
            captions.append(region)
    return captions
