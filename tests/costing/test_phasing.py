"""Cost laid over fiscal years: stretches, last opening, carry-over, prices."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.costing.test_lines import CURVE, INCENTIVE, SHARES, STIPEND, VOUCHER
from tests.countries import country, options_of, written

from kerja.costing import Costing, cost

PRAKERJA_2020 = {
    "registration": 5, "selection": 3, "purchase": 30, "training": 10, "certificate": 3,
    "payment": 7, "buffer": 14,
}  # fmt: skip


def stretches(**days: int) -> dict[str, Any]:
    known = {**PRAKERJA_2020, **days}
    return {name: {"low": n, "mode": n, "high": n} for name, n in known.items()}


def design(
    *benefits: Any, starts: str = "01-01", years: int = 1, per_year: int = 12, **sections: Any
) -> Costing:
    programme = {
        "quota": {"people": 12_000},
        "benefits": list(benefits or (INCENTIVE,)),
        "batches": {"per_year": per_year},
        **sections.pop("programme", {}),
    }
    budget = {"fiscal_year_starts": starts, **sections.pop("budget", {})}
    lags = sections.pop("lags", stretches())
    return cost(
        written(
            as_of="2025-06-30", programme=programme, budget=budget,
            scenario={"title": "One", "years": years},
            assumptions={**SHARES, "lags": lags}, **sections,
        )
    )  # fmt: skip


def test_with_the_days_of_2020_the_last_safe_opening_is_20_october() -> None:
    found = design().phasing
    assert found.lags.days == 72
    assert found.years[0].last_opening == date(2026, 10, 20)


def test_the_shipped_model_pays_a_day_sooner_by_its_own_rule() -> None:
    lags = cost(country("prakerja-2020")).phasing.lags
    assert lags.days == 71
    assert {lag.path for lag in lags.listed if not lag.assumed} == {
        "programme.deadlines.purchase_days", "programme.deadlines.payment_days",
    }  # fmt: skip


def test_a_fiscal_year_may_start_in_any_month() -> None:
    (year, *_) = design(starts="10-01").phasing.years
    assert (year.first, year.last) == (date(2025, 10, 1), date(2026, 9, 30))
    assert year.last_opening == date(2026, 7, 20)
    assert year.name == "2025-26"


def test_a_fiscal_year_of_thailand_is_named_by_its_last_day() -> None:
    found = cost(options_of("examples/thailand")[0]).phasing
    assert [year.name for year in found.years] == ["2026"]
    assert found.years[0].need is None


def test_the_day_of_the_last_payment_comes_before_the_end_of_the_year() -> None:
    batches = {"per_year": 12, "last_payment_before": "12-15"}
    (year, *_) = design(programme={"batches": batches}).phasing.years
    assert year.last_opening == date(2026, 10, 4)


def test_one_round_late_in_the_year_is_carried_over() -> None:
    programme = {"starts": "2025-12-01", "batches": {"per_year": 1}}
    first, second = design(programme=programme).phasing.years
    assert first.need is not None
    assert first.carry_over is not None
    assert second.need is not None
    assert (first.name, second.name) == ("2025", "2026")
    # Paid from day 28 to day 58 after the opening: 31 December is day 30, two of the thirty.
    whole = first.need.base + second.need.base
    assert first.need.base == pytest.approx(whole * 2 / 30)
    assert first.carry_over == pytest.approx(second.need)


def test_a_programme_that_starts_in_june_has_a_quarter_left_in_thailand() -> None:
    programme = {"starts": "2025-07-01"}
    years = design(starts="10-01", programme=programme).phasing.years
    assert years[0].first == date(2024, 10, 1)
    assert len(years) == 2


@pytest.mark.parametrize("lacking", sorted(PRAKERJA_2020))
def test_without_a_stretch_nothing_is_laid_over_years(lacking: str) -> None:
    known = {name: days for name, days in stretches().items() if name != lacking}
    found = design(lags=known).phasing
    assert found.years == ()
    assert found.lacks == (f"assumptions.lags.{lacking}",)
    assert found.lags.days is None


def test_without_the_number_of_rounds_one_a_month_is_taken_and_said() -> None:
    found = design(programme={"batches": {}}).phasing
    assert (found.rounds, found.rounds_assumed) == (12, True)


def test_what_runs_evenly_is_spent_evenly() -> None:
    found = design(VOUCHER, costs={"administration": CURVE}, programme={"starts": "2025-07-01"})
    fixed = dict(found.phasing.years[0].by_line)["administration"]
    amount = found.line("administration").known
    assert amount is not None
    assert 0.4 < fixed.base / amount.base < 0.6


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 30), st.integers(1, 5), st.sampled_from(["01-01", "04-01", "07-01", "10-01"]),
    st.integers(1, 200),
)  # fmt: skip
def test_fiscal_years_add_up_to_the_cost_of_all_years(
    rounds: int, years: int, starts: str, training: int
) -> None:
    found = design(
        VOUCHER, STIPEND, INCENTIVE,
        starts=starts, years=years, per_year=rounds, lags=stretches(training=training),
        costs={"administration": CURVE},
    )  # fmt: skip
    assert found.total is not None
    needs = [year.need for year in found.phasing.years if year.need is not None]
    for case in range(3):
        assert sum(need[case] for need in needs) == pytest.approx(found.total[case])
    assert found.phasing.years[-1].carry_over == pytest.approx((0, 0, 0))


def test_with_nominal_prices_costs_rise_and_what_the_design_sets_does_not() -> None:
    found = design(
        VOUCHER, years=3, economy={"inflation": "10%"}, budget={"price_basis": "nominal"},
        costs={"communication_year": "KHR 1 billion"},
    )  # fmt: skip
    fixed = [year.cost.base - 10.8e9 for year in found.by_year]
    assert fixed == pytest.approx([1e9, 1.1e9, 1.21e9])


def test_with_real_prices_nothing_rises() -> None:
    budget = {"price_basis": "real", "base_year": 2024}
    found = design(
        VOUCHER, years=3, economy={"inflation": "10%"}, budget=budget,
        costs={"communication_year": "KHR 1 billion"},
    )  # fmt: skip
    assert len({year.cost for year in found.by_year}) == 1
    assert found.prices.base_year == 2024


def test_the_reserve_rises_with_the_lines_that_it_is_taken_of() -> None:
    budget = {"price_basis": "nominal", "contingency_share": "10%"}
    found = design(
        VOUCHER, years=2, economy={"inflation": "10%"}, budget=budget,
        costs={"communication_year": "KHR 1 billion"},
    )  # fmt: skip
    assert found.by_year[1].cost.base == pytest.approx((10.8e9 + 1.1e9) * 1.1)


@pytest.mark.parametrize(
    ("budget", "lacks"),
    [({}, "budget.price_basis"), ({"price_basis": "nominal"}, "economy.inflation")],
)
def test_years_without_a_price_basis_are_partial(budget: Any, lacks: str) -> None:
    assert lacks in design(years=2, budget=budget).lacks
    assert lacks not in design(years=1, budget=budget).lacks


def test_what_the_payers_bear_of_a_fiscal_year_adds_up_to_its_cash() -> None:
    found = design(INCENTIVE, years=2, budget={"donor_share": "40%"}).phasing.years
    for year in found:
        assert year.need is not None
        bears = {one.payer: one.amount.base for one in year.by_payer}
        assert bears["donor"] == pytest.approx(0.4 * year.need.base)
        assert sum(bears.values()) == pytest.approx(year.need.base)
