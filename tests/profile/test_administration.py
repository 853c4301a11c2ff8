"""Tests of the cost curve of administration."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerja.profile import Profile
from kerja.profile.administration import administration_cost

CURVE = {
    "fixed_year": "IDR 100 billion",
    "step_people": 25_000,
    "step_cost": "IDR 5 billion",
    "per_applicant": "IDR 20_000",
    "per_recipient": "IDR 10_000",
}


def country(**changes: Any) -> Profile:
    curve = {name: value for name, value in {**CURVE, **changes}.items() if value is not None}
    return Profile.model_validate(
        {"country": {"currency": "IDR"}, "costs": {"administration": curve}}
    )


def test_the_curve_is_fixed_cost_steps_applicants_and_recipients() -> None:
    cost = administration_cost(country(), recipients=60_000, applicants=200_000)
    assert cost.amount is not None
    assert cost.amount.number == 100e9 + 3 * 5e9 + 200_000 * 20_000 + 60_000 * 10_000


@pytest.mark.parametrize("name", CURVE)
def test_each_part_that_is_not_known_is_named_and_not_taken_as_zero(name: str) -> None:
    cost = administration_cost(country(**{name: None}), recipients=60_000, applicants=200_000)
    assert cost.amount is None
    assert cost.lacks == (f"costs.administration.{name}",)


def test_a_cost_of_zero_needs_no_driver() -> None:
    free = country(per_applicant="IDR 0", step_cost="IDR 0", step_people=None)
    assert administration_cost(free, recipients=10, applicants=None).amount is not None


@given(st.integers(1, 5_000_000), st.integers(1, 5_000_000))
def test_more_recipients_never_cost_less(fewer: int, extra: int) -> None:
    small, large = (
        administration_cost(country(), recipients=people, applicants=10_000_000).at_least.number
        for people in (fewer, fewer + extra)
    )
    assert large >= small
