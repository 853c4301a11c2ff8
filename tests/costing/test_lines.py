"""Lines of cost: drivers, the curve of administration, payers, and what is to be obtained."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.countries import blueprint, country, options_of, written

from kerja.adaptation import INHERITED
from kerja.adaptation.change import Change, Decision, ExtraCost, Outcome
from kerja.costing import Cases, Costing, cost
from kerja.costing.catalogue import ADMINISTRATION, CATALOGUE

SHARES = {
    "purchase": {"low": "80%", "mode": "90%", "high": "100%"},
    "completion": {"low": "50%", "mode": "80%", "high": "100%"},
    "paid": {"low": "100%", "mode": "100%", "high": "100%"},
    "survey_response": {"low": "50%", "mode": "50%", "high": "50%"},
}
VOUCHER = {"id": "training", "kind": "voucher", "amount": "KHR 1_000_000"}
INCENTIVE = {"id": "incentive", "kind": "cash", "purpose": "incentive", "amount": "KHR 600_000"}
STIPEND = {
    "id": "stipend", "kind": "cash", "purpose": "stipend", "amount": "KHR 100_000",
    "every": "month", "at_most": 4,
}  # fmt: skip
SURVEY = {"id": "survey", "kind": "cash", "amount": "KHR 50_000", "every": "survey", "at_most": 2}
CURVE = {
    "fixed_year": "KHR 2 billion", "step_people": 5_000, "step_cost": "KHR 60 million",
    "per_applicant": "KHR 4_000", "per_recipient": "KHR 8_000",
}  # fmt: skip


def design(
    *benefits: Any, people: int = 10_000, years: int | None = None, **sections: Any
) -> Costing:
    programme = {
        "quota": {"people": people},
        "benefits": list(benefits or (VOUCHER, INCENTIVE)),
        **sections.pop("programme", {}),
    }
    scenario = {"title": "One", "years": years}
    assumptions = {**SHARES, **sections.pop("assumptions", {})}
    return cost(
        written(programme=programme, scenario=scenario, assumptions=assumptions, **sections)
    )


def test_there_are_nineteen_lines_and_the_curve_of_administration() -> None:
    names = [line.id for line in design().lines]
    assert len(names) == len(set(names)) == 20
    assert {kind.id for kind in CATALOGUE} | {"contingency"} == set(names)
    assert set(names) > ADMINISTRATION


def test_vouchers_follow_who_takes_a_course_and_the_incentive_who_finishes() -> None:
    found = design()
    assert found.line("training").amount == pytest.approx(Cases(8e9, 9e9, 10e9))
    assert found.line("cash").amount == pytest.approx(Cases(2.4e9, 4.32e9, 6e9))


def test_a_stipend_is_counted_to_its_last_payment_for_all_who_took_a_course() -> None:
    assert design(STIPEND).line("cash").amount == pytest.approx(Cases(3.2e9, 3.6e9, 4e9))


def test_surveys_are_paid_to_those_who_finish_and_answer() -> None:
    found = design(VOUCHER, SURVEY).line("survey")
    assert found.amount == pytest.approx(Cases(2e8, 3.6e8, 5e8))
    assert design(VOUCHER).line("survey").why_not == "the design pays no surveys"


def test_administration_is_fixed_steps_applicants_and_recipients() -> None:
    found = design(costs={"administration": CURVE}, programme={"expected_applicants": 50_000}).line(
        "administration"
    )
    # 9_000 take a course in the base case: two begun units of 5_000.
    assert found.amount is not None
    assert found.amount.base == 2e9 + 2 * 60e6 + 50_000 * 4_000 + 9_000 * 8_000
    assert found.counts


def test_a_percentage_of_administration_is_refused() -> None:
    with pytest.raises(ValidationError, match="is not an amount of money"):
        design(costs={"administration": {"fixed_year": "5%"}})


def test_the_share_of_administration_falls_as_the_programme_grows() -> None:
    def share(people: int) -> float:
        found = design(
            people=people,
            costs={"administration": {**CURVE, "per_applicant": "KHR 0"}},
        )
        amount, year = found.line("administration").amount, found.year
        assert amount is not None
        assert year is not None
        return amount.base / year.base

    assert share(1_000) > 0.5
    assert share(1_000) > share(10_000) > share(1_000_000)


def test_the_curve_and_the_lines_that_it_covers_are_never_both_counted() -> None:
    single = {"communication_year": "KHR 1 billion"}
    by_lines = design(costs=single)
    assert by_lines.line("communication").counts
    assert not by_lines.line("administration").counts
    by_curve = design(costs={**single, "administration": CURVE})
    assert by_curve.line("administration").counts
    assert not any(by_curve.line(name).counts for name in ADMINISTRATION)
    assert by_curve.line("communication").amount == Cases(1e9, 1e9, 1e9)


def test_the_cost_of_codes_follows_applicants_and_not_recipients() -> None:
    found = design(
        costs={"messages_per_applicant": 5},
        digital={"otp_sms_cost": "KHR 100"},
        programme={"expected_applicants": 200_000},
    )
    assert found.line("messages").amount == Cases(1e8, 1e8, 1e8)


def test_accounts_are_opened_for_those_who_have_none() -> None:
    found = design(costs={"account_opening": "KHR 2_000"}, wallets={"account_ownership": "40%"})
    assert found.line("account_opening").amount == pytest.approx(Cases(12e6, 12e6, 12e6))


def test_new_places_cost_only_as_far_as_free_ones_are_lacking() -> None:
    def supply(seats: int) -> Cases | None:
        training = {"seats_year": seats, "enrolled": 1_000}
        return design(costs={"new_place": "KHR 100"}, training=training).line("supply").amount

    assert supply(6_000) == Cases(5e5, 5e5, 5e5)
    assert supply(20_000) == Cases(0, 0, 0)


@pytest.mark.parametrize(
    ("wallets", "fees"),
    [({"fee_fixed": "KHR 500"}, 3.6e6), ({"fee_percent": "1%"}, 43.2e6)],
)
def test_a_fee_is_flat_or_a_share_of_the_cash(wallets: Any, fees: float) -> None:
    amount = design(wallets=wallets).line("payment_fees").amount
    assert amount is not None
    assert amount.base == pytest.approx(fees)


def test_what_is_not_known_is_to_be_obtained_and_never_zero() -> None:
    found = design()
    supply = found.line("supply")
    assert (supply.amount, supply.known) == (None, None)
    assert supply.lacks == ("training.seats_year", "training.enrolled", "costs.new_place")
    assert found.is_partial
    assert set(supply.lacks) < set(found.lacks)


def test_a_line_of_which_a_part_is_known_is_partial() -> None:
    unknown = {**STIPEND, "id": "transport", "purpose": "transport", "amount": "unknown"}
    line = design(STIPEND, unknown).line("cash")
    assert line.amount is None
    assert line.known == pytest.approx(Cases(3.2e9, 3.6e9, 4e9))
    assert line.lacks == ("programme.benefits[transport].amount",)


def test_without_places_no_line_of_persons_has_an_amount() -> None:
    for scenario in options_of("examples/thailand"):
        found = cost(scenario)
        assert (found.people, found.year, found.total) == (None, None, None)
        assert found.by_year == ()
        assert "programme.quota.people" in found.lacks


def test_the_state_pays_what_nobody_is_named_for() -> None:
    found = design(costs={"payers": {"training": "levy"}})
    assert {paid.payer: paid.amount.base for paid in found.by_payer} == pytest.approx(
        {"levy": 9e9, "state": 4.32e9}
    )
    assert found.line("training").payer_from == "costs.payers.training"
    assert found.line("cash").payer_from == ""


def test_donors_bear_their_share_of_what_the_state_would_pay() -> None:
    found = design(INCENTIVE, budget={"donor_share": "25%"})
    assert {paid.payer: paid.amount.base for paid in found.by_payer} == pytest.approx(
        {"donor": 1.08e9, "state": 3.24e9}
    )


def test_the_reserve_is_a_share_of_the_other_lines() -> None:
    found = design(budget={"contingency_share": "10%"})
    assert found.year is not None
    assert found.year.base == pytest.approx((9e9 + 4.32e9) * 1.1)


def asked(extra: ExtraCost) -> Decision:
    return Decision(
        rule="ZZZ-01", name="a", title="a", theme="a", outcome=Outcome.FIRED, why="", evidence="",
        basis="", question="", owner="", change=Change(costs=(extra,)),
    )  # fmt: skip


def test_a_cost_that_a_rule_adds_joins_the_line_with_its_unit_cost() -> None:
    extra = ExtraCost(
        "service points",
        "applicants × (1 - internet use) × cost of one assisted application",
        ("programme.expected_applicants", "digital.internet_use", "costs.assisted_intake"),
    )
    profile = written(
        programme={"expected_applicants": 1_000, "quota": {"people": 10}},
        digital={"internet_use": "75%"},
        costs={"assisted_intake": "KHR 400"},
    )
    assert not cost(profile).line("assisted_intake").counts
    line = cost(profile, decisions=[asked(extra)]).line("assisted_intake")
    assert (line.counts, line.asked_by) == (True, ("ZZZ-01",))
    assert line.amount == Cases(1e5, 1e5, 1e5)


def test_a_new_cost_of_a_rule_is_a_line_of_its_own() -> None:
    extra = ExtraCost(
        "sessions by basic phone",
        "applicants × (1 - internet use) × cost of a session",
        ("programme.expected_applicants", "digital.internet_use", "costs.ussd_session"),
    )
    profile = written(
        programme={"expected_applicants": 1_000},
        digital={"internet_use": "75%"},
        costs={"ussd_session": "KHR 40"},
    )
    found = cost(profile, decisions=[asked(extra)])
    assert found.line("sessions-by-basic-phone").amount == Cases(1e4, 1e4, 1e4)
    unclear = ExtraCost("a pool of cash", "what agents ask for", ("costs.contact",) * 2)
    line = cost(profile, decisions=[asked(unclear)]).line("contact_centre")
    assert line.asked_by == ("ZZZ-01",)


def test_the_rules_of_cambodia_ask_for_the_opening_of_accounts() -> None:
    decisions = blueprint("khm").decisions
    line = cost(country("khm"), decisions=decisions).line("account_opening")
    assert line.asked_by == ("PAY-01",)


def test_a_line_that_rests_on_the_model_says_so() -> None:
    found = cost(options_of("examples/cambodia")[0])
    assert INHERITED in found.line("cash").note
    assert INHERITED not in cost(country("idn")).line("cash").note


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_more_places_never_cost_less_and_cases_are_in_order(people: int, more: int) -> None:
    costs = {"administration": {**CURVE, "per_applicant": "KHR 0"}}
    few, many = (design(people=number, costs=costs).year for number in (people, people + more))
    assert few is not None
    assert many is not None
    assert all(one <= other for one, other in zip(few, many, strict=True))
    assert few.low <= few.base <= few.high


def test_the_lines_that_count_add_up_to_the_year_and_so_do_the_payers() -> None:
    found = design(
        VOUCHER, INCENTIVE, SURVEY,
        costs={"administration": CURVE, "payers": {"cash": "donor"}},
        budget={"contingency_share": "5%"}, programme={"expected_applicants": 9},
    )  # fmt: skip
    assert found.year is not None
    amounts = [line.known.base for line in found.counted if line.known is not None]
    assert sum(amounts) == pytest.approx(found.year.base)
    assert sum(paid.amount.base for paid in found.by_payer) == pytest.approx(found.year.base)


def test_the_cost_of_one_who_finishes_is_that_of_the_same_case() -> None:
    found = design(VOUCHER)
    assert found.per_completer.value == pytest.approx(Cases(2e6, 1.25e6, 1e6))
    assert found.per_place.value == pytest.approx(Cases(8e5, 9e5, 1e6))


def test_where_nobody_finishes_the_cost_of_one_who_does_is_not_defined() -> None:
    nobody = {"low": "0%", "mode": "0%", "high": "0%"}
    found = design(VOUCHER, assumptions={"completion": nobody}).per_completer
    assert found.value is None
    assert found.why == "not defined: there are no persons who finish"
