"""The rule on people who come home from work abroad: no rule opens the programme to them."""

from __future__ import annotations

from typing import Any

from tests.adaptation.rulings import Case, adapted, change, decided, is_proven, texts

from kerja.adaptation import Outcome


def returnees(**facts: Any) -> dict[str, Any]:
    return {"migration": {"returnees": facts}}


CASES = [
    Case(
        "MIG-02",
        returnees(people=200_000, eligible="no"),
        returnees(eligible="yes"),
        returnees(people=200_000, eligible="TODO(human)"),
        ("migration.returnees.eligible",),
    )
]


def test_where_nobody_is_expected_nothing_is_asked() -> None:
    assert decided("MIG-02", returnees(people=0)).outcome is Outcome.NOT_FIRED


def test_three_answers_are_proposed_and_the_legislator_decides() -> None:
    made = change("MIG-02", CASES[0].fires)
    assert len(made.proposals) == 3
    assert (made.settings, made.workflow) == ({}, ())
    assert "decided by name" in texts(made, "regulation-draft")
    assert decided("MIG-02", CASES[0].fires).owner == "legislator"


def test_the_journey_stands_whoever_returns() -> None:
    found = adapted(CASES[0].fires)
    assert found.conflicts == ()
    assert is_proven(found.workflow)
