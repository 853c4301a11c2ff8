"""Rules on access, citizenship, statistics and prices."""

from __future__ import annotations

import pytest
from tests.adaptation.rulings import Case, adapted, change, decided, is_proven, texts

from kerja.adaptation import Outcome

CASES = [
    Case("CTX-01", {"shock": {"fragile": "yes"}}, {"shock": {"fragile": "no"}}, {},
         ("shock.fragile",)),
    Case(
        "CTX-02",
        {"population": {"refugee_migrant_share": "6%"}},
        {"population": {"refugee_migrant_share": "0.5%"}},
        {},
        ("population.refugee_migrant_share",),
    ),
    Case(
        "CTX-03",
        {"labour_force": {"standard": "icls-13"}},
        {"labour_force": {"standard": "icls-19"}},
        {"labour_force": {"employed": {"value": "9 million", "definition": "national"}}},
        ("labour_force.standard",),
    ),
    Case(
        "CTX-04",
        {"economy": {"inflation": "40%"}},
        {"economy": {"inflation": "-0.4%"}},
        {"economy": {"inflation": "unknown"}},
        ("economy.inflation",),
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_journey_stands_in_every_setting(case: Case) -> None:
    found = adapted(case.fires)
    assert found.conflicts == ()
    assert is_proven(found.workflow)


def test_papers_that_circulate_do_not_call_a_country_fragile() -> None:
    decision = decided("CTX-01", CASES[0].fires)
    assert decision.change is not None
    printed = [decision.title, decision.why, decision.question, decision.evidence]
    printed += [addition.text for addition in decision.change.documents]
    assert not any(word in text.lower() for text in printed for word in ("fragile", "conflict"))
    assert "map of access" in texts(decision.change, "restricted-annex")


def test_citizenship_is_proposed_and_not_decided() -> None:
    made = change("CTX-02", CASES[1].fires)
    assert len(made.proposals) == 3
    assert list(made.settings) == ["eligibility.non_citizens"]
    assert "to be decided" in str(made.settings["eligibility.non_citizens"])


def test_what_the_legislator_decided_on_citizenship_stands() -> None:
    made = change("CTX-02", {**CASES[1].fires, "migration": {"non_citizens": "residents only"}})
    assert made.settings == {"eligibility.non_citizens": "residents only"}
    assert made.proposals == ()


@pytest.mark.parametrize(
    ("share", "outcome"),
    [("1.7%", Outcome.NOT_FIRED), ("1.9%", Outcome.ADVISED), ("2.3%", Outcome.FIRED)],
)
def test_close_to_two_in_a_hundred_the_rule_advises(share: str, outcome: Outcome) -> None:
    population = {"population": {"refugee_migrant_share": share}}
    assert decided("CTX-02", population).outcome is outcome


def test_the_standard_is_read_from_the_set_of_figures_that_computes() -> None:
    old = {"id": "old", "employed": {"value": "9 million", "definition": "icls-13"}}
    new = {"id": "new", "employed": {"value": "8 million", "definition": "icls-19"}}
    for used, outcome in (("old", Outcome.FIRED), ("new", Outcome.NOT_FIRED)):
        labour = {"use": used, "measurements": (old, new)}
        assert decided("CTX-03", {"labour_force": labour}).outcome is outcome


def test_a_reserve_for_prices_is_half_a_year_of_their_rise() -> None:
    sections = {**CASES[3].fires, "budget": {"total": "KHR 10 billion"}}
    assert change("CTX-04", sections).proposals[0] == (
        "a reserve for indexation: KHR 2 billion, half a year's rise of prices on the budget"
    )
    assert "once known" in change("CTX-04", CASES[3].fires).proposals[0]


def test_a_country_may_set_at_what_inflation_amounts_are_reviewed() -> None:
    overrides = ({"rule": "CTX-04", "threshold": "50%", "reason": "habit"},)
    decision = decided("CTX-04", {**CASES[3].fires, "overrides": overrides})
    assert decision.outcome is Outcome.NOT_FIRED
    assert decision.override == "habit"
