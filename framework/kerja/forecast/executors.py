"""Who carries out the tasks of a forecast: this process, several, or a cluster elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from kerja.errors import KerjaError
from kerja.forecast.tasks import carry_out

Tell = Callable[[int, int], None]
"""Told after every task how many are done, and of how many."""

_PROCESSES = "processes"


class Executor(Protocol):
    """Whoever carries out tasks. The results are the same whoever it is."""

    def results(self, tasks: Sequence[str]) -> tuple[bytes, ...]:
        """Return the result of every task, in their order.

        Raises:
            KerjaError: whoever does the work cannot.
        """
        ...


def silent(done: int, of: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class InProcess:
    """One task after the other, here."""

    tell: Tell = silent

    def results(self, tasks: Sequence[str]) -> tuple[bytes, ...]:
        """Return the result of every task, in their order."""
        found = []
        for task in tasks:
            found.append(carry_out(task))
            self.tell(len(found), len(tasks))
        return tuple(found)


@contextmanager
def executor_at(address: str | None, *, tell: Tell = silent) -> Iterator[Executor]:
    """Open an executor for as long as it is needed.

    Args:
        address: None for this process; `processes` for as many as there are processors,
            `processes:4` for four; the address of a dask scheduler, `tcp://host:8786`.
        tell: told after every task.

    Raises:
        KerjaError: the address is none, nobody answers there, or the extra is not installed.
    """
    if address is None:
        yield InProcess(tell)
    elif "://" in address:
        from kerja.forecast.cluster import cluster

        with cluster(address, tell=tell) as executor:
            yield executor
    else:
        from kerja.forecast.processes import processes

        with processes(_number(address), tell=tell) as pool:
            yield pool


def _number(address: str) -> int | None:
    """Return the number in `processes:4`, None in `processes`."""
    name, colon, number = address.partition(":")
    if name == _PROCESSES and not colon:
        return None
    if name != _PROCESSES or not number.isdecimal() or not int(number):
        raise KerjaError(
            f'"{address}" is no scheduler', "processes, processes:4 or tcp://host:8786"
        )
    return int(number)
