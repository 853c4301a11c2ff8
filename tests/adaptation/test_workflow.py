"""The adapted journey of shipped countries and of small ones: what is brought in, and where."""

from __future__ import annotations

from typing import Any

import pytest
from tests.adaptation.journeys import journeys, with_steps
from tests.countries import blueprint, country, with_journey, written

from kerja.adaptation import Outcome
from kerja.blueprint import Blueprint, adapt
from kerja.profile import Profile
from kerja.workflow import unmet_needs, unproven_payments


def adapted(profile: Profile) -> Blueprint:
    return adapt(with_journey(profile))


def test_what_was_brought_in_names_its_rule() -> None:
    found = blueprint("examples/cambodia")
    brought = {step.rule for step in found.workflow if step.id not in found.base}
    wanting = {d.rule for d in found.decisions if d.acts and d.change and d.change.workflow}
    assert "PAY-01" in brought
    assert brought <= wanting


def test_rules_that_ask_for_no_step_leave_the_journey_as_it_is() -> None:
    found = blueprint("examples/thailand")
    assert not any(d.acts and d.change and d.change.workflow for d in found.decisions)
    assert found.workflow == found.base


def test_cash_goes_only_to_a_person_who_shows_identity_with_the_code() -> None:
    found = adapted(written(wallets={"account_ownership": "20%"}))
    order = ["issue_payment_code", "agent_identity_check", "cash_paid", "agent_settlement"]
    ids = [step.id for step in found.workflow if step.id in order]
    assert ids == order
    assert found.workflow["cash_paid"].needs == ("identity", "payment-code")


def short(**sections: Any) -> Blueprint:
    """Adapt a country whose short journey knows no selection, and pays again what failed."""
    return adapt(with_steps(written(**sections), journeys()["short"]))


def test_a_new_step_asks_for_no_place_where_the_journey_gives_none() -> None:
    found = short(wallets={"integratable": 0})
    assert found.workflow["choose_cash_point"].needs == ("identity",)
    assert unmet_needs(found.workflow) == ()


def test_who_is_not_confirmed_at_the_agent_is_not_sent_to_a_payment_to_an_account() -> None:
    found = short(wallets={"account_ownership": "20%"})
    assert "pay_incentive" not in found.workflow.successors("agent_identity_check")
    assert unproven_payments(found.workflow) == ()


def test_the_step_that_opens_accounts_comes_before_the_step_that_links_them() -> None:
    found = adapted(written(wallets={"account_ownership": "50%"}))
    usual = found.workflow["assisted_account_opening"].usual
    assert usual is not None
    assert usual.to == "link_account"


@pytest.mark.parametrize(
    "name",
    [
        "khm",
        "tha",
        "idn",
        "mys-13",
        "phl",
        "mar",
        "tls",
        "mng",
        "examples/cambodia",
        "examples/thailand",
    ],
)
def test_a_shipped_country_is_adapted_without_conflict(name: str) -> None:
    found = adapt(country(name), model=country("prakerja-2023"))
    assert found.conflicts == ()
    assert unproven_payments(found.workflow) == ()
    assert {d.outcome for d in found.decisions} <= set(Outcome)
