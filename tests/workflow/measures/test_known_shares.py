"""Where everything is known the measures are exact: by hand, over all journeys, and at random."""

from __future__ import annotations

import math

import pytest
from tests.workflow.measures.journeys import (
    Builder,
    cost_of,
    crowd,
    mean,
    step,
    times_taken,
    usual_at,
    way,
)

from kerja.errors import KerjaError
from kerja.profile import Range
from kerja.workflow import Deadline, Journey, Way, Workflow
from kerja.workflow.measures import Bounds, measure


def exactly(value: float) -> Bounds:
    rounded = float(f"{value:.10g}")
    return Bounds(rounded, rounded, rounded)


DRAW = Workflow(
    (
        step("apply", way("draw"), kind="start"),
        step(
            "draw",
            way("learn", 0.5),
            way("draw", 0.5, when="not drawn", at_most=2, then="leave"),
            kind="draw",
            gives=("selected",),
            days=10,
            cost=1,
        ),
        step(
            "learn",
            way("certify", 0.8),
            deadline=Deadline(days=30, then="leave"),
            days=20,
            kind="person",
        ),
        step("certify", way("pay"), gives=("certificate",), days=2, cost=5),
        step("pay", way("leave"), kind="payment", days=1, cost=100, currency="USD"),
        step("leave"),
    )
)


def test_tries_that_are_counted_end_after_the_last() -> None:
    found = measure(DRAW)
    assert found["draw"].visits == exactly(1 + 0.5 + 0.25)
    assert found["draw"].reach == exactly(1)
    assert found["learn"].reach == exactly(1 - 0.5**3)
    assert found["leave"].visits == exactly(1)


def test_a_missed_deadline_takes_its_days_and_one_less_the_share() -> None:
    found = measure(DRAW).per_placed
    assert found is not None
    assert found.certificate == exactly(0.8)
    assert found.days == exactly(0.8 * (20 + 2 + 1) + 0.2 * 30)


def test_two_currencies_are_never_added() -> None:
    found = measure(DRAW)
    khr, usd = found.per_applicant.costs
    assert (khr.currency, khr.amount) == ("KHR", exactly(1.75 + 5 * 0.875 * 0.8))
    assert (usd.currency, usd.amount) == ("USD", exactly(100 * 0.875 * 0.8))
    assert found.cost_per_graduate[0].amount == exactly((1.75 + 5 * 0.7) / 0.7)


def test_the_cost_of_a_graduate_bears_those_who_fail() -> None:
    placed = measure(DRAW).per_placed
    assert placed is not None
    assert placed.costs[1].amount == exactly(80)
    assert measure(DRAW).cost_per_graduate[1].amount == exactly(100)


def test_days_to_the_certificate_count_graduates_only() -> None:
    tries = (0.5 * 10 + 0.25 * 20 + 0.125 * 30) / 0.875
    assert measure(DRAW).days_to_certificate == exactly(tries + 22)


def test_the_spread_is_that_of_the_ways() -> None:
    one = Workflow(
        (
            step("ask", way("quick", 0.5), way("slow", 0.5)),
            step("quick", way("leave"), days=2),
            step("slow", way("leave"), days=6),
            step("leave"),
        )
    )
    one = Workflow((step("ask", *one["ask"].ways, days=0), *one.steps[1:]))
    assert measure(one).spread_days == pytest.approx(2)


def test_a_block_takes_as_long_as_its_longest_way_and_costs_the_sum() -> None:
    block = Workflow(
        (
            step("begin", way("fork"), kind="start"),
            step("fork", way("a"), way("b"), way("both"), kind="fork"),
            step("a", way("a2"), days=3, cost=10),
            step("a2", way("both"), days=4, cost=1),
            step("b", way("both"), days=5, cost=7),
            step("both", way("leave"), kind="join"),
            step("leave"),
        )
    )
    found = measure(block)
    assert found.per_applicant.days == exactly(7)
    assert found.per_applicant.costs[0].amount == exactly(18)
    assert found.at_least_forks == ()


def test_a_block_in_which_something_is_chosen_takes_at_least_its_longest_mean() -> None:
    block = Workflow(
        (
            step("fork", way("a"), way("b"), kind="fork"),
            step("a", way("slow", 0.5), way("both2", 0.5), days=0),
            step("slow", way("both2"), days=10),
            step("both2", way("both"), days=0),
            step("b", way("both"), days=6),
            step("both", way("leave"), kind="join"),
            step("leave"),
        )
    )
    found = measure(block)
    # The means are 5 and 6; the mean of the longest is (10 + 6) / 2.
    assert found.per_applicant.days == Bounds(6, 6, 10)
    assert found.at_least_forks == ("fork",)
    assert found.spread_days is None


def test_ways_that_never_meet_take_as_long_as_the_longest() -> None:
    apart = Workflow(
        (
            step("fork", way("a"), way("b"), kind="fork"),
            step("a", way("leave"), days=3, cost=1),
            step("b", way("b2"), days=4, cost=1),
            step("b2", way("gone"), days=4, cost=1),
            step("gone"),
            step("leave"),
        )
    )
    found = measure(apart)
    assert found.per_applicant.days == exactly(8)
    assert found.per_applicant.costs[0].amount == exactly(3)


def test_joins_that_cross_are_bounded_and_not_guessed() -> None:
    crossing = Workflow(
        (
            step("fork", way("a"), way("b"), way("c"), kind="fork"),
            step("a", way("first"), days=3),
            step("b", way("first"), days=5),
            step("first", way("x"), kind="join"),
            step("x", way("second"), days=2),
            step("c", way("second"), days=1),
            step("second", way("leave"), kind="join"),
            step("leave"),
        )
    )
    found = measure(crossing)
    assert found["x"].visits == found["leave"].visits == exactly(1)
    days = found.per_applicant.days
    assert (days.low, days.likeliest, days.high) == (5, None, 11)
    assert found.critical_paths[0].days == exactly(5 + 2)


def test_somebody_who_waits_at_a_join_for_ever_comes_no_further() -> None:
    stuck = Workflow(
        (
            step("fork", way("a"), way("b"), kind="fork"),
            step("a", way("both", 0.75), way("leave", 0.25), cost=1),
            step("b", way("both"), cost=1),
            step("both", way("leave"), kind="join"),
            step("leave"),
        )
    )
    found = measure(stuck)
    assert found["both"].reach == exactly(0.75)
    assert found["leave"].reach == exactly(1)


def test_a_loop_without_a_bound_is_an_absorbing_chain() -> None:
    again = Workflow(
        (
            step("draw", way("leave", 0.25), way("wait", 0.75), days=2, cost=3),
            step("wait", way("draw"), days=1, cost=0),
            step("leave"),
        )
    )
    found = measure(again)
    assert found["draw"].visits.likeliest == pytest.approx(4)
    assert found.per_applicant.days.high == pytest.approx(4 * 2 + 3 * 1)
    assert found.per_applicant.costs[0].amount.low == pytest.approx(12)


def test_too_many_tries_are_refused_with_a_hint() -> None:
    tries = step("draw", way("leave", 0.5), way("draw", 0.5, at_most=30_000))
    with pytest.raises(KerjaError, match="20,000 states"):
        measure(Workflow((tries, step("leave"))))


def test_an_empty_workflow_has_no_measures() -> None:
    found = measure(Workflow())
    assert (found.steps, found.per_placed, found.missing) == ((), None, ())


def test_a_deadline_since_an_earlier_step_leaves_what_is_left() -> None:
    since = Deadline(days=15, since="tell", then="leave")
    journey = Workflow(
        (
            step("tell", way("link"), days=3),
            step("link", way("choose"), days=4),
            step("choose", way("leave", 0.5), days=2, deadline=since, kind="person"),
            step("leave"),
        )
    )
    assert measure(journey).per_applicant.days == exactly(3 + 4 + 0.5 * 2 + 0.5 * 11)


@pytest.mark.parametrize("seed", range(40))
def test_every_measure_is_the_mean_over_all_journeys(seed: int) -> None:
    workflow = Builder(seed, forks=False, largest=3).build()
    found = measure(workflow)
    for one in workflow:
        visits = mean(workflow, lambda j, name=one.id: j.path.count(name))  # type: ignore[misc]
        reach = mean(workflow, lambda j, name=one.id: name in j.path)  # type: ignore[misc]
        assert found[one.id].visits == exactly(visits)
        assert found[one.id].reach == exactly(reach)
    days = mean(workflow, lambda j: times_taken(workflow, j)[0])
    assert found.per_applicant.days == exactly(days)
    square = mean(workflow, lambda j: times_taken(workflow, j)[0] ** 2)
    assert found.spread_days == pytest.approx(math.sqrt(max(0, square - days**2)), abs=1e-6)
    for cost in found.per_applicant.costs:
        expected = mean(workflow, lambda j, c=cost.currency: cost_of(workflow, j, c))  # type: ignore[misc]
        assert cost.amount == exactly(expected)
    paid = mean(workflow, lambda j: bool(j.payments))
    assert (found.per_applicant.payment or exactly(0)) == exactly(paid)


@pytest.mark.parametrize("seed", range(40))
def test_ratios_are_those_over_all_journeys(seed: int) -> None:
    workflow = Builder(seed, forks=False, largest=3).build()
    found = measure(workflow)

    def certified(journey: Journey) -> bool:
        return usual_at(workflow, journey, "certificate") is not None

    chance = mean(workflow, certified)
    assert found.per_applicant.certificate == exactly(chance)
    for cost in found.cost_per_graduate:
        total = mean(workflow, lambda j, c=cost.currency: cost_of(workflow, j, c))  # type: ignore[misc]
        assert cost.amount.likeliest == pytest.approx(total / chance)

    def until(journey: Journey) -> float:
        at = usual_at(workflow, journey, "certificate")
        if at is None:
            return 0.0
        visits = journey.visits[: at + 1]
        return times_taken(workflow, Journey(visits, (), finished=False))[0]

    assert found.days_to_certificate is not None
    assert found.days_to_certificate.likeliest == pytest.approx(mean(workflow, until) / chance)

    def days_after_a_place(journey: Journey) -> float:
        at = usual_at(workflow, journey, "selected")
        if at is None:
            return 0.0
        before = Journey(journey.visits[: at + 1], (), finished=False)
        return times_taken(workflow, journey)[0] - times_taken(workflow, before)[0]

    placed = mean(workflow, lambda j: usual_at(workflow, j, "selected") is not None)
    assert found.per_placed is not None
    expected = mean(workflow, days_after_a_place) / placed
    assert found.per_placed.days.likeliest == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("seed", range(100, 116))
def test_a_crowd_that_walks_at_random_agrees(seed: int) -> None:
    workflow = Builder(seed).build()
    found = measure(workflow)
    people = crowd(workflow, 600, seed=seed)
    for one in workflow:
        assert people.visits(one.id, found[one.id].visits.low) < 4
    for cost in found.per_applicant.costs:
        z = people.agrees(
            lambda j, c=cost.currency: cost_of(workflow, j, c),  # type: ignore[misc]
            cost.amount.low,
        )
        assert z < 4
    days = found.per_applicant.days
    assert days.likeliest is not None
    if not found.at_least_forks:
        assert people.agrees(lambda j: times_taken(workflow, j)[0], days.likeliest) < 4
    taken = [times_taken(workflow, journey)[0] for journey in people.journeys]
    error = 4 * (max(taken) - min(taken)) / math.sqrt(len(taken))
    assert days.low - error <= sum(taken) / len(taken) <= (days.high or math.inf) + error


def test_a_way_that_leads_nowhere_ends_the_journey() -> None:
    found = measure(Workflow((step("a", Way("gone"), days=1),)))
    assert found.per_applicant.days == exactly(1)


def test_times_that_vary_are_carried_through() -> None:
    found = measure(Workflow((step("a", way("b"), days=Range(1, 2, 4)), step("b"))))
    assert found.per_applicant.days == Bounds(1, 2, 4)
