"""The draft itself as a Word document, with a comment on each finding and each flagged figure.

A draft that came as a Word document comes back as it was, its own comments and tracked changes with it: the
report carries the file (`Document.original`), so that nothing is read twice and what came through a pipe can
be given back too. Any other article is set as a new document.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.errors import InputError
from claimcheck.model import Report
from claimcheck.reports.docx_comments import find_comments
from claimcheck.reports.docx_new import compose
from claimcheck.reports.docx_package import annotate
from claimcheck.reports.view import View


def render(reports: Iterable[Report], view: View) -> bytes:
    """The one article among `reports` with its comments.

    Raises InputError where there is none or more than one, or where the draft cannot take the comments.
    """
    given = iter(reports)
    report = next(given, None)
    if report is None:
        raise InputError("--format docx", "there is no article to write", "name one that can be read")
    if next(given, None) is not None:
        raise InputError("--format docx", "one document holds one article", "name a folder: -f docx=FOLDER")
    return annotated(report, view)


def annotated(report: Report, view: View) -> bytes:
    """The article of `report` with its comments. Raises InputError."""
    document = report.article.document
    if document.original is None:
        draft, places = compose(document)
    else:
        draft, places = document.original, document.places
    comments = find_comments(report, view)
    return annotate(draft, document.path or "text", document.text, places, comments)
