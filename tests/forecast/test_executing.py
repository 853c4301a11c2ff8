"""Whoever does the work, the forecast is the same to the last bit, and nothing is lost."""

from __future__ import annotations

import json
import multiprocessing
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forecast.cases import case, desk, node, places, seats, side_by_side

from kerja.errors import KerjaError
from kerja.forecast import bands, solve
from kerja.forecast.executors import Executor, InProcess, executor_at
from kerja.forecast.scheme import Branch, Input, Scheme, Slot
from kerja.forecast.tasks import (
    BLOCK,
    blocks,
    carry_out,
    outcomes_from,
    repetitions,
    run_from,
)
from kerja.forecast.uncertainty import design
from kerja.profile import Range

SEVERAL_BLOCKS = 4 * BLOCK


def uncertain() -> Scheme:
    """Places drawn every other week; how many pass the course is not known."""
    scheme = places()
    nodes = list(scheme.nodes)
    nodes[3] = replace(nodes[3], ways=(Branch(4, Slot(0)), Branch(6)))
    inputs = (Input("passes", Range(0.0, None, 1.0), "uniform", is_unknown=True),)
    return replace(scheme, nodes=tuple(nodes), inputs=inputs)


def _tasks() -> tuple[str, ...]:
    scheme = uncertain()
    values = design(scheme, worlds=SEVERAL_BLOCKS, seed=3)
    return (*blocks(scheme, values), *repetitions(scheme, runs=2, seed=3, each=1.0))


@pytest.fixture(scope="module")
def tasks() -> tuple[str, ...]:
    return _tasks()


@pytest.fixture(scope="module")
def expected(tasks: tuple[str, ...]) -> tuple[bytes, ...]:
    return InProcess().results(tasks)


@pytest.fixture(scope="module")
def pool() -> Iterator[Executor]:
    with executor_at("processes:2") as executor:
        yield executor


def test_processes_give_the_same_bits(
    tasks: tuple[str, ...], expected: tuple[bytes, ...], pool: Executor
) -> None:
    assert pool.results(tasks) == expected


def test_bands_and_answers_do_not_depend_on_who_does_the_work(pool: Executor) -> None:
    scheme = uncertain()
    assert bands(scheme, worlds=100, executor=pool) == bands(scheme, worlds=100)
    asked = (solve(scheme, "quota", 0.9, worlds=16, executor=one) for one in (pool, InProcess()))
    first, second = asked
    assert first == second
    assert first.answer is not None


def test_a_process_that_is_killed_loses_nothing(
    tasks: tuple[str, ...], expected: tuple[bytes, ...]
) -> None:
    told = []

    def tell(done: int, of: int) -> None:
        told.append((done, of))
        if len(told) == 1:
            multiprocessing.active_children()[0].kill()

    with executor_at("processes:1", tell=tell) as executor:
        assert executor.results(tasks) == expected
    assert told[-1] == (len(tasks), len(tasks))


def test_nothing_but_plain_data_travels(tasks: tuple[str, ...]) -> None:
    for task in tasks:
        found = json.loads(task, parse_constant=_refuse)
        assert set(found) <= {"kerja", "scheme", "values", "seed", "number", "each"}


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


@pytest.mark.parametrize("scheme", [desk(), seats(), places(loop=True), side_by_side()])
def test_a_scheme_that_travelled_runs_as_it_would_have_here(scheme: Scheme) -> None:
    from kerja.forecast.draws import Luck
    from kerja.forecast.individual import run
    from kerja.forecast.world import base_values, settle

    (task,) = repetitions(scheme, runs=1, seed=4, each=1.0)
    there = run_from(carry_out(task))
    here = run(scheme, settle(scheme, base_values(scheme)), Luck(4, 0))
    assert there.cash.tobytes() == here.cash.tobytes()
    assert there.lines.tobytes() == here.lines.tobytes()
    assert (there.applied, there.left) == (here.applied, here.left)


@given(st.floats(0.0, 1.0), st.floats(1e-9, 1e15))
def test_numbers_travel_to_the_last_bit(share: float, people: float) -> None:
    import numpy as np

    scheme = case(
        [node("start", "start", Branch(1, Slot(0)), Branch(1)), node("leave", "end")],
        people=people,
        inputs=(Input("share", Range(0.0, None, 1.0), "uniform"),),
    )
    (task,) = blocks(scheme, np.array([[share]]))
    found = json.loads(task)
    assert found["values"] == [[share]]
    assert found["scheme"]["arrivals"]["per_year"] == people


def test_worlds_are_split_the_same_way_however_many_workers_there_are() -> None:
    scheme = uncertain()
    values = design(scheme, worlds=BLOCK + 1, seed=1)
    sizes = [len(outcomes_from(one).stages) for one in InProcess().results(blocks(scheme, values))]
    assert sizes == [BLOCK, 1]


def test_work_of_another_version_is_refused() -> None:
    (task,) = repetitions(desk(), runs=1, seed=1, each=1.0)
    older = json.dumps({**json.loads(task), "kerja": "0.0.1"})
    with pytest.raises(KerjaError, match=r"0\.0\.1") as refused:
        carry_out(older)
    assert "same version" in refused.value.hint


@pytest.mark.parametrize("address", ["threads", "processes:", "processes:0", "processes:two", ""])
def test_an_address_that_is_none_is_refused_with_those_that_are(address: str) -> None:
    with pytest.raises(KerjaError) as refused, executor_at(address):
        pass
    assert "processes:4" in refused.value.hint


def test_without_the_extra_a_cluster_is_refused_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(KerjaError) as refused, executor_at("tcp://127.0.0.1:8786"):
        pass
    assert refused.value.hint == "pip install 'kerja[cluster]'"
