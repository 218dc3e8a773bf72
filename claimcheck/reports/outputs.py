"""The formats there are, and which goes where: `-f table -f json=report.json`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.errors import InputError, choose
from claimcheck.values import frozen, replace

if TYPE_CHECKING:  # the command line lists the formats in its help, and needs no more for it
    from pathlib import Path

    from claimcheck.model import Report, Severity
    from claimcheck.reports.view import View


class Format(NamedTuple):
    """A report format: the function `module.function` renders it; `suffix` is how its files are named.

    `lines`: a head, then the lines of each article, which would be the same in a file of its own.
    `apart`: a file holds one article, so that several take a folder.
    """

    name: str
    module: str
    suffix: str
    meaning: str
    function: str = "render"
    binary: bool = False
    lines: bool = False
    apart: bool = False


@frozen
class Printed:
    """A report as a format of lines writes it, and the severities of its findings, each once."""

    path: str | None
    text: str
    severities: tuple[Severity, ...]


class Output(NamedTuple):
    """A format and the file it goes to, None for standard output."""

    format: Format
    path: Path | None = None


FORMATS = (
    Format("table", "plain", ".txt", "the table for a reviewer, with the findings below"),
    Format("json", "json", ".json", "one JSON object, schema claimcheck/1"),
    Format(
        "jsonl",
        "json",
        ".jsonl",
        "one JSON object a line for each article, as each is done",
        "render_lines",
        lines=True,
    ),
    Format(
        "csv",
        "csv",
        ".csv",
        "the fact-checker's sheet: a row a figure, empty columns for the human",
        lines=True,
    ),
    Format("xlsx", "xlsx", ".xlsx", "the same sheet as an Excel workbook", binary=True),
    Format(
        "docx",
        "docx",
        ".docx",
        "the draft as a Word document, a comment on each finding and flagged figure; an article a file",
        binary=True,
        apart=True,
    ),
    Format("html", "html", ".html", "a review page in one file: the article marked up, filters, scales"),
    Format("markdown", "markdown", ".md", "findings and figures for chat and pull requests"),
    Format("github", "github", ".log", "findings as GitHub annotations", lines=True),
    Format("sarif", "sarif", ".sarif", "findings as SARIF 2.1.0 for code scanning"),
    Format("junit", "junit", ".xml", "findings as JUnit XML for CI"),
)
_BY_NAME = {format.name: format for format in FORMATS}


def parse_outputs(formats: Sequence[str], file: Path | None) -> tuple[Output, ...]:
    """What `--format NAME[=FILE]` (repeatable) and `--output FILE` ask for; a table when neither is given.

    `file` is for the one format without a file of its own; its suffix names the format where none is given.
    Raises InputError for a format there is not, or two outputs that would go to one place.
    """
    outputs = [_parse(text) for text in formats]
    if not outputs:
        outputs = [Output(_by_suffix(file) if file else FORMATS[0])]
    if file is not None:
        bare = [index for index, output in enumerate(outputs) if output.path is None]
        if not bare:
            raise InputError(f"--output {file}", "every format has a file already", "leave it out")
        outputs[bare[0]] = outputs[bare[0]]._replace(path=file)
    places = [output.path for output in outputs]
    for place in places:
        if places.count(place) > 1:
            where = str(place) if place else "standard output"
            raise InputError(where, "two formats would go there", "give each a file: -f json=report.json")
    return tuple(outputs)


def render(format: Format, reports: Iterable[Report], view: View) -> Iterator[str | bytes]:
    """The report in `format`, piece by piece."""
    module = import_module(f"claimcheck.reports.{format.module}")  # only the one that is asked for
    if format.name != "docx":  # which opens the draft once more
        reports = map(_with_readable_path, reports)
    rendered: Iterable[str] | bytes = getattr(module, format.function)(reports, view)
    yield from [rendered] if isinstance(rendered, bytes) else rendered


def _with_readable_path(report: Report) -> Report:
    """`report` with a path that can be written as UTF-8, where the system's name for the file cannot."""
    document = report.article.document
    if document.path is None or document.path.isascii():
        return report
    path = document.path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if path == document.path:
        return report
    return replace(report, article=replace(report.article, document=replace(document, path=path)))


def head(format: Format, view: View) -> str:
    """What a file in a format of lines begins with."""
    return "".join(map(str, render(format, [], view)))


def print_report(report: Report, format: Format, view: View) -> Printed:
    """The lines that `report` adds to a file in `format`, which is one of lines."""
    text = "".join(map(str, render(format, [report], view)))
    severities = dict.fromkeys(finding.severity for finding in report.findings)
    return Printed(report.article.document.path, text.removeprefix(head(format, view)), tuple(severities))


def _parse(text: str) -> Output:
    name, _, path = text.partition("=")
    format = _BY_NAME[choose(name, tuple(_BY_NAME), "--format", "format")]
    if not path:
        return Output(format)
    from pathlib import Path  # lazily: 4 ms

    return Output(format, Path(path))


def _by_suffix(file: Path) -> Format:
    """The format that a file's name ends in; a table where it ends in nothing."""
    known = {format.suffix: format for format in reversed(FORMATS)} | {"": FORMATS[0], ".txt": FORMATS[0]}
    if file.suffix.lower() not in known:
        endings = ", ".join(dict.fromkeys(format.suffix for format in FORMATS))
        raise InputError(
            str(file), f"no report ends in {file.suffix}", f"name a format with -f, or end it in {endings}"
        )
    return known[file.suffix.lower()]
