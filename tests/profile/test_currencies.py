"""Tests of amounts in the profile's currency and of how they are written."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerja.profile import Profile
from kerja.profile.currencies import convert, digits, dollar_rate, written
from kerja.profile.quantities import quantity


def country(currency: str, rate: Any = None) -> Profile:
    economy = {"exchange_rate": rate} if rate is not None else {}
    return Profile.model_validate({"country": {"currency": currency}, "economy": economy})


@pytest.mark.parametrize("rate", ["4072.397 KHR/USD", 4072.397, {"value": "4072.397 KHR/USD"}])
def test_dollars_become_riel_at_the_rate(rate: Any) -> None:
    assert convert(70, "USD", country("KHR", rate)) == pytest.approx(285_067.79)


def test_a_rate_written_the_other_way_round_is_turned() -> None:
    assert dollar_rate(country("KHR", "0.00025 USD/KHR")) == pytest.approx(4000)


def test_the_rate_of_another_currency_converts_nothing() -> None:
    assert convert(70, "USD", country("KHR", "15_855 IDR/USD")) is None
    assert convert(600_000, "IDR", country("KHR", "4072 KHR/USD")) is None


def test_a_bare_amount_and_one_in_the_own_currency_stay_as_they_are() -> None:
    assert convert(5, None, country("KHR")) == 5
    assert convert(5, "KHR", country("KHR")) == 5


def test_a_country_that_uses_the_dollar_needs_no_rate() -> None:
    assert convert(115, "USD", country("USD")) == 115
    assert dollar_rate(country("USD")) == 1


@pytest.mark.parametrize(
    ("currency", "decimals"),
    [("IDR", 0), ("KHR", 0), ("MNT", 0), ("JPY", 0), ("MYR", 2), ("TND", 3)],
)
def test_rupiah_riel_and_togrog_are_paid_whole(currency: str, decimals: int) -> None:
    assert digits(currency) == decimals


@given(st.floats(0, 1e15))
def test_what_is_written_is_read_as_the_same_amount_to_four_digits(number: float) -> None:
    read = quantity(written(number, "IDR"))
    assert read.unit == "IDR"
    assert read.number == pytest.approx(number, rel=6e-4, abs=1e-3)
