"""What running the programme costs in a forecast: kept from rounds, or paid with each person."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.countries import read_text

from kerja.blueprint import adapt
from kerja.forecast import Scheme, compile_scheme, forecast

_PROFILE = """\
kerja: 1
kind: country
extends: idn
as_of: 2024-06-30
budget:
  total: {value: IDR 4.8 trillion, year: 2024, status: approved, source: test}
  contingency_share: {value: 5%, year: 2024, status: approved, source: test}
assumptions:
  completion: {low: 70%, mode: 74%, high: 96%, shape: uniform, source: test}
costs:
  administration:
    fixed_year: {value: IDR 100 billion, year: 2024, source: test}
    step_people: {value: 500_000, year: 2024, source: test}
    step_cost: {value: IDR 10 billion, year: 2024, source: test}
    per_applicant: {value: IDR 1_000, year: 2024, source: test}
    per_recipient: {value: IDR 2_000, year: 2024, source: test}
sources: {test: {title: a made-up budget, publisher: this test, date: 2024}}
"""


@pytest.fixture
def scheme(tmp_path: Path) -> Scheme:
    return compile_scheme(adapt(read_text(_PROFILE, tmp_path)))


def test_no_round_is_given_the_reserve_or_what_the_office_costs(scheme: Scheme) -> None:
    steps = 3
    for year in scheme.calendar.years:
        assert year.ceiling == 4.8e12
        assert year.kept == pytest.approx(0.05 * 4.8e12 + 100e9 + steps * 10e9)
        assert year.free == pytest.approx(year.ceiling - year.kept)


def test_each_who_applies_and_each_place_costs_the_office_something(tmp_path: Path) -> None:
    found = forecast(adapt(read_text(_PROFILE, tmp_path)), runs=1)
    by_stage = {stage.name: stage.people for stage in found.stages}
    office = [one for one in found.scheme.payments if one.benefit == "office"]
    assert [one.amount for one in office] == [1_000, 2_000]
    prices = [node.unit_cost for node in found.scheme.nodes]
    begun = found.runs[0].reached.tolist()
    of_steps = sum(price * visits for price, visits in zip(prices, begun, strict=True))
    paid = found.cash_between(0, found.scheme.calendar.days)["steps"] - of_steps
    assert paid == pytest.approx(1_000 * by_stage["applied"] + 2_000 * by_stage["selected"], 0.01)


def test_values_of_an_assumption_spread_as_it_says(scheme: Scheme) -> None:
    shapes = {one.key: one.shape for one in scheme.inputs}
    assert shapes["assumptions.completion"] == "uniform"
    assert shapes["assumptions.eligible"] == "triangular"
