"""Comments to claimcheck in a page's source, beside the article's text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from claimcheck.model import Document
from claimcheck.places import Place, SourceOrigin
from claimcheck.readers.beside import word_at
from claimcheck.readers.html_flow import Remark
from claimcheck.text.comments import Comment


def comments(document: Document, remarks: Sequence[Remark]) -> Iterator[Comment]:
    """Where each remark of the page belongs in `document`: to the block it stands in, or to the next one.

    One below the last block of the article is about none.
    """
    found = [(p.origin.start, p) for p in document.places if isinstance(p.origin, SourceOrigin)]
    found.sort(key=lambda pair: pair[0])  # the headline may stand anywhere in the source
    starts = [start for start, _ in found]
    for remark in remarks:
        after = bisect_right(starts, remark.at)
        index = after - 1 if remark.follows else after
        if 0 <= index < len(found):
            yield _beside(document, remark, found[index][1])
        else:
            word = word_at(document.text, len(document.text.rstrip()) - 1)
            yield Comment(*word, remark.said, len(document.blocks))


def _beside(document: Document, remark: Remark, place: Place) -> Comment:
    at = place.end - 1 if remark.follows else place.start
    block = bisect_right(document.blocks, at, key=lambda block: block.start) - 1
    return Comment(*word_at(document.text, at), remark.said, block)
