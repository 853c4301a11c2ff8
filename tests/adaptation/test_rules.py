"""Each rule: when it fires, when it does not, when it cannot be judged; and its page."""

from __future__ import annotations

import pytest
from tests.adaptation import (
    test_context,
    test_delivery,
    test_digital,
    test_existing,
    test_grievance,
    test_identity,
    test_institutions,
    test_legal,
    test_money,
    test_payments,
    test_people,
    test_placement,
    test_programme,
    test_providers,
    test_registers,
    test_returnees,
    test_skills,
)
from tests.adaptation.rulings import Case, decided

from kerja.adaptation import Gate, Outcome, Rule, all_rules

QUOTA = {"people": 1_000, "every": "year"}
STIPEND = {"id": "stipend", "kind": "cash", "amount": "KHR 280_000", "every": "month", "at_most": 4}
BENEFITS = {"quota": QUOTA, "benefits": [STIPEND]}
OFFICE = {"administration": {"fixed_year": "KHR 100 million"}}

CASES = [
    Case(
        "BUD-01",
        {"programme": BENEFITS, "budget": {"total": "KHR 1 billion"}},
        {"programme": BENEFITS, "budget": {"total": "KHR 1.3 billion"}, "costs": OFFICE},
        {"programme": BENEFITS, "budget": {"total": "unknown"}},
        ("budget.total",),
    ),
    Case(
        "DIG-01",
        {"digital": {"internet_use": "34%"}},
        {"digital": {"internet_use": "90%"}},
        {"digital": {"internet_use": "unknown"}},
        ("digital.internet_use",),
    ),
    Case(
        "GRM-02",
        {"grievance": {"appeal_before_batch_close": "no"}},
        {"grievance": {"appeal_before_batch_close": "yes"}},
        {"grievance": {"appeal_before_batch_close": "TODO(human)"}},
        ("grievance.appeal_before_batch_close",),
    ),
    Case(
        "LEG-05",
        {"legal": {"data_protection_law": "no"}},
        {"legal": {"data_protection_law": "yes"}},
        {},
        ("legal.data_protection_law",),
    ),
    Case(
        "PAY-01",
        {"wallets": {"account_ownership": "50%"}},
        {"wallets": {"account_ownership": "96%"}},
        {"wallets": {"account_ownership": "unknown"}},
        ("wallets.account_ownership",),
    ),
    Case(
        "PAY-02",
        {"wallets": {"account_ownership": "33%"}},
        {"wallets": {"account_ownership": "50%"}},
        {},
        ("wallets.account_ownership",),
    ),
    Case(
        "PAY-08",
        {"wallets": {"agent_liquidity_risk": "high"}},
        {"wallets": {"agents_per_100k_adults": 400, "agent_liquidity_risk": "low"}},
        {"wallets": {"agents_per_100k_adults": 400}},
        ("wallets.agent_liquidity_risk",),
    ),
    Case(
        "PAY-11",
        {"wallets": {"user_funds_safeguarded": "no"}},
        {"wallets": {"user_funds_safeguarded": "yes"}},
        {},
        ("wallets.user_funds_safeguarded",),
    ),
    Case(
        "REG-04",
        {"registry": {"payroll_data": "no", "social_security_data": "no"}},
        {"registry": {"social_security_data": "yes"}},
        {"registry": {"payroll_data": "no"}},
        ("registry.social_security_data",),
    ),
    Case(
        "TRN-01",
        {"training": {"seats": 400, "cycles_year": 2, "enrolled": 100}, "programme": BENEFITS},
        {"training": {"seats_year": 1_500, "enrolled": 400}, "programme": BENEFITS},
        {"training": {"graduates_year": 89_878, "seats": 400}, "programme": BENEFITS},
        ("training.cycles_year", "training.enrolled"),
    ),
    Case(
        "TRN-02",
        {"training": {"private_share": "10%"}},
        {"training": {"private_share": "60%", "accredited_providers": 163}},
        {"training": {"accredited_providers": 163}},
        ("training.private_share",),
    ),
    Case(
        "TRN-05",
        {"training": {"attendance_tracking": "no"}},
        {"training": {"attendance_tracking": "yes"}},
        {},
        ("training.attendance_tracking",),
    ),
]
EVERY = sorted(
    (
        *CASES,
        *test_context.CASES,
        *test_delivery.CASES,
        *test_digital.CASES,
        *test_existing.CASES,
        *test_grievance.CASES,
        *test_identity.CASES,
        *test_institutions.CASES,
        *test_legal.CASES,
        *test_money.CASES,
        *test_payments.CASES,
        *test_people.CASES,
        *test_placement.CASES,
        *test_programme.CASES,
        *test_providers.CASES,
        *test_registers.CASES,
        *test_returnees.CASES,
        *test_skills.CASES,
    ),
    key=lambda case: case.rule,
)
GATES = {
    "BUD-01",
    "INS-01",
    "LEG-01",
    "LEG-04",
    "PAY-11",
    "PAY-13",
    "TRN-06",
}


@pytest.fixture(params=EVERY, ids=lambda case: case.rule)
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


def test_every_rule_has_a_case() -> None:
    assert [case.rule for case in EVERY] == [rule.code for rule in all_rules()]


def test_a_rule_fires_when_its_condition_holds(case: Case) -> None:
    decision = decided(case.rule, case.fires)
    assert decision.outcome is Outcome.FIRED
    assert decision.change is not None
    assert decision.lacks == ()


def test_a_rule_rests_when_its_condition_does_not_hold(case: Case) -> None:
    decision = decided(case.rule, case.rests)
    assert decision.outcome is Outcome.NOT_FIRED
    assert decision.change is None


def test_a_rule_that_cannot_be_judged_says_what_it_lacks(case: Case) -> None:
    decision = decided(case.rule, case.unknown)
    assert decision.outcome is Outcome.UNKNOWN
    assert decision.change is None
    assert set(decision.lacks) == set(case.lacks)


def test_a_gate_is_closed_open_or_unknown_and_other_rules_have_none(case: Case) -> None:
    states = [decided(case.rule, facts).gate for facts in (case.fires, case.rests, case.unknown)]
    gate = [Gate.CLOSED, Gate.OPEN, Gate.UNKNOWN]
    assert states == (gate if case.rule in GATES else [None] * 3)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_the_page_of_a_rule_is_complete(rule: Rule) -> None:
    assert rule.title
    assert len(rule.title) < 80
    assert "." not in rule.title
    assert all((rule.why, rule.evidence, rule.question, rule.owner))
    assert rule.question.endswith(("?", "decides."))
    assert rule.basis in {"sourced", "derived", "judgement"}


def test_the_places_of_a_year_are_never_taken_from_graduates() -> None:
    decision = decided(
        "TRN-01",
        {"training": {"graduates_year": 89_878, "enrolled": 0}, "programme": BENEFITS},
    )
    assert decision.outcome is Outcome.UNKNOWN
    assert decision.lacks == ("training.seats_year",)


def test_one_true_condition_is_enough_though_the_other_is_unknown() -> None:
    few = decided("TRN-02", {"training": {"accredited_providers": 12}})
    assert few.outcome is Outcome.FIRED


def test_benefits_that_alone_exceed_the_budget_do_so_whatever_is_unknown() -> None:
    free = {"id": "training", "kind": "free-place", "amount": "unknown"}
    programme = {"quota": QUOTA, "benefits": [STIPEND, free]}
    decision = decided("BUD-01", {"programme": programme, "budget": {"total": "KHR 1 billion"}})
    assert decision.outcome is Outcome.FIRED


def test_benefits_that_fit_are_not_known_to_fit_while_a_cost_is_unknown() -> None:
    free = {"id": "training", "kind": "free-place", "amount": "unknown"}
    programme = {"quota": QUOTA, "benefits": [STIPEND, free]}
    decision = decided("BUD-01", {"programme": programme, "budget": {"total": "KHR 9 billion"}})
    assert decision.outcome is Outcome.UNKNOWN
    assert set(decision.lacks) == {
        "programme.benefits[training].amount", "costs.administration.fixed_year",
    }  # fmt: skip


def test_a_budget_in_dollars_is_converted_or_its_rate_is_asked_for() -> None:
    budget = {"total": "USD 100_000"}
    assert decided("BUD-01", {"programme": BENEFITS, "budget": budget}).lacks == (
        "economy.exchange_rate",
    )
    rate = {"exchange_rate": "4072 KHR/USD"}
    sections = {"programme": BENEFITS, "budget": budget, "economy": rate}
    assert decided("BUD-01", sections).outcome is Outcome.FIRED


def test_three_ways_out_are_proposed_and_none_is_taken() -> None:
    change = decided("BUD-01", CASES[0].fires).change
    assert change is not None
    assert change.settings == {}
    assert change.proposals == (
        "fewer people: at most 892 places at the same package",
        "a smaller package: at most KHR 1 million a person for 1,000 people",
        "more money: at least KHR 120 million more",
    )


def test_an_income_ceiling_is_never_removed_by_a_rule() -> None:
    change = decided("REG-04", {"registry": CASES[8].fires["registry"]}).change
    assert change is not None
    assert change.settings == {}
    assert len(change.proposals) == 3


def test_what_is_known_of_the_target_group_comes_before_all_adults() -> None:
    wallets = {"account_ownership": "33%", "target_account_ownership": "90%"}
    decision = decided("PAY-01", {"wallets": wallets})
    assert decision.outcome is Outcome.NOT_FIRED
    assert decision.comparisons[0].path == "wallets.target_account_ownership"


def test_an_unknown_target_group_leaves_all_adults() -> None:
    wallets = {"account_ownership": "33%", "target_account_ownership": "unknown"}
    assert decided("PAY-02", {"wallets": wallets}).outcome is Outcome.FIRED
