"""Rules on payments: cash where accounts are few, what accounts may hold, providers, treasury."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from tests.adaptation.rulings import Case, adapted, change, decided, is_proven, texts
from tests.countries import country, written

from kerja.adaptation import Outcome
from kerja.blueprint import Blueprint, adapt

PAY = {"id": "pay", "kind": "cash", "amount": "KHR 280_000"}
PACKAGE = {"benefits": [PAY]}


def wallets(**facts: Any) -> dict[str, Any]:
    return {"wallets": facts}


def ages(text: str) -> dict[str, Any]:
    return {"programme": {"eligibility": [{"from": "2023", "groups": ["youth"], "ages": text}]}}


def limit(amount: str) -> dict[str, Any]:
    return {**wallets(low_tier_max_balance=amount), "programme": PACKAGE}


CASES = [
    Case("PAY-03", wallets(integratable=1), wallets(integratable=5), {}, ("wallets.integratable",)),
    Case(
        "PAY-04",
        wallets(interoperable="no"),
        wallets(interoperable="yes"),
        {},
        ("wallets.interoperable",),
    ),
    Case(
        "PAY-05",
        limit("KHR 100_000"),
        limit("KHR 1 million"),
        limit("unknown"),
        ("wallets.low_tier_max_balance",),
    ),
    Case(
        "PAY-06",
        {**wallets(min_age=18), **ages("15-24")},
        {**wallets(min_age=16), **ages("18-64")},
        {**wallets(min_age=18), **ages("unknown")},
        ("programme.eligibility",),
    ),
    Case(
        "PAY-07",
        wallets(cashout_fee_percent="3%"),
        wallets(cashout_fee_percent="1%"),
        wallets(cashout_fee_percent="unknown"),
        ("wallets.cashout_fee_percent",),
    ),
    Case(
        "PAY-09",
        {"economy": {"dollarised": {"extent": "full"}}},
        {"economy": {"dollarised": {"extent": "partial"}}},
        {},
        ("economy.dollarised.extent",),
    ),
    Case(
        "PAY-10",
        wallets(account_ownership={"value": "50%", "men": "60%", "women": "40%"}),
        wallets(account_ownership={"value": "50%", "men": "50%", "women": "51%"}),
        wallets(account_ownership="50%"),
        ("wallets.account_ownership.men", "wallets.account_ownership.women"),
    ),
    Case(
        "PAY-12",
        wallets(treasury_bulk_direct="no"),
        wallets(treasury_bulk_direct="yes"),
        {},
        ("wallets.treasury_bulk_direct",),
    ),
    Case("PAY-13", wallets(integratable=0), wallets(integratable=1), {}, ("wallets.integratable",)),
]
ACCOUNTS = [{}, {"account_ownership": "50%"}, {"account_ownership": "20%"}]
PROVIDERS = [{}, {"integratable": 0}, {"integratable": 1}]
BOUNDS = [{}, {"min_age": 18, "low_tier_max_balance": "KHR 100_000"}]
NO_FACES = {"biometric_lawful": "no", "unique_number": "no", "online_verification": "no"}
JOURNEYS = ["prakerja-2023", "khm"]


def paid(journey: str, facts: dict[str, Any], **sections: Any) -> Blueprint:
    """Adapt a country where some are too young for an account, with a shipped journey."""
    programme = {**PACKAGE, **ages("15-24")["programme"]}
    profile = written(wallets=facts, programme=programme, **sections)
    return adapt(profile.model_copy(update={"workflow": country(journey).workflow}))


@pytest.mark.parametrize("facts", list(product(ACCOUNTS, PROVIDERS, BOUNDS)))
@pytest.mark.parametrize("identity", [{}, NO_FACES], ids=["faces", "no-faces"])
@pytest.mark.parametrize("journey", JOURNEYS)
def test_whatever_is_known_of_accounts_every_payment_is_proven(
    facts: tuple[dict[str, Any], ...], identity: dict[str, Any], journey: str
) -> None:
    known = {name: fact for part in facts for name, fact in part.items()}
    found = paid(journey, known, identity=identity, grievance={"channels": ["web"]})
    assert found.conflicts == ()
    assert is_proven(found.workflow)


def test_few_accounts_are_paid_to_once_confirmed_and_cash_needs_none() -> None:
    workflow = paid("prakerja-2023", {"account_ownership": "20%"}).workflow
    assert [way.when for way in workflow["link_account"].ways] == ["", "no account yet"]
    confirmed = {way.when: way.to for way in workflow["confirm_account"].ways}
    assert confirmed == {"": "pay_incentive", "no account yet: cash": "issue_payment_code"}
    assert workflow["issue_payment_code"].needs == ("identity", "certificate", "review")
    assert workflow["survey_1"].pays == ""
    assert "account" not in workflow["survey_1"].needs
    assert workflow["cash_paid_survey_1"].needs == ("identity", "payment-code")


def test_who_is_not_confirmed_at_the_agent_can_complain() -> None:
    workflow = paid("khm", {"account_ownership": "50%"}).workflow
    refused = workflow["agent_identity_check"].ways[1]
    assert (refused.to, refused.when) == ("grievance", "not confirmed")


def test_without_a_provider_nobody_links_an_account_and_all_are_paid_in_cash() -> None:
    found = paid("prakerja-2023", {"integratable": 0, "account_ownership": "20%"})
    assert "link_account" not in found.workflow
    assert "account" not in {need for step in found.workflow for need in step.needs}
    payments = [step.id for step in found.workflow if step.pays_person]
    assert sorted(payments) == ["cash_paid", "cash_paid_survey_1", "cash_paid_survey_2"]
    settings = {setting.key: setting.value for setting in found.settings}
    assert settings["g2p.stage_start"] == "1.0"
    assert "treasury" in str(settings["payment.primary"])


def test_a_provider_that_is_missing_takes_the_place_of_rules_on_accounts() -> None:
    facts = {"integratable": 0, **BOUNDS[1], "account_ownership": "20%", "interoperable": "no"}
    outcomes = {d.rule: d.outcome for d in paid("khm", facts).decisions}
    replaced = ["PAY-01", "PAY-02", "PAY-03", "PAY-04", "PAY-05", "PAY-06"]
    assert {outcomes[rule] for rule in replaced} == {Outcome.SUPERSEDED}
    assert outcomes["PAY-13"] is Outcome.FIRED


def test_where_it_is_disputed_that_a_provider_is_missing_accounts_are_linked_and_compared() -> None:
    two = [{"id": "bank", "value": 0}, {"id": "survey", "value": 2}]
    facts = {"integratable": {"use": "bank", "measurements": two}}
    found = paid("khm", facts, identity={"biometric_lawful": "no"})
    assert {d.rule: d.outcome for d in found.decisions}["PAY-13"] is Outcome.SENSITIVE
    assert "link_account" in found.workflow.predecessors("wallet_kyc_as_second_factor")


def test_the_earliest_generation_of_payments_is_kept() -> None:
    found = paid("khm", {"integratable": 1, "account_ownership": "20%"})
    (stage,) = [setting for setting in found.settings if setting.key == "g2p.stage_start"]
    assert (stage.value, stage.rules) == ("1.5", ("PAY-02", "PAY-03"))


@pytest.mark.parametrize(
    ("second", "outcome"), [("67%", Outcome.SENSITIVE), ("30%", Outcome.FIRED)]
)
def test_measurements_that_differ_on_few_accounts_leave_it_to_a_person(
    second: str, outcome: Outcome
) -> None:
    two = [{"id": "findex", "value": "33%"}, {"id": "tracker", "value": second}]
    facts = wallets(account_ownership={"use": "findex", "measurements": two})
    assert decided("PAY-02", facts).outcome is outcome


@pytest.mark.parametrize(
    ("fee", "outcome"),
    [("1.7%", Outcome.NOT_FIRED), ("1.9%", Outcome.ADVISED), ("2.3%", Outcome.FIRED)],
)
def test_close_to_two_in_a_hundred_a_fee_is_advice(fee: str, outcome: Outcome) -> None:
    assert decided("PAY-07", wallets(cashout_fee_percent=fee)).outcome is outcome


@pytest.mark.parametrize(
    ("women", "outcome"),
    [("55%", Outcome.NOT_FIRED), ("54%", Outcome.ADVISED), ("53%", Outcome.FIRED)],
)
def test_close_to_six_points_a_gap_in_accounts_is_advice(women: str, outcome: Outcome) -> None:
    facts = wallets(account_ownership={"value": "57%", "men": "60%", "women": women})
    assert decided("PAY-10", facts).outcome is outcome


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        ("PAY-07", {"cashout_fee_percent": "3%"}),
        ("PAY-10", {"account_ownership": {"value": "50%", "men": "60%", "women": "40%"}}),
        ("PAY-02", {"account_ownership": "33%"}),
    ],
)
def test_a_country_sets_its_own_share(rule: str, facts: dict[str, Any]) -> None:
    share = "10%" if rule != "PAY-10" else "50%"
    overrides = [{"rule": rule, "threshold": share, "reason": "agreed with the bank"}]
    decision = decided(rule, {**wallets(**facts), "overrides": overrides})
    assert decision.outcome is Outcome.NOT_FIRED
    assert decision.override == "agreed with the bank"


def test_a_waiver_or_parts_of_a_payment_are_proposed_and_none_is_chosen() -> None:
    made = change("PAY-05", CASES[2].fires)
    assert made.settings == {}
    assert made.proposals[2] == "split payments: KHR 280_000 in 3 parts, of at most KHR 100_000"


def test_a_payment_that_is_not_known_may_exceed_the_limit() -> None:
    unknown = {"id": "more", "kind": "cash", "amount": "unknown"}
    sections = {**limit("KHR 1 million"), "programme": {"benefits": [PAY, unknown]}}
    assert decided("PAY-05", sections).lacks == ("programme.benefits[more].amount",)
    low = {**sections, **wallets(low_tier_max_balance="KHR 1_000")}
    assert decided("PAY-05", low).outcome is Outcome.FIRED


def test_the_age_of_the_programme_is_never_raised_to_that_of_accounts() -> None:
    made = change("PAY-06", CASES[3].fires)
    assert not any("age" in key for key in made.settings)
    assert made.proposals[1] == "take part from 18 years only; the legislator decides"
    found = paid("khm", {"min_age": 18}).workflow
    usual = found["guardian_account"].usual
    assert usual is not None
    assert usual.to == "issue_voucher"


def test_the_rule_on_ages_that_holds_on_the_day_is_read() -> None:
    rules = [
        {"from": "2020", "groups": ["youth"], "ages": "15-24"},
        {"from": "2025", "groups": ["youth"], "ages": "18+"},
    ]
    sections = {**wallets(min_age=18), "programme": {"eligibility": rules}}
    assert decided("PAY-06", {**sections, "as_of": "2021-06-30"}).outcome is Outcome.FIRED
    assert decided("PAY-06", sections).outcome is Outcome.NOT_FIRED


def test_a_country_that_uses_two_currencies_is_not_told_in_which_to_pay() -> None:
    assert decided("PAY-09", CASES[5].rests).outcome is Outcome.NOT_FIRED
    assert "money.currency" not in change("PAY-09", CASES[5].fires).settings
    stated = {"economy": {"dollarised": {"extent": "full"}, "benefit_currency": "USD"}}
    assert change("PAY-09", stated).settings["money.currency"] == "USD"


def test_how_providers_are_connected_is_left_to_people() -> None:
    made = change("PAY-04", CASES[1].fires)
    assert len(made.proposals) == 3
    assert "payment.integration" not in made.settings
    assert "one format" in texts(made, "tor-payment-partner")


def test_a_journey_without_payments_or_accounts_is_left_as_it_is() -> None:
    found = adapt(written(wallets={"integratable": 0}))
    assert found.conflicts == ()
    assert len(found.workflow) == 0


def test_money_that_is_held_ahead_has_a_cost() -> None:
    (cost,) = change("PAY-12", CASES[7].fires).costs
    assert "economy.policy_rate" in cost.needs


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_journey_stands_whatever_the_rails(case: Case) -> None:
    found = adapted(case.fires)
    assert found.conflicts == ()
    assert is_proven(found.workflow)
