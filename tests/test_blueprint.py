"""The blueprint: a profile in, every decision and finding out, and nothing changed on the way."""

from __future__ import annotations

import pytest
from tests.countries import blueprint, country, options_of, with_journey, written

from kerja.adaptation import Outcome, all_rules
from kerja.blueprint import adapt
from kerja.workflow import build_workflow


@pytest.mark.parametrize("name", ["examples/cambodia", "examples/thailand", "idn"])
def test_a_blueprint_keeps_the_profile_and_the_journey_it_started_from(name: str) -> None:
    found = blueprint(name)
    assert found.profile == country(name)
    assert found.base == build_workflow(country(name))
    assert len(found.decisions) == len(all_rules())


def test_the_same_profile_gives_the_same_blueprint() -> None:
    found = blueprint("examples/cambodia")
    again = adapt(
        country("examples/cambodia"),
        model=country("prakerja-2023"),
        scenarios=options_of("examples/cambodia"),
    )
    assert again == found


def test_scenarios_are_carried_in_their_order() -> None:
    names = [profile.origin.name for profile in blueprint("examples/cambodia").scenarios]
    assert names == ["as-announced", "at-todays-pace", "equity-cards-first"]


def test_a_rule_that_acts_shows_in_the_journey_the_settings_and_the_sheet() -> None:
    found = adapt(with_journey(written(wallets={"account_ownership": "50%"})))
    acting = [decision.rule for decision in found.decisions if decision.acts]
    assert acting == ["PAY-01"]
    assert {step.rule for step in found.workflow} == {"", "PAY-01"}
    assert {rule for setting in found.settings for rule in setting.rules} == {"PAY-01"}
    assert [point.rule for point in found.points] == ["PAY-01"]


def test_what_two_rules_add_to_one_place_stands_together() -> None:
    facts = written(
        wallets={"account_ownership": "20%"},
        digital={"internet_use": "20%"},
        legal={"data_protection_law": "no"},
        training={"attendance_tracking": "no"},
    )
    found = adapt(with_journey(facts))
    acting = {decision.rule for decision in found.decisions if decision.acts}
    assert acting == {"PAY-02", "DIG-01", "DIG-02", "LEG-05", "TRN-05"}
    assert found.conflicts == ()
    assert {step.rule for step in found.workflow} == acting | {""}


def test_a_superseded_rule_changes_nothing() -> None:
    found = adapt(with_journey(written(wallets={"account_ownership": "20%"})))
    outcomes = {decision.rule: decision.outcome for decision in found.decisions}
    assert outcomes["PAY-01"] is Outcome.SUPERSEDED
    assert "PAY-01" not in {step.rule for step in found.workflow}
    assert "PAY-01" not in {rule for setting in found.settings for rule in setting.rules}


def test_an_operation_that_cannot_be_done_is_a_conflict_and_a_point_to_decide() -> None:
    found = adapt(written(wallets={"account_ownership": "50%"}))
    assert found.conflicts
    assert {point.origin for point in found.points} == {"rule", "conflict"}


def test_the_adapted_journey_is_checked_again() -> None:
    found = blueprint("examples/cambodia")
    codes = {finding.code for finding in found.findings}
    assert not {code for code in codes if code.startswith("KW4")}
    assert all(not finding.stops_build for finding in found.findings)
