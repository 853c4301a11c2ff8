"""The forecast of a country, from its profile to plain data."""

from __future__ import annotations

import json

import pytest

from kerja.blueprint import Blueprint, adapt
from kerja.checks import examine
from kerja.errors import KerjaError
from kerja.forecast import Forecast, bands, breaks, compile_scheme, forecast, to_json
from kerja.resources import shipped


def _blueprint(name: str) -> Blueprint:
    return adapt(examine(name, folders=(shipped("country_profiles"),)).profile)


@pytest.fixture(scope="module")
def cambodia() -> Forecast:
    return forecast(_blueprint("khm"), runs=2, seed=5)


@pytest.fixture(scope="module")
def indonesia() -> Forecast:
    return forecast(_blueprint("idn"), runs=2)


def test_nobody_comes_to_a_stage_who_did_not_come_to_the_one_before(indonesia: Forecast) -> None:
    people = [stage.people for stage in indonesia.stages]
    assert people == sorted(people, reverse=True)
    assert people[-1] > 0


def test_no_more_places_are_given_than_there_are(indonesia: Forecast) -> None:
    assert indonesia.stages[2].people <= 2 * 1_200_000
    assert any(one.what == "places" for one in breaks(indonesia))


def test_months_and_fiscal_years_hold_the_same_money(indonesia: Forecast) -> None:
    months = sum(sum(cash.values()) for cash in indonesia.cash_of_months().values())
    years = sum(sum(cash.values()) for cash in indonesia.cash_of_years().values())
    assert months == pytest.approx(years)
    assert months == pytest.approx(indonesia.cash.sum())


def test_cash_is_what_was_paid_to_whom_it_was_paid(indonesia: Forecast) -> None:
    paid = next(stage.people for stage in indonesia.stages if stage.name == "paid")
    cash = indonesia.cash_between(0, indonesia.scheme.calendar.days)["cash"]
    assert cash == pytest.approx(600_000 * paid, rel=1e-9)


def test_what_nobody_knows_is_named_and_never_taken_as_nothing(cambodia: Forecast) -> None:
    paths = {one.path for one in cambodia.scheme.unknowns}
    assert {"assumptions.accepted", "budget.total", "programme.quota.people"} <= paths
    taken = {one.key: one for one in cambodia.scheme.inputs}
    assert taken["assumptions.accepted"].is_unknown
    assert taken["assumptions.accepted"].range == (0, None, 1)


def test_the_same_seed_gives_the_same_forecast(cambodia: Forecast) -> None:
    again = forecast(_blueprint("khm"), runs=2, seed=5)
    assert json.dumps(to_json(again)) == json.dumps(to_json(cambodia))
    assert to_json(forecast(_blueprint("khm"), runs=2, seed=6)) != to_json(cambodia)


def test_more_runs_keep_those_that_were_there(cambodia: Forecast) -> None:
    longer = forecast(_blueprint("khm"), runs=3, seed=5)
    assert longer.runs[1].cash.tobytes() == cambodia.runs[1].cash.tobytes()


def test_a_profile_without_people_says_what_to_fill_in() -> None:
    with pytest.raises(KerjaError) as refused:
        compile_scheme(_blueprint("tha"))
    assert "assumptions.demand_year" in refused.value.hint


def test_a_profile_without_a_first_day_says_what_to_fill_in() -> None:
    with pytest.raises(KerjaError) as refused:
        compile_scheme(_blueprint("prakerja-2023"))
    assert "budget.fiscal_year_starts" in refused.value.hint


def test_a_forecast_of_no_runs_is_refused() -> None:
    with pytest.raises(KerjaError):
        forecast(_blueprint("khm"), runs=0)


def test_bands_come_with_the_worlds_that_were_asked_for_and_change_no_run(
    cambodia: Forecast,
) -> None:
    assert cambodia.bands is None
    spread = forecast(_blueprint("khm"), runs=2, seed=5, worlds=3)
    assert spread.bands == bands(spread.scheme, worlds=3, seed=5)
    assert spread.runs[1].cash.tobytes() == cambodia.runs[1].cash.tobytes()
    assert spread.swings is not None
    by_key = {one.key: one for one in spread.swings.swings}
    assert by_key.keys() == {one.key for one in spread.scheme.inputs}
    assert by_key["assumptions.accepted"].cash_at_low == 0


def test_every_input_says_what_it_rests_on_or_that_nobody_says(cambodia: Forecast) -> None:
    by_key = {one.key: one for one in cambodia.grounds}
    assert by_key["assumptions.completion"].source == "star-2025-09"
    assert not by_key["assumptions.completion"].is_inherited
    assert by_key["assumptions.purchase"].is_inherited
    assert by_key["assumptions.accepted"].source == ""


def test_the_data_of_a_forecast_holds_bands_drivers_and_the_ends_of_each_input() -> None:
    found = json.loads(json.dumps(to_json(forecast(_blueprint("khm"), runs=1, worlds=2))))
    assert set(found["bands"]["total"]) == {"low", "middle", "high"}
    assert found["bands"]["budget_holds"] is None
    assert found["bands"]["drivers"]
    assert found["swings"]["swings"]
    for one in found["world"]:
        assert one["low"] <= one["value"] <= one["high"]
        assert one["is_unknown"] or one["ground"]["source"]
