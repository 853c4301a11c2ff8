"""Free places of a year are a range: within it nothing is changed, and people count first."""

from __future__ import annotations

from typing import Any

import pytest
from tests.adaptation.rulings import adapted, change, decided

from kerja.adaptation import Outcome


def places(cycles: Any, enrolled: Any = 0, quota: int = 1_000) -> dict[str, Any]:
    return {
        "training": {"seats": 400, "cycles_year": cycles, "enrolled": enrolled},
        "programme": {"quota": {"people": quota, "every": "year"}},
    }


RANGE = {"value": 3, "low": 2, "high": 4}


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        (places(RANGE, quota=800), Outcome.NOT_FIRED),
        (places(RANGE, quota=1_601), Outcome.FIRED),
        (places(3, enrolled=100), Outcome.NOT_FIRED),
        (places(3, enrolled=300), Outcome.FIRED),
    ],
)
def test_who_is_enrolled_already_is_taken_off_the_places(
    facts: dict[str, Any], outcome: Outcome
) -> None:
    assert decided("TRN-01", facts).outcome is outcome


def test_between_the_fewest_and_the_most_places_nothing_is_changed_and_a_person_decides() -> None:
    facts = places(RANGE, enrolled={"value": 100, "low": 50, "high": 150})
    made = change("TRN-01", facts)
    assert (made.settings, made.workflow) == ({}, ())
    assert made.proposals[0].startswith("start with 650 participants")
    assert "650 to 1,550 free places" in made.documents[0].text
    found = adapted(facts)
    assert "seat_reservation" not in found.workflow


def test_below_the_most_places_of_all_the_number_of_participants_is_capped() -> None:
    made = change("TRN-01", places(RANGE, quota=2_000))
    assert made.settings["rollout.quota_cap"] == 1_200
    assert made.workflow
