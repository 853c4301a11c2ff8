"""Tests of the checks of labour-force statistics."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kerja.checks import Checked, Examination, all_checks, run
from kerja.findings import Finding, Severity
from kerja.profile import Profile
from kerja.profile.quantities import quantity

Examine = Callable[[str], Examination]

CHECKS = [check for check in all_checks() if check.family == "labour"]
IDENTITIES = ("KL101", "KL102", "KL103", "KL104", "KL105")
OF_IDENTITIES = [check for check in CHECKS if check.code in (*IDENTITIES, "KL118")]
INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
BASIS = "basis: {year: 2023, definition: national}"

# Sets as published, one survey and one definition each.
OFFICIAL = {
    "Indonesia, August 2024": """
      working_age: 215.37 million
      labour_force: 152.11 million
      employed: 144.64 million
      unemployed: 7.47 million
      outside: 63.26 million
      participation_rate: {value: 70.63%, men: 84.66%, women: 56.42%}
      unemployment_rate: {value: 4.91%, men: 4.90%, women: 4.92%, urban: 5.79%, rural: 3.67%}
      youth_unemployment_rate: 17.32%
      neet_rate: 20.31%
      informal_share: {value: 57.95%, of: employment}
      formal_share: {value: 42.05%, of: employment}
    """,
    "Cambodia, modelled 2024": """
      working_age: 12_129_995
      labour_force: 9.904 million
      employed: 9_874_300
      unemployed: 29_700
      participation_rate: 81.6%
      unemployment_rate: 0.3%
      youth_unemployment_rate: 0.8%
    """,
    "Cambodia, survey 2019": """
      employment_to_population: {value: 68.6%, men: 76.3%, women: 61.8%}
      participation_rate: 69.4%
      unemployment_rate: 1.2%
      informal_share: {value: 88%, of: employment}
      neet_rate: 13%
    """,
    "Thailand, first quarter of 2024": """
      working_age: 59_096.4 thousand
      labour_force: 40_226.4 thousand
      employed: 39_579.0 thousand
      unemployed: 407.7 thousand
      seasonally_inactive: 239.8 thousand
      outside: 18_870 thousand
      participation_rate: {value: 68.07%, men: 77.15%, women: 59.80%}
      unemployment_rate: 1.01%
      men:
        labour_force: 21_722.8 thousand
        employed: 21_386.2 thousand
        unemployed: 207.6 thousand
        seasonally_inactive: 129.0 thousand
        outside: 6_433.4 thousand
      women:
        labour_force: 18_503.6 thousand
        employed: 18_192.8 thousand
        unemployed: 200.1 thousand
        seasonally_inactive: 110.8 thousand
        outside: 12_436.6 thousand
    """,
    "Malaysia, second quarter of 2023": """
      working_age: 23.9 million
      labour_force: 16.73 million
      employed: 16.15 million
      unemployed: 581.4 thousand
      participation_rate: 70.0%
      unemployment_rate: 3.5%
    """,
    "Malaysia, August 2023": """
      labour_force: 16.93 million
      employed: 16.35 million
      unemployed: 577.3 thousand
      participation_rate: 70.1%
      unemployment_rate: 3.4%
    """,
    "Philippines, December 2024": """
      working_age: 79_590_000
      labour_force: 51.81 million
      employed: 50.19 million
      unemployed: 1.63 million
      underemployed: 5.48 million
      participation_rate: 65.1%
      unemployment_rate: 3.1%
    """,
    "Philippines, 2024": """
      labour_force: 50.79 million
      employed: 48.85 million
      unemployed: 1.94 million
      unemployment_rate: 3.8%
    """,
    "Morocco, 2023": """
      working_age: 27_888_000
      labour_force: 12_171_000
      employed: 10_591_000
      unemployed: 1_580_000
      outside: 15_717_000
      participation_rate: {value: 43.6%, men: 69%, women: 19%}
      unemployment_rate: 12.98%
      youth_unemployment_rate: 35.8%
    """,
    "Morocco, 2024": """
      labour_force: 12_311 thousand
      employed: 10_673 thousand
      unemployed: 1_638 thousand
      unemployment_rate: {value: 13.3%, urban: 16.9%, rural: 6.8%}
      youth_unemployment_rate: 36.7%
      underemployed: 1_082 thousand
    """,
    "Timor-Leste, 2021": """
      working_age: {value: 809.3 thousand, men: 403.6 thousand, women: 405.8 thousand}
      labour_force: 246.9 thousand
      employed: {value: 234.3 thousand, men: 142.0 thousand, women: 92.3 thousand}
      unemployed: 12.6 thousand
      participation_rate: 30.5%
      unemployment_rate: 5.1%
      youth_unemployment_rate: {value: 9.6%, men: 7.4%, women: 12.4%}
      informal_share: {value: 77.3%, of: employment}
      lu4: 28.9%
    """,
    "Mongolia, modelled 2024": """
      working_age: 2_438_866
      labour_force: 1.449 million
      employed: 1_369_300
      unemployed: 79.7 thousand
      participation_rate: 59.4%
      unemployment_rate: 5.5%
      youth_unemployment_rate: {value: 13.8%, men: 15.9%, women: 10.8%}
    """,
}

# 15 and over, labour force and population, as modelled for 2024-25 or as surveyed.
POPULATIONS = {
    "Indonesia": ("283_587_097", "215.37 million"),
    "Cambodia": ("17_230_333", "12_129_995"),
    "Thailand": ("70_025_248", "59_096.4 thousand"),
    "Philippines": ("118.28 million", "79_590_000"),
    "Morocco": ("37.39 million", "27_888_000"),
    "Timor-Leste": ("1_404_785", "809.3 thousand"),
    "Mongolia": ("3_281_676", "2_438_866"),
}


def checked(figures: Any = None, **sections: Any) -> Checked:
    labour = {"labour_force": figures} if figures else {}
    return run(Profile.model_validate({**labour, **sections}), CHECKS)


def identities(figures: Any) -> list[Finding]:
    profile = Profile.model_validate({"labour_force": figures})
    return list(run(profile, OF_IDENTITIES).findings)


def found(code: str, figures: Any = None, **sections: Any) -> list[Finding]:
    return [f for f in checked(figures, **sections).findings if f.code == code]


def weights(code: str, figures: Any) -> list[Severity]:
    return [finding.severity for finding in found(code, figures)]


def lacking(code: str, figures: Any) -> list[str]:
    return [n for one in checked(figures).not_evaluated if one.code == code for n in one.lacks]


def weighed(figures: Any) -> set[tuple[str, Severity]]:
    return {(f.code, f.severity) for f in identities(figures)}


def cured(figures: dict[str, str], finding: Finding) -> dict[str, str] | None:
    """Do what the hint says: `write X` at the place of the finding, or `write name: X`."""
    figure = r"[0-9][0-9_.]*(?: thousand| [mb]illion)?%?"
    said = re.search(rf"write (?:(\w+): )?({figure})", finding.hint)
    if said is None:
        return None
    return {**figures, said[1] or finding.path.removeprefix("labour_force."): said[2]}


@pytest.mark.parametrize("figures", OFFICIAL.values(), ids=OFFICIAL)
def test_official_statistics_pass(figures: str, examined: Examine) -> None:
    text = f"labour_force:\n      {BASIS}{figures}"
    assert not examined(text).findings


@pytest.mark.parametrize(("population", "working_age"), POPULATIONS.values(), ids=POPULATIONS)
def test_official_working_ages_are_usual(population: str, working_age: str) -> None:
    figures = {"working_age": working_age}
    assert not found("KL106", figures, population={"total": population})


def test_series_by_different_definitions_are_reported_and_no_fault(examined: Examine) -> None:
    examination = examined(
        """
labour_force:
  use: lfs-2021
  measurements:
    - id: lfs-2021
      basis: {year: 2021, definition: icls-19}
      labour_force: 246.9 thousand
    - id: ilo-modelled-2024
      basis: {year: 2024, definition: ilo-modelled}
      labour_force: 615.9 thousand
"""
    )
    (finding,) = examination.findings
    assert (finding.code, finding.severity) == ("KL120", INFO)
    assert "149% apart" in finding.message
    assert finding.hint == "the definitions differ: icls-19 and ilo-modelled"


# One set from which the others are made: all identities hold in it to the last digit.
consistent = st.builds(
    lambda employed, unemployed, outside: {
        "working_age": employed + unemployed + outside,
        "labour_force": employed + unemployed,
        "employed": employed,
        "unemployed": unemployed,
        "outside": outside,
    },
    st.integers(300_000, 9_999_999),
    st.integers(30_000, 299_999),
    st.integers(200_000, 9_999_999),
)
COUNTS = ("working_age", "labour_force", "employed", "unemployed", "outside")
RATES = {
    "unemployment_rate": ("unemployed", "labour_force"),
    "participation_rate": ("labour_force", "working_age"),
    "employment_to_population": ("employed", "working_age"),
}


def with_rates(counts: dict[str, int]) -> dict[str, str]:
    rates = {name: f"{counts[a] / counts[b]:.2%}" for name, (a, b) in RATES.items()}
    return {**{name: str(count) for name, count in counts.items()}, **rates}


@given(consistent)
def test_a_consistent_set_passes(counts: dict[str, int]) -> None:
    assert not weighed(with_rates(counts))


any_counts = st.fixed_dictionaries({name: st.integers(1, 99_999_999) for name in COUNTS})


@given(any_counts | consistent, st.sampled_from([10, 1000, 7, 1_000_000]))
def test_identities_do_not_depend_on_the_unit(counts: dict[str, int], factor: int) -> None:
    """The digits that are written keep their place: thousands are not persons rounded."""
    plain = {name: f"{count} thousand" for name, count in counts.items()}
    word = {10: "crore", 1000: "million", 7: "lakh", 1_000_000: "billion"}[factor]
    scaled = {name: f"{count} {word}" for name, count in counts.items()}
    rates = {"unemployment_rate": "5.3%", "participation_rate": "68%"}
    assert weighed(plain | rates) == weighed(scaled | rates)


def slipped(text: str) -> Iterator[str]:
    digits = text.rstrip("%")
    for at in range(len(digits) - 1):
        pair = digits[at : at + 2]
        if pair.isdigit() and pair[0] != pair[1] and (at or pair[1] != "0"):
            yield digits[:at] + pair[::-1] + digits[at + 2 :] + text[len(digits) :]
    yield f"{text} thousand" if text.isdigit() else text


@given(consistent, st.sampled_from([*COUNTS, *RATES]), st.data())
def test_what_a_hint_says_to_write_cures(
    counts: dict[str, int], name: str, data: st.DataObject
) -> None:
    sound = with_rates(counts)
    slips = list(slipped(sound[name]))
    assume(slips)
    broken = {**sound, name: data.draw(st.sampled_from(slips))}
    for finding in identities(broken):
        mended = cured(broken, finding)
        if mended is not None and finding.code in IDENTITIES:
            assert finding.code not in {f.code for f in identities(mended)}
        elif mended is not None:
            place = finding.path.removeprefix("labour_force.")
            assert not [f for f in identities(mended) if re.search(rf"\b{place}\b", f.message)]


@given(consistent, st.sampled_from(COUNTS), st.data())
def test_the_digits_that_were_swapped_are_named(
    counts: dict[str, int], name: str, data: st.DataObject
) -> None:
    sound = {count: str(counts[count]) for count in COUNTS}
    slips = [slip for slip in slipped(sound[name]) if slip.isdigit()]
    assume(slips)
    broken = {**sound, name: data.draw(st.sampled_from(slips))}
    findings = identities(broken)
    failed = {f.code for f in findings} & set(IDENTITIES)
    named = [f.hint for f in findings if f.code == "KL118"]
    # One slip may have several explanations; only the first few are printed.
    assert not failed or len(named) >= 3 or any(sound[name] in hint for hint in named)


@given(consistent, st.sampled_from(COUNTS), st.sampled_from(["thousand", "million"]))
def test_a_count_in_the_wrong_unit_is_named(counts: dict[str, int], name: str, word: str) -> None:
    tables = {count: f"{counts[count]} thousand" for count in COUNTS}
    written = str(counts[name]) if word == "thousand" else f"{counts[name]} million"
    hits = [f for f in identities({**tables, name: written}) if f.code in IDENTITIES]
    assume(hits)
    assert {f.path for f in hits} == {f"labour_force.{name}"}
    for finding in hits:
        mended = cured(tables, finding)
        assert mended is not None
        assert quantity(mended[name]).number == counts[name] * 1000


odd_counts = st.sampled_from(["0", "1", "unknown", "TODO(human)", "999_999", "5 million"])
odd_rates = st.sampled_from(["0", "1", "unknown", "12%", "0.1"])
odd_bands = st.sampled_from(["15-24", "24-15", "0-200", "65+", "0+"])


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from([*COUNTS, "youth_population", "youth_unemployed"]), odd_counts),
    st.dictionaries(st.sampled_from([*RATES, "neet_rate", "lu1", "lu4"]), odd_rates),
    st.lists(odd_bands),
    odd_counts,
)
def test_any_figures_are_checked_without_a_failure(
    counts: dict[str, str], rates: dict[str, str], ages: list[str], total: str
) -> None:
    bands = [{"ages": one, "employed": "5 million"} for one in ages]
    checked({**counts, **rates, "age_bands": bands}, population={"total": total})


def test_a_gap_that_the_season_explains_names_it() -> None:
    thailand = {
        "labour_force": "40_226.4 thousand",
        "employed": "39_579.0 thousand",
        "unemployed": "407.7 thousand",
    }
    (finding,) = found("KL101", thailand)
    mended = cured(thailand, finding)
    assert mended is not None
    assert quantity(mended["seasonally_inactive"]).number == pytest.approx(239_700)
    assert not found("KL101", mended)


def test_an_unknown_part_is_not_taken_for_zero() -> None:
    figures = {
        "labour_force": "40.2 million",
        "employed": "39.5 million",
        "unemployed": "0.4 million",
        "seasonally_inactive": "unknown",
    }
    assert not found("KL101", figures)
    assert lacking("KL101", figures) == ["labour_force.seasonally_inactive"]


def test_what_is_lacking_is_listed_once_for_a_profile_without_statistics() -> None:
    assert lacking("KL102", None) == [
        "labour_force.working_age",
        "labour_force.labour_force",
        "labour_force.outside",
    ]
    assert not checked().findings


def test_men_women_and_bands_are_sets_of_their_own() -> None:
    wrong = {
        "labour_force": "20.0 million",
        "employed": "18.0 million",
        "unemployed": "1.0 million",
    }
    band = {"ages": "15+", **wrong}
    hits = found("KL101", {"men": wrong, "women": {"employed": "9 million"}, "age_bands": [band]})
    assert [f.path for f in hits] == [
        "labour_force.men.labour_force",
        "labour_force.age_bands[0].labour_force",
    ]


@pytest.mark.parametrize(
    ("rate", "severity"), [("5.3%", []), ("5.2%", [WARNING]), ("5.0%", [ERROR])]
)
def test_a_rate_may_be_adjusted_for_the_season(rate: str, severity: list[Severity]) -> None:
    figures = {
        "labour_force": "147.71 million",
        "unemployed": "7.86 million",
        "unemployment_rate": rate,
    }
    assert weights("KL103", figures) == severity


def test_a_rate_over_the_wrong_whole_is_recognised() -> None:
    figures = {
        "working_age": "212.59 million",
        "labour_force": "147.71 million",
        "unemployed": "7.86 million",
        "unemployment_rate": "3.7%",
    }
    assert "3.7% is unemployed / working_age" in found("KL103", figures)[0].message
    of_all = {**figures, "unemployment_rate": "2.84%"}
    (finding,) = found("KL103", of_all, population={"total": "277 million"})
    assert "2.84% is unemployed / the whole population" in finding.message


@pytest.mark.parametrize(
    ("total", "working_age", "severity"),
    [
        ("277 million", "212.59 million", []),
        ("277 million", "252 million", [WARNING]),
        ("277 million", "270 million", [ERROR]),
        ("277 million", "212.59 thousand", [ERROR]),
        ("277 million", "300 million", [ERROR]),
    ],
)
def test_the_working_age_is_a_possible_part_of_the_population(
    total: str, working_age: str, severity: list[Severity]
) -> None:
    hits = found("KL106", {"working_age": working_age}, population={"total": total})
    assert [f.severity for f in hits] == severity


def test_a_labour_force_above_the_working_age_is_an_error() -> None:
    hits = found("KL106", {"working_age": "12.0 million", "labour_force": "13.0 million"})
    assert [f.path for f in hits] == ["labour_force.labour_force"]


@pytest.mark.parametrize(
    ("figures", "path", "cure"),
    [
        ({"labour_force": "147.71 million", "employed": "139852"}, "employed", "139_852 thousand"),
        ({"labour_force": "147.71 million", "employed": "139.85"}, "employed", "139.85 million"),
        ({"labour_force": "147.71 million", "unemployed": "7860"}, "unemployed", "7860 thousand"),
        (
            {"labour_force": "9.9 million", "unemployed": "29.7 million"},
            "unemployed",
            "29.7 thousand",
        ),
        (
            {
                "working_age": "212 million",
                "labour_force": "147 million",
                "employed": "140 billion",
            },
            "employed",
            "140 million",
        ),
    ],
)
def test_the_count_of_another_order_is_named(figures: dict[str, str], path: str, cure: str) -> None:
    (finding,) = found("KL107", figures)
    assert finding.path == f"labour_force.{path}"
    assert finding.hint.endswith(f"write {cure}")
    assert not found("KL107", {**figures, path: cure})


@pytest.mark.parametrize("rate", ["0.3%", "0.8%", "1.01%", "0.0491", "5.32%", "0"])
def test_low_rates_are_not_suspected(rate: str) -> None:
    assert not found("KL108", {"unemployment_rate": rate})


@pytest.mark.parametrize(
    ("name", "written", "cure"),
    [
        ("unemployment_rate", "0.0532%", "5.32%"),
        ("participation_rate", "0.7063%", "70.63%"),
        ("unemployment_rate", "0.003", "0.3%"),
        ("agriculture_share", "0.005", "0.5%"),
    ],
)
def test_half_a_percentage_is_suspected(name: str, written: str, cure: str) -> None:
    (finding,) = checked({name: {"value": written, "definition": "national"}}).findings
    assert (finding.code, finding.severity) == ("KL108", WARNING)
    assert finding.hint == f"write {cure}"
    assert not checked({name: {"value": cure, "definition": "national"}}).findings


def test_a_bare_number_above_one_is_reported_while_reading(examined: Examine) -> None:
    text = f"labour_force:\n  {BASIS}\n  unemployment_rate: 5.32"
    (finding,) = examined(text).findings
    assert (finding.code, finding.severity, finding.hint) == (
        "KL108",
        ERROR,
        "write 5.32%",
    )


def test_a_rate_out_of_range_names_the_decimal_point() -> None:
    (finding,) = found("KL109", {"unemployment_rate": "53.2%"})
    assert finding.hint.endswith("write 5.32%")
    assert not found("KL109", {"unemployment_rate": "5.32%"})


@pytest.mark.parametrize(
    ("men", "severity"),
    [("8.36 million", []), ("8.30 million", [WARNING]), ("8.0 million", [ERROR])],
)
def test_men_and_women_make_up_the_total(men: str, severity: list[Severity]) -> None:
    total = {"value": "17.23 million", "men": men, "women": "8.87 million"}
    hits = found("KL110", population={"total": total})
    assert [f.severity for f in hits] == severity


def test_men_and_women_in_sections_of_their_own_are_added_too() -> None:
    figures = {
        "employed": "39_579 thousand",
        "men": {"employed": "21_386.2 thousand"},
        "women": {"employed": "18_192.8"},
    }
    (finding,) = found("KL110", figures)
    assert finding.path == "labour_force.women.employed"
    assert finding.hint.endswith("write 18_192.8 thousand")


def bands(*ages: str, **total: str) -> dict[str, Any]:
    each = [{"ages": one, "employed": "10.0 million"} for one in ages]
    return {"age_bands": each, **total}


@pytest.mark.parametrize(
    ("figures", "severity"),
    [
        (bands("15-24", "25-64", "65+", employed="30.0 million"), []),
        (bands("25+", "15-24", employed="20.0 million"), []),
        (bands("15-24", "24+"), [ERROR]),
        (bands("15-24", "26+"), [ERROR]),
        (bands("15+", "25+"), [ERROR]),
        (bands("15-24", "25-64", employed="22.0 million"), [WARNING]),
        (bands("15-24", "25-64", employed="19.0 million"), [WARNING, ERROR]),
        (bands("15-24", "25+", employed="22.0 million"), [ERROR]),
        (
            {**bands("15-24", "25-64"), "working_age": {"value": "40.0 million", "ages": "15-64"}},
            [],
        ),
    ],
)
def test_age_bands_cover_each_age_once(figures: Any, severity: list[Severity]) -> None:
    assert weights("KL111", figures) == severity


def test_the_cure_of_an_overlap_closes_it() -> None:
    (finding,) = found("KL111", bands("15-24", "24-64"))
    assert finding.hint == "write 25-64"


@pytest.mark.parametrize(
    ("more", "hits"),
    [({"ages": "15-30"}, 1), ({"ages": "15-24"}, 0), ({}, 0),
     ({"ages": "15-30", "definition": "national"}, 0), ({"ages": "15-29", "note": "by law"}, 0)],
)  # fmt: skip
def test_youth_of_other_ages_says_so(more: dict[str, str], hits: int) -> None:
    assert len(found("KL112", {"neet_rate": {"value": "13%", **more}})) == hits


def test_neet_of_other_ages_is_not_compared() -> None:
    figures = {
        "neet_rate": {"value": "5%", "ages": "15-30"},
        "youth_population": "44.2 million",
        "youth_unemployed": "3.98 million",
    }
    assert not found("KL113", figures)


def test_two_definitions_in_one_set_are_an_error() -> None:
    figures = {
        "labour_force": {"value": "12.3 million", "definition": "national"},
        "unemployment_rate": {"value": "21.3%", "definition": "census"},
        "working_age": {"value": "28 million", "definition": "census"},
    }
    (finding,) = found("KL116", figures)
    assert finding.severity is ERROR
    assert "unemployment_rate is by census, labour_force by national" in finding.message


def test_the_standard_of_the_section_is_that_of_its_figures() -> None:
    figures = {"labour_force": "12.3 million"}
    assert weights("KL116", figures) == [WARNING]
    assert weights("KL116", {**figures, "standard": "national"}) == []


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ({"year": 2023, "month": 8}, {"year": 2023, "month": 2}, [WARNING]),
        ({"year": 2023, "month": 8}, {"year": 2023, "quarter": 3}, []),
        ({"year": 2023, "month": 8}, {"date": "2023-08-31"}, []),
        ({"year": 2023, "month": 8}, {"year": 2023}, []),
        ({"year": 2023}, {"year": 2021}, [WARNING]),
        ({"year": 2023}, {"year": 2020}, [ERROR]),
        ({}, {"year": 2020}, []),
    ],
)
def test_one_set_is_of_one_period(one: Any, other: Any, severity: list[Severity]) -> None:
    figures = {
        "employed": {"value": "139.85 million", **one},
        "unemployed": {"value": "7.86 million", **other},
    }
    assert weights("KL117", figures) == severity


VERSIONS = """
country: {{code: {code}, name: {name}, currency: {currency}}}
labour_force:
  basis: {{year: 2023, definition: national}}
  employed: 8.2 million
  unemployed: 0.1 million
---
extends: parent
country: {{code: KHM, name: Cambodia, currency: KHR}}
labour_force:
  basis: {{year: 2024, definition: national}}
  employed: {employed}
  unemployed: 0.2 million
"""
KHM = {"code": "KHM", "name": "Cambodia", "currency": "KHR"}
THA = {"code": "THA", "name": "Thailand", "currency": "THB"}


@pytest.mark.parametrize(
    ("before", "employed", "codes"),
    [
        (KHM, "8.3 million", []),
        (KHM, "11.5 million", ["KL119"]),
        (KHM, "{value: 11.5 million, note: census instead of survey}", []),
        (THA, "11.5 million", []),
    ],
)
def test_a_new_version_confirms_a_leap(
    before: dict[str, str], employed: str, codes: list[str], examined: Examine
) -> None:
    findings = examined(VERSIONS.format(**before, employed=employed)).findings
    assert [f.code for f in findings] == codes


def two_sources(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    return {
        "measurements": [
            {"id": "one", "labour_force": {"definition": "national", **one}},
            {"id": "other", "labour_force": {"definition": "national", **other}},
        ]
    }


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ({"value": "152.11 million"}, {"value": "143.14 million"}, []),
        ({"value": "152.11 million"}, {"value": "121 million"}, [WARNING]),
        ({"value": "152.11 million"}, {"value": "80 million"}, [ERROR]),
        ({"value": "1.26 million", "year": 2016}, {"value": "1.5 million", "year": 2024}, [INFO]),
        (
            {"value": "1.26 million", "year": 2023},
            {"value": "1.45 million", "year": 2024},
            [WARNING],
        ),
    ],
)
def test_two_sources_are_compared_with_the_one_that_computes(
    one: Any, other: Any, severity: list[Severity]
) -> None:
    assert weights("KL120", two_sources(one, other)) == severity


def test_a_source_that_gives_men_and_women_is_compared_too() -> None:
    sexes = {"men": {"labour_force": "20 million"}, "women": {"labour_force": "18 million"}}
    figures = {
        "use": "survey",
        "measurements": [{"id": "model", "labour_force": "30 million"}, {"id": "survey", **sexes}],
    }
    (finding,) = found("KL120", figures)
    assert "labour force of model and of survey are 27% apart" in finding.message


def test_the_share_of_a_country_lies_between_its_groups_wherever_it_is_given() -> None:
    accounts = {"value": "20%", "men": "35%", "women": "31%"}
    (finding,) = found("KL121", wallets={"account_ownership": accounts})
    assert finding.path == "wallets.account_ownership"
