"""What `claimcheck scan` does with --jobs and --resume where a report is made of lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.batch.work import Task, open_task, print_apart
from claimcheck.console import whole
from claimcheck.errors import InputError
from claimcheck.reports.outputs import FORMATS, Output, Printed, head
from claimcheck.reports.view import View
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from claimcheck.outcome import Outcome, Run


def scan_lines(
    paths: Sequence[str],
    settings: Settings,
    outputs: Sequence[Output],
    view: View,
    run: Run,
    outcome: Outcome,
) -> None:
    """Write the one report there is line by line, in the order of the articles; on with an earlier run."""
    output = outputs[0]
    if run.resume is not None:
        _refuse(outputs, run)
    task, notes = open_task(settings, run.cache, (output.format, view))
    for note in notes:
        outcome.hear(note)
    if run.resume is not None and output.path is not None:
        _go_on(paths, task, output.path, run.resume, run, outcome)
    else:
        _write_new(paths, task, output, run, outcome)


def _refuse(outputs: Sequence[Output], run: Run) -> None:
    """Raises InputError where the options do not allow to go on later."""
    format, path = outputs[0]
    if run.baseline or run.write_baseline or run.watch:
        other = "--watch" if run.watch else "a baseline"
        raise InputError("--resume", f"does not go with {other}", "leave one of the two out")
    if len(outputs) > 1 or not format.lines:
        names = ", ".join(each.name for each in FORMATS if each.lines)
        raise InputError("--resume", "only one report of lines can be continued", f"choose one of {names}")
    if path is None or (path.exists() and not path.is_file()):
        raise InputError("--resume", "needs a file to go on with", f"name it: -o figures{format.suffix}")


def _go_on(paths: Sequence[str], task: Task, output: Path, journal: Path, run: Run, outcome: Outcome) -> None:
    from claimcheck.batch.resume import Course, resumed
    from claimcheck.commands import results_at

    course = Course(output, journal)
    begin = partial(resumed, task=task, course=course, jobs=run.jobs, stdin_filename=run.stdin_filename)
    with closing(results_at(paths, [output, course.part, journal], run, begin)) as results:
        for _ in outcome.printed(results):
            pass


def _write_new(paths: Sequence[str], task: Task, output: Output, run: Run, outcome: Outcome) -> None:
    from claimcheck.commands import results_at

    begin = partial(print_apart, task=task, jobs=run.jobs, stdin_filename=run.stdin_filename)
    own = [output.path] if output.path else []
    with closing(results_at(paths, own, run, begin)) as results:
        _write(head(*task.printing) if task.printing else "", outcome.printed(results), output.path)


def _write(head: str, reports: Iterable[Printed], path: Path | None) -> None:
    if path is not None:
        from claimcheck.reports.files import replacing

        with replacing(path) as file:
            file.write(head)
            file.writelines(report.text for report in reports)
        return
    sys.stdout.write(head)
    for report in reports:
        with whole():
            sys.stdout.write(report.text)
            sys.stdout.flush()
