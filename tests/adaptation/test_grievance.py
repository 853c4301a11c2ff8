"""Rules on complaints: each leads back to where it came from, or onward, and none pays twice."""

from __future__ import annotations

from typing import Any

import pytest
from tests.adaptation.rulings import Case, decided, is_proven
from tests.countries import country, written

from kerja.adaptation import Outcome
from kerja.blueprint import adapt
from kerja.workflow import Workflow

CASES = [
    Case(
        "GRM-01",
        {"grievance": {"channels": ["web"]}},
        {"grievance": {"channels": ["web", "phone", "in-person"]}},
        {"grievance": {"channels": "unknown"}},
        ("grievance.channels",),
    ),
]


def journey(name: str, **sections: Any) -> Workflow:
    profile = written(**CASES[0].fires, **sections)
    found = adapt(profile.model_copy(update={"workflow": country(name).workflow}))
    assert found.conflicts == ()
    assert is_proven(found.workflow)
    return found.workflow


@pytest.mark.parametrize(
    "name",
    ["prakerja-2020", "prakerja-2023", "idn", "khm", "tha", "mys-13", "phl", "mar", "tls", "mng"],
)
def test_from_every_payment_to_a_person_a_complaint_can_be_made(name: str) -> None:
    workflow = journey(name)
    for step in workflow:
        if step.pays_person:
            settled = [way.to for way in step.ways if way.when == "payment fails"]
            assert [workflow[to].kind for to in settled] == ["manual"]


def test_a_complaint_leads_back_once_and_then_onward() -> None:
    ways = journey("prakerja-2023")["complaint_on_payment_survey_1"].ways
    assert [(way.when, way.to, way.at_most, way.then) for way in ways] == [
        ("", "survey_2", None, ""),
        ("upheld: pay again", "survey_1", 1, "survey_2"),
    ]


def test_who_does_not_pass_can_ask_for_another_assessment() -> None:
    workflow = journey("khm")
    leads = {way.when: way.to for way in workflow["assess_and_certify"].ways}
    assert leads["not passed, and complains"] == "complaint_on_certificate"
    again = workflow["complaint_on_certificate"].ways[1]
    assert (again.to, again.at_most) == ("assess_and_certify", 1)


@pytest.mark.parametrize("facts", [{"integratable": 0}, {"account_ownership": "20%"}])
def test_a_complaint_is_as_near_where_payments_are_in_cash(facts: dict[str, Any]) -> None:
    workflow = journey("prakerja-2023", wallets=facts)
    ways = workflow["cash_paid_survey_1"].ways
    assert [way.to for way in ways] == ["survey_2", "complaint_on_payment_survey_1"]


def test_complaints_add_no_more_than_a_step_for_each_payment_and_one() -> None:
    base = country("prakerja-2023").workflow.steps
    assert len(journey("prakerja-2023")) == len(base) + 3


def test_three_ways_to_complain_are_enough() -> None:
    assert decided("GRM-01", CASES[0].rests).outcome is Outcome.NOT_FIRED
    none = decided("GRM-01", {"grievance": {"channels": []}})
    assert none.outcome is Outcome.FIRED
    assert (none.comparisons[0].number, none.comparisons[0].threshold) == (0, 3)


def test_a_journey_without_payments_or_certificates_gets_no_steps() -> None:
    assert adapt(written(**CASES[0].fires)).workflow.steps == ()
