"""A dask scheduler and its workers in processes of their own, as a machine elsewhere has them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_PRELUDE = "import asyncio, distributed, logging, sys; logging.disable()"
_SCHEDULER = f"""{_PRELUDE}
async def serve():
    async with distributed.Scheduler(host="127.0.0.1", port=0, dashboard=False) as scheduler:
        print(scheduler.address, flush=True)
        await scheduler.finished()
asyncio.run(serve())
"""
_WORKER = f"""{_PRELUDE}
async def serve():
    async with distributed.Worker(sys.argv[1], nthreads=1, dashboard=False) as worker:
        print(worker.address, flush=True)
        await worker.finished()
asyncio.run(serve())
"""


@dataclass(frozen=True, slots=True)
class Servers:
    """A scheduler, its address, and its workers with theirs."""

    scheduler: subprocess.Popen[str]
    address: str
    workers: tuple[subprocess.Popen[str], ...]
    worker_addresses: tuple[str, ...]


@contextmanager
def servers(*, workers: int, path: Path | None = None) -> Iterator[Servers]:
    """Start a scheduler with so many workers, and end them all.

    Workers look for packages in the folder `path` first.
    """
    started: list[subprocess.Popen[str]] = []
    try:
        started.append(_started(_SCHEDULER))
        address = _said(started[0])
        started.extend(_started(_WORKER, address, path=path) for _ in range(workers))
        listening = tuple(_said(worker) for worker in started[1:])
        yield Servers(started[0], address, tuple(started[1:]), listening)
    finally:
        for process in reversed(started):
            process.kill()
        for process in started:
            process.communicate()


def _started(program: str, *arguments: str, path: Path | None = None) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | ({"PYTHONPATH": str(path)} if path is not None else {}),
    )


def _said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()
