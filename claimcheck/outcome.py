"""How a run goes about it, and what came of it: notes and errors on standard error, the exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.config.resolve import Resolver
from claimcheck.config.values import FailOn
from claimcheck.console import Exit, say, tell
from claimcheck.errors import InputError, InputNote
from claimcheck.model import Report, Severity
from claimcheck.reports.outputs import Printed
from claimcheck.settings import Settings
from claimcheck.values import frozen

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck.batch.work import CacheChoice

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

    `verbose`: name configurations, and what a baseline has too much; `quiet`: errors alone on standard error;
    `plain`: no colours on a terminal; `watch`: again whenever a file changes; `stdin_filename`: what to take
    standard input for; `baseline`: findings to leave out; `write_baseline`: where to write them all;
    `jobs`: how many processes share the work, 0 for one a core; `cache`: where analyses are kept;
    `resume`: the journal of a run to go on with.
    """

    verbose: bool = False
    quiet: bool = False
    plain: bool = False
    watch: bool = False
    stdin_filename: str | None = None
    baseline: Path | None = None
    write_baseline: Path | None = None
    jobs: int = 1
    cache: CacheChoice = None
    resume: Path | None = None


_ONCE = Run()


class Outcome:
    """Passes reports on, says on standard error what could not be read, and keeps the exit code."""

    def __init__(self, settings: Settings = _DEFAULT, run: Run = _ONCE) -> None:
        self._resolver = Resolver(settings)
        self._run = run
        self._configuration: Path | None = None
        self.exit = Exit.DONE

    def reports(self, results: Iterable[Report | InputError]) -> Iterator[Report]:
        """The reports among `results`."""
        for result in results:
            if isinstance(result, InputError):
                self.hear(result)
            else:
                severities = [finding.severity for finding in result.findings]
                self._judge(result.article.document.path, severities)
                yield result

    def printed(self, results: Iterable[Report | Printed | InputError]) -> Iterator[Printed]:
        """The reports among `results` that are written out already."""
        for result in results:
            if isinstance(result, InputError):
                self.hear(result)
            elif isinstance(result, Printed):
                self._judge(result.path, result.severities)
                yield result

    def hear(self, error: InputError) -> None:
        """Say what could not be read, or was odd."""
        odd = isinstance(error, InputNote)
        if not (odd and self._run.quiet):
            tell(error)
        if not odd:
            self.exit = Exit.UNUSABLE

    def _judge(self, path: str | None, severities: Sequence[Severity]) -> None:
        rules = self._resolver.effective(path)
        if any(severity in _FAILING[rules.fail_on] for severity in severities):
            self.exit = max(self.exit, Exit.FINDINGS)
        if self._run.verbose and rules.path and rules.path != self._configuration:
            self._configuration = rules.path
            note(f"settings of {rules.path}", self._run)


def note(sentence: str, run: Run) -> None:
    """Say something on standard error, unless the run is quiet."""
    if not run.quiet:
        say(sentence)
