"""Reports to where they go: standard output, plain or on a terminal, and files that appear whole."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, Any

from claimcheck.console import whole
from claimcheck.errors import InputError
from claimcheck.feeding import Consumer, shared
from claimcheck.model import Report
from claimcheck.reports.outputs import Format, Output, render
from claimcheck.reports.view import Part, View

if TYPE_CHECKING:
    from pathlib import Path


def write(reports: Iterable[Report], outputs: Sequence[Output], view: View, *, plain: bool) -> None:
    """Write the reports in each format to its file, whole, or to standard output, as each report comes.

    Raises InputError where a file cannot be written, before the first report is asked for.
    """
    with ExitStack() as files:
        written = [
            _to_path(output.format, output.path, files, view) for output in outputs if output.path is not None
        ]
        shown = [_to_standard_output(output.format, view, plain) for output in outputs if output.path is None]
        *others, last = (*written, *shown)  # standard output is this thread's, so that its pipe can close
        with shared(reports, others) as rest:
            last(rest)


def write_sources(reports: Iterable[Report], format: str, output: Path | None, *, plain: bool) -> None:
    """Write who carries each article to standard output, or whole to `output`."""
    from claimcheck.reports import sources

    pieces = sources.render if format == "table" else sources.render_json
    if output is not None:
        with _file(output) as file:
            file.writelines(pieces(reports))
    elif format == "table" and not plain and sys.stdout.isatty():
        from rich.console import Console  # lazily: 40 ms

        from claimcheck.reports import sources_terminal

        sources_terminal.write(reports, Console())
    else:
        _print(pieces(reports))


def _file(path: Path, *, binary: bool = False) -> Any:
    from claimcheck.reports.files import replacing

    return replacing(path, binary=binary)


def _to_path(format: Format, path: Path, files: ExitStack, view: View) -> Consumer:
    if format.apart:
        from claimcheck.reports.folders import is_folder, write_each

        if is_folder(path):
            return lambda reports: write_each(path, format, reports, view)
    file: IO[Any] = files.enter_context(_file(path, binary=format.binary))
    return lambda reports: file.writelines(render(format, reports, view))


def _to_standard_output(format: Format, view: View, plain: bool) -> Consumer:
    if format.binary:
        return lambda reports: _print_binary(format, reports, view)
    if format.name == "table" and not plain and sys.stdout.isatty():
        return lambda reports: _show(reports, view)
    return lambda reports: _print(render(format, reports, view))


def _show(reports: Iterable[Report], view: View) -> None:
    from rich.console import Console  # lazily: 40 ms

    from claimcheck.reports import terminal

    terminal.write(reports, view, Console())


def _print(pieces: Iterator[str | bytes] | Iterator[str]) -> None:
    for piece in pieces:
        with whole():
            sys.stdout.write(str(piece))
            while isinstance(piece, Part):
                piece = next(pieces)
                sys.stdout.write(str(piece))
            sys.stdout.flush()


def _print_binary(format: Format, reports: Iterable[Report], view: View) -> None:
    if sys.stdout.isatty():
        problem, remedy = (
            "cannot be shown on a terminal",
            f"name a file: -f {format.name}=figures{format.suffix}",
        )
        raise InputError(f"--format {format.name}", problem, remedy)
    for piece in render(format, reports, view):
        sys.stdout.buffer.write(piece if isinstance(piece, bytes) else piece.encode())
