"""What the commands do with the library: write reports, tell of problems, give the exit code."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum
from io import TextIOWrapper
from pathlib import Path

from claimcheck.config.resolve import Resolver
from claimcheck.config.values import FailOn
from claimcheck.errors import InputError, InputNote
from claimcheck.model import Report, Severity
from claimcheck.reports.outputs import Format, Output, render
from claimcheck.reports.printable import printable
from claimcheck.reports.view import View
from claimcheck.settings import Settings

_DEFAULT = Settings()
_FAILING: dict[FailOn, tuple[Severity, ...]] = {
    "never": (),
    "error": ("error",),
    "warning": ("error", "warning"),
    "advice": ("error", "warning", "advice"),
}


class Exit(IntEnum):
    """The process's exit codes."""

    DONE = 0
    FINDINGS = 1
    UNUSABLE = 2


class Watch:
    """Passes reports on, says on standard error what could not be read, and keeps the exit code."""

    def __init__(self, settings: Settings = _DEFAULT, *, verbose: bool = False) -> None:
        self._resolver = Resolver(settings)
        self._verbose = verbose
        self._configuration: Path | None = None
        self.exit = Exit.DONE

    def reports(self, results: Iterable[Report | InputError]) -> Iterator[Report]:
        """The reports among `results`."""
        for result in results:
            if isinstance(result, Report):
                self._judge(result)
                yield result
                continue
            tell(result)
            if not isinstance(result, InputNote):
                self.exit = Exit.UNUSABLE

    def _judge(self, report: Report) -> None:
        rules = self._resolver.effective(report.article.document.path)
        if any(finding.severity in _FAILING[rules.fail_on] for finding in report.findings):
            self.exit = max(self.exit, Exit.FINDINGS)
        if self._verbose and rules.path and rules.path != self._configuration:
            self._configuration = rules.path
            say(f"settings of {rules.path}")


def with_baseline(
    results: Iterable[Report | InputError], old: Path | None, new: Path | None, *, verbose: bool
) -> Iterator[Report | InputError]:
    """The results without the findings that the baseline `old` has; all of them are written to `new`.

    At the end it is said how many were written, and if `verbose`, which old ones are mended.
    """
    from claimcheck import baseline

    counted = baseline.read(old) if old else None
    scanned, kept = set(), []
    for result in results:
        if new and isinstance(result, Report):
            kept += baseline.known(result, new.parent)
        if counted is not None and old and isinstance(result, Report):
            scanned.add(baseline.place(result, old.parent))
            result = baseline.new_only(result, counted, old.parent)
        yield result
    if new:
        baseline.write(new, kept)
        say(f"{len(kept):,} finding{'' if len(kept) == 1 else 's'} written to {new}")
    for each in baseline.mended(counted or Counter(), scanned) if verbose else ():
        say(f"mended since the baseline: {each.path}: {each.code} “{each.text}”")


def tell(error: InputError) -> None:
    """Say on standard error what was wrong with the input."""
    say(str(error))


def say(sentence: str) -> None:
    """Say something on standard error."""
    sys.stdout.flush()  # so the two streams read in order on a terminal
    print(f"claimcheck: {printable(sentence)}", file=sys.stderr)


def prepare_streams() -> None:
    """Make standard output UTF-8 where it is not a terminal, and never fail on a sign it lacks."""
    if isinstance(sys.stdout, TextIOWrapper):
        terminal = sys.stdout.isatty()
        sys.stdout.reconfigure(encoding=None if terminal else "utf-8", errors="replace")


@contextmanager
def quiet_pipe() -> Iterator[None]:
    """End without a word when nobody reads standard output any more (`| head`)."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(Exit.DONE)


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


def _write_binary(format: Format, reports: Iterable[Report], view: View) -> None:
    if sys.stdout.isatty():
        problem, remedy = (
            "cannot be shown on a terminal",
            f"name a file: -f {format.name}=figures{format.suffix}",
        )
        raise InputError(f"--format {format.name}", problem, remedy)
    for piece in render(format, reports, view):
        sys.stdout.buffer.write(piece if isinstance(piece, bytes) else piece.encode())


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
