"""Reports to where they go: standard output, plain or on a terminal, and files that appear whole."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.model import Report
from claimcheck.reports.outputs import Format, Output, render
from claimcheck.reports.view import View


def write(reports: Iterable[Report], outputs: Sequence[Output], view: View, *, plain: bool) -> None:
    """Write the reports in each format to its file, whole, or to standard output."""
    every = list(reports) if len(outputs) > 1 else reports
    for format, path in outputs:
        if path is not None:
            from claimcheck.reports.files import replacing

            with replacing(path, binary=format.binary) as file:
                file.writelines(render(format, every, view))
        elif format.binary:
            _write_binary(format, every, view)
        elif format.name == "table" and not plain and sys.stdout.isatty():
            from rich.console import Console  # lazily: 40 ms

            from claimcheck.reports import terminal

            terminal.write(every, view, Console())
        else:
            for piece in render(format, every, view):
                sys.stdout.write(str(piece))
                sys.stdout.flush()


def write_sources(reports: Iterable[Report], format: str, output: Path | None, *, plain: bool) -> None:
    """Write who carries each article to standard output, or whole to `output`."""
    from claimcheck.reports import sources

    pieces = sources.render if format == "table" else sources.render_json
    if output is not None:
        from claimcheck.reports.files import replacing

        with replacing(output) as file:
            file.writelines(pieces(reports))
    elif format == "table" and not plain and sys.stdout.isatty():
        from rich.console import Console  # lazily: 40 ms

        from claimcheck.reports import sources_terminal

        sources_terminal.write(reports, Console())
    else:
        for piece in pieces(reports):
            sys.stdout.write(piece)
            sys.stdout.flush()


def _write_binary(format: Format, reports: Iterable[Report], view: View) -> None:
    if sys.stdout.isatty():
        problem, remedy = (
            "cannot be shown on a terminal",
            f"name a file: -f {format.name}=figures{format.suffix}",
        )
        raise InputError(f"--format {format.name}", problem, remedy)
    for piece in render(format, reports, view):
        sys.stdout.buffer.write(piece if isinstance(piece, bytes) else piece.encode())
