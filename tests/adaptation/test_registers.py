"""Rules on registers: what cannot be checked is not pretended, and who decides stays open."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from tests.adaptation.rulings import Case, adapted, change, decided, is_proven, texts

from kerja.adaptation import Outcome


def registry(**facts: Any) -> dict[str, Any]:
    return {"registry": facts}


LISTS = ("civil_servant_list", "education_data", "other_programmes_data")
CASES = [
    Case(
        "REG-01",
        registry(social_registry="no"),
        registry(social_registry="yes"),
        registry(social_registry="unknown"),
        ("registry.social_registry",),
    ),
    Case(
        "REG-02",
        registry(social_registry="yes", social_registry_age_months=60),
        registry(social_registry="yes", social_registry_age_months=12),
        registry(social_registry="yes"),
        ("registry.social_registry_age_months",),
    ),
    Case(
        "REG-03",
        registry(education_data="no"),
        registry(**dict.fromkeys(LISTS, "yes")),
        registry(civil_servant_list="yes", education_data="yes"),
        ("registry.other_programmes_data",),
    ),
    Case(
        "REG-05",
        registry(household_link="no"),
        registry(household_link="yes"),
        {},
        ("registry.household_link",),
    ),
]


@pytest.mark.parametrize(
    ("registered", "listed", "identified"), list(product(["yes", "no"], repeat=3))
)
def test_whatever_can_be_checked_the_journey_stands(
    registered: str, listed: str, identified: str
) -> None:
    registers = registry(social_registry=registered, civil_servant_list=listed)
    identity = {"online_verification": identified, "unique_number": identified}
    found = adapted({**registers, "identity": identity})
    assert found.conflicts == ()
    assert is_proven(found.workflow)


def test_without_any_list_a_declaration_takes_the_place_of_the_comparison() -> None:
    workflow = adapted(CASES[0].fires).workflow
    assert "crosscheck_registries" not in workflow
    assert workflow["sample_verification"].gives == ("eligible",)
    assert [way.to for way in workflow["sample_verification"].ways] == ["aptitude_test", "appeal"]


@pytest.mark.parametrize("known", [*LISTS, "social_security_data"])
def test_a_list_that_can_be_checked_is_still_checked_after_the_declaration(known: str) -> None:
    workflow = adapted(registry(social_registry="no", **{known: "yes"})).workflow
    assert workflow["crosscheck_registries"].gives == ("eligible",)
    assert workflow.predecessors("crosscheck_registries") == ("sample_verification",)
    assert workflow["sample_verification"].ways[1].to == "appeal"


def test_a_country_without_a_social_registry_has_no_stale_one() -> None:
    assert decided("REG-02", registry(social_registry="no")).outcome is Outcome.NOT_FIRED


@pytest.mark.parametrize(
    ("months", "outcome"),
    [
        (32, Outcome.NOT_FIRED),
        (33, Outcome.ADVISED),
        (36, Outcome.ADVISED),
        (39, Outcome.ADVISED),
        (40, Outcome.FIRED),
    ],
)
def test_an_age_within_a_tenth_of_three_years_is_advised(months: int, outcome: Outcome) -> None:
    facts = registry(social_registry="yes", social_registry_age_months=months)
    assert decided("REG-02", facts).outcome is outcome


def test_a_stale_register_weighs_and_its_owner_decides() -> None:
    made = change("REG-02", CASES[1].fires)
    assert made.settings["eligibility.registry_use"] == (
        "weighs an application, until its owner decides"
    )
    assert len(made.proposals) == 3
    assert any("only who is in it may take part" in way for way in made.proposals)
    assert "never" not in texts(made, "operations-manual")


def test_applicants_are_compared_with_the_lists_before_every_draw() -> None:
    workflow = adapted(CASES[2].fires).workflow
    assert workflow.predecessors("select_lottery") == ("batch_blacklist_match",)
    assert [way.to for way in workflow["batch_blacklist_match"].ways] == [
        "select_lottery", "appeal",
    ]  # fmt: skip


def test_recovering_money_is_proposed_and_not_ordered() -> None:
    made = change("REG-03", CASES[2].fires)
    assert made.settings == {"blacklist.refresh_days": 30}
    assert "needs a legal basis" in made.proposals[0]


@pytest.mark.parametrize(
    ("cap", "outcome"),
    [
        ({"people": 2, "household": "family-card"}, Outcome.FIRED),
        ("unknown", Outcome.FIRED),
        ("none", Outcome.NOT_FIRED),
        ({"people": 2, "household": "address"}, Outcome.NOT_FIRED),
    ],
)
def test_a_household_cap_that_was_given_up_or_goes_by_address_needs_no_link(
    cap: Any, outcome: Outcome
) -> None:
    facts = {**CASES[3].fires, "programme": {"household_cap": cap}}
    assert decided("REG-05", facts).outcome is outcome


def test_a_household_cap_is_never_dropped_by_a_rule() -> None:
    made = change("REG-05", CASES[3].fires)
    assert made.settings == {}
    assert len(made.proposals) == 3
