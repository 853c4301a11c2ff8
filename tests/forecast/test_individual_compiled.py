"""The compiled parts of the individual engine give the same runs as arrays do, to the bit."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from tests.forecast.cases import apart, desk, homes, places, seats, side_by_side, taken_back
from tests.forecast.random_cases import random_case

from kerja.forecast.draws import Luck
from kerja.forecast.individual import run
from kerja.forecast.kernels import Parts, can_compile, compiled, fastest
from kerja.forecast.scheme import Group, Scheme
from kerja.forecast.world import base_values, settle

_CASES = {
    "a desk too slow": desk(people=3_000),
    "too few seats": seats(people=3_000),
    "money stops rounds": places(people=4_000, ceiling=50_000.0),
    "places taken back": taken_back(people=4_000, ceiling=9_000.0),
    "strata drawn apart": apart(people=4_000),
    "one of a household": homes(people=4_000),
    "the best of a household": homes(people=4_000, methods=("ranking",)),
    "again in the next round": places(people=4_000, ceiling=None, loop=True),
}


def _differences(scheme: Scheme, luck: Luck) -> list[str]:
    world = settle(scheme, base_values(scheme))
    plain = run(scheme, world, luck, parts=Parts())
    fast = run(scheme, world, luck, parts=compiled())
    return [
        field.name
        for field in fields(plain)
        if not np.array_equal(getattr(plain, field.name), getattr(fast, field.name))
    ]


@pytest.mark.parametrize("name", list(_CASES))
def test_compiled_runs_are_the_same_to_the_bit(name: str) -> None:
    pytest.importorskip("numba")
    scheme = replace(_CASES[name], groups=(Group("women", 0.6), Group("rural", 0.3)))
    assert _differences(scheme, Luck(3, 1)) == []


def test_the_same_holds_for_programmes_made_at_random() -> None:
    pytest.importorskip("numba")
    listed = [random_case(seed, people=1_000) for seed in range(12)]
    assert [_differences(scheme, Luck(seed)) for seed, scheme in enumerate(listed)] == [[]] * 12


def test_what_is_done_side_by_side_is_left_to_arrays() -> None:
    assert not can_compile(side_by_side())
    assert fastest(side_by_side(), 10**9) == Parts()


def test_few_people_are_followed_in_arrays() -> None:
    assert can_compile(desk())
    assert fastest(desk(), 10_000) == Parts()
