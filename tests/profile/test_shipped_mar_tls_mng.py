"""Tests of what the profiles of Morocco, Timor-Leste and Mongolia claim, and of whom."""

from __future__ import annotations

import pytest
from tests.countries import SHIPPED, country

from kerja.adaptation import is_inherited
from kerja.checks import examine
from kerja.documents import language
from kerja.feasibility import binding
from kerja.outputs import Order, draft
from kerja.profile import Count, Money, Profile, facts
from kerja.profile.people import LabourMeasurement
from kerja.register import register
from kerja.targets.page import page_files

NAMES = ("mar", "tls", "mng")


def measured(name: str) -> dict[str, LabourMeasurement]:
    return {one.id: one for one in country(name).labour_force.measurements}


def of(figures: LabourMeasurement, field: str) -> float:
    return float(getattr(figures, field).number)


def own(name: str) -> dict[str, Count | Money]:
    """Return the known counts and amounts that a profile states itself."""
    profile = country(name)
    return {
        path: fact
        for path, fact in facts(profile)
        if isinstance(fact, Count | Money) and not is_inherited(profile, path)
    }


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
    for path, fact in own(name).items():
        for one in fact.measurements or (fact,):
            if one.is_known:
                assert one.source or one.confidence == "recalled", path


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_models_design_is_taken_over_in_silence(name: str) -> None:
    profile = country(name)
    figures = register(profile, (), binding(profile)).items()
    given = {key for key, entry in figures if not entry.is_computed}
    assert profile.programme.status == "proposal"
    assert {key for key in given if key.startswith("programme.")} == set()


def test_nobody_is_said_to_have_done_more_than_the_sources_say() -> None:
    relations = {name: country(name).reference.relation for name in NAMES}
    assert relations == {"mar": "studied", "tls": "studied", "mng": "contact"}
    assert {country(name).reference.programme_status for name in NAMES} == {"none"}


@pytest.mark.parametrize(
    ("name", "source"), [("mar", "hcp-2023"), ("tls", "lfs-2021"), ("mng", "ilo-modelled-2024")]
)
def test_the_labour_force_adds_up_in_the_set_that_has_all_its_parts(name: str, source: str) -> None:
    figures = measured(name)[source]
    force = of(figures, "labour_force")
    assert of(figures, "employed") + of(figures, "unemployed") == pytest.approx(force, rel=1e-3)
    share = force / of(figures, "working_age")
    assert share == pytest.approx(of(figures, "participation_rate"), abs=1e-3)
    rate = of(figures, "unemployed") / force
    assert rate == pytest.approx(of(figures, "unemployment_rate"), abs=6e-4)


def test_morocco_shows_three_unemployment_rates_of_one_year_by_three_definitions() -> None:
    year = {k: one for k, one in measured("mar").items() if k.endswith("2024")}
    rates = {k: one.unemployment_rate.number for k, one in year.items() if one.unemployment_rate}
    assert rates == {"hcp-2024": 0.133, "census-2024": 0.213, "ilo-modelled-2024": 0.09}
    kinds = {one.unemployment_rate.definition for one in year.values() if one.unemployment_rate}
    assert kinds == {"national", "census", "ilo-modelled"}
    force = of(year["hcp-2024"], "employed") + of(year["hcp-2024"], "unemployed")
    assert force == of(year["hcp-2024"], "labour_force")


def test_the_two_labour_forces_of_timor_leste_keep_their_definitions_apart() -> None:
    figures = measured("tls")
    kinds = {k: getattr(one.labour_force, "definition", None) for k, one in figures.items()}
    assert kinds == {"lfs-2021": "icls-19", "ilo-modelled-2024": "ilo-modelled"}
    ratio = of(figures["ilo-modelled-2024"], "labour_force") / of(
        figures["lfs-2021"], "labour_force"
    )
    assert ratio == pytest.approx(2.5, abs=0.05)


def test_timor_leste_is_dollarised_at_par() -> None:
    profile = country("tls")
    assert profile.country.currency == "USD"
    assert profile.economy.exchange_rate is not None
    assert profile.economy.exchange_rate.number == 1
    amounts = {fact.currency for fact in own("tls").values() if isinstance(fact, Money)}
    assert amounts <= {"USD", None}


def test_registered_wallets_of_morocco_are_no_users() -> None:
    rails = {rail.id: rail for rail in country("mar").wallets.rails.items}
    assert rails["payment-accounts"].users is None
    assert rails["payment-accounts"].active_users is None


def test_mongolia_has_levels_of_the_modelled_series_only() -> None:
    figures = measured("mng")
    recent = {k for k, one in figures.items() if one.labour_force and one.labour_force.year == 2024}
    assert recent == {"ilo-modelled-2024"}
    assert country("mng").labour_force.use == "ilo-modelled-2024"


def test_arabic_is_written_from_right_to_left() -> None:
    languages = country("mar").country.languages
    assert languages is not None
    directions = {code: language(code).direction for code in languages.value or ()}
    assert directions == {"ar": "rtl", "zgh": "ltr", "fr": "ltr"}


@pytest.mark.parametrize("name", NAMES)
def test_a_country_without_translations_is_built_in_english(name: str) -> None:
    folders = (SHIPPED,)
    examination = examine(str(SHIPPED / f"{name}.yaml"), folders=folders)
    drafted = draft(examination, (), Order(languages=("en",), documents=()), folders=folders)
    page = page_files(drafted)["index.html"].decode()
    assert '<html lang="en" dir="ltr">' in page
    assert _title(examination.profile) in page


def _title(profile: Profile | None) -> str:
    assert profile is not None
    return str(profile.country.name)
