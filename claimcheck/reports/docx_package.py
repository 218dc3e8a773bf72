"""A Word document with comments added: its body and its comments change, every other part stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from claimcheck.errors import InputError
from claimcheck.places import Place, RunOrigin
from claimcheck.readers.archives import Archive
from claimcheck.readers.docx import BODY
from claimcheck.reports.docx_anchors import Anchor, Anchors
from claimcheck.reports.docx_comments import Comment
from claimcheck.reports.docx_comments_part import CommentsPart
from claimcheck.reports.docx_marks import mark
from claimcheck.reports.docx_runs import in_utf8
from claimcheck.reports.docx_scan import scan_runs
from claimcheck.reports.printable import printable

_MOST = 32_767  # comments that Word opens a file with (MS-OI29500 2.1.315)


def annotate(
    data: bytes, where: str, text: str, places: Sequence[Place], comments: Sequence[Comment]
) -> bytes:
    """The Word document `data` with `comments` on the words of `text`, which stand at `places`.

    Raises InputError, which names `where`, for a document that cannot take them.
    """
    archive = Archive(data, where)
    names = dict.fromkeys([BODY, *(p.origin.part for p in places if isinstance(p.origin, RunOrigin))])
    parts = {name: scan_runs(in_utf8(archive.read(name))) for name in names}
    anchors = Anchors(places, parts, BODY)
    found = [(comment, anchor) for comment in comments if (anchor := anchors.find(comment.span))]
    if not found:
        return data
    part = CommentsPart(archive)
    taken = part.ids | parts[BODY].comments
    if len(taken) + len(found) > _MOST:
        raise InputError(where, f"would have more than {_MOST:,} comments", "make two documents of it")
    free = (id for id in count() if str(id) not in taken)
    numbered = [(id, comment, anchor) for id, (comment, anchor) in zip(free, found, strict=False)]
    body = mark(parts[BODY], [(id, anchor.stretch) for id, _, anchor in numbered])
    written = [part.comment(id, _paragraphs(comment, anchor, text)) for id, comment, anchor in numbered]
    return archive.rewritten({BODY: body, **part.with_comments("".join(written))})


def _paragraphs(comment: Comment, anchor: Anchor, text: str) -> Iterator[str]:
    if anchor.setting != "text":
        yield f"In the {anchor.setting} here: “{printable(text[comment.span.start : comment.span.end])}”"
    yield from comment.paragraphs
