"""Tests of the checks of codes and names, and of areas beside their country."""

import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kerja.checks import Examination, all_checks, run
from kerja.checks.lands import land, land_called, resembles
from kerja.checks.tender import is_currency, tender
from kerja.findings import Finding, Severity
from kerja.profile import Profile

Examine = Callable[[str], Examination]

CHECKS = [check for check in all_checks() if check.family == "identity"]
SHIPPED = {
    "IDN": ("Indonesia", "IDR", "[id]"),
    "KHM": ("Cambodia", "KHR", "[km]"),
    "MAR": ("Morocco", "MAD", "[ar, zgh, fr]"),
    "MNG": ("Mongolia", "MNT", "[mn]"),
    "MYS": ("Malaysia", "MYR", "[ms, en]"),
    "PHL": ("Philippines", "PHP", "[fil, en]"),
    "THA": ("Thailand", "THB", "[th]"),
    "TLS": ("Timor-Leste", "USD", "[tet, pt]"),
}


def found(of: str, /, **sections: Any) -> list[Finding]:
    findings = run(Profile.model_validate(sections), CHECKS).findings
    return [finding for finding in findings if finding.code == of]


def hints(of: str, /, **country: Any) -> list[str]:
    return [finding.hint for finding in found(of, country=country)]


@pytest.mark.parametrize("code", SHIPPED)
def test_the_countries_of_the_dossier_pass(code: str, examined: Examine) -> None:
    name, currency, languages = SHIPPED[code]
    text = "country: {{code: {}, name: {}, currency: {}, languages: {}}}"
    assert not examined(text.format(code, name, currency, languages)).findings


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("UK", "GBR"), ("EL", "GRC"), ("TP", "TLS"), ("TMP", "TLS"), ("ID", "IDN"),
        ("khm", "KHM"), ("INA", "IDN"), ("PHI", "PHL"), ("YUG", "SRB or MNE"),
    ],
)  # fmt: skip
def test_a_code_that_is_none_is_told_what_it_may_mean(written: str, meant: str) -> None:
    assert hints("KI001", code=written) == [f"write {meant}"]


def test_a_code_that_says_nothing_is_helped_by_the_name() -> None:
    assert hints("KI001", code="CBD", name="Cambodia") == ["write KHM"]


def test_an_area_that_calls_itself_a_country_is_told_both_ways_out() -> None:
    assert hints("KI001", code="MY-13") == ["write MYS, or kind: area"]


@pytest.mark.parametrize(
    ("written", "meant"), [("HRK", "EUR"), ("SLL", "SLE"), ("ZWL", "ZWG or USD"), ("TPE", "USD")]
)
def test_a_withdrawn_currency_names_its_successor(written: str, meant: str) -> None:
    assert hints("KI002", currency=written) == [f"write {meant}"]


def test_a_currency_is_looked_up_wherever_it_is_written() -> None:
    hits = found(
        "KI002",
        country={"currency": "KHR"},
        economy={"gdp": "USX 46 billion", "exchange_rate": "4072 KHR/USD"},
        budget={"total": "SLL 3 billion", "ceiling": "SLL 4 billion"},
    )
    assert [(f.path, f.severity) for f in hits] == [
        ("economy.gdp", Severity.ERROR),
        ("budget.total", Severity.WARNING),
    ]


@pytest.mark.parametrize(
    ("code", "currency", "cure"),
    [
        ("IDN", "MYR", ["write IDR"]),
        ("PAN", "USD", []),
        ("PAN", "PAB", []),
        ("ZWE", "USD", []),
        ("KHM", "USD", ["write KHR"]),
    ],
)
def test_the_currency_is_tender_of_the_country(code: str, currency: str, cure: list[str]) -> None:
    assert hints("KI003", code=code, currency=currency) == cure


@pytest.mark.parametrize(
    ("code", "name", "cure"),
    [
        ("NER", "Nigeria", ["write code: NGA"]),
        ("AUT", "Australia", ["write code: AUS"]),
        ("SVK", "Slovenia", ["write code: SVN"]),
        ("NER", "Niger", []),
        ("CIV", "Ivory Coast", []),
        ("TLS", "East Timor", []),
        ("CIV", "Cote d'Ivoire", []),
        ("LAO", "Laos", []),
        ("VNM", "Vietnam", []),
        ("KHM", "Kingdom of Cambodia", []),
        ("TZA", "Tanzania", []),
        ("KHM", "Cambodja", []),
        ("KHM", "Atlantis", ["write name: Cambodia"]),
    ],
)
def test_a_name_fits_its_code(code: str, name: str, cure: list[str]) -> None:
    assert hints("KI005", code=code, name=name) == cure


@pytest.mark.parametrize(
    ("tag", "cure"),
    [
        ("id", []), ("zgh", []), ("tl", []), ("zh-Hans-SG", []), ("km-kh", []),
        ("in", ["write id"]), ("khm", ["write km"]), ("iban", ["write iba"]),
        ("km_KH", ["write km-KH"]), ("Khmer", ["write km"]),
        ("qqx", ["two or three letters of ISO 639: km"]),
    ],
)  # fmt: skip
def test_a_language_is_a_tag(tag: str, cure: list[str]) -> None:
    assert hints("KI006", languages=[tag]) == cure


@pytest.mark.parametrize(
    ("code", "country"),
    [
        ("KI001", {"code": "UK"}),
        ("KI001", {"code": "khm", "name": "Cambodia"}),
        ("KI002", {"currency": "SLL"}),
        ("KI003", {"code": "IDN", "currency": "MYR"}),
        ("KI005", {"code": "NER", "name": "Nigeria"}),
        ("KI005", {"code": "KHM", "name": "Atlantis"}),
    ],
)
def test_what_a_hint_says_to_write_cures(code: str, country: dict[str, str]) -> None:
    (finding,) = found(code, country=country)
    said = re.fullmatch(r"write (?:(\w+): )?(.+)", finding.hint)
    assert said is not None
    mended = {**country, said[1] or finding.path.removeprefix("country."): said[2]}
    assert not found(code, country=mended)


def test_a_profile_without_a_country_is_not_evaluated() -> None:
    checked = run(Profile(), CHECKS)
    assert not checked.findings
    assert ("country.code",) in {one.lacks for one in checked.not_evaluated}


@settings(max_examples=40)
@given(st.text(max_size=12), st.text(max_size=4), st.text(max_size=12))
def test_any_text_is_looked_up_without_a_failure(name: str, code: str, tag: str) -> None:
    country = {"code": code, "name": name, "currency": code[:3], "languages": [tag]}
    for kind in ("country", "area"):
        run(Profile.model_validate({"kind": kind, "country": country}), CHECKS)


def test_every_country_resembles_its_own_name_and_has_an_active_tender() -> None:
    import pycountry

    for one in pycountry.countries:
        found = land(one.alpha_3)
        assert found is not None
        assert resembles(found.name, found)
        assert land_called(found.name) == found
        assert all(is_currency(code) for code in tender(found.alpha_2))


def test_checking_a_code_loads_no_list_before_it_is_asked_for() -> None:
    loaded = "import sys, kerja.checks; print(sorted({'pycountry', 'babel'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


MALAYSIA = """
country: {code: MYS, name: Malaysia, currency: MYR}
population: {total: 34.9 million, rural_share: 22%}
economy: {gdp: USD 421.97 billion, minimum_wage_month: MYR 1_700}
labour_force:
  use: dosm
  measurements:
    - id: dosm
      basis: {year: 2023, definition: national}
      labour_force: 16.73 million
      unemployment_rate: 3.5%
---
kind: area
extends: parent
"""
SARAWAK = "country: {code: MY-13, name: Sarawak}\n"
OF_ITS_OWN = "population: {total: 2.56 million}\neconomy: {gdp: MYR 140.2 billion}\n"


def codes(examination: Examination) -> list[tuple[str, str]]:
    return [(finding.code, finding.path) for finding in examination.findings]


def test_an_area_takes_over_rates_and_wages_but_no_counts_and_no_output(examined: Examine) -> None:
    examination = examined(MALAYSIA + SARAWAK)
    assert codes(examination) == [("KI008", "extends")] * 3
    messages = " ".join(finding.message for finding in examination.findings)
    for taken in ("population.total", "economy.gdp", "measurements[dosm].labour_force"):
        assert taken in messages
    for free in ("rural_share", "minimum_wage", "unemployment_rate"):
        assert free not in messages
    assert {finding.place.file for finding in examination.findings} == {"example.yaml"}


@pytest.mark.parametrize(
    "labour", ["labour_force: null", "labour_force: {measurements: [{id: dosm, remove: true}]}"]
)
def test_an_area_with_figures_of_its_own_passes(labour: str, examined: Examine) -> None:
    assert not examined(MALAYSIA + SARAWAK + OF_ITS_OWN + labour).findings


def test_figures_of_an_area_are_not_compared_with_those_it_took_over(examined: Examine) -> None:
    own = """
labour_force:
  measurements:
    - id: dosm-sarawak
      basis: {year: 2023, definition: national}
      labour_force: 1.27 million
"""
    examination = examined(MALAYSIA + SARAWAK + OF_ITS_OWN + own)
    # The national labour force is above the area's population, and ten times the area's own.
    assert codes(examination) == [("KI008", "extends")]


def test_a_count_of_another_survey_is_compared_with_the_country(examined: Examine) -> None:
    own = """
labour_force:
  measurements:
    - {id: dosm, remove: true}
    - id: dosm-sarawak
      basis: {year: 2023, definition: national}
      labour_force: 1_270 million
"""
    examination = examined(MALAYSIA + SARAWAK + OF_ITS_OWN + own)
    above = [finding for finding in examination.findings if finding.code == "KI007"]
    assert [f.path for f in above] == ["labour_force.measurements[dosm-sarawak].labour_force"]
    assert above[0].hint.endswith("write 1_270 thousand")


@pytest.mark.parametrize(
    ("country", "hint"),
    [
        ("{code: ID-KT, name: Sarawak}", "write MY-13"),
        ("{code: MY-99, name: Sarawak}", "write MY-13"),
        ("{code: MY-99, name: Somewhere}", "the code of ISO 3166-2: MY-13"),
        ("{name: Sarawak}", "write MY-13"),
    ],
)
def test_an_area_has_a_code_of_its_own_in_its_country(
    country: str, hint: str, examined: Examine
) -> None:
    text = "country: {code: MYS, name: Malaysia, currency: MYR}\n---\nkind: area\nextends: parent\n"
    findings = examined(f"{text}country: {country}").findings
    assert [f.hint for f in findings if f.code == "KI004"] == [hint]


def test_the_name_of_another_area_is_told() -> None:
    area = {"code": "MY-12", "name": "Sarawak"}
    (finding,) = found("KI005", kind="area", country=area)
    assert finding.hint == "write code: MY-13"
