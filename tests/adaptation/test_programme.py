"""Rules on the programme: applicants for a place, cash and wages, size, crises, evaluation."""

from __future__ import annotations

from typing import Any

import pytest
from tests.adaptation.rulings import Case, adapted, change, decided, is_proven, texts

from kerja.adaptation import Outcome

WAGE = {"minimum_wage_month": "KHR 400_000"}


def asked(applicants: int | str, **more: Any) -> dict[str, Any]:
    """Return a programme of 1,000 places a year with so many applicants."""
    places = {"people": 1_000, "every": "year"}
    return {"programme": {"quota": places, "expected_applicants": applicants, **more}}


def cash(amount: str, **more: Any) -> dict[str, Any]:
    """Return a stipend for each of four months of a course, beside the minimum wage."""
    paid = {"id": "pay", "kind": "cash", "amount": amount, "every": "month", "at_most": 4, **more}
    return {"programme": {"benefits": [paid], "training_days": 120}, "economy": WAGE}


def part(people: int) -> dict[str, Any]:
    return {
        "programme": {"quota": {"people": people}},
        "labour_force": {"labour_force": 1_000_000},
    }


def hurried(days: int, accounts: str) -> dict[str, Any]:
    return {
        "programme": {"deadlines": {"purchase_days": days}},
        "wallets": {"account_ownership": accounts},
    }


CASES = [
    Case("PRG-01", asked(3_000), asked(1_200), asked("unknown"),
         ("programme.expected_applicants",)),
    Case("PRG-02", asked(800), asked(3_000), asked("unknown"), ("programme.expected_applicants",)),
    Case("PRG-03", cash("KHR 300_000"), cash("KHR 100_000"), {**cash("KHR 1_000"), "economy": {}},
         ("economy.minimum_wage_month",)),
    Case("PRG-04", cash("KHR 10_000"), cash("KHR 100_000"), cash("unknown"),
         ("programme.benefits[pay].amount",)),
    Case("PRG-05", part(200_000), part(50_000), {"programme": {"quota": {"people": 5}}},
         ("labour_force.labour_force",)),
    Case(
        "PRG-06",
        {"shock": {"disaster_risk_high": "yes"}},
        {"shock": {"disaster_risk_high": "no", "climate_shock_mode_needed": "no"}},
        {"shock": {"disaster_risk_high": "no"}},
        ("shock.climate_shock_mode_needed",),
    ),
    Case("PRG-07", hurried(15, "50%"), hurried(60, "50%"), hurried(15, "unknown"),
         ("wallets.account_ownership",)),
    Case("PRG-08", {"evaluation": {"planned": "no"}}, {"evaluation": {"planned": "yes"}}, {},
         ("evaluation.planned",)),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_journey_stands_whatever_the_design(case: Case) -> None:
    found = adapted(case.fires)
    assert found.conflicts == ()
    assert is_proven(found.workflow)


@pytest.mark.parametrize(
    ("rule", "facts", "outcome"),
    [
        ("PRG-01", asked(1_340), Outcome.NOT_FIRED),
        ("PRG-01", asked(1_450), Outcome.ADVISED),
        ("PRG-01", asked(1_660), Outcome.FIRED),
        ("PRG-02", asked(980), Outcome.FIRED),
        ("PRG-02", asked(1_150), Outcome.ADVISED),
        ("PRG-02", asked(1_220), Outcome.NOT_FIRED),
        ("PRG-03", cash("KHR 210_000"), Outcome.ADVISED),
        ("PRG-04", cash("KHR 38_000"), Outcome.ADVISED),
        ("PRG-05", part(105_000), Outcome.ADVISED),
        ("PRG-07", hurried(15, "68%"), Outcome.ADVISED),
        ("PRG-07", hurried(28, "50%"), Outcome.ADVISED),
    ],
)
def test_close_to_a_judged_threshold_a_rule_advises(
    rule: str, facts: dict[str, Any], outcome: Outcome
) -> None:
    assert decided(rule, facts).outcome is outcome


@pytest.mark.parametrize(
    ("rule", "facts", "share"),
    [
        ("PRG-03", cash("KHR 300_000"), "90%"),
        ("PRG-04", cash("KHR 10_000"), "1%"),
        ("PRG-05", part(200_000), "30%"),
        ("PRG-07", hurried(15, "50%"), "40%"),
    ],
)
def test_a_share_that_the_country_set_decides(rule: str, facts: dict[str, Any], share: str) -> None:
    overrides = [{"rule": rule, "threshold": share, "reason": "agreed"}]
    decision = decided(rule, {**facts, "overrides": overrides})
    assert decision.outcome is Outcome.NOT_FIRED
    assert decision.override == "agreed"


def test_a_draw_among_many_serves_as_an_experiment() -> None:
    made = change("PRG-01", asked(3_000))
    assert made.settings["selection.method"] == "lottery within named groups"
    assert made.settings["evaluation.lottery_rct"] is True
    assert "applying again" in texts(made, "me-framework")
    assert "effect" not in texts(made, "dpia")


@pytest.mark.parametrize(
    "facts",
    [
        asked(3_000, selection={"method": "ranking"}),
        {**asked(3_000), "legal": {"lottery_opinion": "no"}},
    ],
    ids=["ranking", "not-cleared"],
)
def test_a_country_that_does_not_draw_is_not_made_to(facts: dict[str, Any]) -> None:
    made = change("PRG-01", facts)
    assert made.settings == {}
    assert len(made.proposals) == 2


def test_a_place_for_everybody_skips_the_draw_and_no_check_before_it() -> None:
    facts = {**asked(800), "registry": {"civil_servant_list": "no"}}
    workflow = adapted(facts).workflow
    assert workflow.predecessors("place_without_draw") == ("select_lottery",)
    assert "batch_blacklist_match" in workflow.predecessors("select_lottery")
    assert workflow["place_without_draw"].gives == ("selected",)


def test_a_journey_without_a_draw_keeps_its_steps() -> None:
    made = change("PRG-02", asked(800))
    assert made.workflow == ()


def test_no_places_are_no_divisor() -> None:
    facts = {"programme": {"quota": {"people": 0}, "expected_applicants": 5}}
    assert decided("PRG-01", facts).lacks == ("programme.quota.people",)


def test_a_wage_by_the_day_is_taken_for_the_days_that_its_source_takes() -> None:
    day = {"value": "KHR 20_000", "days_per_month": 26}
    sections = {**cash("KHR 300_000"), "economy": {"minimum_wage_day": day}}
    (compared,) = decided("PRG-03", sections).comparisons
    assert (compared.number, compared.threshold) == (300_000, 260_000)
    undivided = {**sections, "economy": {"minimum_wage_day": "KHR 20_000"}}
    assert decided("PRG-03", undivided).lacks == ("economy.minimum_wage_month",)


def test_cash_that_is_too_much_already_is_so_whatever_is_unknown() -> None:
    more = {"id": "more", "kind": "cash", "amount": "unknown"}
    sections = cash("KHR 300_000")
    sections["programme"]["benefits"].append(more)
    assert decided("PRG-03", sections).outcome is Outcome.FIRED
    low = cash("KHR 1_000")
    low["programme"]["benefits"].append(more)
    assert decided("PRG-03", low).lacks == ("programme.benefits[more].amount",)
    assert decided("PRG-04", low).lacks == ("programme.benefits[more].amount",)


def test_cash_for_surveys_is_not_meant_for_the_course() -> None:
    survey = {"id": "survey", "kind": "cash", "every": "survey", "amount": "KHR 900_000"}
    sections = cash("KHR 10_000")
    sections["programme"]["benefits"].append({**survey, "at_most": 2})
    made = change("PRG-04", sections)
    assert made.proposals[0].startswith("an allowance for transport and meals: KHR 120_000 more")


def test_a_large_part_of_the_labour_force_is_spread_over_years_or_made_smaller() -> None:
    assert change("PRG-05", part(250_000)).proposals == (
        "the same number of people over 3 years",
        "fewer people: 100,000 a year are 10% of the labour force",
    )


def test_no_factor_for_a_crisis_is_assumed() -> None:
    made = change("PRG-06", CASES[5].fires)
    assert made.settings == {}
    assert "shock.multiplier" in made.costs[0].needs
    assert made.proposals[1] == "a higher benefit in that area, by a factor that a person decides"
    assert "No earlier payment is known" in texts(made, "operations-manual")


def test_what_was_paid_in_earlier_crises_stands_beside_the_factor() -> None:
    earlier = {"what": "cash in the pandemic", "amount": "KHR 400 billion", "months": 9}
    shock = {"climate_shock_mode_needed": "yes", "multiplier": 1.5, "precedents": [earlier]}
    made = change("PRG-06", {"shock": shock})
    assert "1.5 times" in made.proposals[1]
    assert "cash in the pandemic, KHR 400 billion, 9 months" in texts(made, "operations-manual")


def test_an_evaluation_is_costed_by_its_interviews_and_not_as_a_percentage() -> None:
    (cost,) = change("PRG-08", CASES[7].fires).costs
    assert set(cost.needs) == {"costs.evaluation_year", "evaluation.sample", "costs.interview"}
    assert "%" not in cost.formula
