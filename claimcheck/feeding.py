"""One stream of reports for several consumers, without keeping the reports.

A renderer pulls its reports one by one, and some pull all before they give the first piece. So each consumer
but the caller has a thread of its own, and no report is made before the last one was taken by all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimcheck.model import Report

if TYPE_CHECKING:
    from queue import Queue

Consumer = Callable[[Iterator[Report]], None]


@contextmanager
def shared(reports: Iterable[Report], consumers: Sequence[Consumer]) -> Iterator[Iterator[Report]]:
    """The reports for the caller, each of which every consumer gets as well.

    Leaving the context waits for the consumers and raises what stopped one of them. Where the caller fails,
    the consumers' reports end early; they must not keep what they made.
    """
    feeds = [_Feed(consume) for consume in consumers]
    try:
        yield _handed(reports, feeds)
    finally:
        for feed in feeds:
            feed.end()
    for feed in feeds:
        feed.check()


def _handed(reports: Iterable[Report], feeds: Sequence[_Feed]) -> Iterator[Report]:
    for report in reports:
        for feed in feeds:
            feed.give(report)
        yield report


class _Feed:
    """A consumer in its thread, and the one report that waits for it."""

    def __init__(self, consume: Consumer) -> None:
        from queue import Queue  # lazily, as most runs have one consumer: 1 ms
        from threading import Thread

        self._waiting: Queue[Report | None] = Queue(1)
        self._error: BaseException | None = None
        self._thread = Thread(target=self._run, args=(consume,), daemon=True)
        self._thread.start()

    def give(self, report: Report) -> None:
        """Let the consumer have `report`. Raises what stopped it."""
        self.check()
        self._waiting.put(report)

    def end(self) -> None:
        """Wait until the consumer is done; there are no more reports."""
        self._waiting.put(None)
        self._thread.join()

    def check(self) -> None:
        """Raises what stopped the consumer."""
        if self._error is not None:
            raise self._error

    def _run(self, consume: Consumer) -> None:
        taken = iter(self._waiting.get, None)
        try:
            consume(taken)
        except BaseException as error:  # the caller's thread raises it
            self._error = error
        for _ in taken:  # else the caller would wait for ever with the next one
            pass
