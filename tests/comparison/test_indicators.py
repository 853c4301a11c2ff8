"""Indicators of the shipped countries give the values that hand computation gives."""

from __future__ import annotations

from functools import cache

import pytest
from tests.countries import blueprint

from kerja.indicators import (
    Reading,
    indicators,
    read_all,
    subject,
)

ALL = indicators()


@cache
def shipped(country: str) -> dict[str, Reading]:
    """Read all indicators of a shipped country."""
    return {one.indicator: one for one in read_all(ALL, subject(blueprint(country)))}


@pytest.mark.parametrize(
    ("country", "name", "value"),
    [
        # BPS, August 2024: 7.47 of 152.11 million.
        ("idn", "LAB02", 100 * 7.47 / 152.11),
        ("idn", "LAB03", 100 * 144.64 / 215.37),
        ("idn", "LAB06", 84.66 - 56.42),
        ("idn", "ECO01", 4.102e12 / 283_587_097),
        ("idn", "ECO02", 100 * 204.7 / 1396),
        ("idn", "PRD01", 4.102e12 / 144.64e6),
        ("idn", "GEN01", 3_500_000 + 600_000 + 2 * 50_000),
        ("idn", "GEN03", 4_200_000 / 15_855.448),
        ("idn", "GEN05", 100 * 600_000 / 4_200_000),
        ("idn", "BUD04", 100 * 1.2e6 * 4.2e6 / 4.8e12),
        ("idn", "OPS11", 100 * 17.84 / 17.99),
        ("idn", "COV03", 100 * 1.2 / 7.47),
        ("idn", "EQU01", 51),
        # The rate as stated: the set that computes has no count of unemployed.
        ("khm", "LAB02", 0.3),
        ("khm", "GEN04", 100 * 4 * 280_000 / (208 * 4072.397)),
        ("khm", "EQU01", 100 * 4_001 / 11_610),
        ("khm", "PRD01", 123.676e9 / (9.904e6 * (1 - 0.003))),
        # Both sexes from one quarter: in the labour force, of them and those outside.
        (
            "tha",
            "LAB06",
            100 * (21_722.8 / (21_722.8 + 6_433.4) - 18_503.6 / (18_503.6 + 12_436.6)),
        ),
        ("tha", "ECO01", 21_700),
        # The first programme of the name was mostly cash, the second mostly training.
        ("prakerja-2020", "GEN05", 100 * 2.4 / 3.55),
        ("prakerja-2023", "GEN05", 100 * 0.6 / 4.2),
    ],
)
def test_a_shipped_value_is_that_of_hand_computation(country: str, name: str, value: float) -> None:
    found = shipped(country)[name].value
    assert found is not None
    assert found == pytest.approx(value, rel=1e-9)


def test_the_unemployment_rate_of_indonesia_is_the_published_one() -> None:
    found = shipped("idn")["LAB02"]
    assert found.value is not None
    assert round(found.value, 2) == 4.91
    assert {(i.date, i.definition, i.source) for i in found.inputs} == {
        ("2024-08", "national", "bps-2024-08")
    }


def test_a_wage_that_differs_by_province_stays_a_range() -> None:
    found = shipped("idn")["LAB07"]
    rate = 1.396e12 * 15_855.448 / 4.102e12
    assert found.value is None
    assert found.low == pytest.approx(2_036_947 / rate)
    assert found.high == pytest.approx(5_067_381 / rate)


def test_a_package_of_which_a_part_is_unknown_has_no_value() -> None:
    found = shipped("khm")["GEN01"]
    assert not found.is_known
    assert [(lack.path, lack.state) for lack in found.lacks] == [
        ("programme.benefits[training].amount", "unknown")
    ]


def test_a_missing_figure_comes_with_whom_to_ask_and_where_it_is_published() -> None:
    (lack,) = [x for x in shipped("khm")["IDN01"].lacks if x.path == "identity.coverage_adults"]
    assert (lack.state, lack.ask) == ("absent", "identity authority")
    assert lack.published == "World Bank ID4D"


def test_places_are_not_held_against_the_unemployed_where_these_are_few() -> None:
    found = shipped("khm")["COV03"]
    assert not found.is_known
    assert not found.lacks
    assert "below 2%" in found.note
    assert "COV08" in found.note


def test_what_is_measured_by_no_survey_says_so() -> None:
    assert "not measured: the survey item" in shipped("idn")["SKL03"].note
