"""The individual engine on programmes small enough to be reckoned by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.forecast.cases import calendar, case, node

from kerja.forecast.cohort import run_cohort
from kerja.forecast.draws import Luck
from kerja.forecast.individual import run
from kerja.forecast.queues import Bucket, Lane
from kerja.forecast.results import Run
from kerja.forecast.scheme import Branch, Law, Payment, Rounds, Scheme
from kerja.forecast.servers import Servers
from kerja.forecast.world import base_values, settle


def _run(scheme: Scheme) -> Run:
    return run(scheme, settle(scheme, base_values(scheme)), Luck(1))


def _rounds(*, lasts: float, ceiling: float | None = None, at_most: int = 9) -> Scheme:
    """A hundred persons of the first week, ten places a fortnight, who comes back after a while."""
    return case(
        [
            node("start", "start", Branch(1)),
            node("draw", "draw", Branch(3), Branch(2, None, at_most=at_most, used_up=3)),
            replace(node("again", "person", Branch(1)), law=Law(a=lasts)),
            node("leave", "end"),
        ],
        people=100,
        weeks=1,
        rounds=Rounds(tuple(range(14, 140, 14)), 10.0, ("lottery",), 5.0),
        calendar=calendar(ceiling),
    )


@pytest.mark.parametrize("lasts", [0.0, 1.0, 13.5])
def test_who_comes_back_before_the_next_round_is_in_it(lasts: float) -> None:
    found = _run(_rounds(lasts=lasts))
    assert list(found.waiting) == [100, 90, 80, 70, 60, 50, 40, 30, 20]
    assert list(found.given) == [10] * 9


def test_who_comes_back_after_the_next_round_misses_it() -> None:
    found = _run(_rounds(lasts=15.0))
    assert list(found.waiting) == [100, 0, 90, 0, 80, 0, 70, 0, 60]


def test_who_was_not_drawn_as_often_as_is_allowed_leaves() -> None:
    found = _run(_rounds(lasts=1.0, at_most=2))
    assert list(found.waiting) == [100, 90, 80, 0, 0, 0, 0, 0, 0]
    assert found.left == 100


def test_a_round_opens_only_with_the_money_for_all_its_places() -> None:
    # Leaving frees what was promised on the same day, and the books close the evening before.
    stay = _rounds(lasts=1.0, ceiling=120.0)
    nodes = list(stay.nodes)
    nodes[1] = replace(nodes[1], ways=(Branch(4), nodes[1].ways[1]))
    nodes.append(replace(node("learn", "person", Branch(3)), law=Law(a=30.0)))
    found = _run(replace(stay, nodes=tuple(nodes)))
    # Each round promises 50: the third would be 150; after 30 days the first 50 are free again.
    assert list(found.opened) == [1, 1, 0, 1, 1, 0, 1, 1, 0]


def _revoked(*, ceiling: float | None = None, stays: float = 0.0) -> Scheme:
    """Everybody loses their place after three days, and leaves some days after that."""
    return case(
        [
            node("start", "start", Branch(1)),
            node("draw", "draw", Branch(2)),
            replace(node("take back", "service", Branch(3)), law=Law(a=3.0)),
            replace(node("object", "person", Branch(4)), law=Law(a=stays)),
            node("leave", "end"),
        ],
        people=100,
        weeks=1,
        rounds=Rounds(tuple(range(14, 98, 14)), 10.0, ("lottery",), 5.0, freed_at=(2,)),
        calendar=calendar(ceiling),
    )


def test_places_taken_back_are_offered_in_the_next_round() -> None:
    found = _run(_revoked())
    assert list(found.given) == [10, 20, 30, 40, 0, 0]


def test_places_taken_back_are_offered_as_far_as_there_is_money_for_them() -> None:
    # Ten places are 50 of 120, so the second round has money for four more. Those of the first
    # leave before the third, which has 50; those of the second before the fourth, which has 70.
    scheme = _revoked(ceiling=120.0, stays=20.0)
    assert list(_run(scheme).given) == [10, 14, 10, 14, 10, 14]
    (mean,) = run_cohort(scheme, settle(scheme, base_values(scheme)))
    assert mean.given == pytest.approx([10, 14, 10, 14, 10, 14])


def test_benefits_are_paid_on_their_days_and_nothing_after_the_time_ends() -> None:
    scheme = case(
        [
            replace(node("start", "start", Branch(1)), law=Law(a=20.0)),
            replace(node("pay", "payment", Branch(2)), run_days=7.0),
            node("leave", "end"),
        ],
        people=50,
        weeks=1,
        payments=tuple(Payment(1, 2.0, "cash", delay) for delay in (0.0, 30.0, 170.0)),
    )
    cash = _run(scheme).cash[1]
    assert cash.sum() == 200
    assert set(np.flatnonzero(cash)) <= {21, 28, 51, 58}


def test_a_lane_lets_one_begin_every_gap() -> None:
    arrive = np.array([0.0, 0.1, 0.2, 5.0])
    inf = np.full(4, np.inf)
    assert list(Lane(1.0).starts(arrive, inf, inf, inf)) == [0.0, 1.0, 2.0, 5.0]
    limit = np.array([np.inf, 0.5, np.inf, np.inf])
    found = Lane(1.0).starts(arrive, inf, limit, limit)
    assert np.isnan(found[1])
    assert list(found[[0, 2, 3]]) == [0.0, 1.0, 5.0]


def test_a_lane_in_two_parts_is_the_lane_in_one() -> None:
    arrive = np.sort(np.random.default_rng(1).uniform(0, 50, 200))
    inf = np.full(200, np.inf)
    lane = Lane(0.3)
    parts = [
        lane.starts(arrive[a:b], inf[a:b], inf[a:b], inf[a:b]) for a, b in ((0, 90), (90, 200))
    ]
    assert np.concatenate(parts) == pytest.approx(Lane(0.3).starts(arrive, inf, inf, inf))


def test_servers_serve_whom_they_can_and_let_go_who_leaves_in_the_midst() -> None:
    arrive, service = np.array([0.0, 0.0, 1.0, 2.0]), np.array([10.0, 4.0, 3.0, 1.0])
    inf = np.full(4, np.inf)
    assert list(Servers(2).starts(arrive, service, inf, inf)) == [0.0, 0.0, 4.0, 7.0]
    leave = np.array([3.0, np.inf, np.inf, np.inf])
    assert list(Servers(2).starts(arrive, service, leave, leave)) == [0.0, 0.0, 3.0, 4.0]


def test_a_bucket_gives_out_by_days_and_in_order() -> None:
    bucket = Bucket(90)
    bucket.add(np.array([1, 2, 3]), np.array([5.5, 0.2, 5.1]))
    bucket.add(np.array([4]), np.array([4.9]))
    assert list(bucket.take(1.0)[0]) == [2]
    bucket.add(np.array([5]), np.array([2.0]))
    assert list(bucket.take(6.0)[0]) == [5, 4, 3, 1]
    assert bucket.take(99.0)[0].size == 0
