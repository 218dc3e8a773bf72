"""What a worker does with an item: read it, check it and, where a format allows, write it out."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.batch.items import Item, find_items, parcels
from claimcheck.config.resolve import Resolver
from claimcheck.errors import InputError, InputNote
from claimcheck.model import Document, Report
from claimcheck.reports.outputs import Format, Printed, print_report
from claimcheck.reports.view import View
from claimcheck.scanning import check_apart
from claimcheck.settings import Settings
from claimcheck.text.blocks import split_blocks
from claimcheck.values import frozen

if TYPE_CHECKING:
    from claimcheck.batch.cache import Cache

CacheChoice = str | PathLike[str] | None  # a folder, `default` for the usual one, None for none


_ANY_TEXT = "At least 9 of 40 people died on 4 May, up 5% from a year ago, the mayor said."
Result = Report | Printed | InputError


@frozen
class Task:
    """What is done with every item: checked under `settings` and, if `printing` says so, written out."""

    settings: Settings
    printing: tuple[Format, View] | None = None
    cache: Cache | None = None


def run(items: Iterable[Item], task: Task, jobs: int = 1) -> Generator[tuple[Item, list[Result]]]:
    """Each item and its results, in order, worked out by `jobs` processes, or 0 for one a core."""
    if jobs == 1:
        work = worker(task)
        yield from ((item, work(item)) for item in items)
        return
    from claimcheck.batch.processes import Crew, cores, forks  # lazily: 30 ms

    if forks():
        _load_word_lists()
    yield from Crew(partial(worker, task), jobs or cores(), _lost).results(parcels(items))


def scan_apart(
    paths: Iterable[str], settings: Settings, jobs: int, cache: CacheChoice, stdin_filename: str | None
) -> Iterator[Report | InputError]:
    """What `claimcheck.scan` gives, worked out by `jobs` processes with the help of a cache."""
    task, notes = open_task(settings, cache)
    yield from notes
    for result in print_apart(paths, task, jobs, stdin_filename):
        if not isinstance(result, Printed):
            yield result


def print_apart(paths: Iterable[str], task: Task, jobs: int, stdin_filename: str | None) -> Iterator[Result]:
    """What `task` makes of each article at `paths`, in order."""
    with closing(run(find_items(paths, stdin_filename), task, jobs)) as done:
        for _, results in done:
            yield from results


def open_task(
    settings: Settings, cache: CacheChoice, printing: tuple[Format, View] | None = None
) -> tuple[Task, list[InputNote]]:
    """A task with its cache opened, and a note if that cannot be."""
    if cache is None:
        return Task(settings, printing), []
    from claimcheck.batch.cache import open_cache  # lazily: pickle and more

    opened = open_cache(None if cache == "default" else Path(cache))
    if isinstance(opened, InputNote):
        return Task(settings, printing), [opened]
    return Task(settings, printing, opened), []


def worker(task: Task) -> Callable[[Item], list[Result]]:
    """The work itself, with what it remembers from item to item: the configurations it has read."""
    return partial(_work, task, Resolver(task.settings))


def _work(task: Task, resolver: Resolver, item: Item) -> list[Result]:
    results: list[Result] = []
    for found in item.read():
        if isinstance(found, InputError):
            results.append(found)
            continue
        checked = check_apart(found, task.settings, resolver, task.cache)
        results.append(checked if isinstance(checked, InputError) else _printed(checked, task))
    return results


def _printed(report: Report, task: Task) -> Report | Printed:
    return print_report(report, *task.printing) if task.printing else report


def _load_word_lists() -> None:
    """Once for all processes: forked ones share what is loaded."""
    plain = Settings()
    check_apart(Document(_ANY_TEXT, split_blocks(_ANY_TEXT)), plain, Resolver(plain))


def _lost(item: Item) -> list[Result]:
    problem = "the process that scanned it died"
    return [InputError(item.name, problem, "it was left out; scan it alone, and report what happens")]
