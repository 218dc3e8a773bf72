"""Findings that were there before: a file of them, by what they say and not by where they stand.

A finding is known by its code, the ids of its claims and its quoted words, so it stays known when the lines
above it change, and is new when its figures do. The file is JSON that people may read and put under
version control.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claimcheck.errors import InputError
from claimcheck.model import Finding, Report
from claimcheck.reports.files import replacing
from claimcheck.values import frozen, replace

SCHEMA = "claimcheck-baseline/1"


@frozen
class Known:
    """A finding as a baseline has it; `path` is seen from the folder of the baseline."""

    path: str
    code: str
    claims: tuple[str, ...]
    text: str


def known(report: Report, folder: Path) -> list[Known]:
    """The findings of `report` as a baseline in `folder` has them."""
    path = place(report, folder)
    return [_known(finding, report, path) for finding in report.findings]


def place(report: Report, folder: Path) -> str:
    """The path of the article as a baseline in `folder` writes it; `-` for standard input."""
    document = report.article.document
    if document.path in (None, "-"):
        return "-"
    path = Path(os.path.relpath(Path(document.path or "").resolve(), folder.resolve())).as_posix()
    return path if document.id is None else f"{path}#{document.id}"


def new_only(report: Report, old: Counter[Known], folder: Path) -> Report:
    """`report` without the findings that `old` counts; those are taken from `old`."""
    path = place(report, folder)
    fresh = []
    for finding in report.findings:
        key = _known(finding, report, path)
        if old[key] > 0:
            old[key] -= 1
        else:
            fresh.append(finding)
    return replace(report, findings=tuple(fresh))


def mended(old: Counter[Known], paths: Iterable[str]) -> Iterator[Known]:
    """What is left of a baseline for the articles at `paths`, which were all scanned."""
    scanned = set(paths)
    yield from sorted((each for each in old.elements() if each.path in scanned), key=_order)


def read(path: Path) -> Counter[Known]:
    """The baseline in a file. Raises InputError."""
    try:
        found = json.loads(path.read_bytes())
        if found["schema"] != SCHEMA:
            raise ValueError
        return Counter(_read(each) for each in found["findings"])
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(str(path), f"cannot be read ({reason})", _REMEDY) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise InputError(str(path), "is no baseline", _REMEDY) from None


def write(path: Path, findings: Iterable[Known]) -> None:
    """Write a baseline, whole or not at all. Raises InputError."""
    rows = [
        {"path": each.path, "code": each.code, "text": each.text, "claims": list(each.claims)}
        for each in sorted(findings, key=_order)
    ]
    with replacing(path) as file:
        json.dump({"schema": SCHEMA, "findings": rows}, file, ensure_ascii=False, indent=1)
        file.write("\n")


_REMEDY = "make one with --write-baseline FILE"


def _known(finding: Finding, report: Report, path: str) -> Known:
    words = report.article.text[finding.start : finding.end]
    return Known(path, finding.code, tuple(sorted(finding.claims)), " ".join(words.split()))


def _read(each: dict[str, Any]) -> Known:
    claims = each["claims"]
    if not isinstance(claims, list):
        raise TypeError
    return Known(str(each["path"]), str(each["code"]), tuple(map(str, claims)), str(each["text"]))


def _order(each: Known) -> tuple[str, str, str, tuple[str, ...]]:
    return each.path, each.code, each.text, each.claims
