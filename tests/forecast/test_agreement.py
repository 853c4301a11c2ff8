"""The individual engine and the oracle say the same of people, waits and money.

`KERJA_ORACLE_RUNS=200 pytest tests/forecast/test_agreement.py` compares longer and more.
"""

from __future__ import annotations

import os
from dataclasses import replace

import numpy as np
import pytest
from tests.forecast.cases import apart, desk, homes, places, seats, side_by_side, taken_back
from tests.forecast.random_cases import random_case
from tests.forecast.statistics import distances

from kerja.forecast.draws import Luck
from kerja.forecast.individual import run
from kerja.forecast.results import Run
from kerja.forecast.scheme import Scheme
from kerja.forecast.world import base_values, settle

_LONG = int(os.environ.get("KERJA_ORACLE_RUNS", "0"))
_RUNS = _LONG or 30
_RANDOM = range(40 if _LONG else 10)

_CASES = {
    "a desk too slow": desk(people=120),
    "too few seats": seats(people=150),
    "money stops rounds": places(people=200, ceiling=4_800.0),
    "enough money": places(people=150, ceiling=None),
    "again in the next round": places(people=250, ceiling=None, loop=True),
    "places taken back": taken_back(people=150),
    "places taken back, and little money": taken_back(people=150, ceiling=1_300.0),
    "strata drawn apart": apart(people=150),
    "one of a household": homes(people=150),
    "the best two of a household": homes(people=150, cap=2, applicants=3.0, methods=("ranking",)),
    "side by side": side_by_side(people=80),
}


def test_at_most_a_twentieth_of_all_statistics_lies_beyond_two_standard_errors() -> None:
    listed = enumerate(_CASES.values())
    found = np.concatenate([distances(one, runs=_RUNS, seed=number) for number, one in listed])
    assert found.size > 100
    assert (np.abs(found) > 2).mean() <= 0.05
    assert np.abs(found).max() < 5


def test_the_same_holds_for_workflows_made_at_random() -> None:
    listed = [(seed, random_case(seed, people=60)) for seed in _RANDOM]
    found = np.concatenate([distances(one, runs=_RUNS, seed=100 + seed) for seed, one in listed])
    assert found.size > 150
    assert (np.abs(found) > 2).mean() <= 0.05
    assert np.abs(found).max() < 6


def _once(scheme: Scheme, number: int = 0) -> Run:
    return run(scheme, settle(scheme, base_values(scheme)), Luck(1, number))


def test_the_cases_have_what_they_are_named_for() -> None:
    slow = _once(_CASES["a desk too slow"])
    wait = slow.mean_wait(1)
    assert wait is not None
    assert wait > 5
    assert slow.lines[1].max() > 20
    assert _once(_CASES["too few seats"]).late[1] > 0
    stopped = _once(_CASES["money stops rounds"])
    assert 0 < stopped.opened.sum() < stopped.opened.size
    assert _once(_CASES["enough money"]).opened.all()


@pytest.mark.parametrize("name", list(_CASES))
def test_the_same_luck_gives_the_same_run_to_the_bit(name: str) -> None:
    first, second = _once(_CASES[name], 3), _once(_CASES[name], 3)
    assert first.reached.tobytes() == second.reached.tobytes()
    assert first.cash.tobytes() == second.cash.tobytes()
    assert first.lines.tobytes() == second.lines.tobytes()


def test_people_who_stand_for_several_give_the_same_on_average() -> None:
    scheme = places(people=4_000, ceiling=60_000.0)
    scheme = replace(scheme, rounds=replace(scheme.rounds, quota=400.0))
    world = settle(scheme, base_values(scheme))
    whole = [run(scheme, world, Luck(1, n)).cash.sum() for n in range(8)]
    fewer = [run(scheme, world, Luck(2, n), each=4.0).cash.sum() for n in range(8)]
    assert np.mean(fewer) == pytest.approx(np.mean(whole), rel=0.03)
