"""What would lift a limit, in numbers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.countries import country, written

from kerja.feasibility import Lever, binding, levers
from kerja.feasibility.filling import filled, number
from kerja.profile import Profile

CURVE = {
    "fixed_year": "KHR 2 billion", "step_people": 5_000, "step_cost": "KHR 60 million",
    "per_applicant": "KHR 4_000", "per_recipient": "KHR 8_000",
}  # fmt: skip


def cambodia(*, seats: int = 60_000, applicants: int = 100_000, quota: int = 30_000) -> Profile:
    """A country in which six limits are known."""
    sections: dict[str, Any] = {
        "programme": {
            "expected_applicants": applicants,
            "benefits": [{"id": "stipend", "kind": "cash", "amount": "KHR 1 million"}],
            "batches": {"per_year": 4, "quota": quota},
        },
        "training": {"seats_year": seats, "enrolled": 20_000},
        "budget": {"total": "KHR 50 billion", "contingency_share": 0.05},
        "identity": {"coverage_adults": 0.95},
        "wallets": {"account_ownership": 0.33},
        "assumptions": {"onboarding": {"low": 0.5, "mode": 0.7, "high": 0.9}},
        "costs": {
            "administration": CURVE, "account_opening": 8_000, "training_place": 400_000,
        },
    }  # fmt: skip
    return written(**sections)


def found(profile: Profile) -> tuple[Lever, ...]:
    return levers(profile, binding(profile))


def test_one_place_more_brings_one_person_until_the_budget_binds() -> None:
    first = found(cambodia())[0]
    assert (first.limit, first.path, first.until) == ("places", "training.seats_year", "budget")
    assert first.people == 1
    assert first.room == pytest.approx(4_206.35, abs=0.01)
    assert first.each == 400_000
    assert first.cost == pytest.approx(400_000 * 4_206.349, rel=1e-6)


def test_a_lever_whose_cost_is_not_known_stands_after_those_whose_cost_is() -> None:
    accounts = [one for one in found(cambodia()) if one.limit == "accounts"]
    assert [one.path for one in accounts] == ["assumptions.onboarding", "wallets.account_ownership"]
    assert [one.each for one in accounts] == [8_000, None]
    assert accounts[1].cost is None


def test_a_smaller_package_costs_no_money_and_stands_before_a_larger_budget() -> None:
    budget = [one for one in found(cambodia()) if one.limit == "budget"]
    assert [one.path for one in budget] == ["programme.benefits", "budget.total"]
    assert budget[0].each == 0
    assert budget[1].each is not None
    assert budget[1].each > 1_000_000


def test_what_no_other_known_limit_stands_above_has_no_end() -> None:
    (only,) = found(country("khm"))
    assert (only.limit, only.people, only.room, only.until) == ("demand", 1, None, "")
    assert only.each is None
    assert only.price == "costs.assisted_intake"


def test_a_country_of_which_no_limit_is_known_has_no_lever() -> None:
    assert found(written()) == ()


@settings(max_examples=30, deadline=None)
@given(
    st.integers(21_000, 200_000), st.integers(1_000, 300_000), st.integers(100, 80_000)
)  # fmt: skip
def test_lifted_as_far_as_is_said_a_limit_meets_the_next(
    seats: int, applicants: int, quota: int
) -> None:
    profile = cambodia(seats=seats, applicants=applicants, quota=quota)
    known = {one.name: one.persons or 0.0 for one in binding(profile).known}
    for lever in found(profile):
        if lever.path != "training.seats_year" or lever.room is None:
            continue
        more = filled(profile, {lever.path: number(seats + lever.room / lever.people)})
        after = {one.name: one.persons or 0.0 for one in binding(more).known}
        assert after["places"] == pytest.approx(after[lever.until])
        assert after["places"] >= known["places"]


@pytest.mark.parametrize("seats", [25_000, 60_000, 140_000])
def test_within_a_limit_the_cheapest_lever_stands_first(seats: int) -> None:
    listed = found(cambodia(seats=seats))
    order = [one.name for one in binding(cambodia(seats=seats)).known]
    keys = [(order.index(one.limit), one.each is None, one.each or 0.0) for one in listed]
    assert keys == sorted(keys)
