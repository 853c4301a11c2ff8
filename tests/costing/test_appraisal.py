"""Costs beside benefits: three accounts, ITT and LATE apart, null and favourable, switching."""

from __future__ import annotations

from typing import Any

import pytest
from tests.countries import country, options_of, written

from kerja.costing import Appraisal, Costing, appraise, cost

ALL = {"low": "100%", "mode": "100%", "high": "100%"}
VOUCHER = {"id": "training", "kind": "voucher", "amount": "IDR 1_000_000"}
CASH = {"id": "incentive", "kind": "cash", "purpose": "stipend", "amount": "IDR 2_550_000"}
CURVE = {
    "fixed_year": "IDR 0", "step_people": 1, "step_cost": "IDR 0", "per_applicant": "IDR 0",
    "per_recipient": "IDR 43_000",
}  # fmt: skip
EFFECTS = [
    {"id": "null", "outcome": "all", "estimand": "offered", "points": "0%", "rise": "0%"},
    {"id": "j-pal", "outcome": "income", "estimand": "took-up", "income_month": "IDR 122_500"},
    {"id": "matching", "outcome": "earnings", "estimand": "took-up", "rise": "3.3%"},
    {"id": "work", "outcome": "employment", "estimand": "offered", "points": "4.7%"},
]


def exactly(value: Any) -> dict[str, Any]:
    return {"low": value, "mode": value, "high": value}


def design(
    *benefits: Any, years: Any = 1, effects: Any = EFFECTS, **assumptions: Any
) -> tuple[Costing, dict[str, Appraisal]]:
    given = {
        "purchase": ALL, "completion": ALL, "paid": ALL,
        "effect_years": exactly(years), "effect_decay": exactly("20%"),
        "discount_rate": exactly("10%"), "displacement": exactly("0%"),
        "cost_of_public_funds": exactly(1), "effective_tax": exactly("5%"),
        "base_income_month": exactly("IDR 1_225_000"),
        **assumptions,
    }  # fmt: skip
    profile = written(
        country={"code": "IDN", "name": "Indonesia", "currency": "IDR"},
        programme={"quota": {"people": 1_000}, "benefits": list(benefits or (VOUCHER, CASH))},
        costs={"administration": CURVE},
        evaluation={"effects": effects},
        assumptions={name: value for name, value in given.items() if value is not None},
    )
    costed = cost(profile)
    return costed, {found.estimate.id: found for found in appraise(profile, costed)}


@pytest.mark.parametrize(
    ("effect", "years", "ratio"),
    [("j-pal", 1, 1.34), ("j-pal", 3, 3.03), ("matching", 1, 0.44), ("matching", 3, 1.00)],
)
def test_cash_as_a_transfer_gives_the_ratios_of_the_worked_example(
    effect: str, years: float, ratio: float
) -> None:
    _, found = design(years=years)
    assert found[effect].ratio.value == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("effect", "years", "ratio"),
    [("j-pal", 1, 0.33), ("j-pal", 3, 0.75), ("matching", 1, 0.11), ("matching", 3, 0.25)],
)
def test_all_spending_as_a_cost_gives_the_other_ratios_of_the_example(
    effect: str, years: float, ratio: float
) -> None:
    voucher = {**VOUCHER, "amount": "IDR 3_500_000"}
    _, found = design(voucher, {**CASH, "amount": "IDR 700_000"}, years=years)
    assert found[effect].ratio_to_spending.value == pytest.approx(ratio, abs=0.005)


def test_the_null_and_the_favourable_effect_are_both_computed() -> None:
    _, found = design()
    assert found["null"].present_value == 0
    assert found["null"].estimate.is_null
    assert found["null"].ratio.value == 0
    assert (found["j-pal"].present_value or 0) > 0


def test_under_the_null_the_cost_of_a_job_is_not_defined() -> None:
    _, found = design()
    assert found["null"].cost_of_a_job.value is None
    assert found["null"].cost_of_a_job.why.startswith("not defined")
    assert found["null"].switching_years.why.startswith("not defined")


def test_the_cost_of_one_more_person_at_work_is_that_of_the_field() -> None:
    # IDR 4.3 million a head and 4.7 points: about 91 million for one more person at work.
    voucher = {**VOUCHER, "amount": "IDR 3_557_000"}
    _, found = design(voucher, {**CASH, "amount": "IDR 700_000"})
    assert found["work"].cost_of_a_job.value == pytest.approx(91.5e6, rel=0.001)
    assert found["work"].accounts == ()


def test_cash_is_a_gain_of_the_participant_and_no_loss_of_the_economy() -> None:
    _, with_cash = design()
    _, without = design(VOUCHER)
    first, second = with_cash["j-pal"], without["j-pal"]
    assert first.account("economy").net == pytest.approx(second.account("economy").net)
    gained = (first.account("participant").net or 0) - (second.account("participant").net or 0)
    assert gained == pytest.approx(2.55e9)


def test_raising_the_cash_costs_what_raising_money_loses() -> None:
    _, free = design()
    _, dear = design(cost_of_public_funds=exactly(1.25))
    lost = (free["j-pal"].account("economy").net or 0) - (dear["j-pal"].account("economy").net or 0)
    assert lost == pytest.approx(0.25 * 1_000 * (1_043_000 + 2_550_000))


def test_the_government_gets_tax_and_pays_everything() -> None:
    _, found = design()
    net = found["j-pal"].account("government").net
    assert net == pytest.approx(0.05 * 1_401_590e3 - 3_593e6, rel=1e-6)


def test_an_effect_of_the_offered_is_multiplied_by_places_one_of_takers_by_takers() -> None:
    half = exactly("50%")
    effects = [
        {"id": "itt", "outcome": "income", "estimand": "offered", "income_month": "IDR 1_000"},
        {"id": "late", "outcome": "income", "estimand": "took-up", "income_month": "IDR 1_000"},
    ]
    _, found = design(effects=effects, purchase=half)
    assert (found["itt"].people, found["late"].people) == (1_000, 500)


def test_where_the_source_does_not_say_of_whom_both_are_computed_apart() -> None:
    profile = country("idn")
    found = [a for a in appraise(profile, cost(profile)) if a.estimate.id == "lottery-first-note"]
    assert [(one.estimand, one.is_stated) for one in found] == [
        ("offered", False), ("took-up", False),
    ]  # fmt: skip


def test_at_the_switching_gain_the_economy_neither_wins_nor_loses() -> None:
    _, found = design(years=2)
    gain = found["j-pal"].switching_gain.value
    assert gain is not None
    effects = [{**EFFECTS[1], "income_month": f"IDR {gain:.6f}"}]
    _, again = design(years=2, effects=effects)
    assert again["j-pal"].account("economy").net == pytest.approx(0, abs=1)


def test_after_the_switching_years_the_economy_neither_wins_nor_loses() -> None:
    _, found = design(cost_of_public_funds=exactly(1.2))
    years = found["j-pal"].switching_years.value
    assert years is not None
    _, again = design(years=years, cost_of_public_funds=exactly(1.2))
    assert again["j-pal"].account("economy").net == pytest.approx(0, abs=1)


def test_a_gain_that_fades_too_soon_has_no_switching_years() -> None:
    effects = [{**EFFECTS[1], "income_month": "IDR 5_000"}]
    _, found = design(effects=effects)
    assert found["j-pal"].switching_years.value is None
    assert "fades" in found["j-pal"].switching_years.why


def test_no_verdict_is_infinite() -> None:
    _, found = design(displacement=exactly("100%"))
    for one in found.values():
        assert one.switching_gain.value is None
        for verdict in (one.ratio, one.switching_years, one.cost_of_a_job):
            assert verdict.value is None or verdict.value < 1e12


@pytest.mark.parametrize(
    ("missing", "account"),
    [
        ("effective_tax", "government"), ("displacement", "economy"),
        ("cost_of_public_funds", "economy"), ("discount_rate", "participant"),
    ],
)  # fmt: skip
def test_an_account_without_one_of_its_parts_says_which(missing: str, account: str) -> None:
    left_out: dict[str, Any] = {missing: None}
    _, found = design(**left_out)
    entry = found["j-pal"].account(account)
    assert entry.net is None
    assert f"assumptions.{missing}" in entry.lacks


def test_what_participants_lose_by_training_is_named_where_it_is_not_known() -> None:
    _, found = design()
    assert found["j-pal"].account("participant").lacks == (
        "assumptions.forgone_income", "costs.transport",
    )  # fmt: skip
    _, known = design(forgone_income=exactly("IDR 100_000"))
    lost = (found["j-pal"].account("participant").net or 0) - (
        known["j-pal"].account("participant").net or 0
    )
    assert lost == pytest.approx(1e8)


def test_an_amount_in_another_currency_is_not_a_gain_here() -> None:
    profile = options_of("examples/cambodia")[0]
    found = [
        a for a in appraise(profile, cost(profile)) if a.estimate.id == "lottery-first-note-income"
    ]
    assert {one.present_value for one in found} == {None}
    assert "assumptions.base_income_month" in found[0].lacks
    assert found[0].estimate.is_elsewhere


def test_a_country_may_assume_its_own_effect_from_none_to_the_favourable() -> None:
    effect = {"low": "IDR 0", "mode": "IDR 40_000", "high": "IDR 122_500"}
    _, found = design(effects=[], income_effect_month=effect)
    assert list(found) == ["assumed-low", "assumed-base", "assumed-high"]
    assert found["assumed-low"].present_value == 0
