"""Whoever is refused can appeal before the journey ends."""

from dataclasses import replace

import pytest
from tests.workflow.soundness.journeys import journey, step, with_step

from kerja.workflow import Refusal, Step, Way, Workflow, refusals_without_appeal

CHECK = step("check", "learn", Way("leave", "not eligible"), kind="decision")
LEARN = step("learn", "pay", kind="person", lane="applicant")
PAY = step("pay", "jobs", kind="payment", lane="payment-provider")
JOBS = step("jobs", "leave")


def refused(to: str = "leave", *more: Step, **changed: object) -> Workflow:
    """Return a journey in which a check refuses; the refusal leads to a step."""
    check = replace(CHECK, ways=(CHECK.ways[0], Way(to, "not eligible")))
    workflow = journey(step("apply", "check"), check, LEARN, PAY, JOBS, *more, step("leave"))
    return with_step(workflow, "check", **changed) if changed else workflow


FOUND = (Refusal("check", "not eligible"),)


def appeal(*, upheld: str = "check", **more: object) -> Step:
    return step("appeal", upheld, Way("leave", "not upheld"), kind="manual", **more)


def test_a_refusal_that_ends_the_journey_is_shown() -> None:
    assert refusals_without_appeal(refused()) == FOUND


@pytest.mark.parametrize("upheld", ["check", "apply", "learn"])
def test_an_officer_who_may_decide_anew_is_an_appeal(upheld: str) -> None:
    assert refusals_without_appeal(refused("appeal", appeal(upheld=upheld))) == ()


def test_an_officer_whose_usual_way_ends_the_journey_is_none() -> None:
    assert refusals_without_appeal(refused("appeal", appeal(upheld="leave")))[0] == FOUND[0]


def test_a_step_that_says_so_is_an_appeal() -> None:
    told = step("ombudsman", "leave", kind="wait", gives=("appeal",))
    assert refusals_without_appeal(refused("ombudsman", told)) == ()


def test_a_person_may_be_told_before_they_appeal() -> None:
    told = step("tell", "leave", Way("appeal", "the person objects"))
    assert refusals_without_appeal(refused("tell", told, appeal())) == ()


def test_to_apply_again_is_no_appeal() -> None:
    again = step("advice", "apply", Way("leave", "gives up"), kind="person", lane="applicant")
    assert refusals_without_appeal(refused("advice", again)) == FOUND


def test_a_way_round_that_comes_back_before_the_money_refuses_nothing() -> None:
    round_about = step("counter", "learn")
    assert refusals_without_appeal(refused("counter", round_about)) == ()


def test_a_way_past_the_money_refuses_it() -> None:
    assert refusals_without_appeal(refused("jobs")) == FOUND


def test_a_refusal_once_a_way_is_used_up_counts_as_well() -> None:
    ways = (Way("learn"), Way("apply", "papers are missing", at_most=2, then="leave"))
    found = refusals_without_appeal(refused(ways=ways))
    assert found == (Refusal("check", "papers are missing"),)


@pytest.mark.parametrize("kind", ["draw", "person", "wait"])
def test_luck_and_what_the_person_leaves_undone_are_no_refusals(kind: str) -> None:
    assert refusals_without_appeal(refused(kind=kind)) == ()


def test_what_the_applicant_declines_is_no_refusal() -> None:
    assert refusals_without_appeal(refused(kind="service", lane="applicant")) == ()


def test_a_payment_that_fails_without_a_complaint_is_a_refusal() -> None:
    broken = with_step(
        refused("appeal", appeal()), "pay", ways=(Way("jobs"), Way("leave", "fails"))
    )
    assert refusals_without_appeal(broken) == (Refusal("pay", "fails"),)
