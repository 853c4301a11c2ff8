"""What is solved for is safe enough, and the next value is not."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from tests.forecast.cases import calendar, case, desk, node, places, seats

from kerja.errors import KerjaError
from kerja.forecast import solution_to_json
from kerja.forecast.cohort import run_cohort
from kerja.forecast.questions import Target, What
from kerja.forecast.scheme import Branch, Input, Law, Milestone, Payment, Rounds, Scheme, Slot
from kerja.forecast.solving import Solution, solve
from kerja.forecast.uncertainty import SEED, WORLDS, design
from kerja.forecast.world import settle
from kerja.profile import Range

ONE_WORLD = 1 / WORLDS


def drawn(*, quota: float = 25.0, ceiling: float | None = 1000.0) -> Scheme:
    """Four rounds in one fiscal year; a share of those with a place, not known, is paid 10."""
    return case(
        [
            node("start", "start", Branch(1)),
            node("draw", "draw", Branch(2)),
            node("learn", "person", Branch(3, Slot(0)), Branch(4)),
            node("pay", "payment", Branch(4)),
            node("leave", "end"),
        ],
        people=2000,
        weeks=2,
        rounds=Rounds((14, 28, 42, 56), quota, ("lottery",), 10.0),
        payments=(Payment(3, 10.0, "cash"),),
        milestones=(Milestone("selected", (1,)), Milestone("paid", (3,))),
        inputs=(Input("passes", Range(0.0, None, 1.0), "uniform", is_unknown=True),),
        calendar=calendar(ceiling),
    )


def _chance(scheme: Scheme) -> float:
    """Return the share of worlds in which every round opens and no year pays too much."""
    values = design(scheme, worlds=WORLDS, seed=SEED)
    first, second = scheme.calendar.years
    met = []
    for run in run_cohort(scheme, settle(scheme, values)):
        parts = run.cash[:, : second.first].sum(), run.cash[:, second.first :].sum()
        ceilings = first.ceiling, second.ceiling
        paid = [part <= (top or 0) + 1e-6 for part, top in zip(parts, ceilings, strict=True)]
        met.append(bool(all(paid) and run.opened.all()))
    return float(np.mean(met))


def _is_an_edge(found: Solution) -> bool:
    assert found.chance is not None
    assert found.chance_beyond is not None
    return found.chance >= found.confidence > found.chance_beyond


def test_the_quota_is_what_can_be_worked_out_by_hand() -> None:
    # Before the fourth round 3 x 10 x quota x passes are paid, and 10 x quota are to be promised:
    # within 1,000 for three of four worlds up to 1,000 / 32.5 = 30.8.
    found = solve(drawn(), "quota", 0.75)
    assert (found.answer, found.beyond, found.now) == (30, 31, 25)
    assert _is_an_edge(found)
    for quota, chance in ((30.0, found.chance), (31.0, found.chance_beyond)):
        assert _chance(drawn(quota=quota)) == chance


def test_the_benefit_is_what_can_be_worked_out_by_hand() -> None:
    found = solve(drawn(), "benefit", 0.75)
    assert found.answer == pytest.approx(1000 / (25 * (3 * 0.75 + 1)), rel=2 * ONE_WORLD)
    assert found.beyond == pytest.approx((found.answer or 0) + 0.01)
    assert _is_an_edge(found)


def test_the_budget_is_what_can_be_worked_out_by_hand() -> None:
    found = solve(drawn(), "budget", 0.75)
    assert found.answer == pytest.approx(10 * 25 * (3 * 0.75 + 1), rel=2 * ONE_WORLD)
    assert found.now == 1000
    assert _is_an_edge(found)
    assert found.answer is not None
    assert found.beyond is not None
    assert _chance(drawn(ceiling=found.answer)) == found.chance
    assert _chance(drawn(ceiling=found.beyond)) == found.chance_beyond


def test_a_budget_for_a_target_opens_as_many_rounds_as_that_takes() -> None:
    # 51 persons take three rounds of 25; the third needs 2 x 250 x passes + 250.
    found = solve(drawn(), "budget", 0.75, target=Target("selected", 51))
    assert found.answer == pytest.approx(250 * (2 * 0.75 + 1), rel=2 * ONE_WORLD)
    assert _is_an_edge(found)
    assert found.condition == "at least 51 persons selected"


@pytest.mark.parametrize("what", ["quota", "benefit"])
def test_more_confidence_never_asks_for_more_people_or_money_for_each(what: What) -> None:
    answers = [solve(drawn(), what, confidence).answer or 0 for confidence in (0.2, 0.6, 1.0)]
    assert answers == sorted(answers, reverse=True)


def test_more_confidence_never_asks_for_less_budget() -> None:
    answers = [solve(drawn(), "budget", confidence).answer or 0 for confidence in (0.2, 0.6, 1.0)]
    assert answers == sorted(answers)


@pytest.mark.parametrize("loop", [False, True])
def test_a_budget_for_a_longer_journey_is_verified_too(loop: bool) -> None:
    found = solve(places(loop=loop), "budget", 0.9)
    assert found.worlds == 1
    assert _is_an_edge(found)


def test_seats_for_a_target_are_as_many_as_the_time_needs() -> None:
    scheme = case(
        [
            node("start", "start", Branch(1)),
            replace(node("class", "manual", Branch(2)), servers=9, law=Law("constant", 10.0)),
            node("leave", "end"),
        ],
        people=1820,
        weeks=1,
        milestones=(Milestone("completed", (1,)),),
    )
    # A seat ends 17 or 18 courses of 10 days in 182 days, some of them begun in the first week.
    found = solve(scheme, "seats", 1.0, target=Target("completed", 900))
    assert found.answer is not None
    assert 900 / 18.2 <= found.answer <= 900 / 17 + 1
    assert _is_an_edge(found)
    assert (found.beyond, found.now) == (found.answer - 1, 9)


def test_seats_without_a_target_are_enough_for_nearly_all() -> None:
    found = solve(seats(), "seats", 0.9)
    assert _is_an_edge(found)
    assert "class" in found.condition


def test_where_there_is_no_answer_the_reason_is_said() -> None:
    too_many = solve(drawn(), "budget", 0.9, target=Target("selected", 101))
    assert too_many.answer is None
    assert too_many.chance is None
    assert "even at" in too_many.reason
    rich = solve(drawn(ceiling=1e9), "quota", 0.9)
    assert rich.answer is None
    assert "still safe" in rich.reason


@pytest.mark.parametrize("now", [0.0, 1.0, 24.0, 40.0, 1999.0, 1e6])
def test_the_answer_does_not_depend_on_where_the_programme_stands(now: float) -> None:
    assert solve(drawn(quota=now), "quota", 0.75).answer == 30


def test_questions_without_meaning_are_refused() -> None:
    with pytest.raises(KerjaError, match="no budget"):
        solve(drawn(ceiling=None), "quota", 0.9)
    with pytest.raises(KerjaError, match="no quota"):
        solve(replace(desk(), calendar=calendar(1.0)), "quota", 0.9)
    with pytest.raises(KerjaError, match="no cash benefit"):
        solve(replace(desk(), calendar=calendar(1.0)), "benefit", 0.9)
    with pytest.raises(KerjaError, match="seat"):
        solve(desk(), "seats", 0.9)
    with pytest.raises(KerjaError, match="no stage"):
        solve(drawn(), "budget", 0.9, target=Target("rich", 1))
    with pytest.raises(KerjaError, match="no largest"):
        solve(drawn(), "quota", 0.9, target=Target("paid", 1))
    with pytest.raises(KerjaError, match="confidence"):
        solve(drawn(), "quota", 0.0)
    with pytest.raises(KerjaError, match="solved"):
        solve(drawn(), "luck", 0.9)  # type: ignore[arg-type]


def test_the_same_seed_gives_the_same_answer() -> None:
    assert solve(drawn(), "benefit", 0.8, seed=3) == solve(drawn(), "benefit", 0.8, seed=3)


def test_the_data_of_an_answer_holds_the_inputs_it_was_found_over() -> None:
    scheme = drawn()
    found = json.loads(json.dumps(solution_to_json(solve(scheme, "quota", 0.75), scheme, ())))
    assert (found["what"], found["answer"], found["beyond"]) == ("quota", 30, 31)
    assert found["chance"] >= 0.75 > found["chance_beyond"]
    assert found["reason"] is None
    (taken,) = found["world"]
    assert (taken["input"], taken["low"], taken["value"], taken["high"]) == ("passes", 0, 0.5, 1)
