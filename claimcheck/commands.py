"""What the commands do with the library: scan, write reports, tell of problems, give the exit code."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claimcheck.config.resolve import Resolver
from claimcheck.config.values import FailOn
from claimcheck.console import Exit, quiet_pipe, say, tell
from claimcheck.errors import InputError, InputNote, choose
from claimcheck.model import Report, Severity
from claimcheck.reports.outputs import Output
from claimcheck.reports.view import View
from claimcheck.settings import Settings
from claimcheck.values import frozen, replace

_DEFAULT = Settings()
_FAILING: dict[FailOn, tuple[Severity, ...]] = {
    "never": (),
    "error": ("error",),
    "warning": ("error", "warning"),
    "advice": ("error", "warning", "advice"),
}


@frozen
class Run:
    """How one run of `scan` goes about it, beside what is read and how it is judged.

    `verbose`: name configurations, and what a baseline has too much; `plain`: no colours on a terminal;
    `stdin_filename`: what to take standard input for; `baseline`: findings to leave out;
    `write_baseline`: where to write them all.
    """

    verbose: bool = False
    plain: bool = False
    stdin_filename: str | None = None
    baseline: Path | None = None
    write_baseline: Path | None = None


class Outcome:
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


def scan(paths: Sequence[str], settings: Settings, outputs: Sequence[Output], view: View, run: Run) -> Exit:
    """Write the reports on the articles at `paths`; what goes wrong is said on standard error."""
    from claimcheck.delivery import write
    from claimcheck.scanning import scan as scan_paths

    if run.write_baseline:
        settings = replace(settings, fail_on="never")
    outcome = Outcome(settings, verbose=run.verbose)
    gc.enable()  # see __main__
    with quiet_pipe():
        results = scan_paths(paths, settings, stdin_filename=run.stdin_filename)
        if run.baseline or run.write_baseline:
            results = with_baseline(results, run.baseline, run.write_baseline, verbose=run.verbose)
        write(outcome.reports(results), outputs, view, plain=run.plain)
    return outcome.exit


def sources(
    paths: Sequence[str], settings: Settings, format: str, output: Path | None, *, plain: bool
) -> Exit:
    """Write who carries each of the articles at `paths`."""
    from claimcheck.delivery import write_sources
    from claimcheck.options import SOURCES_FORMATS
    from claimcheck.scanning import scan as scan_paths

    format = choose(format, SOURCES_FORMATS, "--format", "format")
    outcome = Outcome()
    gc.enable()  # see __main__
    with quiet_pipe():
        write_sources(outcome.reports(scan_paths(paths, settings)), format, output, plain=plain)
    return outcome.exit


def why(text: str, settings: Settings) -> str:
    """How `text` is read; `-` is what stands on standard input."""
    from claimcheck.explain import explain, render
    from claimcheck.scanning import check_text

    return render(explain(check_text(sys.stdin.read() if text == "-" else text, settings)))


def config(path: Path, profile: str | None, file: Path | None, *, sample: bool) -> str:
    """The settings that hold for `path`, or a sample of them."""
    from claimcheck.config import show

    return show.sample() if sample else show.shown(path, profile, file)


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
