"""The rule on the service that takes graduates over: the last step names it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.adaptation.journeys import journeys, with_steps
from tests.adaptation.rulings import Case, adapted, change, decided, is_proven, texts
from tests.countries import with_journey, written

from kerja.adaptation import Outcome
from kerja.blueprint import adapt

FARMING = {"labour_force": {"agriculture_share": "70%", "informal_share": "90%"}}


def service(**facts: Any) -> dict[str, Any]:
    return {"job_matching": facts}


NAMED = service(public_service="yes", service="National Employment Agency")
CASES = [
    Case(
        "TRN-11",
        NAMED,
        service(public_service="no"),
        service(public_service="yes"),
        ("job_matching.service",),
    )
]


def test_the_last_step_names_the_service_and_stays_as_it_was_in_all_else() -> None:
    found = adapted(NAMED)
    before, after = found.base["job_matching"], found.workflow["job_matching"]
    assert after.name == f"{before.name}: National Employment Agency"
    assert (after.lane, after.rule) == ("employment-service", "TRN-11")
    assert (after.ways, after.needs, after.deadline) == (before.ways, before.needs, before.deadline)
    assert found.conflicts == ()
    assert is_proven(found.workflow)


def test_a_step_that_names_the_service_already_is_left_as_it_is() -> None:
    profile = with_journey(written(**NAMED))
    steps = tuple(
        step.model_copy(update={"name": "Go to the National Employment Agency"})
        if step.id == "job_matching"
        else step
        for step in profile.workflow.steps
    )
    journey = profile.workflow.model_copy(update={"steps": steps})
    found = adapt(profile.model_copy(update={"workflow": journey}))
    assert found.workflow == found.base
    assert "job_matching.handed_over_to" in {setting.key for setting in found.settings}


def test_a_journey_that_matches_no_jobs_keeps_its_steps() -> None:
    found = adapt(with_steps(written(**NAMED), journeys()["short"]))
    assert found.workflow == found.base
    assert found.conflicts == ()


@pytest.mark.parametrize("word", ["yes", "no", "unknown"])
@pytest.mark.parametrize("name", ["National Employment Agency", "none", "unknown"])
@pytest.mark.parametrize("work", [{}, FARMING])
def test_a_service_a_board_of_jobs_and_support_for_a_business_never_collide(
    word: str, name: str, work: dict[str, Any]
) -> None:
    found = adapted({**service(public_service=word, service=name), **work})
    assert found.conflicts == ()
    assert is_proven(found.workflow)


def test_support_for_a_business_stands_before_the_service_and_neither_is_lost() -> None:
    workflow = adapted({**NAMED, **FARMING}).workflow
    assert workflow.predecessors("job_matching") == ("enterprise_support_referral",)
    assert workflow["job_matching"].name.endswith("National Employment Agency")


def test_a_service_that_is_not_public_is_for_another_rule() -> None:
    facts = service(public_service="no", service="three job portals")
    assert decided("TRN-11", facts).outcome is Outcome.NOT_FIRED
    assert decided("TRN-10", facts).outcome is Outcome.FIRED


def test_nobody_is_handed_over_without_their_wish_and_no_job_is_promised() -> None:
    manual = texts(change("TRN-11", NAMED), "operations-manual")
    assert "who wish it" in manual
    assert "promises no job" in manual
    assert "who have agreed" in texts(change("TRN-11", NAMED), "dpia")
