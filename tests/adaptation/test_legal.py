"""Rules on the law: gates that veto nothing, and proposals where law officers must answer."""

from __future__ import annotations

from typing import Any

import pytest
from tests.adaptation.rulings import Case, adapted, change, decided, is_proven, texts

from kerja.adaptation import Gate, Outcome

CASES = [
    Case(
        "LEG-01",
        {"legal": {"mandate": "none"}},
        {"legal": {"mandate": "decree"}},
        {},
        ("legal.mandate",),
    ),
    Case(
        "LEG-02",
        {"legal": {"mandate": "policy"}},
        {"legal": {"mandate": "law"}},
        {},
        ("legal.mandate",),
    ),
    Case(
        "LEG-03",
        {"legal": {"lottery_opinion": "no"}},
        {"legal": {"lottery_opinion": "yes"}},
        {"legal": {"lottery_opinion": "TODO(human)"}},
        ("legal.lottery_opinion",),
    ),
    Case(
        "LEG-04",
        {"legal": {"procurement_route": "none"}},
        {"legal": {"partnership_opinion": "yes", "procurement_route": "tender"}},
        {"legal": {"partnership_opinion": "yes"}},
        ("legal.procurement_route",),
    ),
    Case(
        "LEG-06",
        {"legal": {"data_localisation": "yes"}},
        {"legal": {"data_localisation": "no"}},
        {"legal": {"data_localisation": "unknown"}},
        ("legal.data_localisation",),
    ),
]
PLACES = {"quota": {"people": 40_000, "every": "year"}}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_journey_stands_whatever_the_law_says(case: Case) -> None:
    found = adapted(case.fires)
    assert found.conflicts == ()
    assert is_proven(found.workflow)


def test_without_a_mandate_documents_are_written_and_nothing_is_paid() -> None:
    made = change("LEG-01", CASES[0].fires)
    assert decided("LEG-01", CASES[0].fires).gate is Gate.CLOSED
    assert made.settings == {"deployment.phase": "design only, until there is a mandate"}
    assert made.workflow == ()
    assert {a.document for a in made.documents} == {"cabinet-memo", "regulation-draft"}


def test_a_policy_limits_nothing_by_itself() -> None:
    made = change("LEG-02", {**CASES[1].fires, "programme": PLACES})
    assert made.settings == {}
    assert "800 of 40,000" in made.proposals[1]
    assert "law officers agree" in made.proposals[1]


def test_a_pilot_without_a_known_number_of_places_names_none() -> None:
    made = change("LEG-02", CASES[1].fires)
    assert made.proposals[1] == (
        "a pilot under the policy, of at most 2% of the places, once law officers agree"
    )


@pytest.mark.parametrize(
    ("method", "outcome"),
    [
        ("lottery", Outcome.FIRED),
        ("stratified-lottery", Outcome.FIRED),
        ("ranking", Outcome.NOT_FIRED),
        ("first-come", Outcome.NOT_FIRED),
    ],
)
def test_only_a_draw_needs_to_be_cleared(method: str, outcome: Outcome) -> None:
    programme = {"selection": {"method": method}}
    assert decided("LEG-03", {**CASES[2].fires, "programme": programme}).outcome is outcome


def test_one_missing_clearance_is_enough() -> None:
    legal: dict[str, Any] = {"partnership_opinion": "no"}
    assert decided("LEG-04", {"legal": legal}).outcome is Outcome.FIRED


def test_the_route_of_procurement_is_left_to_law_officers() -> None:
    made = change("LEG-04", CASES[3].fires)
    assert len(made.proposals) == 3
    assert "before law officers" in texts(made, "procurement-plan")


def test_hosting_in_the_country_is_priced_and_no_factor_is_assumed() -> None:
    (cost,) = change("LEG-06", CASES[4].fires).costs
    assert cost.needs == ("costs.platform_year",)
