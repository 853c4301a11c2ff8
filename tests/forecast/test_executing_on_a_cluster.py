"""The work on a dask cluster: the same bits, also if a worker dies; an error, not a wait, if none.

Scheduler and workers are processes of their own.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kerja.errors import KerjaError
from kerja.forecast.executors import InProcess, executor_at
from kerja.forecast.scheme import Scheme
from kerja.forecast.tasks import blocks, repetitions
from kerja.forecast.uncertainty import design

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")

from tests.forecast.cases import places
from tests.forecast.dask_servers import Servers, servers
from tests.forecast.test_executing import uncertain

PATIENCE = 10


@pytest.fixture(scope="module")
def running() -> Iterator[Servers]:
    with servers(workers=2) as found:
        yield found


def _tasks(scheme: Scheme) -> tuple[str, ...]:
    values = design(scheme, worlds=6 * 64, seed=2)
    return (*blocks(scheme, values), *repetitions(scheme, runs=2, seed=2, each=1.0))


@pytest.mark.parametrize("scheme", [uncertain(), places()])
def test_a_cluster_gives_the_same_bits(scheme: Scheme, running: Servers) -> None:
    tasks = _tasks(scheme)
    with executor_at(running.address) as executor:
        assert executor.results(tasks) == InProcess().results(tasks)


def test_a_worker_is_no_scheduler(running: Servers) -> None:
    with (
        pytest.raises(KerjaError, match="is a worker"),
        executor_at(running.worker_addresses[0]),
    ):
        pass


def test_a_worker_that_is_killed_loses_nothing(running: Servers) -> None:
    tasks = _tasks(uncertain())
    told = []

    def tell(done: int, of: int) -> None:
        told.append(done)
        if done == 2:
            running.workers[0].kill()

    with executor_at(running.address, tell=tell) as executor:
        assert executor.results(tasks) == InProcess().results(tasks)
    assert running.workers[0].wait() < 0
    assert told == list(range(1, len(tasks) + 1))


def test_a_scheduler_that_is_lost_is_told_at_once() -> None:
    with servers(workers=1) as own:

        def tell(done: int, of: int) -> None:
            own.scheduler.kill()

        began = time.monotonic()
        with (
            pytest.raises(KerjaError, match="was lost"),
            executor_at(own.address, tell=tell) as executor,
        ):
            executor.results(_tasks(uncertain()))
        assert time.monotonic() - began < PATIENCE


def test_workers_with_another_version_are_refused_before_anything_is_sent(tmp_path: Path) -> None:
    installed = tmp_path / "kerja-9.9.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: kerja\nVersion: 9.9\n")
    with (
        servers(workers=1, path=tmp_path) as own,
        executor_at(own.address) as executor,
        pytest.raises(KerjaError, match=r"9\.9 is installed") as refused,
    ):
        executor.results(_tasks(places()))
    assert "scheduler and workers" in refused.value.hint


def test_an_address_where_nobody_answers_is_told_within_ten_seconds() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    began = time.monotonic()
    with (
        pytest.raises(KerjaError, match="no scheduler answers"),
        executor_at(f"tcp://127.0.0.1:{port}"),
    ):
        pass
    assert time.monotonic() - began < PATIENCE


@pytest.mark.parametrize("address", ["tcp://127.0.0.1", "http://127.0.0.1:80", "tcp://here:port"])
def test_an_address_that_cannot_be_is_told_with_one_that_can(address: str) -> None:
    with pytest.raises(KerjaError) as refused, executor_at(address):
        pass
    assert "tcp://host:8786" in refused.value.hint
