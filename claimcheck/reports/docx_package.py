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
from claimcheck.reports.docx_comments_part import CommentsPart, legal
from claimcheck.reports.docx_marks import Stretch, mark
from claimcheck.reports.docx_runs import Runs, in_utf8
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
    part = CommentsPart(archive)
    there = {(parts[BODY].ranges.get(id), paragraphs) for id, paragraphs in part.own.items()}
    said = [
        (anchor.stretch, tuple(map(legal, _paragraphs(comment, anchor, text)))) for comment, anchor in found
    ]
    new = [each for each in said if (_whole_runs(each[0], parts[BODY]), each[1]) not in there]
    if not new:
        return data
    taken = part.ids | parts[BODY].comments
    if len(taken) + len(new) > _MOST:
        raise InputError(where, f"would have more than {_MOST:,} comments", "make two documents of it")
    free = (id for id in count() if str(id) not in taken)
    numbered = [(id, *each) for id, each in zip(free, new, strict=False)]
    body = mark(parts[BODY], [(id, stretch) for id, stretch, _ in numbered])
    written = "".join(part.comment(id, paragraphs) for id, _, paragraphs in numbered)
    return archive.rewritten({BODY: body, **part.with_comments(written)})


def _whole_runs(stretch: Stretch, body: Runs) -> tuple[int, int]:
    """The first and the last run of a stretch that has the whole of both, as an earlier comment's does."""
    whole = stretch.start == 0 and stretch.end >= body.runs[stretch.last].length
    return (stretch.first, stretch.last) if whole else (-1, -1)


def _paragraphs(comment: Comment, anchor: Anchor, text: str) -> Iterator[str]:
    if anchor.setting != "text":
        yield f"In the {anchor.setting} here: “{printable(text[comment.span.start : comment.span.end])}”"
    yield from comment.paragraphs
