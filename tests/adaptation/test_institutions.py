"""Rules on the office, its size, its continuity and its control."""

from __future__ import annotations

from typing import Any

import pytest
from tests.adaptation.rulings import Case, adapted, change, decided, is_proven
from tests.countries import country, with_journey, written

from kerja.adaptation import Gate, Outcome
from kerja.blueprint import adapt
from kerja.workflow import walk

PLACES = {"quota": {"people": 240_000, "every": "year"}}
CASES = [
    Case(
        "INS-01",
        {"institutions": {"management_office": "no"}},
        {"institutions": {"management_office": "yes"}},
        {},
        ("institutions.management_office",),
    ),
    Case(
        "INS-02",
        {"institutions": {"staff": 5}, "programme": PLACES},
        {"institutions": {"staff": 40}, "programme": PLACES},
        {"programme": PLACES},
        ("institutions.staff",),
    ),
    Case(
        "INS-03",
        {"institutions": {"months_to_election": 6, "commitment": "statement"}},
        {"institutions": {"commitment": "statute"}},
        {"institutions": {"months_to_election": 6}},
        ("institutions.commitment",),
    ),
    Case(
        "INS-04",
        {"institutions": {"supreme_audit_access": "no"}},
        {"institutions": {"internal_audit": "yes", "supreme_audit_access": "yes"}},
        {"institutions": {"internal_audit": "yes"}},
        ("institutions.supreme_audit_access",),
    ),
]
CONTROL = CASES[3].fires


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_journey_stands_whoever_manages_it(case: Case) -> None:
    found = adapted(case.fires)
    assert found.conflicts == ()
    assert is_proven(found.workflow)


def test_the_cost_of_a_new_office_is_to_be_obtained_and_not_guessed() -> None:
    assert decided("INS-01", CASES[0].fires).gate is Gate.CLOSED
    (cost,) = change("INS-01", CASES[0].fires).costs
    assert cost.needs == ("costs.office_setup",)


def test_a_small_office_is_a_warning_with_a_range_and_never_a_cap() -> None:
    made = change("INS-02", CASES[1].fires)
    assert made.settings == {}
    assert made.proposals[0].startswith("hire: 10 to 31 staff")
    assert made.proposals[2].startswith("fewer participants: 39,000 to 120,000 ")


@pytest.mark.parametrize(
    ("staff", "outcome"),
    [(8, Outcome.FIRED), (9.5, Outcome.ADVISED), (10, Outcome.ADVISED), (11, Outcome.NOT_FIRED)],
)
def test_close_to_what_prakerja_carried_the_rule_advises(staff: float, outcome: Outcome) -> None:
    sections: dict[str, Any] = {"institutions": {"staff": staff}, "programme": PLACES}
    assert decided("INS-02", sections).outcome is outcome


@pytest.mark.parametrize(
    ("months", "commitment", "outcome"),
    [
        (6, "none", Outcome.FIRED),
        (6, "plan", Outcome.NOT_FIRED),
        (11.5, "none", Outcome.ADVISED),
        (12.5, "none", Outcome.ADVISED),
        (24, "none", Outcome.NOT_FIRED),
    ],
)
def test_continuity_is_asked_for_where_nothing_binds_beyond_the_year(
    months: float, commitment: str, outcome: Outcome
) -> None:
    institutions = {"months_to_election": months, "commitment": commitment}
    assert decided("INS-03", {"institutions": institutions}).outcome is outcome


def test_papers_that_circulate_speak_of_continuity_only() -> None:
    decision = decided("INS-03", CASES[2].fires)
    assert decision.change is not None
    printed = [decision.title, decision.why, decision.question, *decision.change.settings]
    printed += [addition.text for addition in decision.change.documents]
    assert not any("election" in text.lower() for text in printed)


def test_a_certificate_that_is_not_confirmed_is_assessed_once_more_and_then_nothing_is_paid() -> (
    None
):
    workflow = adapted(CONTROL).workflow
    control = workflow["prepayment_control_sample"]
    assert control.rule == "INS-04"
    assert workflow["assess_and_certify"].usual is not None
    assert workflow["assess_and_certify"].usual.to == control.id
    refused = walk(workflow, lambda step, _: 1 if step.id == control.id else 0)
    assert refused.finished
    assert refused.path.count(control.id) == 2
    assert "release_provider_payment" not in refused.path
    assert refused.payments == ()
    confirmed = walk(workflow, lambda _step, _times: 0)
    assert "release_provider_payment" in confirmed.path


def test_a_journey_without_certificates_leaves_the_check_out_and_says_so() -> None:
    profile = with_journey(written(**CONTROL))
    steps = tuple(step for step in profile.workflow.steps if step.id != "assess_and_certify")
    short = profile.workflow.model_copy(update={"steps": steps})
    found = adapt(profile.model_copy(update={"workflow": short}))
    assert [conflict.message for conflict in found.conflicts] == ["no step is assess_and_certify"]
    assert "prepayment_control_sample" not in found.workflow


@pytest.mark.parametrize("name", ["examples/cambodia", "prakerja-2023"])
def test_the_check_fits_a_journey_that_pays_before_the_certificate_too(name: str) -> None:
    facts = written(**CONTROL).institutions
    found = adapt(country(name).model_copy(update={"institutions": facts}))
    assert "prepayment_control_sample" in found.workflow
    assert is_proven(found.workflow)
