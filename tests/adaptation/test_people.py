"""Rules on the people: what is asked aloud, said in every language, measured beside jobs."""

from __future__ import annotations

from typing import Any

import pytest
from tests.adaptation.rulings import Case, adapted, change, decided, is_proven, texts

from kerja.adaptation import Outcome


def people(**facts: Any) -> dict[str, Any]:
    return {"population": facts}


def work(**facts: Any) -> dict[str, Any]:
    return {"labour_force": facts}


def returnees(**facts: Any) -> dict[str, Any]:
    return {"migration": {"returnees": facts}}


CASES = [
    Case("MIG-01", returnees(eligible="yes", recognition_of_prior_learning="no"),
         returnees(eligible="yes", recognition_of_prior_learning="yes"), returnees(eligible="yes"),
         ("migration.returnees.recognition_of_prior_learning",)),
    Case("PPL-01", people(adult_literacy="60%"), people(adult_literacy="95%"), people(),
         ("population.adult_literacy",)),
    Case("PPL-02", people(largest_language_share="60%"), people(largest_language_share="99.5%"),
         people(), ("population.largest_language_share",)),
    Case("PPL-03", work(informal_share={"value": "90%", "of": "employment"}),
         work(informal_share={"value": "20%", "of": "employment"}, agriculture_share="5%"),
         work(agriculture_share="5%"), ("labour_force.informal_share",)),
    Case("PPL-04", people(disability_share="6%"), people(disability_share="1%"), people(),
         ("population.disability_share",)),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_journey_stands_whatever_is_known_of_the_people(case: Case) -> None:
    found = adapted(case.fires)
    assert found.conflicts == ()
    assert is_proven(found.workflow)


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        ("PPL-01", people(adult_literacy="78%")),
        ("PPL-02", people(largest_language_share="88%")),
        (
            "PPL-03",
            work(agriculture_share="42%", informal_share={"value": "5%", "of": "employment"}),
        ),
        ("PPL-04", people(disability_share="2.1%")),
    ],
)
def test_close_to_a_judged_threshold_a_rule_advises(rule: str, facts: dict[str, Any]) -> None:
    assert decided(rule, facts).outcome is Outcome.ADVISED


def test_interests_are_asked_aloud_in_place_of_a_test_in_writing() -> None:
    steps = [step.id for step in adapted(people(adult_literacy="60%")).workflow]
    assert "interest_check" in steps
    assert "aptitude_test" not in steps


def test_support_for_a_business_stands_beside_job_matching() -> None:
    facts = work(informal_share={"value": "90%", "of": "employment"})
    workflow = adapted(facts).workflow
    assert workflow.successors("enterprise_support_referral") == ("job_matching",)
    measured = texts(change("PPL-03", facts), "me-framework")
    assert "beside" in measured
    assert "null" in measured


def test_no_service_for_jobs_and_informal_work_go_together_without_conflict() -> None:
    facts = work(informal_share={"value": "90%", "of": "employment"})
    found = adapted({**facts, "job_matching": {"public_service": "no"}})
    assert found.conflicts == ()
    assert found.workflow.successors("enterprise_support_referral") == ("job_board_link",)
    assert "job_matching" not in found.workflow


def test_places_for_people_with_a_disability_are_proposed_and_not_applied() -> None:
    made = change("PPL-04", people(disability_share="6%"))
    assert len(made.proposals) == 2
    assert not any("reserve" in key or "selection" in key for key in made.settings)


def test_learning_from_abroad_is_a_proposal_and_brings_in_no_assessor_that_is_not_there() -> None:
    facts = returnees(eligible="yes", recognition_of_prior_learning="no")
    found, made = adapted(facts), change("MIG-01", facts)
    assert found.workflow == found.base
    assert (made.workflow, made.settings, len(made.proposals)) == ((), {}, 3)
    assert decided("MIG-01", returnees(eligible="no")).outcome is Outcome.NOT_FIRED
