"""Tasks of a forecast carried out by the workers of a dask scheduler."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from kerja.errors import KerjaError
from kerja.forecast.executors import Tell, silent
from kerja.forecast.tasks import carry_out

if TYPE_CHECKING:
    from distributed import Client

_CONNECT_SECONDS = 4
_ANSWER_SECONDS = 5
_WORKER_SECONDS = 30
"""Time for a first worker to come."""


@contextmanager
def cluster(address: str, *, tell: Tell = silent) -> Iterator[Cluster]:
    """Open a connection to the scheduler at an address, and close it after.

    Raises:
        KerjaError: the extra is not installed, or no scheduler answers there within 5 seconds.
    """
    try:
        from distributed import Client
    except ImportError:
        raise KerjaError(
            "work on a cluster needs dask.distributed", "pip install 'kerja[cluster]'"
        ) from None
    # What it has to say of lost connections is told by an error; the rest is its own business.
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    _insist_on_scheduler(address)
    client = Client(address, timeout=_ANSWER_SECONDS, set_as_default=False)
    try:
        yield Cluster(client, address, tell)
    finally:
        client.close()


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of a scheduler. What one that dies was doing is done again by others."""

    client: Client
    address: str
    tell: Tell = silent

    def results(self, tasks: Sequence[str]) -> tuple[bytes, ...]:
        """Return the result of every task, in their order.

        Raises:
            KerjaError: the workers die again and again, or the scheduler is lost.
        """
        from distributed import KilledWorker, as_completed

        self._wait_for_worker()
        _insist_on_version(self.client)
        # Not pure: a scheduler that outlives a version of Kerja keeps no results of the other.
        futures = self.client.map(carry_out, tasks, pure=False)
        try:
            for done, _ in enumerate(as_completed(futures, loop=self.client.loop), start=1):
                self.tell(done, len(tasks))
            return tuple(self.client.gather(futures))
        except KilledWorker:
            raise KerjaError(
                f'the workers of "{self.address}" died again and again',
                "memory may be short; what they say tells more",
            ) from None
        except (CancelledError, OSError):
            raise KerjaError(
                f'the scheduler at "{self.address}" was lost', "nothing was written; try again"
            ) from None

    def _wait_for_worker(self) -> None:
        try:
            self.client.wait_for_workers(1, timeout=_WORKER_SECONDS)
        except TimeoutError:
            raise KerjaError(
                f'the scheduler at "{self.address}" has no worker',
                f"start one: dask worker {self.address}",
            ) from None


def _insist_on_version(client: Client) -> None:
    """Refuse a cluster with another Kerja, or none: there the work would wait for ever."""
    own = version("kerja")
    there = client.run(version, "kerja", on_error="return")
    try:
        there["the scheduler"] = client.run_on_scheduler(version, "kerja")
    except PackageNotFoundError as problem:
        there["the scheduler"] = problem
    for where, found in sorted(there.items()):
        if found != own:
            said = found if isinstance(found, str) else "none"
            raise KerjaError(
                f"this is Kerja {own}, and {said} is installed at {where}",
                f"on scheduler and workers: pip install 'kerja[cluster]=={own}'",
            )


def _insist_on_scheduler(address: str) -> None:
    """Ask who is at an address before a client is opened, which does not fail quietly."""
    try:
        answer = asyncio.run(_ask(address))
    except (OSError, ValueError, MemoryError) as problem:
        # MemoryError: the first bytes of another protocol, read as the length of a message.
        said = "something else answers" if isinstance(problem, MemoryError) else str(problem)
        raise KerjaError(
            f'no scheduler answers at "{address}": {said or "it took too long"}',
            "is it running, and is the address that which it prints? tcp://host:8786",
        ) from None
    if answer != "Scheduler":
        raise KerjaError(f'at "{address}" is a {answer.lower()}', "name the scheduler's address")


async def _ask(address: str) -> str:
    from distributed import Security, rpc

    arguments = Security().get_connection_args("client")
    async with (
        asyncio.timeout(_ANSWER_SECONDS),
        rpc(address, timeout=_CONNECT_SECONDS, connection_args=arguments) as there,
    ):
        return str((await there.identity())["type"])
