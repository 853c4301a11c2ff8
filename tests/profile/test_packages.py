"""Tests of the package of one person and of the places of a year."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerja.profile import Profile
from kerja.profile.packages import Package, package, yearly_quota

PRAKERJA_2020 = [
    {"id": "training", "kind": "voucher", "amount": "IDR 1 million"},
    {"id": "stipend", "kind": "cash", "amount": "IDR 600_000", "every": "month", "at_most": 4},
    {"id": "survey", "kind": "cash", "amount": "IDR 50_000", "every": "survey", "at_most": 3},
]
PRAKERJA_2023 = [
    {"id": "training", "kind": "voucher", "amount": "IDR 3.5 million"},
    {"id": "incentive", "kind": "cash", "amount": "IDR 600_000", "purpose": "incentive"},
    {"id": "survey", "kind": "cash", "amount": "IDR 50_000", "every": "survey", "at_most": 2},
]
CAMBODIA = [
    {"id": "training", "kind": "free-place", "amount": "unknown"},
    {"id": "stipend", "kind": "cash", "amount": "KHR 280_000", "every": "month", "at_most": 4},
]


def packed(benefits: Any, currency: str = "IDR", **sections: Any) -> Package:
    return package(
        Profile.model_validate(
            {"country": {"currency": currency}, "programme": {"benefits": benefits}, **sections}
        )
    )


def test_prakerja_of_2020_is_3_550_000_rupiah() -> None:
    whole = packed(PRAKERJA_2020)
    assert whole.total.amount is not None
    assert whole.total.amount.number == 3_550_000
    assert whole.cash_total.at_least.number == 2_550_000
    assert whole.voucher_total.at_least.number == 1_000_000
    assert whole.largest_payment.at_least.number == 600_000
    assert whole.monthly_cash.at_least.number == 600_000
    assert whole.cash_in_a_month.at_least.number == 650_000


def test_prakerja_of_2023_is_4_200_000_rupiah_and_pays_nothing_month_by_month() -> None:
    whole = packed(PRAKERJA_2023)
    assert str(whole.total.amount) == "IDR 4.2 million"
    assert whole.monthly_cash.at_least.number == 0
    assert whole.of("training").at_least.number == 3_500_000
    assert whole.of("incentive").at_least.number == 600_000
    assert whole.of("survey").at_least.number == 100_000


def test_the_stipend_of_cambodia_is_known_and_its_total_is_not() -> None:
    whole = packed(CAMBODIA, "KHR")
    assert str(whole.cash_total.amount) == "KHR 1.12 million"
    assert whole.total.amount is None
    assert whole.total.at_least.number == 1_120_000
    assert whole.total.lacks == ("programme.benefits[training].amount",)


def test_a_free_place_is_worth_what_a_place_costs() -> None:
    whole = packed(CAMBODIA, "KHR", costs={"training_place": "KHR 900_000"})
    assert str(whole.total.amount) == "KHR 2.02 million"


def test_dollars_are_converted_and_without_a_rate_the_rate_is_what_lacks() -> None:
    benefits = [{"id": "stipend", "kind": "cash", "amount": "USD 70"}]
    rate = {"exchange_rate": "4072.397 KHR/USD"}
    assert packed(benefits, "KHR", economy=rate).total.at_least.number == pytest.approx(285_067.79)
    assert packed(benefits, "KHR").total.lacks == ("economy.exchange_rate",)


def test_an_amount_of_another_country_counts_as_unknown() -> None:
    whole = packed([{"id": "incentive", "kind": "cash", "amount": "IDR 600_000"}], "KHR")
    assert whole.total.amount is None
    assert whole.total.lacks == ("programme.benefits[incentive].amount",)


def test_a_benefit_without_a_kind_may_be_cash_or_not() -> None:
    whole = packed([{"id": "grant", "amount": "IDR 1 million"}])
    assert whole.total.amount is not None
    assert whole.cash_total.lacks == ("programme.benefits[grant].kind",)


def test_payments_without_a_number_leave_the_total_unknown() -> None:
    whole = packed([{"id": "stipend", "kind": "cash", "amount": "IDR 600_000", "every": "month"}])
    assert whole.total.lacks == ("programme.benefits[stipend].at_most",)
    assert whole.monthly_cash.amount is not None


@pytest.mark.parametrize("benefits", ["unknown", "TODO(human)"])
def test_a_package_that_is_not_given_is_not_a_package_of_nothing(benefits: str) -> None:
    assert packed(benefits).total.lacks == ("programme.benefits",)
    assert package(Profile()).total.amount is None


def test_a_package_of_nothing_is_known() -> None:
    assert str(packed([]).total.amount) == "IDR 0"


def test_a_daily_benefit_is_paid_at_most_31_times_in_a_month() -> None:
    daily = {"id": "transport", "kind": "cash", "amount": "IDR 20_000", "every": "day"}
    assert packed([{**daily, "at_most": 12}]).monthly_cash.at_least.number == 240_000
    assert packed([{**daily, "at_most": 90}]).monthly_cash.at_least.number == 620_000


def test_a_rail_may_pay_its_own_benefits_and_those_that_name_no_rail() -> None:
    whole = packed(
        [
            {"id": "a", "kind": "cash", "amount": "IDR 1", "through": "ovo"},
            {"id": "b", "kind": "cash", "amount": "IDR 2", "through": "bni"},
            {"id": "c", "kind": "cash", "amount": "IDR 4"},
        ]
    )
    assert whole.through("ovo").total.at_least.number == 5


@given(st.permutations(PRAKERJA_2020))
def test_the_order_of_benefits_does_not_matter(benefits: list[dict[str, Any]]) -> None:
    assert packed(benefits).total.at_least.number == 3_550_000
    assert packed(benefits).cash_in_a_month.at_least.number == 650_000


def quota(programme: dict[str, Any], **sections: Any) -> int | None:
    return yearly_quota(Profile.model_validate({"programme": programme, **sections}))


def test_a_yearly_quota_is_itself() -> None:
    assert quota({"quota": {"people": 595_000, "every": "year"}}) == 595_000


def test_a_quota_by_batch_needs_the_batches_of_a_year() -> None:
    by_batch = {"people": 20_000, "every": "batch"}
    assert quota({"quota": by_batch, "batches": {"per_year": 15}}) == 300_000
    assert quota({"quota": by_batch}) is None
    assert quota({"batches": {"per_year": 15, "quota": 20_000}}) == 300_000


def test_a_quota_for_all_is_spread_over_the_years() -> None:
    once = {"people": 1_500_000, "every": "once"}
    assert quota({"quota": once, "starts": "2024-01", "ends": "2028-12-31"}) == 300_000
    assert quota({"quota": once}, scenario={"title": "five years", "years": 5}) == 300_000
    assert quota({"quota": once}) is None


@pytest.mark.parametrize("written", ["unknown", "TODO(human)", {"people": "unknown"}, {}])
def test_an_unknown_quota_is_none(written: Any) -> None:
    assert quota({"quota": written}) is None


def test_a_package_needs_no_currency_of_the_profile_if_its_amounts_share_one() -> None:
    whole = package(Profile.model_validate({"programme": {"benefits": PRAKERJA_2020}}))
    assert str(whole.total.amount) == "IDR 3.55 million"
    assert whole.cash_share == pytest.approx(2_550_000 / 3_550_000)


@pytest.mark.parametrize("other", ["USD 50", "50_000"])
def test_amounts_that_do_not_all_state_one_currency_are_not_added(other: str) -> None:
    survey = {"id": "survey", "kind": "cash", "amount": other, "every": "survey", "at_most": 3}
    benefits = [*PRAKERJA_2020[:2], survey]
    whole = package(Profile.model_validate({"programme": {"benefits": benefits}}))
    assert whole.total.amount is None


def test_the_share_of_cash_is_not_known_while_a_part_of_the_package_is_not() -> None:
    assert packed(CAMBODIA, "KHR").cash_share is None
    assert packed(PRAKERJA_2023).cash_share == pytest.approx(0.7 / 4.2)
