"""Work spread over processes: in order, with a bounded number under way, and past the death of a process.

`multiprocessing.Pool` waits for ever for a process that was killed. `ProcessPoolExecutor` says at once that
one died, though not over what: so what was under way is done again in a process of its own, piece by piece,
until the piece that kills it is found.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from multiprocessing.context import BaseContext
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Item], Result]

_UNDER_WAY = 3  # parcels to a process: one is worked on, two wait so that it never does
_STOPPED = 1
_work: Work[Any, Any]  # of this process, where it is a worker


class Crew(Generic[Item, Result]):
    """`jobs` processes that do what `prepare()` gives, once in each process, with every item.

    `lost` gives the result for an item that kills its process. `prepare` must be picklable.
    """

    def __init__(
        self, prepare: Callable[[], Work[Item, Result]], jobs: int, lost: Callable[[Item], Result]
    ) -> None:
        self._prepare, self._jobs, self._lost = prepare, jobs, lost
        self._pool: ProcessPoolExecutor | None = None

    def results(self, parcels: Iterable[Sequence[Item]]) -> Iterator[tuple[Item, Result]]:
        """Each item of the parcels and its result, in order."""
        waiting: deque[tuple[Sequence[Item], Future[list[Result]]]] = deque()
        try:
            for parcel in parcels:
                waiting.append((parcel, self._submit(parcel)))
                if len(waiting) == _UNDER_WAY * self._jobs:
                    yield from self._first(waiting)
            while waiting:
                yield from self._first(waiting)
        finally:
            self._stop()

    def _first(
        self, waiting: deque[tuple[Sequence[Item], Future[list[Result]]]]
    ) -> Iterator[tuple[Item, Result]]:
        if _died(waiting[0][1]):
            self._recover(waiting)
        parcel, future = waiting.popleft()
        yield from zip(parcel, future.result(), strict=True)

    def _submit(self, parcel: Sequence[Item]) -> Future[list[Result]]:
        if self._pool is None:
            self._pool = _pool(self._prepare, self._jobs)
        try:
            return _given(self._pool, parcel)
        except BrokenProcessPool as death:
            broken: Future[list[Result]] = Future()
            broken.set_exception(death)
            return broken

    def _recover(self, waiting: deque[tuple[Sequence[Item], Future[list[Result]]]]) -> None:
        """Do alone, one after the other, what was under way, until one kills again; the rest starts anew."""
        self._stop()  # before others start: a process must not be forked beside the pool's own thread
        found = False
        with closing(_Single(self._prepare)) as single:
            for index, (parcel, future) in enumerate(waiting):
                if not found and _died(future):
                    results, found = self._alone(parcel, single)
                    waiting[index] = parcel, _done(results)
        for index, (parcel, future) in enumerate(waiting):
            if found and future.done() and _died(future):
                waiting[index] = parcel, self._submit(parcel)

    def _alone(self, parcel: Sequence[Item], single: _Single[Item, Result]) -> tuple[list[Result], bool]:
        """The results of a parcel, and whether an item of it killed its process."""
        whole = single.do(parcel)
        if whole is not None:
            return whole, False
        results: list[Result] = []
        found = False
        for item in parcel:
            own = single.do([item]) if len(parcel) > 1 else None
            found = found or own is None
            results += [self._lost(item)] if own is None else own
        return results, found

    def _stop(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            end(pool)


class _Single(Generic[Item, Result]):
    """One process at a time, and a new one where it died."""

    def __init__(self, prepare: Callable[[], Work[Item, Result]]) -> None:
        self._prepare = prepare
        self._pool: ProcessPoolExecutor | None = None

    def do(self, parcel: Sequence[Item]) -> list[Result] | None:
        """The results; None where the process died."""
        self._pool = self._pool or _pool(self._prepare, 1)
        try:
            return _given(self._pool, parcel).result()
        except BrokenProcessPool:
            self.close()
            return None

    def close(self) -> None:
        """End the process."""
        pool, self._pool = self._pool, None
        if pool is not None:
            end(pool)


def cores() -> int:
    """How many processes this machine can run at once, of those this one may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _pool(prepare: Callable[[], Work[Item, Result]], jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, _context(), _begin, (prepare,))


def _given(pool: ProcessPoolExecutor, parcel: Sequence[Any]) -> Future[list[Any]]:
    """Submit a parcel. Ctrl-C waits meanwhile: a process that starts may not yet have learnt to ignore it."""
    with undisturbed():
        return pool.submit(_do, parcel)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Ctrl-C waits until the end of the block: processes are started in it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def forks() -> bool:
    """Whether processes are forked, which is safe on Linux beside no thread: they share what is loaded."""
    return sys.platform == "linux" and threading.active_count() == 1


def _context() -> BaseContext:
    return multiprocessing.get_context("fork" if forks() else "spawn")


def end(pool: ProcessPoolExecutor) -> None:
    """End a pool at once: what it has not done is not wanted."""
    for process in list((pool._processes or {}).values()):
        process.kill()
    pool.shutdown(wait=True, cancel_futures=True)


def _died(future: Future[list[Result]]) -> bool:
    return isinstance(future.exception(), BrokenProcessPool)


def _done(results: list[Result]) -> Future[list[Result]]:
    future: Future[list[Result]] = Future()
    future.set_result(results)
    return future


def _begin(prepare: Callable[[], Work[Item, Result]]) -> None:
    global _work
    begin_worker()
    _work = prepare()


def begin_worker() -> None:
    """Make this process a worker: deaf to Ctrl-C, which its parent hears, and gone when the parent is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(_STOPPED)


def _do(parcel: Sequence[Item]) -> list[Any]:
    return [_work(item) for item in parcel]
