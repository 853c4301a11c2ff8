"""Rules on the budget: the end of the fiscal year, donors, fixed cost."""

from __future__ import annotations

from typing import Any

import pytest
from tests.adaptation.rulings import Case, adapted, change, decided, is_proven, texts

from kerja.adaptation import Outcome


def office(share: int) -> dict[str, Any]:
    """Return a budget of 100 million with a fixed cost of so many in a hundred."""
    return {
        "budget": {"total": "KHR 100 million"},
        "costs": {"administration": {"fixed_year": f"KHR {share} million"}},
    }


CASES = [
    Case(
        "BUD-02",
        {"budget": {"payable_across_fiscal_year": "no"}},
        {"budget": {"payable_across_fiscal_year": "yes"}},
        {},
        ("budget.payable_across_fiscal_year",),
    ),
    Case(
        "BUD-03",
        {"budget": {"donor_share": "70%"}},
        {"budget": {"donor_share": "20%"}},
        {"budget": {"donor_share": "unknown"}},
        ("budget.donor_share",),
    ),
    Case(
        "BUD-04",
        office(30),
        office(5),
        {"budget": {"total": "unknown"}},
        ("budget.total", "costs.administration"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_journey_stands_whatever_the_budget(case: Case) -> None:
    found = adapted(case.fires)
    assert found.conflicts == ()
    assert is_proven(found.workflow)


def test_the_last_round_is_the_one_that_the_budget_annex_computes() -> None:
    made = change("BUD-02", CASES[0].fires)
    assert "budget annex" in str(made.settings["batches.last_opening"])
    assert "last safe opening" in texts(made, "budget-annex")


@pytest.mark.parametrize(
    ("share", "outcome"),
    [(13, Outcome.NOT_FIRED), (14, Outcome.ADVISED), (16, Outcome.ADVISED), (17, Outcome.FIRED)],
)
def test_close_to_the_judged_share_fixed_cost_is_advice(share: int, outcome: Outcome) -> None:
    assert decided("BUD-04", office(share)).outcome is outcome


@pytest.mark.parametrize(
    ("share", "outcome"),
    [("44%", Outcome.NOT_FIRED), ("50%", Outcome.ADVISED), ("56%", Outcome.FIRED)],
)
def test_close_to_a_half_donors_are_advice(share: str, outcome: Outcome) -> None:
    assert decided("BUD-03", {"budget": {"donor_share": share}}).outcome is outcome


@pytest.mark.parametrize(
    ("rule", "sections"),
    [("BUD-03", {"budget": {"donor_share": "52%"}}), ("BUD-04", office(21))],
)
def test_a_share_that_the_country_set_takes_the_place_of_the_judged_one(
    rule: str, sections: dict[str, Any]
) -> None:
    overrides = ({"rule": rule, "threshold": "90%", "reason": "agreed"},)
    decision = decided(rule, {**sections, "overrides": overrides})
    assert decision.outcome is Outcome.NOT_FIRED
    assert decision.override == "agreed"


def test_fixed_cost_in_dollars_is_converted_or_its_rate_is_asked_for() -> None:
    sections = office(30) | {"costs": {"administration": {"fixed_year": "USD 10_000"}}}
    assert decided("BUD-04", sections).lacks == ("economy.exchange_rate",)
    rate = {"economy": {"exchange_rate": "4072 KHR/USD"}}
    assert decided("BUD-04", sections | rate).outcome is Outcome.FIRED


def test_fixed_cost_is_shown_as_money_against_money() -> None:
    (compared,) = decided("BUD-04", office(30)).comparisons
    assert (compared.number, compared.threshold) == (30_000_000, 15_000_000)
