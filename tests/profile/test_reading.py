"""A tree becomes a profile; what does not fit is found with its place, and the rest is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from kerja.findings import Finding
from kerja.profile import Knowledge, Profile
from kerja.profile.reading import read_profile

HEAD = "kerja: 1\nkind: country\ncountry: {code: KHM, name: Cambodia, currency: KHR}\n"


def read(text: str, tmp_path: Path) -> tuple[Profile, tuple[Finding, ...]]:
    path = tmp_path / "profile.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    profile, _, findings = read_profile(path, folders=())
    return profile, findings


def test_short_and_long_form_say_the_same(tmp_path: Path) -> None:
    short, _ = read("digital: {internet_use: 61%}\n", tmp_path)
    long, _ = read("digital: {internet_use: {value: 61%, year: 2023}}\n", tmp_path)
    assert short.digital.internet_use is not None
    assert long.digital.internet_use is not None
    assert short.digital.internet_use.number == long.digital.internet_use.number == 0.61
    assert long.digital.internet_use.year == 2023


def test_the_three_kinds_of_not_knowing_are_told_apart(tmp_path: Path) -> None:
    text = "digital: {internet_use: unknown, smartphone: TODO(human) ask the regulator}\n"
    profile, findings = read(text, tmp_path)
    assert findings == ()
    use, phone = profile.digital.internet_use, profile.digital.smartphone
    assert use is not None
    assert phone is not None
    assert (use.knowledge, use.number) == (Knowledge.UNKNOWN, None)
    assert (phone.knowledge, phone.note) == (Knowledge.TO_DECIDE, "ask the regulator")
    assert profile.digital.electricity is None


def test_a_basis_gives_year_and_source_to_the_figures_of_its_section(tmp_path: Path) -> None:
    text = (
        "population:\n  basis: {year: 2024, source: cia}\n"
        "  total: {value: 17.2 million, year: 2025}\n"
        "  adults_15plus: 12.13 million\n"
    )
    profile, _ = read(text, tmp_path)
    total, adults = profile.population.total, profile.population.adults_15plus
    assert total is not None
    assert adults is not None
    assert (total.year, total.source) == (2025, "cia")
    assert (adults.year, adults.source) == (2024, "cia")


def test_the_measurement_in_use_computes_and_the_others_stay(tmp_path: Path) -> None:
    text = (
        "wallets:\n  account_ownership:\n    use: b\n    measurements:\n"
        "      - {id: a, value: 33%}\n      - {id: b, value: 67%}\n"
    )
    profile, _ = read(text, tmp_path)
    ownership = profile.wallets.account_ownership
    assert ownership is not None
    assert ownership.number == 0.67
    assert [other.id for other in ownership.others] == ["a"]


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "hint"),
    [
        ("digital: {internet_us: 61%}\n", "KS201", 4, 11, "did you mean internet_use?"),
        ("digital: {internet_use: 61}\n", "KL108", 4, 25, "61%"),
        ("training: {courses: 89,878}\n", "KY107", 4, 21, "89_878"),
        ("training: {courses: 12%}\n", "KS207", 4, 21, ""),
        ("training: {courses: 3.500}\n", "KS204", 4, 21, "3_500"),
        ("economy: {gdp: Rp 4 million}\n", "KS205", 4, 16, "IDR 4 million"),
        ("reference: {relation: copied}\n", "KS212", 4, 23, "one of"),
        ("wallets: {rails: [{kind: bank}]}\n", "KS202", 4, 19, "add id:"),
        ("stakeholders: MLVT\n", "KS213", 4, 15, ""),
        ("identity: {number_format: '(a+)+'}\n", "KS216", 4, 27, "classes and counts"),
        ("as_of: yesterday\n", "KS214", 4, 8, ""),
        ("as_of: 2025-02-31\n", "KS214", 4, 8, "a date that exists"),
        ("programme: {starts: 2023-13}\n", "KS214", 4, 21, "a date that exists"),
        ("budget: {fiscal_year_starts: 13-45}\n", "KS214", 4, 30, "10-01"),
        ("budget: {fiscal_year_starts: {value: 02-31}}\n", "KS214", 4, 38, "10-01"),
        ("programme: {batches: {last_payment_before: 02-31}}\n", "KS214", 4, 44, "write month and"),
        ("programme: {batches: {last_payment_before: 31-12}}\n", "KS214", 4, 44, "write month and"),
        ("costs: {administration: 5%}\n", "KS209", 4, 25, "F + step(Q) + u_a"),
        ("costs: {administration: {value: 5 %}}\n", "KS209", 4, 25, "a percentage hides"),
        ("costs: {administration: {fixed_year: 5%}}\n", "KS209", 4, 38, "280_000"),
    ],
)
def test_a_misfit_of_shape_has_code_place_and_cure(
    text: str, code: str, line: int, column: int, hint: str, tmp_path: Path
) -> None:
    _, findings = read(text, tmp_path)
    found = [f for f in findings if f.code == code]
    assert len(found) == 1, findings
    assert (found[0].place.line, found[0].place.column) == (line, column)
    assert hint in found[0].message + found[0].hint


def test_what_does_not_fit_is_left_out_and_the_rest_is_read(tmp_path: Path) -> None:
    text = (
        "digital: {internet_use: many, smartphone: 40%}\nwallets: {rails: [{kind: x}, {id: ok}]}\n"
    )
    profile, findings = read(text, tmp_path)
    assert len(findings) == 3
    assert profile.digital.internet_use is None
    assert profile.digital.smartphone is not None
    assert [rail.id for rail in profile.wallets.rails.items] == ["ok"]


def test_every_value_knows_its_place_and_file(tmp_path: Path) -> None:
    profile, _ = read("wallets:\n  rails:\n    - {id: bakong, kind: bank}\n", tmp_path)
    place = profile.place("wallets.rails[bakong].kind")
    assert (place.line, place.column) == (6, 26)
    assert profile.kind_of_origin("wallets.rails[bakong].kind") == "country"
    assert profile.place("wallets.rails[bakong].fee.flat").line == 6
