"""Rules on digital access: who is not on line, what it costs, and what the platform carries."""

from __future__ import annotations

from typing import Any

import pytest
from tests.adaptation.rulings import Case, adapted, change, decided, is_proven, texts

from kerja.adaptation import Outcome


def digital(**facts: Any) -> dict[str, Any]:
    return {"digital": facts}


def crowd(applicants: int | str, rounds: int | str) -> dict[str, Any]:
    return {"expected_applicants": applicants, "batches": {"per_year": rounds}}


BUDGET = {"total": "KHR 1 billion"}
SMS = digital(otp_sms_cost="KHR 100")
CASES = [
    Case(
        "DIG-02",
        digital(internet_use="20%"),
        digital(internet_use="50%"),
        digital(internet_use="unknown"),
        ("digital.internet_use",),
    ),
    Case(
        "DIG-03",
        digital(smartphone="30%", phone_ownership="85%"),
        digital(smartphone="80%"),
        digital(smartphone="30%"),
        ("digital.phone_ownership",),
    ),
    Case(
        "DIG-04",
        digital(data_price_share="3%"),
        digital(data_price_share="0.9%"),
        {},
        ("digital.data_price_share",),
    ),
    Case(
        "DIG-05",
        {**SMS, "budget": BUDGET, "programme": {"expected_applicants": 40_000}},
        {**SMS, "budget": BUDGET, "programme": {"expected_applicants": 10_000}},
        {**SMS, "programme": {"expected_applicants": 10_000}},
        ("budget.total",),
    ),
    Case(
        "DIG-06",
        digital(internet_use={"value": "70%", "men": "80%", "women": "60%"}),
        digital(internet_use={"value": "70%", "men": "72%", "women": "68%"}),
        digital(internet_use="70%"),
        ("digital.internet_use.men", "digital.internet_use.women"),
    ),
    Case(
        "DIG-07",
        {"programme": crowd(6_000_000, 4)},
        {"programme": crowd(600_000, 4)},
        {"programme": crowd(6_000_000, "unknown")},
        ("programme.batches.per_year",),
    ),
]
FIRES = {case.rule: case.fires for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_journey_stands_however_people_are_connected(case: Case) -> None:
    found = adapted(case.fires)
    assert found.conflicts == ()
    assert is_proven(found.workflow)


def test_few_on_line_bring_help_to_apply_and_a_session_in_a_group() -> None:
    found = adapted(FIRES["DIG-02"])
    assert {"DIG-01", "DIG-02"} == {d.rule for d in found.decisions if d.acts}
    assert "onboarding_videos" not in found.workflow
    assert "visit_service_point" in found.workflow
    session = found.workflow["group_orientation_session"].usual
    assert session is not None
    assert session.to == "link_account"


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        ("DIG-02", digital(internet_use="34%")),
        ("DIG-03", digital(smartphone="48%", phone_ownership="85%")),
        ("DIG-03", digital(smartphone="30%", phone_ownership="72%")),
        ("DIG-05", {**FIRES["DIG-05"], "programme": {"expected_applicants": 26_000}}),
        ("DIG-06", digital(internet_use={"value": "70%", "men": "74.4%", "women": "66%"})),
        ("DIG-07", {"programme": crowd(2_100_000, 4)}),
    ],
)
def test_a_figure_near_a_judged_threshold_is_advised(rule: str, facts: dict[str, Any]) -> None:
    decision = decided(rule, facts)
    assert decision.outcome is Outcome.ADVISED
    assert decision.change is not None


def test_a_price_near_the_published_target_is_above_or_below_it() -> None:
    assert decided("DIG-04", digital(data_price_share="2.1%")).outcome is Outcome.FIRED
    assert decided("DIG-04", digital(data_price_share="1.95%")).outcome is Outcome.NOT_FIRED


@pytest.mark.parametrize(
    ("rule", "threshold", "facts"),
    [
        ("DIG-03", "75%", digital(smartphone="60%", phone_ownership="78%")),
        ("DIG-04", "1%", digital(data_price_share="1.5%")),
        ("DIG-05", "0.1%", {**FIRES["DIG-05"], "programme": {"expected_applicants": 5_000}}),
        ("DIG-06", "2%", digital(internet_use={"value": "70%", "men": "72%", "women": "68%"})),
    ],
)
def test_a_threshold_of_the_country_takes_the_place_of_ours(
    rule: str, threshold: str, facts: dict[str, Any]
) -> None:
    override = {"rule": rule, "threshold": threshold, "reason": "decided in the council"}
    decision = decided(rule, {**facts, "overrides": [override]})
    assert decision.outcome is Outcome.FIRED
    assert decision.override == "decided in the council"


def test_few_phones_of_any_kind_are_no_reason_for_a_menu_on_phones() -> None:
    facts = digital(smartphone="20%", phone_ownership="40%")
    assert decided("DIG-03", facts).outcome is Outcome.NOT_FIRED


def test_an_allowance_for_data_is_priced_where_its_price_is_known_and_only_proposed() -> None:
    unpriced = change("DIG-04", FIRES["DIG-04"])
    assert unpriced.proposals[0].startswith("an allowance for data: a quarter of a gigabyte")
    priced = change(
        "DIG-04",
        {
            **FIRES["DIG-04"],
            "costs": {"data_1gb": "KHR 2_000"},
            "programme": {"training_days": 40},
        },
    )
    assert priced.proposals[0].startswith("an allowance for data: KHR 20_000 a person")
    assert set(priced.settings) == {"training.zero_rating", "training.max_mb_per_hour"}


def test_messages_in_dollars_are_converted_or_the_rate_is_asked_for() -> None:
    facts = {**FIRES["DIG-05"], **digital(otp_sms_cost="USD 0.05")}
    assert decided("DIG-05", facts).lacks == ("economy.exchange_rate",)
    rate = {"economy": {"exchange_rate": "4072 KHR/USD"}}
    assert decided("DIG-05", {**facts, **rate}).outcome is Outcome.FIRED


def test_a_draw_by_sex_or_a_floor_is_proposed_and_not_applied() -> None:
    made = change("DIG-06", FIRES["DIG-06"])
    assert set(made.settings) == {"intake.womens_points", "me.disaggregate"}
    assert [way for way in made.proposals if "legal opinion" in way] == list(made.proposals[:2])
    assert "each step" in texts(made, "me-framework")


def test_the_test_under_load_is_sized_by_the_applicants_of_one_round() -> None:
    made = change("DIG-07", FIRES["DIG-07"])
    assert made.settings["platform.load_test_users"] == 300_000
    assert decided("DIG-07", FIRES["DIG-07"]).comparisons[0].what == "applicants in a round"
