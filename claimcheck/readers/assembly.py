"""Paragraphs that a reader found, to a document's text, blocks and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from claimcheck.lexicon import words
from claimcheck.model import Block, BlockKind, Document
from claimcheck.places import Origin, Place
from claimcheck.text.blocks import find_headline, split_blocks
from claimcheck.values import frozen


@frozen
class Piece:
    """Text that the file holds in one piece; `origin` is None for what the reader put there."""

    text: str
    origin: Origin | None = None


@frozen
class Paragraph:
    """A paragraph, list item or table cell. `kind` is None where the file does not say what it is."""

    pieces: tuple[Piece, ...]
    kind: BlockKind | None = None
    before: str = "\n\n"  # what parts it from the one before

    @property
    def text(self) -> str:
        """The paragraph's words."""
        return "".join(piece.text for piece in self.pieces)


@frozen
class Metadata:
    """What a file says about its article."""

    title: str | None = None
    published: date | None = None
    url: str | None = None


def assemble(paragraphs: Iterable[Paragraph], path: str, metadata: Metadata) -> Document | None:
    """The document that `paragraphs` make up, or None where they hold no text."""
    kept = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    if not kept:
        return None
    text, starts, places = _join(kept)
    blocks = tuple(_blocks(text, kept, starts))
    return Document(
        text, blocks, path, title=find_headline(text, blocks) or _telling(metadata.title), url=metadata.url,
        published=metadata.published, published_from="metadata" if metadata.published else None,
        plain=False, places=tuple(places),
    )  # fmt: skip


def _telling(title: str | None) -> str | None:
    """The title, unless a program put it there for want of one: `Untitled`, the name of a file."""
    bare = (title or "").lower()
    known = bare in words("documents", "untitled") or bare.startswith(
        tuple(words("documents", "untitled-start"))
    )
    return None if known or bare.endswith(tuple(words("documents", "untitled-end"))) else title


def _join(paragraphs: Sequence[Paragraph]) -> tuple[str, list[int], list[Place]]:
    texts: list[str] = []
    starts: list[int] = []
    places: list[Place] = []
    at = 0
    for paragraph in paragraphs:
        if texts:
            texts.append(paragraph.before)
            at += len(paragraph.before)
        starts.append(at)
        for piece in paragraph.pieces:
            if piece.origin and piece.text:
                places.append(Place(at, at + len(piece.text), piece.origin))
            texts.append(piece.text)
            at += len(piece.text)
    return "".join(texts), starts, places


def _blocks(text: str, paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> Iterator[Block]:
    """The blocks: of the kinds the file gives, and elsewhere as plain text would be read."""
    guesses = list(split_blocks(text))
    headline = any(paragraph.kind == "headline" for paragraph in paragraphs)
    guess = 0
    for paragraph, start in zip(paragraphs, starts, strict=True):
        words = paragraph.text
        end = start + len(words.rstrip())
        if paragraph.kind:
            yield Block(paragraph.kind, start + len(words) - len(words.lstrip()), end)
            continue
        while guess < len(guesses) and guesses[guess].end <= start:
            guess += 1
        while guess < len(guesses) and guesses[guess].start < end:
            found = guesses[guess]
            kind = "body" if found.kind == "headline" and headline else found.kind
            yield Block(kind, max(found.start, start), min(found.end, end))
            guess += 1
