"""Indicators of a small country in round numbers give the values that hand computation gives."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import pytest
from tests.comparison.indicated import WHOLE, reading, with_changes
from tests.countries import blueprint

from kerja.blueprint import adapt
from kerja.forecast import forecast
from kerja.indicators import (
    Reading,
    indicators,
    read,
    read_all,
    subject,
)
from kerja.indicators.impact_terms import NULL

ALL = indicators()


@cache
def whole() -> dict[str, Reading]:
    """Read all indicators of the small country of which everything is known."""
    return {one.indicator: one for one in read_all(ALL, subject(adapt(with_changes())))}


_ADMIN = 2e9 + 9 * 100e6 + 250_000 * 1_000 + 90_000 * 10_000
_BENEFITS = 90_000 * 1e6 + 36_000 * 4 * 100_000 + 72_000 * 0.5 * 2 * 50_000
_COST = (_ADMIN + _BENEFITS + 40_000 * 10_000) * 1.1
"""Administration, benefits, accounts for the 40% without one, and a reserve of a tenth."""
_CASH = 36_000 * 4 * 100_000 + 72_000 * 0.5 * 2 * 50_000


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LAB08", 0.5),
        ("ECO04", 2000 / 4000),
        ("IDN02", 4),
        ("PAY06", 1_000_000 / 100_000),
        ("PAY07", 100_000 * 0.4),
        # 60,000 places filled three times a year, less 60,000 enrolled.
        ("TRN01", (180_000 - 60_000) / 100_000),
        ("TRN02", 1000 * 180_000 / 5e6),
        ("TRN05", 1e6 / 800_000),
        ("SKL02", 100 * 100_000 / (4.75e6 * 0.2)),
        ("SKL03", 6),
        ("SKL04", 1000 * 5_000 / 1e7),
        # The wage declares 26 days a month; the course has 73.
        ("GEN07", 100 * (400_000 / 73) / (400_000 / 26)),
        ("COV06", 100_000),
        ("COV07", 100 * 100_000 * (73 / 365) / 5e6),
        ("COV08", 100 * 100_000 / 200_000),
        ("COV09", 100 * 100_000 / (250_000 + 150_000)),
        ("BUD05", math.floor((180e9 - 2e9 - 0.25e9 - 12 * 0.1e9) / (1.5e6 + 10_000))),
        ("BUD06", 0),
        ("CST01", 100 * _ADMIN / _COST),
        ("CST02", _ADMIN / _BENEFITS),
        ("CST03", _COST / 90_000 / 2000),
        ("CST04", _COST / 72_000),
        ("CST05", 100 * _COST / 72_000 / 4e6),
        ("CST07", _ADMIN / 90_000),
        ("CST08", 100 * 2e9 / _ADMIN),
        ("CST09", 100 * 250_000 * 4 * 50 / 200e9),
        ("OPS02", 80),
        ("OPS03", 90),
        ("OPS10", 90_000 / 45),
        ("GOV01", 2),
        ("GOV02", 3),
        ("GOV03", 1),
    ],
)
def test_a_value_of_the_small_country_is_that_of_hand_computation(name: str, value: float) -> None:
    found = whole()[name].value
    assert found is not None, whole()[name]
    assert found == pytest.approx(value, rel=1e-9)


def test_the_funding_gap_counts_variable_administration() -> None:
    profile = with_changes(("budget.total", "KHR 100 billion"))
    cost = 100_000 * 1.5e6 + 2e9 + 10 * 0.1e9 + 250_000 * 1_000 + 100_000 * 10_000
    assert reading("BUD06", profile).value == pytest.approx(cost - 90e9)


def test_money_stands_in_three_units() -> None:
    amounts = whole()["GEN01"].amounts
    assert amounts is not None
    assert (amounts.own, amounts.usd, amounts.ppp) == (1_500_000, 375, 750)


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        # 5 points of those who took part against the published null.
        ("CST06", _COST / (90_000 * 0.05), None),
        ("CST10", 0, 50_000 * 12 * 90_000 / (_COST - _CASH)),
        ("CST11", _COST / 90_000 / 50_000, None),
    ],
)
def test_what_rests_on_an_effect_runs_from_the_null_to_the_favourable(
    name: str, low: float, high: float | None
) -> None:
    found = whole()[name]
    assert found.value is None
    assert NULL in found.note
    assert found.low == pytest.approx(low)
    assert found.high == (None if high is None else pytest.approx(high))


def test_the_net_cost_to_the_state_is_all_of_it_under_the_null() -> None:
    found = whole()["CST12"]
    assert found.high == pytest.approx(_COST)
    assert found.low == pytest.approx(_COST - 90_000 * 50_000 * 12 * 0.1)


def test_an_effect_below_zero_has_no_cost_of_a_job() -> None:
    effects: list[dict[str, Any]] = [
        *WHOLE["evaluation"]["effects"],
        {"id": "bad", "outcome": "employment", "points": "-2%"},
    ]
    found = reading("CST06", with_changes(("evaluation.effects", effects)))
    assert found.low is not None
    assert found.low > 0
    assert found.high is None


def test_a_favourable_estimate_alone_is_never_shown() -> None:
    favourable: list[dict[str, Any]] = WHOLE["evaluation"]["effects"][1:]
    found = reading("CST06", with_changes(("evaluation.effects", favourable)))
    assert not found.is_known
    assert "both the null estimate and a favourable one" in found.note


def test_the_sample_needed_has_no_end_under_the_published_null() -> None:
    found = whole()["EVL02"]
    # 13,947 in each arm by the closed form, with take-up 80% and attrition 20%.
    assert found.value == pytest.approx(2 * 13_947, rel=0.002)
    assert found.low is not None
    assert found.value is not None
    assert found.low < found.value
    assert found.high is None
    assert NULL in found.note


def test_the_smallest_effect_is_that_of_the_formula_of_the_list() -> None:
    answers = 10_000 * 0.8
    expected = 100 * 2.8 * math.sqrt(0.5875 * 0.4125 / (answers * 0.25)) / 0.8
    assert whole()["EVL01"].value == pytest.approx(expected, rel=0.01)


def test_a_share_of_free_places_that_is_assumed_gives_a_range() -> None:
    profile = with_changes(
        ("training.enrolled", None),
        ("assumptions.free_places", {"low": "20%", "mode": "30%", "high": "80%"}),
    )
    found = reading("COV06", profile)
    assert (found.low, found.value, found.high) == (36_000, 54_000, 100_000)


def test_a_range_that_may_be_above_70_percent_turns_the_unemployed_off() -> None:
    informal = {"low": "67%", "high": "77%", "of": "employment"}
    found = reading("COV03", with_changes(("labour_force.informal_share", informal)))
    assert not found.is_known
    assert "informality is 67% to 77%, above 70%" in found.note


def test_that_no_body_of_civil_society_is_named_is_no_zero() -> None:
    ministry = [{"who": "Ministry", "role": "owner", "kind": "government"}]
    found = reading("GOV03", with_changes(("stakeholders", ministry)))
    assert [lack.path for lack in found.lacks] == ["stakeholders.kind"]


def test_those_who_finish_are_never_taken_as_places() -> None:
    profile = with_changes(
        ("training.seats_year", None), ("training.seats", None), ("training.graduates_year", 90_000)
    )
    assert not reading("COV06", profile).is_known


def test_what_has_happened_counts_before_what_is_expected() -> None:
    funnel = {"accepted": 1000, "purchased": 800, "completed": 600}
    profile = with_changes(("programme.actual", funnel))
    took, expected = reading("OPS03", profile), reading("OPS05", profile)
    assert (took.value, took.basis) == (80, "actual")
    assert (expected.value, expected.basis) == (50, "expected")


def test_a_forecast_is_used_only_when_handed_in() -> None:
    drawn = blueprint("idn")
    took = next(one for one in ALL if one.id == "OPS03")
    assert read(took, subject(drawn)).basis == "expected"
    found = read(took, subject(drawn, forecast=forecast(drawn, runs=1)))
    assert found.basis == "forecast"
    assert found.value == pytest.approx(93.4, abs=1)


def test_a_partial_cost_is_no_cost() -> None:
    found = reading("CST04", with_changes(("costs.account_opening", None)))
    assert not found.is_known
    assert "costs.account_opening" in [lack.path for lack in found.lacks]
