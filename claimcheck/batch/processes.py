"""Work spread over processes: with a bounded number under way, and past the death of a process.

Each process has a pipe to itself, so its death is heard at once, whatever it was doing, and it is known over
what it died: that is done again, piece by piece, until the piece that kills is found. `multiprocessing.Pool`
waits for ever for a process that was killed, and so does `ProcessPoolExecutor` for one that was killed in the
middle of a result: its processes share a pipe, and those that live hold it open.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Item], Result]

_AHEAD = 3  # parcels to a process that may wait for an earlier one, where they are given out in order
_STOPPED = 1


class Crew(Generic[Item, Result]):
    """`jobs` processes that do what `prepare()` gives, once in each process, with every item.

    `lost` gives the result for an item that kills its process. `prepare` must be picklable. Where `forked`,
    processes are forked if that is safe beside Python's own threads.
    """

    def __init__(
        self,
        prepare: Callable[[], Work[Item, Result]],
        jobs: int,
        lost: Callable[[Item], Result],
        *,
        in_order: bool = True,
        forked: bool = True,
    ) -> None:
        self._prepare, self._jobs, self._lost = prepare, jobs, lost
        self._in_order, self._forked = in_order, forked
        self._workers: list[_Worker[Item, Result]] = []
        self._under_way: list[_Parcel[Item, Result]] = []
        self._broken: list[_Parcel[Item, Result]] = []

    def results(self, parcels: Iterable[Sequence[Item]]) -> Iterator[tuple[Item, Result]]:
        """Each item of the parcels and its result, in order or as they are done.

        What the work itself raises is raised here.
        """
        supply = iter(parcels)
        try:
            while True:
                self._hand_out(supply)
                if not self._under_way:
                    return
                parcel = self._first_done()
                self._under_way.remove(parcel)
                yield from zip(parcel.items, parcel.results or (), strict=True)
        finally:
            self._stop()

    def _hand_out(self, supply: Iterator[Sequence[Item]]) -> None:
        room = self._jobs * (_AHEAD if self._in_order else 1)
        while len(self._under_way) < room and len(self._busy()) < self._jobs:
            items = next(supply, None)
            if items is None:
                return
            parcel: _Parcel[Item, Result] = _Parcel(items)
            self._under_way.append(parcel)
            self._idle_worker().begin(parcel)

    def _first_done(self) -> _Parcel[Item, Result]:
        wanted = self._under_way[:1] if self._in_order else self._under_way
        while True:
            done = next((parcel for parcel in wanted if parcel.results is not None), None)
            if done is not None:
                return done
            self._take_in()
            if self._broken:
                self._recover()

    def _take_in(self) -> None:
        """Wait until a process has done its parcel, or died."""
        busy = {worker.pipe: worker for worker in self._busy()}
        for pipe in wait(busy):
            worker = busy[pipe]  # type: ignore[index]  # sockets and numbers are none of them
            parcel, worker.parcel = worker.parcel, None
            assert parcel is not None
            parcel.results = self._taken(worker)
            if parcel.results is None:
                self._broken.append(parcel)

    def _recover(self) -> None:
        """Do again what a process died over, when all others are done: it has the memory to itself then."""
        while self._busy():
            self._take_in()
        broken, self._broken = self._broken, []
        for parcel in broken:
            parcel.results = self._alone(parcel.items)

    def _alone(self, items: Sequence[Item]) -> list[Result]:
        worker = self._idle_worker()
        worker.give(items)
        results = self._taken(worker)
        if results is not None:
            return results
        if len(items) == 1:
            return [self._lost(items[0])]
        return [result for item in items for result in self._alone([item])]

    def _taken(self, worker: _Worker[Item, Result]) -> list[Result] | None:
        results = worker.take()
        if results is None:
            self._workers.remove(worker)
            worker.end()
        return results

    def _busy(self) -> list[_Worker[Item, Result]]:
        return [worker for worker in self._workers if worker.parcel is not None]

    def _idle_worker(self) -> _Worker[Item, Result]:
        for worker in self._workers:
            if worker.parcel is None:
                return worker
        with _undisturbed():
            self._workers.append(_Worker(self._prepare, _context(self._forked)))
        return self._workers[-1]

    def _stop(self) -> None:
        for worker in self._workers:
            worker.end()
        self._workers, self._under_way, self._broken = [], [], []


class _Parcel(Generic[Item, Result]):
    """Items that travel together, and their results once they are there."""

    __slots__ = ("items", "results")

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.results: list[Result] | None = None


class _Worker(Generic[Item, Result]):
    """A process, this side of its pipe, and the parcel it is at."""

    __slots__ = ("_process", "parcel", "pipe")

    def __init__(self, prepare: Callable[[], Work[Item, Result]], context: BaseContext) -> None:
        self.parcel: _Parcel[Item, Result] | None = None
        self.pipe, theirs = context.Pipe()
        self._process: Any = context.Process(target=_serve, args=(theirs, prepare), daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        theirs.close()  # at once: no process but its own may hold it, or its death would not be heard

    def begin(self, parcel: _Parcel[Item, Result]) -> None:
        """Give it a parcel."""
        self.parcel = parcel
        self.give(parcel.items)

    def give(self, items: Sequence[Item]) -> None:
        """Give it items; if it is dead, `take` says so."""
        with suppress(BrokenPipeError, ConnectionResetError):
            self.pipe.send(items)

    def take(self) -> list[Result] | None:
        """Wait for the results of what it was given; None where it died."""
        try:
            answer = self.pipe.recv()
        except (EOFError, OSError):
            return None
        if isinstance(answer, Exception):
            raise answer
        return answer  # type: ignore[no-any-return]

    def end(self) -> None:
        """End it at once: what it has not done is not wanted."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


def cores() -> int:
    """How many processes this machine can run at once, of those this one may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def forks() -> bool:
    """Whether processes are forked, which is safe on Linux beside no thread: they share what is loaded."""
    return sys.platform == "linux" and threading.active_count() == 1


def _context(forked: bool) -> BaseContext:
    return multiprocessing.get_context("fork" if forked and forks() else "spawn")


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals wait until the end of the block: a process that starts has not yet learnt which to heed."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, prepare: Callable[[], Work[Any, Any]]) -> None:
    """What a process does all its life: take items, give results."""
    _begin()
    work = prepare()
    while True:
        pipe.send(_answer(work, pipe.recv()))


def _answer(work: Work[Any, Any], items: Sequence[Any]) -> list[Any] | Exception:
    try:
        return [work(item) for item in items]
    except Exception as error:
        return error


def _begin() -> None:
    """Make this process a worker: deaf to Ctrl-C, which its parent hears, and gone when the parent is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(_STOPPED)
