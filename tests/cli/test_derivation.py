"""kerja explain FIELD --profile X: every figure leads back to a file and a line."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from tests.conftest import ROOT

from kerja.cli import main
from kerja.cli.derivation import derivation
from kerja.cli.drafting import drafted
from kerja.targets import Draft

CAMBODIA = str(ROOT / "examples" / "cambodia")
NAMES = ["khm", "tha", "mys-13", "phl", "mar", "tls", "mng", "prakerja-2023", CAMBODIA]
PLACE = re.compile(r"\S+\.yaml:[0-9]+")


@cache
def draft(name: str) -> Draft:
    return drafted(name, None)


def told(key: str, name: str = CAMBODIA) -> str:
    """Return a page with its lines joined, as a reader takes it in."""
    return " ".join(derivation(key, draft(name)).split())


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert isinstance(left.value.code, int)
    return left.value.code


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_of_the_register_leads_to_a_place(name: str) -> None:
    for key, entry in draft(name).register.items():
        page = derivation(key, draft(name))
        assert page.startswith(key), key
        assert PLACE.search(page), key
        assert ("From:" in page) == entry.is_computed, key


@pytest.mark.parametrize("name", NAMES)
def test_every_leaf_of_a_derivation_has_a_place(name: str) -> None:
    for key, entry in draft(name).register.items():
        if not entry.is_computed:
            continue
        tree = derivation(key, draft(name)).partition("From:\n")[2].partition("\n\n")[0]
        leaves = [
            line
            for line, after in zip(tree.splitlines(), [*tree.splitlines()[1:], ""], strict=True)
            if " = " in line and after.strip() == ""
        ]
        assert leaves == [] or all("(see above)" in line for line in leaves), key


def test_a_given_figure_says_all_of_its_provenance() -> None:
    page = told("wallets.account_ownership")
    for expected in (
        "wallets.account_ownership = 33%",
        "Unit: share",
        "Year: 2021",
        "Global Findex 2021, World Bank (findex-2021)",
        "https://cambodiatribune.com/",
        "Confidence: survey",
        "Place: khm.yaml:",
    ):
        assert expected in page


def test_what_was_measured_otherwise_stands_beside_a_figure() -> None:
    page = told("wallets.account_ownership")
    assert "measurements[tracker-2021] = 67%, users of formal financial services" in page
    assert "PAY-02 very-low-account-ownership: sensitive" in page
    assert "KW207 coverage-gap" in page


def test_a_labour_figure_is_found_without_its_measurement() -> None:
    page = told("labour_force.unemployment_rate")
    assert page.startswith("labour_force.measurements[ilo-modelled-2024].unemployment_rate = 0.3%")
    assert "labour_force.measurements[lfs-2019].unemployment_rate = 1.2%" in page


def test_a_ceiling_is_derived_down_to_the_places_and_the_stipend() -> None:
    page = told("options[as-announced].ceiling")
    assert "= KHR 1_680_000_000_000" in page
    assert "places × known part of the package" in page
    assert re.search(r"programme.quota.people = 1_500_000 .*as-announced.yaml:16", page)
    assert re.search(r"stipend\].amount = KHR 280_000 .* khm.yaml:[0-9]+", page)


def test_an_input_that_is_no_figure_has_its_place_too() -> None:
    assert re.search(r"programme.starts = 2023-11-14 at khm.yaml:[0-9]+", told("limits.demand"))


def test_an_option_is_derived_from_its_own_values(tmp_path: Path) -> None:
    (tmp_path / "options").mkdir()
    (tmp_path / "profile.yaml").write_text(
        "kerja: 1\nkind: country\nextends: khm\nas_of: 2025-09-30\noptions: [longer.yaml]\n",
        encoding="utf-8",
    )
    (tmp_path / "options" / "longer.yaml").write_text(
        "kerja: 1\nkind: scenario\nextends: ../profile.yaml\nscenario: {title: Longer}\n"
        "programme:\n  quota: {people: 10, every: once}\n"
        "  benefits: [{id: stipend, at_most: 6}]\n",
        encoding="utf-8",
    )
    page = derivation("options[longer].package", drafted(str(tmp_path), None))
    assert "at_most = 6" in page
    assert "longer.yaml:7" in page


def test_what_the_model_says_is_marked_as_taken_over() -> None:
    assert "Taken over: from the model, not measured here" in told("assumptions.purchase.mode")


def test_what_must_be_decided_names_who_decides_and_what_waits() -> None:
    page = told("programme.quota.people")
    for expected in (
        "TODO(human): somebody must decide it",
        "choose one of the three options",
        "profile.yaml:14",
        "by: MLVT",
        "rule BUD-01",
    ):
        assert expected in page


def test_an_unknown_figure_is_told_from_one_that_nobody_looked_for() -> None:
    assert "budget.total is unknown: it was asked for and is not published" in told("budget.total")
    page = told("training.seats_year")
    assert "training.seats_year is absent: nobody has looked for it" in page
    assert "limit: places" in page


def test_a_limit_that_cannot_be_computed_names_what_it_lacks() -> None:
    page = told("limits.budget")
    assert "limits.budget cannot be computed" in page
    assert "budget.total (budget of the year): unknown" in page


def test_a_package_without_a_known_amount_names_what_it_lacks() -> None:
    page = told("package.total", "tha")
    assert "package.total cannot be computed" in page
    assert "TODO(human): somebody must decide it" in page


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("wallets.account_ownershp", "did you mean wallets.account_ownership?"),
        ("limits.demnd", "did you mean limits.demand?"),
        ("programme.benefits.amount", "programme.benefits[stipend].amount"),
    ],
)
def test_a_key_that_is_not_there_is_answered_with_the_nearest(
    key: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("explain", key, "--profile", "khm") == 1
    assert hint in capsys.readouterr().err


@pytest.mark.parametrize("key", ["limits.demand", "wallets.account_ownership", "budget.total"])
def test_a_page_is_80_columns_wide(key: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", key, "--profile", "khm") == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(len(line) <= 80 or "://" in line for line in lines)


@pytest.mark.parametrize(
    ("name", "total", "share"),
    [("prakerja-2020", "IDR 3_550_000", "71.83%"), ("prakerja-2023", "IDR 4_200_000", "16.67%")],
)
def test_the_package_of_a_model_is_derived_in_the_currency_of_its_amounts(
    name: str, total: str, share: str
) -> None:
    assert told("package.total", name).startswith(f"package.total = {total} ")
    page = told("package.cash_share", name)
    assert page.startswith(f"package.cash_share = {share} ")
    assert "programme.benefits[training].amount = IDR" in page


def test_an_amount_that_no_rate_converts_is_not_said_to_be_missing(tmp_path: Path) -> None:
    profile = tmp_path / "x.yaml"
    profile.write_text(
        "kerja: 1\nkind: country\nas_of: 2025-09-30\ncountry: {code: KHM, currency: KHR}\n"
        "programme: {benefits: [{id: a, kind: cash, amount: IDR 600_000}]}\n",
        encoding="utf-8",
    )
    page = " ".join(derivation("package.total", drafted(str(profile), None)).split())
    assert "given in IDR, and no rate to convert it is known" in page
    page = " ".join(derivation("package.cash_share", drafted(str(profile), None)).split())
    assert page.startswith("package.cash_share cannot be computed")


def test_an_input_of_a_forecast_that_nobody_knows_is_said_to_be_unknown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = run("explain", "forecast.stages[paid].middle", "--profile", "khm")
    assert code == 0
    assert "assumptions.accepted = not known" in capsys.readouterr().out
