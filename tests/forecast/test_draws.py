"""Draws depend on their key alone, and are even and independent."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kerja.forecast.draws import DURATION, OUTCOME, Luck, mixed, salt_of

PEOPLE = np.arange(200_000)


def test_numbers_are_even_over_the_interval() -> None:
    luck = Luck(7)
    for purpose in range(6):
        found = luck.uniform(luck.key(purpose, salt_of("choose_course")), PEOPLE)
        assert found.min() > 0
        assert found.max() < 1
        assert stats.kstest(found, "uniform").pvalue > 1e-3
        counts, _ = np.histogram(found, bins=1000, range=(0, 1))
        assert 1e-4 < stats.chisquare(counts).pvalue < 1 - 1e-4


def test_every_bit_is_set_for_half_of_the_people() -> None:
    luck = Luck(3)
    words = (luck.uniform(luck.key(0), PEOPLE) * 2**52).astype(np.uint64)
    for bit in range(52):
        share = ((words >> np.uint64(bit)) & np.uint64(1)).mean()
        assert abs(share - 0.5) < 5 * 0.5 / np.sqrt(PEOPLE.size)


def test_numbers_of_neighbours_steps_visits_and_runs_are_independent() -> None:
    luck, other = Luck(1), Luck(1, 1)
    first = luck.uniform(luck.key(DURATION, salt_of("a")), PEOPLE)
    ones = np.ones(PEOPLE.size, dtype=np.int64)
    beside = {
        "neighbour": np.roll(first, 1),
        "step": luck.uniform(luck.key(DURATION, salt_of("b")), PEOPLE),
        "purpose": luck.uniform(luck.key(OUTCOME, salt_of("a")), PEOPLE),
        "visit": luck.uniform(luck.key(DURATION, salt_of("a")), PEOPLE, 2 * ones),
        "run": other.uniform(other.key(DURATION, salt_of("a")), PEOPLE),
        "seed": Luck(2).uniform(Luck(2).key(DURATION, salt_of("a")), PEOPLE),
    }
    for name, second in beside.items():
        assert abs(np.corrcoef(first, second)[0, 1]) < 5 / np.sqrt(PEOPLE.size), name
        table, _, _ = np.histogram2d(first, second, bins=20, range=((0, 1), (0, 1)))
        assert stats.chisquare(table.ravel()).pvalue > 1e-4, name


def test_a_first_visit_is_the_visit_that_is_meant_where_none_is_named() -> None:
    luck = Luck(1)
    ones = np.ones(PEOPLE.size, dtype=np.int16)
    assert (luck.uniform(5, PEOPLE) == luck.uniform(5, PEOPLE, ones)).all()


@given(st.permutations(range(40)), st.integers(1, 39), st.integers(0, 2**63))
def test_order_and_splits_change_nothing(order: list[int], cut: int, seed: int) -> None:
    luck = Luck(seed)
    key = luck.key(DURATION, 1)
    whole = luck.uniform(key, np.arange(40))
    shuffled = np.array(order)
    parts = [luck.uniform(key, part) for part in (shuffled[:cut], shuffled[cut:])]
    assert (np.concatenate(parts) == whole[shuffled]).all()


def test_a_large_array_is_the_same_as_its_parts() -> None:
    luck = Luck(1)
    whole = luck.uniform(9, PEOPLE)
    assert (whole[100_000:100_100] == luck.uniform(9, PEOPLE[100_000:100_100])).all()


@given(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))
def test_mixing_is_one_to_one(first: int, second: int) -> None:
    assert (mixed(first) == mixed(second)) == (first == second)
