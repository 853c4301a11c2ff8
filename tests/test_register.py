"""The register: every figure once, given with its place or computed from figures that exist."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.countries import country, options_of, read_text, written

from kerja.adaptation import INHERITED
from kerja.costing import options
from kerja.feasibility import binding
from kerja.profile import Listed, Profile, Section
from kerja.register import Entry, Register, register

NAMES = [
    "khm", "tha", "idn", "prakerja-2020", "examples/cambodia", "examples/thailand",
    "mys", "mys-13", "phl", "mar", "tls", "mng",
]  # fmt: skip


def gathered(profile: Profile, scenarios: tuple[Profile, ...] = ()) -> Register:
    return register(profile, options(scenarios), binding(profile), scenarios=scenarios)


@cache
def shipped(name: str) -> Register:
    return gathered(country(name), options_of(name) if "/" in name else ())


def has_field(profile: Profile, path: str) -> bool:
    """Tell whether a dotted path names something that the profile says."""
    value: Any = profile
    for step in path.replace("]", "").split("."):
        name, _, key = step.partition("[")
        value = getattr(value, name, None)
        if key:
            items = value.items if isinstance(value, Listed) else value or ()
            found = [item for item in items if getattr(item, "id", None) == key]
            value = found[0] if found else None
    return value is not None and not (isinstance(value, Section) and not value.model_fields_set)


@pytest.mark.parametrize("name", NAMES)
def test_a_given_figure_has_a_place_and_a_computed_one_a_formula(name: str) -> None:
    for key, entry in shipped(name).items():
        assert entry.key == key
        assert entry.is_computed != (entry.place is not None), key
        assert entry.is_computed == bool(entry.inputs), key


@pytest.mark.parametrize("name", NAMES)
def test_every_input_is_a_figure_or_a_field_of_the_profile(name: str) -> None:
    known = shipped(name)
    for key, entry in known.items():
        for path in entry.inputs:
            assert path in known or has_field(country(name), path), f"{key} rests on {path}"


@pytest.mark.parametrize("name", NAMES)
def test_units_are_of_five_kinds_and_money_names_its_currency(name: str) -> None:
    for key, entry in shipped(name).items():
        assert entry.unit in {"count", "share", "rate", "number", "money"}, key
        assert (entry.currency is not None) == (entry.unit == "money"), key


def test_a_key_stands_for_one_figure_only() -> None:
    entry = Entry("a", 1, "count")
    with pytest.raises(ValueError, match="two figures are called a"):
        Register([entry, entry])


def test_a_missing_key_is_an_unknown_figure_and_not_zero() -> None:
    found = shipped("examples/cambodia")
    assert found.get("budget.total") is None
    assert found.get("limits.budget") is None
    assert "package.voucher_total" not in found


def test_the_figures_of_cambodia_can_be_checked_by_hand() -> None:
    found = shipped("examples/cambodia")
    assert found["package.total"].number == 1_120_000
    assert found["options[as-announced].ceiling"].number == 1.68e12
    assert found["derived.unexplained_applicants"].number == 52_814
    assert found["derived.target_of_labour_force"].number == pytest.approx(0.1515, abs=1e-4)


def test_a_figure_knows_its_source_status_and_place() -> None:
    entry = shipped("examples/cambodia")["programme.target.people"]
    assert (entry.source, entry.status, entry.year) == ("app-2023-11", "announced", 2023)
    assert entry.place is not None
    assert entry.place.file == "khm.yaml"


def test_the_places_of_an_option_have_the_options_own_source() -> None:
    found = shipped("examples/cambodia")
    given = found["options[as-announced].programme.quota.people"]
    assert given.place is not None
    assert given.place.file.endswith("as-announced.yaml")
    assert found["options[as-announced].people"].inputs == (given.key,)


def test_a_ceiling_is_the_product_of_its_inputs() -> None:
    found = shipped("examples/cambodia")
    for name in ("as-announced", "at-todays-pace", "equity-cards-first"):
        ceiling = found[f"options[{name}].ceiling"]
        people, each = (found[key].number for key in ceiling.inputs)
        assert ceiling.number == people * each


@pytest.mark.parametrize("end", ["low", "mode", "high"])
def test_a_stage_of_the_funnel_is_the_product_of_its_inputs(end: str) -> None:
    found = shipped("examples/cambodia")
    for stage in ("purchased", "completed", "paid"):
        entry = found.get(f"options[as-announced].{stage}.{end}")
        if entry is not None:
            before, share = (found[key].number for key in entry.inputs)
            assert entry.number == before * share


@pytest.mark.parametrize("case", ["low", "base", "high"])
def test_a_line_of_cost_is_the_product_of_its_inputs(case: str) -> None:
    found = shipped("examples/cambodia")
    line = found[f"costs[as-announced].lines[cash].{case}"]
    people, amount = (found[key].number for key in line.inputs[:2])
    assert line.inputs[2] == "programme.benefits[stipend].at_most"
    assert line.number == pytest.approx(people * amount * 4)


def test_the_cost_of_an_option_adds_up_in_the_register() -> None:
    found = shipped("examples/cambodia")
    start = "costs[as-announced]"
    for key in (f"{start}.total.base", f"{start}.year.base"):
        assert found[key].number == pytest.approx(sum(found[k].number for k in found[key].inputs))
    needs = [
        e.number for k, e in found.items() if k.startswith(f"{start}.fiscal") and "d.base" in k
    ]
    assert sum(needs) == pytest.approx(found[f"{start}.total.base"].number)


def test_what_is_to_be_obtained_has_no_figure_in_the_register() -> None:
    found = shipped("examples/cambodia")
    assert not any(".lines[administration]" in key for key in found)
    assert "partial" in (found["costs[as-announced].total.base"].note or "")
    assert not any(key.startswith("costs[") for key in shipped("examples/thailand"))


def test_the_null_effect_and_the_favourable_one_stand_in_the_register() -> None:
    found = shipped("examples/cambodia")
    start = "costs[as-announced].appraisals"
    assert found[f"{start}[lottery-published].offered.present_value"].number == 0
    assert f"{start}[lottery-first-note].offered.cost_of_a_job" in found
    assert f"{start}[lottery-published].offered.cost_of_a_job" not in found


def test_an_option_that_changes_the_stipend_rests_on_its_own_figure(tmp_path: Path) -> None:
    folder = tmp_path / "options"
    folder.mkdir()
    text = (
        "kerja: 1\nkind: country\nextends: khm\nas_of: 2025-09-30\n"
        "programme: {quota: {people: 1_000}}\n"
    )
    base = read_text(text, tmp_path)
    scenario = (
        "kerja: 1\nkind: scenario\nextends: ../profile.yaml\nscenario: {title: More}\n"
        "programme: {benefits: [{id: stipend, amount: KHR 300_000}]}\n"
        "assumptions: {purchase: {low: 50%, mode: 60%, high: 70%}}\n"
    )
    option = read_text(scenario, folder)
    found = gathered(base, (option,))
    start = f"options[{option.origin.name}]"
    assert found["package.total"].number == 1_120_000
    assert found[f"{start}.package"].number == 1_200_000
    assert f"{start}.programme.benefits[stipend].amount" in found[f"{start}.package"].inputs
    assert found[f"{start}.purchased.mode"].inputs[1] == f"{start}.assumptions.purchase.mode"
    assert found[f"{start}.purchased.mode"].number == 600


def test_an_assumption_of_the_model_is_marked_in_the_countries_register() -> None:
    found = shipped("examples/cambodia")
    assert (found["assumptions.purchase.mode"].note or "").endswith(INHERITED)
    assert INHERITED not in (found["assumptions.completion.low"].note or "")
    assert (found["options[as-announced].paid.low"].note or "").endswith(INHERITED)
    assert INHERITED not in (shipped("idn")["assumptions.purchase.mode"].note or "")


def test_a_ratio_to_the_target_does_not_count_what_came_before_the_target() -> None:
    assert "derived.applied_of_target" in shipped("examples/cambodia")
    assert "derived.applied_of_target" not in shipped("idn")


def test_the_labour_force_is_that_of_the_measurement_that_computes() -> None:
    labour = {
        "use": "b",
        "measurements": [{"id": "a", "labour_force": 100}, {"id": "b", "labour_force": 400}],
    }
    found = gathered(written(labour_force=labour, programme={"target": {"people": 100}}))
    assert found["derived.target_of_labour_force"].number == 0.25


def test_more_studying_and_graduated_than_applied_is_not_a_negative_count() -> None:
    actual = {"applied": 10, "studying": 8, "graduated": 5}
    assert "derived.unexplained_applicants" not in gathered(written(programme={"actual": actual}))


def test_the_measurement_that_computes_stands_under_the_figures_own_name() -> None:
    found = shipped("khm")
    assert found["wallets.account_ownership"].number == 0.33
    assert found["wallets.account_ownership.measurements[tracker-2021]"].number == 0.67


@pytest.mark.parametrize(
    ("name", "total", "cash"), [("prakerja-2020", 3.55e6, 2.55e6), ("prakerja-2023", 4.2e6, 0.7e6)]
)
def test_a_model_has_a_package_in_the_currency_of_its_amounts(
    name: str, total: float, cash: float
) -> None:
    found = shipped(name)
    assert (found["package.total"].number, found["package.total"].currency) == (total, "IDR")
    assert found["package.cash_total"].number == cash
    assert found["package.cash_share"].number == pytest.approx(cash / total)


def test_a_country_without_a_currency_does_not_pay_in_that_of_its_model(tmp_path: Path) -> None:
    text = "kerja: 1\nkind: country\nextends: prakerja-2023\nbudget: {total: 5 billion}\n"
    profile = read_text(text, tmp_path)
    found = gathered(profile)
    assert "package.total" not in found
    assert found["budget.total"].currency is None
