"""Whatever the facts of a country, the adapted journey stays sound and every payment proven."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.countries import blueprint, country, with_journey, written

from kerja.adaptation import Outcome
from kerja.blueprint import Blueprint, adapt
from kerja.profile import Profile
from kerja.profile.journey import WorkflowText
from kerja.workflow import dead_ends, unknown_targets, unmet_needs, unproven_payments, unreachable
from kerja.workflow.operations import anchor, new_steps

SHARES = st.sampled_from(["5%", "20%", "39%", "55%", "69%", "96%", "unknown"])
ANSWERS = st.sampled_from(["yes", "no", "unknown", "TODO(human)"])
COUNTS = st.sampled_from([0, 20, 29, 140, 400, 90_000, "unknown"])
MEASURED = st.builds(
    lambda first, second: {
        "use": "a",
        "measurements": [{"id": "a", "value": first}, {"id": "b", "value": second}],
    },
    SHARES,
    SHARES,
)
GONE = [
    "link_account", "pay_incentive", "issue_voucher", "verify_identity", "crosscheck_registries",
    "select_lottery", "onboarding_videos",
]  # fmt: skip
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "wallets": st.fixed_dictionaries(
            {},
            optional={
                "account_ownership": SHARES | MEASURED,
                "target_account_ownership": SHARES,
                "agents_per_100k_adults": COUNTS,
                "agent_liquidity_risk": st.sampled_from(["low", "medium", "high"]),
                "user_funds_safeguarded": ANSWERS,
                "integratable": st.sampled_from([0, 1, 3, "unknown"]),
                "interoperable": ANSWERS,
                "min_age": st.sampled_from([16, 18, "unknown"]),
                "low_tier_max_balance": st.sampled_from(["KHR 1_000", "KHR 1 million"]),
            },
        ),
        "digital": st.fixed_dictionaries(
            {"internet_use": SHARES | MEASURED},
            optional={"smartphone": SHARES, "phone_ownership": SHARES, "data_price_share": SHARES},
        ),
        "identity": st.fixed_dictionaries(
            {},
            optional={
                "coverage_adults": SHARES | MEASURED,
                "online_verification": ANSWERS,
                "unique_number": ANSWERS,
                "biometric_lawful": ANSWERS,
                "liveness_available": ANSWERS,
            },
        ),
        "legal": st.fixed_dictionaries({"data_protection_law": ANSWERS}),
        "training": st.fixed_dictionaries(
            {},
            optional={
                "seats_year": COUNTS,
                "enrolled": COUNTS,
                "private_share": SHARES,
                "accredited_providers": COUNTS,
                "attendance_tracking": ANSWERS,
            },
        ),
        "grievance": st.fixed_dictionaries(
            {"appeal_before_batch_close": ANSWERS},
            optional={"channels": st.sampled_from([["web"], ["web", "phone", "in-person"]])},
        ),
        "registry": st.fixed_dictionaries(
            {},
            optional={
                "payroll_data": ANSWERS,
                "social_security_data": ANSWERS,
                "social_registry": ANSWERS,
                "civil_servant_list": ANSWERS,
                "household_link": ANSWERS,
            },
        ),
        "budget": st.fixed_dictionaries({"total": st.sampled_from(["KHR 1 million", "unknown"])}),
        "programme": st.fixed_dictionaries(
            {"quota": st.fixed_dictionaries({"people": COUNTS})},
            optional={
                "benefits": st.just([{"id": "pay", "kind": "cash", "amount": "KHR 280_000"}]),
                "expected_applicants": COUNTS,
                "eligibility": st.just([{"from": "2023", "groups": ["youth"], "ages": "15-24"}]),
            },
        ),
    },
)


def adapted(profile: Profile) -> Blueprint:
    return adapt(with_journey(profile))


@settings(max_examples=60, deadline=None)
@given(facts=FACTS)
def test_no_facts_break_the_journey_without_a_reported_conflict(facts: dict[str, Any]) -> None:
    found = adapted(written(**facts))
    assert found.conflicts == ()
    for proof in (unreachable, dead_ends, unknown_targets, unproven_payments, unmet_needs):
        assert proof(found.workflow) == ()


@settings(max_examples=30, deadline=None)
@given(facts=FACTS, gone=st.sampled_from(GONE))
def test_a_journey_without_a_step_that_a_rule_needs_is_a_conflict_and_nothing_half_done(
    facts: dict[str, Any], gone: str
) -> None:
    profile = with_journey(written(**facts))
    steps = tuple(step for step in profile.workflow.steps if step.id != gone)
    found = adapt(profile.model_copy(update={"workflow": WorkflowText(steps=steps)}))
    missing = f"no step is {gone}"
    asked = [
        operation
        for decision in found.decisions
        if decision.acts and decision.change
        for operation in decision.change.workflow
        if anchor(operation) == gone
    ]
    assert bool(asked) == any(conflict.message == missing for conflict in found.conflicts)
    brought = {step.id for operation in asked for step in new_steps(operation)}
    assert not brought & {step.id for step in found.workflow}


def test_what_was_brought_in_names_its_rule() -> None:
    found = blueprint("examples/cambodia")
    brought = {step.rule for step in found.workflow if step.id not in found.base}
    assert brought == {"PAY-01"}


def test_a_rule_that_does_not_act_leaves_the_journey_as_it_is() -> None:
    found = blueprint("examples/thailand")
    assert not any(decision.acts for decision in found.decisions)
    assert found.workflow == found.base


def test_cash_goes_only_to_a_person_who_shows_identity_with_the_code() -> None:
    found = adapted(written(wallets={"account_ownership": "20%"}))
    order = ["issue_payment_code", "agent_identity_check", "cash_paid", "agent_settlement"]
    ids = [step.id for step in found.workflow if step.id in order]
    assert ids == order
    assert found.workflow["cash_paid"].needs == ("identity", "payment-code")


def test_the_step_that_opens_accounts_comes_before_the_step_that_links_them() -> None:
    found = adapted(written(wallets={"account_ownership": "50%"}))
    usual = found.workflow["assisted_account_opening"].usual
    assert usual is not None
    assert usual.to == "link_account"


@pytest.mark.parametrize("name", ["khm", "tha", "idn", "examples/cambodia", "examples/thailand"])
def test_a_shipped_country_is_adapted_without_conflict(name: str) -> None:
    found = adapt(country(name), model=country("prakerja-2023"))
    assert found.conflicts == ()
    assert unproven_payments(found.workflow) == ()
    assert {d.outcome for d in found.decisions} <= set(Outcome)
