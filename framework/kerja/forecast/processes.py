"""Tasks of a forecast carried out by several processes of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing.process import BaseProcess

from kerja.errors import KerjaError
from kerja.forecast.executors import Tell, silent
from kerja.forecast.tasks import carry_out

_TRIES = 3


@contextmanager
def processes(number: int | None = None, *, tell: Tell = silent) -> Iterator[Processes]:
    """Open so many processes, None for as many as there are processors, and close them after."""
    opened = Processes(number or os.cpu_count() or 1, tell)
    try:
        yield opened
    except BaseException:
        # Whoever interrupts does not wait for work that nobody wants any more.
        opened.abandon()
        raise
    opened.close()


class Processes:
    """Worker processes. What one that dies was doing is done again by others."""

    def __init__(self, number: int, tell: Tell) -> None:
        self._number, self._tell = number, tell
        self._pool = self._opened()
        self._own: set[BaseProcess] = set()

    def results(self, tasks: Sequence[str]) -> tuple[bytes, ...]:
        """Return the result of every task, in their order.

        Raises:
            KerjaError: the processes die again and again.
        """
        found: dict[int, bytes] = {}
        for _ in range(_TRIES):
            with suppress(BrokenProcessPool):
                self._carry_out(tasks, found)
                return tuple(found[at] for at in range(len(tasks)))
            self._pool.shutdown()
            self._pool = self._opened()
        raise KerjaError(
            f"worker processes died {_TRIES} times",
            "memory may be short: ask for fewer, such as processes:1",
        )

    def close(self) -> None:
        """End all processes."""
        self._pool.shutdown()

    def abandon(self) -> None:
        """End all processes in the middle of what they are doing."""
        for process in self._own:
            process.terminate()
        self._pool.shutdown(cancel_futures=True)

    def _carry_out(self, tasks: Sequence[str], found: dict[int, bytes]) -> None:
        left = [at for at in range(len(tasks)) if at not in found]
        others = set(multiprocessing.active_children())
        futures = {self._pool.submit(carry_out, tasks[at]): at for at in left}
        self._own |= set(multiprocessing.active_children()) - others
        for future in as_completed(futures):
            found[futures[future]] = future.result()
            self._tell(len(found), len(tasks))

    def _opened(self) -> ProcessPoolExecutor:
        # Spawned everywhere, for a fork of a process with threads may never come to an end.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._number, context, initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Let the process that asked be the only one that an interruption reaches."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
