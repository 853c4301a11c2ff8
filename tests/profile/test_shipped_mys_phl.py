"""Tests of what the profiles of Malaysia, Sarawak and the Philippines claim, and of whom."""

from __future__ import annotations

from functools import cache

import pytest
from tests.countries import SHIPPED, country

from kerja.adaptation import INHERITED, NATIONAL, is_inherited, is_national, taken_over
from kerja.checks import examine
from kerja.feasibility import binding
from kerja.outputs import Order, draft
from kerja.profile import Count, Money, facts
from kerja.register import Entry, register
from kerja.targets.page import page_files

NAMES = ("mys", "mys-13", "phl")
BUDGET = ("budget.", "economy.gdp", "economy.government_")


@cache
def given(name: str) -> dict[str, Entry]:
    profile = country(name)
    found = register(profile, (), binding(profile))
    return {key: entry for key, entry in found.items() if not entry.is_computed}


@pytest.mark.parametrize("name", NAMES)
def test_every_source_that_is_cited_is_listed_and_every_listed_one_has_an_address(
    name: str,
) -> None:
    profile = country(name)
    cited = {fact.source for _, fact in facts(profile) if fact.source}
    assert cited <= profile.sources.keys()
    assert {key for key, one in profile.sources.items() if one.url is None} <= {"seed-2024"} | {
        key for key in profile.sources if profile.kind_of_origin(f"sources.{key}") == "model"
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_of_the_country_names_its_source_or_is_called_recalled(name: str) -> None:
    profile = country(name)
    for path, fact in facts(profile):
        if is_inherited(profile, path) or not isinstance(fact, Count | Money):
            continue
        for one in fact.measurements or (fact,):
            if one.is_known:
                assert one.source or one.confidence == "recalled", path


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_models_design_is_taken_over_in_silence(name: str) -> None:
    assert country(name).programme.status == "proposal"
    assert {key for key in given(name) if key.startswith("programme.")} == set()


def test_sarawak_is_said_to_study_the_model_and_malaysia_is_not() -> None:
    assert country("mys").reference.relation is None
    sarawak = country("mys-13").reference
    assert (sarawak.relation, sarawak.programme_status) == ("studied", "none")
    assert sarawak.claimed_by == ("seed-2024", "tribunnews-2024-10")


def test_sarawak_takes_over_no_count_and_no_budget_of_malaysia() -> None:
    profile = country("mys-13")
    codes = {finding.code for finding in examine("mys-13", folders=(SHIPPED,)).findings}
    assert codes.isdisjoint({"KI007", "KI008"})
    taken = {key: entry for key, entry in given("mys-13").items() if is_national(profile, key)}
    assert taken
    assert {key for key, entry in taken.items() if entry.unit == "count"} == set()
    assert {key for key in taken if key.startswith(BUDGET)} == set()


def test_a_rate_or_a_yes_of_malaysia_is_marked_as_a_national_figure_in_sarawak() -> None:
    profile, found = country("mys-13"), given("mys-13")
    assert found["wallets.account_ownership"].note == NATIONAL
    assert (found["labour_force.informal_share"].note or "").endswith(NATIONAL)
    assert taken_over(profile, "wallets.national_switch") == NATIONAL
    assert taken_over(profile, "population.total") == ""
    assert taken_over(profile, "assumptions.purchase") == INHERITED


def test_a_country_has_no_national_figures_that_are_not_its_own() -> None:
    for name in ("mys", "phl"):
        assert not any(NATIONAL in (entry.note or "") for entry in given(name).values())


@pytest.mark.parametrize(
    ("name", "persons"),
    [
        ("mys", {"labour_force": 16_730_000, "employed": 16_150_000, "unemployed": 581_400}),
        ("mys-13", {"labour_force": 1_270_000, "employed": 1_228_000, "unemployed": 41_900}),
        ("phl", {"labour_force": 51_810_000, "employed": 50_190_000, "unemployed": 1_630_000}),
    ],
)
def test_the_labour_force_that_computes_is_the_employed_and_the_unemployed(
    name: str, persons: dict[str, int]
) -> None:
    start = f"labour_force.measurements[{country(name).labour_force.use}]"
    found = {key: given(name)[f"{start}.{key}"].number for key in persons}
    assert found == persons
    assert found["employed"] + found["unemployed"] == pytest.approx(found["labour_force"], rel=1e-3)


def test_the_stage_of_a_budget_line_beside_the_programme_is_stated() -> None:
    for name in NAMES:
        assert all(line.stage for line in country(name).budget.context)
    tupad = [line for line in country("phl").budget.context if line.what == "TUPAD"]
    assert [line.stage for line in tupad] == ["proposed", "approved"]


def test_the_readiness_of_an_area_says_which_facts_are_its_countrys() -> None:
    examination = examine("mys-13", folders=(SHIPPED,))
    drafted = draft(examination, (), Order(languages=("en",), documents=()), folders=(SHIPPED,))
    page = page_files(drafted)["index.html"].decode()
    assert "yes (national figure) (" in page
    assert "88.0%</a> (national figure)" in page
