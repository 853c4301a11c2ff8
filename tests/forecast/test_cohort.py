"""The cohort engine: nobody is lost, small sums by hand, and the individual engine on average."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forecast.cases import (
    apart,
    calendar,
    case,
    desk,
    homes,
    node,
    places,
    seats,
    side_by_side,
    taken_back,
)

from kerja.forecast.cohort import run_cohort, said_wait
from kerja.forecast.draws import Luck
from kerja.forecast.individual import run
from kerja.forecast.results import Run
from kerja.forecast.scheme import (
    Arrivals,
    Branch,
    FiscalPart,
    Group,
    Input,
    Law,
    Method,
    Milestone,
    Node,
    Payment,
    Rounds,
    Scheme,
    Slot,
)
from kerja.forecast.world import base_values, settle
from kerja.profile import Range


def outcome(scheme: Scheme) -> Run:
    """Return the result in the base world."""
    (found,) = run_cohort(scheme, settle(scheme, base_values(scheme)))
    return found


def line(*, people: float, weeks: int = 1, **desk: object) -> Run:
    """Return what happens at one desk."""
    served = replace(node("desk", "manual", Branch(2), late=Branch(2, 0.0)), **desk)  # type: ignore[arg-type]
    nodes = [node("start", "start", Branch(1)), served, node("end", "end")]
    return outcome(case(nodes, people=people, weeks=weeks))


def drawn(method: Method, *, ceiling: float | None = None, losers: bool = False) -> Run:
    """Return three rounds of 40 places, for 20 persons a day during three weeks."""
    lose = (Branch(2, None),) if losers else ()
    nodes = [
        node("start", "start", Branch(1)),
        node("draw", "draw", Branch(2, 0.5), *lose),
        node("end", "end"),
    ]
    return outcome(
        case(
            nodes, people=420, weeks=3, rounds=Rounds((7, 14, 21), 40.0, (method,), 10.0),
            payments=(Payment(1, 10.0, "cash"),), calendar=calendar(ceiling),
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    "scheme",
    [desk(), seats(), places(), places(ceiling=None, loop=True), side_by_side(), taken_back()],
)
def test_everybody_is_somewhere(scheme: Scheme) -> None:
    rounds = replace(scheme.rounds, days=tuple(range(14, 590, 14)))
    found = outcome(replace(scheme, calendar=calendar(None, days=600), rounds=rounds))
    assert found.left == pytest.approx(found.applied, rel=1e-6)


@settings(max_examples=15, deadline=None)
@given(
    share=st.floats(0, 1),
    again=st.integers(1, 4),
    days=st.floats(0, 9),
    law=st.sampled_from(("constant", "exponential", "gamma")),
)
def test_a_bounded_way_back_is_taken_as_often_as_its_chances_say(
    share: float, again: int, days: float, law: str
) -> None:
    step = replace(
        node("try", "person", Branch(2, share), Branch(1, None, at_most=again, used_up=3)),
        law=Law(law, 2.0 if law == "gamma" else days, days),  # type: ignore[arg-type]
    )
    nodes = [node("start", "start", Branch(1)), step, node("won", "end"), node("lost", "end")]
    scheme = case(nodes, people=100, weeks=2, calendar=calendar(None, days=400))
    found = outcome(scheme)
    visits = sum((1 - share) ** number for number in range(again + 1))
    assert found.reached[1] == pytest.approx(100 * visits, rel=1e-6)
    assert found.reached[3] == pytest.approx(100 * (1 - share) ** (again + 1), abs=1e-4)
    assert found.left == pytest.approx(100, rel=1e-6)


def test_an_unbounded_way_back_without_time_ends_on_the_same_day() -> None:
    nodes = [node("start", "start", Branch(1, 0.5), Branch(0, None)), node("end", "end")]
    found = outcome(case(nodes, people=70, weeks=1))
    assert found.reached[0] == pytest.approx(140)
    assert found.left == pytest.approx(70)


def test_a_stage_counts_nobody_twice() -> None:
    step = node("course", "person", Branch(2))
    more = node("more", "person", Branch(1, 0.5, at_most=1, used_up=3), Branch(3, None))
    nodes = [node("start", "start", Branch(1)), step, more, node("end", "end")]
    found = outcome(case(nodes, people=100, milestones=(Milestone("trained", (1,)),)))
    assert found.usual[1] == pytest.approx(150)
    assert found.stages[0] == pytest.approx(100)


def test_a_deadline_divides_people_by_the_time_they_need() -> None:
    step = replace(
        node("form", "person", Branch(2), late=Branch(2, 0.0)),
        law=Law("uniform", 0, 10),
        deadline=7.0,
    )
    nodes = [node("start", "start", Branch(1)), step, node("end", "end")]
    found = outcome(case(nodes, people=100))
    assert found.usual[1] == pytest.approx(70)
    assert found.late[1] == pytest.approx(30)


def test_a_deadline_counts_from_the_end_of_another_step() -> None:
    between = replace(node("between", "person", Branch(2)), law=Law("constant", 4.0))
    step = replace(
        node("form", "person", Branch(3), late=Branch(3, 0.0)),
        law=Law("uniform", 0, 10), deadline=9.0, since=0,
    )  # fmt: skip
    found = outcome(
        case([node("start", "start", Branch(1)), between, step, node("end", "end")], people=100)
    )
    assert found.late[2] == pytest.approx(50, rel=1e-6)


def test_money_falls_due_on_the_days_of_its_steps() -> None:
    course = replace(node("course", "person", Branch(2)), law=Law("constant", 10.0), unit_cost=2.0)
    pay = replace(node("pay", "payment", Branch(3)), run_days=7.0)
    nodes = [node("start", "start", Branch(1)), course, pay, node("end", "end")]
    found = outcome(
        case(
            nodes, people=70, weeks=1,
            payments=(Payment(2, 5.0, "cash"), Payment(2, 1.0, "survey", delay=30.0)),
        )
    )  # fmt: skip
    assert found.cash[3, :7] == pytest.approx([20.0] * 7)
    assert {day: cash for day, cash in enumerate(found.cash[1]) if cash} == pytest.approx(
        {14: 200.0, 21: 150.0}
    )
    assert {day: cash for day, cash in enumerate(found.cash[2]) if cash} == pytest.approx(
        {44: 40.0, 51: 30.0}
    )


def test_a_line_grows_by_what_is_not_served() -> None:
    found = line(people=210, pace=10.0)
    assert found.lines[1, :7] == pytest.approx([20 * day for day in range(1, 8)])
    assert found.lines[1, 20] == pytest.approx(0)
    assert found.mean_wait(1) == pytest.approx(7.0, abs=0.5)
    assert found.served[1] == pytest.approx(210)


def test_servers_serve_as_many_as_their_time_allows() -> None:
    long = line(people=1000, servers=12, law=Law("exponential", 6.0))
    assert long.served[1] == pytest.approx(12 / 6 * 182 + 12, rel=0.02)
    short = line(people=2000, servers=2, law=Law("exponential", 0.25))
    assert short.lines[1, 6] == pytest.approx(2000 - 7 * 8, rel=0.02)


def test_who_loses_patience_leaves_the_line() -> None:
    found = line(people=210, pace=10.0, patience=3.0)
    assert found.late[1] + found.served[1] == pytest.approx(210)
    assert found.served[1] == pytest.approx(100, rel=0.05)
    assert found.lines[1, 12] == pytest.approx(0)


@pytest.mark.parametrize("method", ["lottery", "ranking", "first-come"])
def test_a_round_gives_no_more_than_its_places(method: Method) -> None:
    found = drawn(method)
    assert found.waiting == pytest.approx([140, 240, 340])
    assert found.given == pytest.approx([40, 40, 40])
    assert found.cash[1, [7, 14, 21]] == pytest.approx([400, 400, 400])


def test_who_came_first_has_waited_longest() -> None:
    waits = [drawn(method).mean_wait(1) for method in ("first-come", "lottery", "ranking")]
    assert waits[0] == pytest.approx((6 + 11 + 16) / 3)
    assert waits == sorted(waits, reverse=True)  # type: ignore[type-var]


def test_losers_leave_where_there_is_a_way_for_them() -> None:
    found = drawn("lottery", losers=True)
    assert found.waiting == pytest.approx([140, 140, 140])
    assert found.left == pytest.approx(420)


def test_money_stops_a_round() -> None:
    assert drawn("lottery", ceiling=1200.0).opened.tolist() == [1, 1, 1]
    found = drawn("lottery", ceiling=1199.0)
    assert found.opened.tolist() == [1, 1, 0]
    assert found.given == pytest.approx([40, 40, 0])


def test_what_leavers_do_not_spend_is_free_again() -> None:
    scheme = places(ceiling=None)
    rich = outcome(scheme)
    spent = rich.cash.sum()
    years = (FiscalPart("all", 0, float(spent)),)
    poor = outcome(replace(scheme, calendar=replace(scheme.calendar, years=years)))
    assert poor.opened.sum() < rich.opened.sum()
    assert poor.cash.sum() <= spent


@pytest.mark.parametrize(
    "scheme",
    [
        desk(),
        seats(),
        places(ceiling=None),
        places(ceiling=None, loop=True),
        taken_back(),
        apart(),
        homes(),
        homes(cap=2, applicants=3.0, methods=("ranking",)),
        homes(applicants=4.0, methods=("all",)),
    ],
)
def test_the_individual_engine_agrees_on_average(scheme: Scheme) -> None:
    world = settle(scheme, base_values(scheme))
    (mean,) = run_cohort(scheme, world)
    runs = [run(scheme, world, Luck(5, number)) for number in range(40)]
    for name in ("reached", "usual", "late", "given"):
        several = np.array([getattr(one, name) for one in runs])
        error = several.std(axis=0) / np.sqrt(len(runs))
        # A fluid has no waits by chance: at most two in a hundred persons go another way.
        allowed = 4 * error + 0.02 * float(world.people)
        assert (np.abs(several.mean(axis=0) - getattr(mean, name)) <= allowed).all(), name
    cash = np.array([one.cash.sum(axis=1) for one in runs]).mean(axis=0)
    # Whoever comes back to a round does so on a day by chance; the counts know its mean only.
    assert mean.cash.sum(axis=1) == pytest.approx(cash, rel=0.05, abs=0.5)


def test_many_worlds_are_as_each_alone() -> None:
    scheme = uncertain()
    values = np.random.default_rng(3).uniform((200, 0.2), (900, 0.9), (200, 2))
    together = run_cohort(scheme, settle(scheme, values))
    assert len(together) == 200
    for number in (0, 99, 199):
        (alone,) = run_cohort(scheme, settle(scheme, values[number]))
        assert together[number].cash == pytest.approx(alone.cash, abs=1e-6)
        assert together[number].opened.tolist() == alone.opened.tolist()


@settings(max_examples=10, deadline=None)
@given(times=st.floats(0.1, 1e5))
def test_the_number_of_people_is_a_scale(times: float) -> None:
    scheme = seats()
    nodes: list[Node] = [replace(n, servers=0) for n in scheme.nodes]
    small = outcome(replace(scheme, nodes=tuple(nodes)))
    arrivals = Arrivals(300.0 * times, scheme.arrivals.weeks)
    large = outcome(replace(scheme, nodes=tuple(nodes), arrivals=arrivals))
    assert large.cash / times == pytest.approx(small.cash, rel=1e-6, abs=1e-6)


def test_groups_have_their_share_of_every_stage() -> None:
    found = outcome(replace(seats(), groups=(Group("women", 0.4),)))
    assert found.by_group[0] == pytest.approx([120, 0.4 * found.stages[0]])


def test_a_wait_within_a_day_is_said_as_such() -> None:
    assert said_wait(line(people=70, pace=20.0).mean_wait(1)) == "< 1 day"
    assert said_wait(line(people=210, pace=10.0).mean_wait(1)).endswith(" days")
    assert said_wait(None) == "nobody was served"


def uncertain() -> Scheme:
    """Return places with two inputs that are not certain."""
    scheme = places(loop=True)
    start = replace(scheme.nodes[0], ways=(Branch(1, Slot(1)), Branch(6, None)))
    inputs = (Input("people", Range(200, 400, 900)), Input("share", Range(0.2, 0.5, 0.9)))
    return replace(
        scheme, nodes=(start, *scheme.nodes[1:]), inputs=inputs,
        arrivals=replace(scheme.arrivals, per_year=Slot(0)),
    )  # fmt: skip
