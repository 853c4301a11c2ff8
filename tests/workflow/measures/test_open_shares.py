"""Where shares are open the bounds hold all that is possible, and nothing that is not."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.workflow.measures.journeys import (
    Builder,
    cost_of,
    extreme_mean,
    opened,
    step,
    times_taken,
    usual_at,
    way,
)

from kerja.profile import Range
from kerja.workflow import Deadline, Journey, Workflow
from kerja.workflow.measures import Bounds, measure

CHECK = Workflow(
    (
        step("check", way("learn", Range(0.6, 0.7, 0.8)), way("appeal", when="refused"), cost=1),
        step("appeal", way("check", when="upheld", at_most=1), way("leave")),
        step("learn", way("leave"), gives=("certificate",)),
        step("leave"),
    )
)


def close(value: float | None, expected: float) -> bool:
    return value is not None and math.isclose(value, expected, rel_tol=1e-8, abs_tol=1e-8)


def test_an_unknown_split_is_free_and_what_is_known_bounds_the_rest() -> None:
    found = measure(CHECK)
    assert found["learn"].reach == Bounds(0.6, None, 0.96)  # 0.8 + 0.2 * 0.8
    assert found["appeal"].reach == Bounds(0.2, 0.3, 0.4)
    assert found["check"].visits == Bounds(1, None, 1.4)
    assert found["leave"].reach == Bounds(1, 1, 1)


def test_the_likeliest_value_needs_a_likeliest_share_of_what_matters_only() -> None:
    said = replace(
        CHECK["appeal"],
        ways=(replace(CHECK["appeal"].ways[0], share=Range(0, 0.5, 1)), CHECK["appeal"].ways[1]),
    )
    found = measure(Workflow((CHECK["check"], said, CHECK["learn"], CHECK["leave"])))
    assert found["learn"].reach.likeliest == pytest.approx(0.7 + 0.3 * 0.5 * 0.7)


def test_a_deadline_without_a_share_may_be_missed_by_nobody_or_all() -> None:
    late = Deadline(days=30, then="leave")
    found = measure(
        Workflow(
            (
                step("learn", way("done"), deadline=late, days=20, kind="person"),
                step("done", way("leave")),
                step("leave"),
            )
        )
    )
    assert found["done"].reach == Bounds(0, None, 1)
    assert found.per_applicant.days == Bounds(20, None, None)


def test_a_deadline_from_its_own_beginning_is_the_most_that_a_step_takes() -> None:
    late = Deadline(days=30, then="leave")
    found = measure(
        Workflow((step("learn", way("leave", 0.9), deadline=late, kind="person"), step("leave")))
    )
    assert found.per_applicant.days == Bounds(3, None, 30)


def test_the_cost_of_a_graduate_has_no_upper_end_where_there_may_be_none() -> None:
    charged = replace(CHECK["check"], ways=(way("learn"), way("appeal", when="refused")))
    known = replace(CHECK["learn"], unit_cost=0, currency="KHR")
    appeal = replace(CHECK["appeal"], unit_cost=0, currency="KHR")
    found = measure(Workflow((charged, appeal, known, CHECK["leave"])))
    assert found.cost_per_graduate[0].amount == Bounds(1, None, None)


def test_an_endless_loop_that_need_not_be_left_has_no_upper_end() -> None:
    again = Workflow((step("draw", way("leave"), way("draw"), days=1, cost=2), step("leave")))
    found = measure(again)
    assert found["draw"].visits == Bounds(1, None, None)
    assert found["leave"].reach == Bounds(0, None, 1)
    assert found.per_applicant.costs[0].amount == Bounds(2, None, None)


def test_a_loop_that_is_left_in_the_end_is_bounded() -> None:
    again = Workflow(
        (step("draw", way("leave", Range(0.25, 0.5, 1)), way("draw"), days=1), step("leave"))
    )
    found = measure(again)
    assert found["draw"].visits.low == pytest.approx(1)
    assert found["draw"].visits.likeliest == pytest.approx(2)
    assert found["draw"].visits.high == pytest.approx(4)


def test_shares_that_cannot_sum_to_one_count_as_unknown_and_are_named() -> None:
    wrong = Workflow((step("a", way("b", 0.7), way("c", 0.7)), step("b", way("c")), step("c")))
    found = measure(wrong)
    assert found.contradictions == ("a",)
    assert found["b"].reach == Bounds(0, None, 1)


@pytest.mark.parametrize("seed", range(30))
def test_bounds_are_what_the_worst_and_the_best_shares_make_of_it(seed: int) -> None:
    workflow = opened(Builder(seed, forks=False, largest=2).build(), seed)
    found = measure(workflow)
    for one in workflow:
        for bounds, worth in (
            (found[one.id].visits, lambda j, name=one.id: j.path.count(name)),
            (found[one.id].reach, lambda j, name=one.id: name in j.path),
        ):
            assert close(bounds.low, extreme_mean(workflow, worth))
            assert close(bounds.high, extreme_mean(workflow, worth, largest=True))
    days = found.per_applicant.days
    assert close(days.low, extreme_mean(workflow, lambda j: times_taken(workflow, j)[0]))
    most = extreme_mean(workflow, lambda j: times_taken(workflow, j)[0], largest=True)
    assert close(days.high, most)


@pytest.mark.parametrize("seed", range(30))
def test_no_shares_make_a_ratio_lower_or_higher_than_its_bounds(seed: int) -> None:
    workflow = opened(Builder(seed, forks=False, largest=2).build(), seed)
    found = measure(workflow)

    def placed(journey: Journey) -> bool:
        return usual_at(workflow, journey, "selected") is not None

    def days_after(journey: Journey) -> float:
        at = usual_at(workflow, journey, "selected")
        if at is None:
            return 0.0
        before = Journey(journey.visits[: at + 1], (), finished=False)
        return times_taken(workflow, journey)[0] - times_taken(workflow, before)[0]

    def certified(journey: Journey) -> bool:
        return usual_at(workflow, journey, "certificate") is not None

    assert found.per_placed is not None
    days = found.per_placed.days
    for least, most in ((days.low, False), (days.high, True)):
        assert least is not None
        # The ratio N/D is extreme at x where the extreme of N - x D is nothing (Dinkelbach 1967).
        rest = extreme_mean(
            workflow,
            lambda j, x=least: days_after(j) - x * placed(j),  # type: ignore[misc]
            largest=most,
        )
        assert rest == pytest.approx(0, abs=1e-6)
    for cost in found.cost_per_graduate:
        for ratio, most in ((cost.amount.low, False), (cost.amount.high, True)):
            if ratio is None:
                assert extreme_mean(workflow, certified) == 0
                continue
            rest = extreme_mean(
                workflow,
                lambda j, x=ratio, c=cost.currency: cost_of(workflow, j, c) - x * certified(j),  # type: ignore[misc]
                largest=most,
            )
            assert rest == pytest.approx(0, abs=1e-5)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_the_measures_of_any_shares_lie_within_the_bounds(shape: int, openness: int) -> None:
    known = Builder(shape, largest=4).build()
    inside, bounds = measure(known), measure(opened(known, openness))
    for exact, wide in zip(_all(inside), _all(bounds), strict=True):
        assert wide.low <= exact.low + 1e-7 * (1 + abs(exact.low))
        assert wide.high is None or (
            exact.high is not None and exact.high <= wide.high + 1e-7 * (1 + abs(exact.high))
        )


def _all(found: object) -> list[Bounds]:
    """Every bounds in a result, in order."""
    if isinstance(found, Bounds):
        return [found]
    if isinstance(found, tuple):
        return [one for part in found for one in _all(part)]
    names = getattr(found, "__slots__", ())
    return [one for name in names for one in _all(getattr(found, name))]
