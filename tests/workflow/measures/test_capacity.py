"""What steps can bear, what binds, how many are on the way; the longest way to each end."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace

import numpy as np
import pytest
from tests.workflow.measures.journeys import Builder, crowd, step, times_taken, way

from kerja.profile import Range
from kerja.workflow import Deadline, Workflow, build_workflow
from kerja.workflow.measures import Bounds, Missing, measure


def exactly(value: float) -> Bounds:
    return Bounds(value, value, value)


OFFICE = Workflow(
    (
        step("apply", way("check"), kind="start"),
        step("check", way("train", 0.5), way("leave", 0.5), days=2, capacity=100, cost=1),
        step("train", way("pay"), kind="manual", days=20, capacity=30, cost=9),
        step("pay", way("leave"), kind="payment", days=1, capacity=45, cost=2),
        step("leave"),
    )
)


def with_step(workflow: Workflow, name: str, **more: object) -> Workflow:
    return Workflow(
        tuple(replace(one, **more) if one.id == name else one for one in workflow)  # type: ignore[arg-type]
    )


def test_the_step_with_the_least_capacity_for_its_visits_binds() -> None:
    found = measure(OFFICE, intake_day=50)
    loads = {one.step: one.load for one in found.steps if one.load}
    assert {name: load.largest_intake.low for name, load in loads.items()} == {
        "check": 100,
        "train": 60,
        "pay": 90,
    }
    assert (found.bottleneck, found.could_bind) == ("train", ("train",))
    assert loads["train"].utilisation == exactly(0.8333333333)


def test_one_more_helps_at_the_bottleneck_until_the_next_binds() -> None:
    loads = {one.step: one.load for one in measure(OFFICE).steps if one.load}
    assert loads["train"].one_more == exactly(2)
    assert loads["check"].one_more == loads["pay"].one_more == exactly(0)
    assert loads["train"].utilisation is None
    near = with_step(OFFICE, "check", capacity_day=61.0)
    load = measure(near)["train"].load
    assert load is not None
    assert load.one_more == exactly(1)


def test_where_visits_are_open_several_steps_may_bind() -> None:
    check = replace(OFFICE["check"], ways=(way("train", Range(0.2, 0.5, 0.9)), way("leave")))
    found = measure(with_step(OFFICE, "check", ways=check.ways))
    assert found.could_bind == ("check", "train")
    assert found.bottleneck == "train"
    load = found["train"].load
    assert load is not None
    assert load.largest_intake == Bounds(33.33333333, 60, 150)
    unsaid = with_step(OFFICE, "check", ways=(way("train"), way("leave")))
    assert measure(unsaid).bottleneck == ""


def test_persons_on_the_way_need_every_capacity_and_no_queue_that_grows() -> None:
    assert measure(OFFICE, intake_day=50).persons == exactly(50 * (2 + 0.5 * 21))
    assert measure(OFFICE, intake_day=61).persons is None
    assert measure(OFFICE).persons is None
    assert measure(with_step(OFFICE, "pay", capacity_day=None), intake_day=50).persons is None


def test_persons_on_the_way_are_those_whom_a_simulation_counts() -> None:
    # Arrivals at random (Poisson), stays as `walk` has them; the mean of 30 stretches of time.
    found = measure(OFFICE, intake_day=10).persons
    assert found is not None
    random = np.random.default_rng(7)
    arrived = np.cumsum(random.exponential(1 / 10, 16_000))
    stays = [times_taken(OFFICE, j)[0] for j in crowd(OFFICE, len(arrived), seed=3).journeys]
    moments = np.arange(100, 1_300, 0.5)
    begun = np.searchsorted(arrived, moments, "right")
    left = np.searchsorted(np.sort(arrived + np.array(stays)), moments, "right")
    stretches = (begun - left).reshape(30, -1).mean(axis=1)
    error = stretches.std(ddof=1) / np.sqrt(len(stretches))
    assert abs(stretches.mean() - found.low) < 4 * error


def test_what_is_not_known_is_at_least_nothing_and_is_listed() -> None:
    found = measure(with_step(OFFICE, "train", service_days=None, unit_cost=None, currency=""))
    assert found.per_applicant.days == Bounds(2.5, None, None)
    assert found.per_applicant.costs[0].amount == Bounds(2, None, None)
    assert Missing("workflow.steps[train].service_days", "train", "days") in found.missing
    assert Missing("workflow.steps[train].unit_cost", "train", "cost") in found.missing
    assert [one.step for one in found.missing] == ["train", "train"]


def test_what_nobody_comes_to_is_not_missed() -> None:
    never = with_step(OFFICE, "check", ways=(way("leave", 1.0), way("train", 0.0)))
    found = measure(with_step(never, "train", service_days=None))
    assert found.per_applicant.days == exactly(2)
    assert found.missing == ()


def test_a_share_that_is_missing_names_its_field_or_its_assumption() -> None:
    open_check = (way("train"), way("leave"))
    assert [m.field for m in measure(with_step(OFFICE, "check", ways=open_check)).missing] == [
        "workflow.steps[check].next[train].share"
    ]
    assumed = (way("train", share_of="eligible"), way("leave"))
    assert [m.field for m in measure(with_step(OFFICE, "check", ways=assumed)).missing] == [
        "assumptions.eligible"
    ]
    named = (way("train", Range(0.2, None, 0.4), share_of="eligible"), way("leave"))
    found = measure(with_step(OFFICE, "check", ways=named)).missing
    assert found == (Missing("assumptions.eligible", "check", "likeliest share"),)
    late = Deadline(field="completion_days", then="leave")
    found = measure(with_step(OFFICE, "train", deadline=late)).missing
    assert [m.field for m in found] == [
        "workflow.steps[train].next[pay].share",
        "programme.deadlines.completion_days",
    ]


def test_the_critical_path_is_the_longest_way_without_going_back() -> None:
    journey = Workflow(
        (
            step("fork", way("a"), way("b"), kind="fork"),
            step("a", way("both"), days=3),
            step("b", way("b2"), way("b", when="again", at_most=2), days=2),
            step("b2", way("both"), days=Range(0, 2, 9)),
            step("both", way("done"), way("out"), kind="join"),
            step("done", way("leave"), days=1),
            step("leave"),
            step("out"),
        )
    )
    leave, out = measure(journey).critical_paths
    assert (leave.end, leave.days) == ("leave", Bounds(4, 5, 12))
    assert leave.steps == ("fork", "b", "b2", "both", "done", "leave")
    assert (out.end, out.days.likeliest) == ("out", 4)


@pytest.mark.parametrize("seed", range(12))
def test_no_journey_without_a_second_try_is_longer_than_the_critical_path(seed: int) -> None:
    workflow = Builder(seed).build()
    (path,) = measure(workflow).critical_paths
    once = [
        times_taken(workflow, journey)[0]
        for journey in crowd(workflow, 150, seed=seed).journeys
        if max(journey.path.count(name) for name in journey.path) == 1
    ]
    assert path.days.is_exact
    assert max(once, default=0.0) <= path.days.low + 1e-9
    assert all(here in workflow and path.steps.count(here) == 1 for here in path.steps)


@pytest.mark.parametrize(("model", "rounds"), [("model_2020", 12), ("model_2023", 16)])
def test_the_models_are_measured_by_their_published_shares(
    model: str, rounds: int, request: pytest.FixtureRequest
) -> None:
    found = measure(build_workflow(request.getfixturevalue(model)))
    # Eligible, drawn in one of the rounds of a year, took a course, finished it: batch 19 of 2021.
    drawn = 1 - (1 - 0.331) ** rounds
    assert found.per_applicant.certificate is not None
    assert found.per_applicant.certificate.likeliest == pytest.approx(0.608 * drawn * 0.934 * 0.979)
    assert found.per_placed is not None
    assert found.per_placed.certificate is not None
    assert found.per_placed.certificate.likeliest == pytest.approx(0.934 * 0.979)
    assert found.bottleneck == ""
    assert found["eligibility_check"].reach == Bounds(1, 1, 1)


def test_a_large_workflow_is_measured_in_a_tenth_of_a_second() -> None:
    steps = [
        step(
            f"s{i}",
            way(f"s{i + 1}", Range(0.7, 0.8, 0.9)),
            way(f"s{max(0, i - 3)}" if i % 8 == 0 else "leave", at_most=2 if i % 8 == 0 else None),
            days=1,
            cost=1,
        )
        for i in range(62)
    ]
    workflow = Workflow((*steps, step("s62", way("leave")), step("leave")))
    assert len(workflow) == 64
    times = []
    for _ in range(5):
        begun = time.process_time()
        measure(workflow)
        times.append(time.process_time() - begun)
    assert min(times) < 0.1


def test_a_check_does_not_load_numpy() -> None:
    code = (
        "import sys; from kerja.cli import main\n"
        "try: main(['check', 'prakerja-2023'])\n"
        "except SystemExit: pass\n"
        "import kerja.workflow.measures\n"
        "print(sorted({'numpy', 'networkx', 'scipy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
