"""What the commands do with the library: scan, write reports, tell of problems, give the exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from claimcheck.console import Exit, quiet_pipe, say
from claimcheck.errors import InputError, choose
from claimcheck.model import Report
from claimcheck.outcome import Outcome, Run, note
from claimcheck.reports.outputs import Output
from claimcheck.reports.view import View
from claimcheck.settings import Settings
from claimcheck.values import replace

if TYPE_CHECKING:
    from pathlib import Path

Result = Report | InputError
T = TypeVar("T")

_BETWEEN_COLLECTIONS = 100_000  # values made and not yet given up


def scan(paths: Sequence[str], settings: Settings, outputs: Sequence[Output], view: View, run: Run) -> Exit:
    """Write the reports on the articles at `paths`; what goes wrong is said on standard error."""
    from claimcheck.readers.paths import spare

    if run.write_baseline:
        settings = replace(settings, fail_on="never")
    own = [output.path for output in outputs if output.path]
    spare(paths, [*own, run.write_baseline, run.resume])
    if run.resume in own:
        raise InputError(str(run.resume), "is the output itself", "name another file for the journal")
    _collect_garbage()
    with quiet_pipe():
        if run.watch:
            from claimcheck.watching import watch

            watch(paths, partial(scan_once, settings, outputs, view, run), settings, run, own)
        return scan_once(settings, outputs, view, run, paths)


def scan_once(
    settings: Settings, outputs: Sequence[Output], view: View, run: Run, paths: Sequence[str]
) -> Exit:
    """Write the reports on the articles at `paths` as they are now."""
    from claimcheck.delivery import write
    from claimcheck.scanning import scan as scan_files

    outcome = Outcome(settings, run)
    if run.resume or (run.jobs != 1 and _is_of_lines(outputs, run)):
        from claimcheck.batch.command import scan_lines

        scan_lines(paths, settings, outputs, view, run, outcome)
        return outcome.exit
    begin = partial(
        scan_files, settings=settings, stdin_filename=run.stdin_filename, jobs=run.jobs, cache=run.cache
    )
    own = [output.path for output in outputs if output.path]
    with closing(results_at(paths, own, run, begin)) as results:
        kept: Iterator[Result] = results
        if run.baseline or run.write_baseline:
            kept = with_baseline(results, run)
        write(outcome.reports(kept), outputs, view, plain=run.plain)
    return outcome.exit


def results_at(
    paths: Sequence[str], own: Sequence[Path], run: Run, scan_files: Callable[[Iterable[str]], Iterator[T]]
) -> Generator[T | InputError]:
    """What is wrong with the paths themselves, then the results of the files there are but the `own` ones."""
    from claimcheck import progress
    from claimcheck.readers.paths import articles

    files, problems = articles(paths, own)
    yield from problems
    if progress.wanted(len(files), quiet=run.quiet):
        yield from progress.with_progress(files, scan_files)
    else:
        yield from scan_files(files)


def _is_of_lines(outputs: Sequence[Output], run: Run) -> bool:
    """Whether each article's part of the output can be written where it is scanned."""
    return len(outputs) == 1 and outputs[0].format.lines and not (run.baseline or run.write_baseline)


def sources(
    paths: Sequence[str], settings: Settings, format: str, output: Path | None, *, plain: bool
) -> Exit:
    """Write who carries each of the articles at `paths`."""
    from claimcheck.delivery import write_sources
    from claimcheck.options import SOURCES_FORMATS
    from claimcheck.readers.paths import spare
    from claimcheck.scanning import scan as scan_files

    format = choose(format, SOURCES_FORMATS, "--format", "format")
    spare(paths, [output])
    outcome = Outcome()
    _collect_garbage()
    with quiet_pipe():
        write_sources(outcome.reports(scan_files(paths, settings)), format, output, plain=plain)
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


def scan_archive(
    source: str, target: str, engine: str, settings: Settings, cluster: str | None, jobs: int, *, quiet: bool
) -> int:
    """Write the claims of an archive, say how each shard went, and give the exit code."""
    from claimcheck.archive.run import EXTRAS, archive

    failed, name = 0, choose(engine, tuple(EXTRAS), "--engine", "engine")
    gc.enable()
    for shard in archive(source, target, name, settings, cluster=cluster, jobs=jobs or os.cpu_count() or 1):
        progress = f"{shard.number:,} of {shard.of:,}: {shard.shard}"
        if shard.error:
            failed += 1
            say(f"{progress} failed ({shard.error}); give the command again to try it again")
        elif not quiet:
            say(f"{progress} {'was done before' if shard.before else 'is done'}")
    return Exit.UNUSABLE if failed else Exit.DONE


def with_baseline(results: Iterable[Result], run: Run) -> Iterator[Result]:
    """The results without the findings that the run's baseline has; all of them are written to its new one.

    At the end it is said how many were written, and if the run is verbose, which old ones are mended.
    """
    from claimcheck import baseline

    old, new = run.baseline, run.write_baseline
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
        note(f"{len(kept):,} finding{'' if len(kept) == 1 else 's'} written to {new}", run)
    for each in baseline.mended(counted or Counter(), scanned) if run.verbose else ():
        note(f"mended since the baseline: {each.path}: {each.code} “{each.text}”", run)


def _collect_garbage() -> None:
    """From here on, what the start has made left out (see __main__): looking through that takes 10 ms.

    Little of an article's values is garbage before its report is, so it is looked for seldom.
    """
    gc.freeze()
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    gc.enable()
