"""The forecast of a country, from its profile to what the command line prints."""

from __future__ import annotations

import json

import pytest

from kerja.blueprint import Blueprint, adapt
from kerja.checks import examine
from kerja.cli import main
from kerja.errors import KerjaError
from kerja.forecast import Forecast, breaks, compile_scheme, forecast, to_json
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


def _printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int | str | None, str]:
    with pytest.raises(SystemExit) as left:
        main(["forecast", *arguments])
    return left.value.code, capsys.readouterr().out


def test_the_command_prints_funnel_money_and_what_is_unknown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, text = _printed(capsys, "idn", "--runs", "1")
    assert code == 0
    for title in ("What breaks first:", "Funnel", "Cash by fiscal year", "Cash by month"):
        assert title in text
    assert "Not known:" in text
    assert max(len(line) for line in text.splitlines()) <= 80


def test_the_command_gives_json_with_the_seed_that_was_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, text = _printed(capsys, "khm", "--runs", "1", "--seed", "9", "--format", "json")
    assert code == 0
    found = json.loads(text)
    assert (found["seed"], found["runs"]) == (9, 1)
    assert found["funnel"][0]["stage"] == "applied"


def test_a_number_of_runs_that_is_none_is_a_malformed_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _printed(capsys, "khm", "--runs", "0")[0] == 2
