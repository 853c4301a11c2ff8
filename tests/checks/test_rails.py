"""Tests of the checks of payment rails."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerja.checks import Checked, all_checks, run
from kerja.findings import Finding, Kind, Severity
from kerja.profile import Profile

STIPEND = {"id": "stipend", "kind": "cash", "amount": "KHR 280_000", "every": "month", "at_most": 4}
SURVEY = {"id": "survey", "kind": "cash", "amount": "KHR 20_000", "every": "survey", "at_most": 2}


def checked(rails: Any = None, **sections: Any) -> Checked:
    given = {"country": {"code": "KHM", "currency": "KHR"}, **sections}
    if rails is not None:
        given["wallets"] = {**sections.get("wallets", {}), "rails": rails}
    return run(Profile.model_validate(given), [c for c in all_checks() if c.family == "rails"])


def found(code: str, rails: Any = None, **sections: Any) -> list[Finding]:
    return [f for f in checked(rails, **sections).findings if f.code == code]


def lacking(code: str, rails: Any = None, **sections: Any) -> list[str]:
    return [
        name
        for one in checked(rails, **sections).not_evaluated
        if one.code == code
        for name in one.lacks
    ]


def test_a_profile_that_says_nothing_of_rails_has_no_finding() -> None:
    assert checked().findings == ()


def test_rails_that_are_not_looked_for_are_not_no_rails() -> None:
    assert lacking("KW201") == ["wallets.rails"]
    assert lacking("KW201", "unknown") == ["wallets.rails"]


@pytest.mark.parametrize("rails", [[], "none", [{"id": "wing", "active": "no"}]])
def test_a_list_without_an_active_rail_is_an_error(rails: Any) -> None:
    assert [f.severity for f in found("KW201", rails)] == [Severity.ERROR]


def test_a_programme_that_gives_no_money_needs_no_rail() -> None:
    tools = {"id": "tools", "kind": "in-kind", "amount": "KHR 100_000"}
    assert not found("KW201", [], programme={"benefits": [tools]})


def test_dollars_on_a_riel_rail_pass_with_an_exchange_rate() -> None:
    rails = [{"id": "wing", "balance_limit": "USD 500"}]
    assert found("KW202", rails)
    assert not found("KW202", rails, economy={"exchange_rate": "4072.397 KHR/USD"})
    assert not found("KW202", [{**rails[0], "currency": "USD"}])


def test_a_wallet_that_cannot_hold_one_payment_is_a_feasibility_finding_with_instalments() -> None:
    # Morocco: a wallet of the first level holds MAD 200 and no stipend.
    (finding,) = found(
        "KW203",
        [{"id": "m-wallet", "kind": "e-wallet", "kyc": "none", "balance_limit": "MAD 200"}],
        country={"code": "MAR", "currency": "MAD"},
        programme={"benefits": [{"id": "stipend", "kind": "cash", "amount": "MAD 1_500"}]},
    )
    assert finding.kind is Kind.FEASIBILITY
    assert not finding.stops_build
    assert "8 instalments" in finding.hint
    assert finding.path == "wallets.rails[m-wallet].balance_limit"


def test_the_lowest_tier_of_the_country_limits_a_rail_that_gives_no_balance() -> None:
    rails = [{"id": "wing", "kind": "mobile-money", "kyc": "simplified"}]
    low = {"low_tier_max_balance": "KHR 200_000"}
    (finding,) = found("KW203", rails, wallets=low, programme={"benefits": [STIPEND]})
    assert finding.path == "wallets.low_tier_max_balance"


def test_a_limit_holds_for_the_benefits_that_the_rail_pays() -> None:
    rails = [{"id": "wing", "balance_limit": "KHR 100_000"}, {"id": "aba", "kind": "bank"}]
    assert not found("KW203", rails, programme={"benefits": [{**STIPEND, "through": "aba"}]})
    assert found("KW203", rails, programme={"benefits": [{**STIPEND, "through": "wing"}]})


def test_an_unknown_limit_is_not_evaluated() -> None:
    names = lacking("KW203", [{"id": "wing"}], programme={"benefits": [STIPEND]})
    assert "wallets.rails[wing].balance_limit" in names


def test_a_finding_on_one_rail_stands_beside_an_unknown_limit_of_another() -> None:
    rails = [{"id": "wing", "balance_limit": "KHR 100_000"}, {"id": "aba", "kind": "bank"}]
    programme = {"benefits": [STIPEND]}
    assert found("KW203", rails, programme=programme)
    assert "wallets.rails[aba].balance_limit" in lacking("KW203", rails, programme=programme)


def test_a_month_counts_the_stipend_and_the_largest_other_payment() -> None:
    rail = {"id": "wing", "kind": "mobile-money", "kyc": "simplified"}
    programme = {"benefits": [STIPEND, SURVEY]}
    assert not found("KW204", [{**rail, "monthly_limit": "KHR 300_000"}], programme=programme)
    assert found("KW204", [{**rail, "monthly_limit": "KHR 299_999"}], programme=programme)


def test_an_identity_document_that_few_hold_needs_a_tier_without_it() -> None:
    # Morocco's register of persons: 14.5 of 37 million.
    bank = {"id": "bank", "kind": "bank", "kyc": "full"}
    identity = {"coverage_adults": "39%"}
    assert found("KW205", [bank], identity=identity)
    assert not found("KW205", [bank, {"id": "post", "kind": "post"}], identity=identity)
    assert not found("KW205", [bank], identity={"coverage_adults": "95%"})
    assert lacking("KW205", [bank]) == ["identity.coverage_adults"]


@given(st.lists(st.integers(0, 100), min_size=1, max_size=5), st.data())
def test_a_union_between_the_widest_rail_and_the_sum_passes(
    shares: list[int], data: st.DataObject
) -> None:
    rails = [{"id": f"rail-{at}", "coverage": f"{share}%"} for at, share in enumerate(shares)]
    combined = data.draw(st.integers(max(shares), min(100, sum(shares))))
    assert not found("KW206", rails, wallets={"combined_coverage": f"{combined}%"})


@given(st.integers(2, 100), st.integers(0, 100))
def test_a_union_below_one_of_its_rails_is_an_error(widest: int, combined: int) -> None:
    rails = [{"id": "bank", "coverage": f"{widest}%"}]
    hits = found("KW206", rails, wallets={"combined_coverage": f"{combined}%"})
    assert bool(hits) == (abs(combined - widest) > 1)


def test_measurements_that_disagree_make_the_gap_a_question_for_a_person() -> None:
    # Philippines: half of the adults by Findex, most by the operators.
    ownership = {
        "use": "findex-2021",
        "measurements": [
            {"id": "findex-2021", "value": "50%"},
            {"id": "operators", "value": "83%"},
        ],
    }
    rails = [{"id": "gcash", "kind": "e-wallet"}]
    (finding,) = found("KW207", rails, wallets={"account_ownership": ownership})
    assert finding.severity is Severity.INFO
    assert "disagree" in finding.hint


def test_cambodia_lacks_a_cash_rail_under_both_measurements() -> None:
    ownership = {
        "use": "findex-2021",
        "measurements": [
            {"id": "findex-2021", "value": "33%"},
            {"id": "tracker-2021", "value": "67%"},
        ],
    }
    rails = [
        {"id": "bakong", "kind": "fast-payment-system"},
        {"id": "wing", "kind": "mobile-money"},
    ]
    (finding,) = found("KW207", rails, wallets={"account_ownership": ownership})
    assert finding.severity is Severity.WARNING
    assert finding.kind is Kind.FEASIBILITY


def test_thailand_has_accounts_for_nearly_everybody() -> None:
    rails = [{"id": "promptpay", "kind": "fast-payment-system"}]
    assert not found("KW207", rails, wallets={"account_ownership": "96%"})


def test_a_fee_above_two_per_cent_of_the_payment_is_an_error() -> None:
    def fee(flat: str) -> list[Severity]:
        rail = {"id": "wing", "fee": {"flat": flat, "paid_by": "recipient"}}
        return [f.severity for f in found("KW208", [rail], programme={"benefits": [STIPEND]})]

    assert fee("KHR 6_000") == [Severity.ERROR]
    assert fee("KHR 4_000") == [Severity.WARNING]
    assert fee("KHR 0") == []


def test_a_percentage_of_a_quarter_and_a_fee_as_large_as_the_payment_are_units_mixed_up() -> None:
    assert found("KW209", [{"id": "wing", "fee": {"percent": "25%"}}])
    assert found(
        "KW209",
        [{"id": "wing", "fee": {"flat": "KHR 150_000"}}],
        programme={"benefits": [STIPEND]},
    )
    assert found("KW209", wallets={"fee_percent": "15%"})
    assert not found("KW209", [{"id": "wing", "fee": {"flat": "KHR 1_500", "percent": "1%"}}])


def test_sen_are_payable_in_ringgit_and_not_in_riel() -> None:
    def fee(amount: str) -> bool:
        return bool(found("KW209", [{"id": "duitnow", "fee": {"flat": amount}}]))

    assert fee("KHR 0.5")
    assert not fee("MYR 0.5")


def test_all_cash_through_one_wallet_is_one_provider_but_not_through_a_switch() -> None:
    programme = {"benefits": [{**STIPEND, "through": "rail"}]}
    wallet, switch = (
        [{"id": "rail", "kind": kind}, {"id": "aba", "kind": "bank"}]
        for kind in ("e-wallet", "fast-payment-system")
    )
    assert found("KW210", wallet, programme=programme)
    assert not found("KW210", switch, programme=programme)


def test_wallets_that_pay_nobody_else_are_found_where_the_section_says_so() -> None:
    rails = [{"id": "ovo", "kind": "e-wallet"}]
    (finding,) = found("KW211", rails, wallets={"interoperable": "no"})
    assert finding.path == "wallets.interoperable"
    assert lacking("KW211", rails) == ["wallets.interoperable"]


@pytest.mark.parametrize(
    ("code", "path"), [("KW213", "name_match"), ("KW214", "return_after_days")]
)
def test_a_decision_is_due_when_the_programme_runs_and_not_before(code: str, path: str) -> None:
    draft = {"benefits": [STIPEND]}
    assert lacking(code, programme=draft) == [f"wallets.{path}"]
    assert found(code, programme={**draft, "status": "running"})
    assert found(code, programme={**draft, "stage": "production"})
    assert found(code, wallets={path: "TODO(human)"}, programme={**draft, "stage": "production"})
    assert lacking(code, wallets={path: "unknown"}, programme={**draft, "status": "running"})
    assert not found(code, programme={"status": "running", "benefits": []})


def test_few_agents_are_counted_only_where_a_rail_pays_through_agents() -> None:
    population = {"adults_15plus": "12.13 million"}
    wing = {"id": "wing", "kind": "mobile-money", "agents": 3_000}
    (finding,) = found("KW215", [wing], population=population)
    assert finding.severity is Severity.INFO
    assert "24.7" in finding.message
    assert not found("KW215", [{**wing, "kind": "bank"}], population=population)


@pytest.mark.parametrize(
    ("adults", "rail"),
    [
        ("12.13 million", {"id": "bakong", "wallets_reached": "30 million", "accounts": 642_500}),
        ("59.096 million", {"id": "promptpay", "registrations": "77.2 million"}),
        ("59.096 million", {"id": "mobile-banking", "accounts": "107 million"}),
    ],
)
def test_registrations_above_the_adults_are_information_until_a_note_says_so(
    adults: str, rail: dict[str, Any]
) -> None:
    population = {"adults_15plus": adults}
    (finding,) = found("KW216", [rail], population=population)
    assert finding.severity is Severity.INFO
    noted = {
        key: {"value": value, "note": "above the population; not users"} if key != "id" else value
        for key, value in rail.items()
    }
    assert not found("KW216", [noted], population=population)


def test_users_above_the_adults_are_an_error_and_rounding_passes() -> None:
    def users(number: str) -> list[Severity]:
        rail = {"id": "gcash", "users": number}
        return [
            f.severity
            for f in found("KW216", [rail], population={"adults_15plus": "79.59 million"})
        ]

    assert users("94 million") == [Severity.ERROR]
    assert users("80 million") == []
    assert users("40.5 million") == []


def test_the_shares_of_indonesia_make_up_the_whole() -> None:
    def shares(*numbers: str) -> list[Finding]:
        return found(
            "KW217",
            [{"id": f"r{at}", "share_of_payments": n} for at, n in enumerate(numbers)],
        )

    assert not shares("75%", "25%")
    assert not shares("78%", "22%")
    assert shares("78%", "25%")
    assert shares("75%", "12%")
