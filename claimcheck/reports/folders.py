"""A folder with one file for each article, for the formats in which a file holds one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePath

from claimcheck.errors import InputError
from claimcheck.model import Document, Report
from claimcheck.reports.files import replacing
from claimcheck.reports.outputs import Format, render
from claimcheck.reports.view import View

_ODD = re.compile(r"[^\w.-]+")
_LONGEST = 80  # characters of a name


def is_folder(path: Path) -> bool:
    """Whether `path` is meant for a folder: there is one, or it has no ending as a file's name has."""
    return path.is_dir() or not path.suffix


def write_each(folder: Path, format: Format, reports: Iterable[Report], view: View) -> None:
    """Write each report to a file of its own in `folder`, called as its article is; no draft is overwritten.

    Raises InputError for the first that could not be written, after the others were.
    """
    _make(folder)
    names: set[str] = set()
    problems: list[InputError] = []
    for report in reports:
        document = report.article.document
        name = _unused(_stem(document), names)
        try:
            _write(folder / f"{name}{_suffix(document, format)}", format, report, view)
        except InputError as error:
            problems.append(error)
    if problems:
        raise problems[0]


def _write(path: Path, format: Format, report: Report, view: View) -> None:
    draft = report.article.document.path
    if draft and path.exists() and Path(draft).exists() and path.samefile(draft):
        raise InputError(str(path), "is the draft itself", "name another folder")
    with replacing(path, binary=format.binary) as file:
        file.writelines(render(format, [report], view))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(str(folder), f"cannot be made ({reason})", "name another folder") from None


def _stem(document: Document) -> str:
    """The name of the article's file, with the id that tells records of one file apart."""
    parts = [PurePath(document.path).stem if document.path else "", str(document.id or "")]
    return _ODD.sub("-", "-".join(part for part in parts if part)).strip("-.")[:_LONGEST] or "article"


def _suffix(document: Document, format: Format) -> str:
    """A document with macros keeps its ending: Word opens it under no other."""
    return ".docm" if (document.path or "").lower().endswith(".docm") else format.suffix


def _unused(name: str, names: set[str]) -> str:
    numbered = (f"{name}-{number}" if number > 1 else name for number in range(1, len(names) + 2))
    found = next(each for each in numbered if each.lower() not in names)
    names.add(found.lower())
    return found
