"""Markdown articles. Offsets are the file's own; marks, code and comments are left out of the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimcheck.errors import InputError
from claimcheck.model import Block, BlockKind, Document, Span
from claimcheck.readers.decode import decode
from claimcheck.readers.front_matter import Field, find_front_matter
from claimcheck.readers.markdown_inline import find_marks
from claimcheck.readers.markdown_lines import Lines, Stretch
from claimcheck.text.blocks import find_headline, split_blocks
from claimcheck.text.markup import blank

_KINDS: dict[str, BlockKind] = {"list": "list", "table": "table", "heading": "body", "title": "body"}


def read_markdown(data: bytes, path: str) -> Iterator[Document | InputError]:
    """The article that a Markdown file holds, after a note if it was not plain UTF-8."""
    try:
        text, note = decode(data, path)
    except InputError as error:
        yield error
        return
    if note:
        yield note
    as_it_is = note is None and not data.startswith(b"\xef\xbb\xbf")
    document = _document(text, path, as_it_is)
    yield document if document.blocks else InputError(path, "is empty", "nothing to scan")


def _document(text: str, path: str, as_it_is: bool) -> Document:
    fields, start = find_front_matter(text)
    source = blank(text, _comments(text, start))
    stretches = [
        found for found in Lines(source, start).stretches() if source[found.start : found.end].strip()
    ]
    markup = [*_comments(text, start)]
    for stretch in stretches:
        markup += stretch.quotes + tuple(find_marks(source, stretch.start, stretch.end))
    markup = _merged(markup)
    words = blank(text, [Span(0, start), *markup])
    blocks = (*_front_blocks(fields, stretches), *_blocks(words, stretches, _headline(fields, stretches)))
    value = {field.role: field.value for field in reversed(fields)}
    return Document(
        text, blocks, path, title=find_headline(blank(text, markup), blocks) or value.get("title"),
        url=value.get("url"), published=(day := _day(value.get("date"))),
        published_from="metadata" if day else None, plain=as_it_is, markup=tuple(markup),
    )  # fmt: skip


def _comments(text: str, start: int) -> list[Span]:
    found: list[Span] = []
    while (opening := text.find("<!--", start)) >= 0 and (closing := text.find("-->", opening + 4)) >= 0:
        start = closing + 3
        found.append(Span(opening, start))
    return found


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def _headline(fields: Sequence[Field], stretches: Sequence[Stretch]) -> int | None:
    """The index of the heading that is the headline: the first of the highest rank above running text."""
    for role in ("title", "heading"):
        for index, stretch in enumerate(stretches):
            if stretch.role == role and not any(
                found.role == "body" for found in stretches[: max(index - 2, 0)]
            ):
                return index
        if any(field.role == "title" for field in fields):
            return None
    return None


def _front_blocks(fields: Sequence[Field], stretches: Sequence[Stretch]) -> Iterator[Block]:
    """Title and standfirst of the front matter, where the article below does not open with its own."""
    if _headline(fields, stretches) is None:
        for field in fields:
            if field.role in ("title", "standfirst"):
                kind: BlockKind = "headline" if field.role == "title" else "standfirst"
                yield Block(kind, field.start, field.start + len(field.value))


def _blocks(words: str, stretches: Sequence[Stretch], headline: int | None) -> Iterator[Block]:
    guesses = {block.start: block.kind for block in split_blocks(words)}
    given = headline is not None
    for index, stretch in enumerate(stretches):
        piece = words[stretch.start : stretch.end]
        start = stretch.start + len(piece) - len(piece.lstrip())
        end = stretch.start + len(piece.rstrip())
        kind = _KINDS.get(stretch.role) or guesses.get(start, "body")
        if index == headline:
            kind = "headline"
        elif kind == "headline" and given:
            kind = "body"
        if end > start:
            yield Block(kind, start, end)


def _day(value: str | None) -> date | None:
    from claimcheck.times.parse import parse_date

    return parse_date(value) if value else None
