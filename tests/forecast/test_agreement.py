"""The individual engine and the oracle say the same of people, waits and money.

`KERJA_ORACLE_RUNS=200 pytest tests/forecast/test_agreement.py` compares longer and more.
"""

from __future__ import annotations

import os

import numpy as np
import pytest

from kerja.forecast.draws import Luck
from kerja.forecast.individual import run
from kerja.forecast.scheme import Scheme
from kerja.forecast.world import base_values, settle
from tests.forecast.cases import desk, places, seats, side_by_side
from tests.forecast.random_cases import random_case
from tests.forecast.statistics import distances

_LONG = int(os.environ.get("KERJA_ORACLE_RUNS", "0"))
_RUNS = _LONG or 12
_RANDOM = range(40 if _LONG else 10)

_CASES = {
    "a desk too slow": desk(people=200),
    "too few seats": seats(people=200),
    "money stops rounds": places(people=300),
    "enough money": places(people=250, ceiling=None),
    "again in the next round": places(people=250, loop=True),
    "side by side": side_by_side(people=120),
}


def test_at_most_a_twentieth_of_all_statistics_lies_beyond_two_standard_errors() -> None:
    found = np.concatenate([distances(scheme, runs=_RUNS) for scheme in _CASES.values()])
    assert found.size > 100
    assert (np.abs(found) > 2).mean() <= 0.05
    assert np.abs(found).max() < 5


def test_the_same_holds_for_workflows_made_at_random() -> None:
    found = np.concatenate([distances(random_case(seed), runs=_RUNS) for seed in _RANDOM])
    assert found.size > 150
    assert (np.abs(found) > 2).mean() <= 0.05
    assert np.abs(found).max() < 6


def _once(scheme: Scheme, number: int = 0):  # type: ignore[no-untyped-def]
    return run(scheme, settle(scheme, base_values(scheme)), Luck(1, number))


def test_the_cases_have_what_they_are_named_for() -> None:
    slow = _once(_CASES["a desk too slow"])
    assert slow.mean_wait(1) > 5
    assert slow.lines[1].max() > 20
    assert _once(_CASES["too few seats"]).late[1] > 10
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
    scheme = type(scheme)(
        **{
            name: getattr(scheme, name)
            for name in (
                "nodes", "arrivals", "calendar", "payments", "milestones", "groups", "inputs",
            )
        },
        rounds=type(scheme.rounds)(scheme.rounds.days, 400.0, scheme.rounds.methods, 35.0),
    )  # fmt: skip
    world = settle(scheme, base_values(scheme))
    whole = [run(scheme, world, Luck(1, n)).cash.sum() for n in range(8)]
    fewer = [run(scheme, world, Luck(2, n), each=4.0).cash.sum() for n in range(8)]
    assert np.mean(fewer) == pytest.approx(np.mean(whole), rel=0.03)
