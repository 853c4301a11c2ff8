"""The rule on programmes that exist: it asks how two stand together, once."""

from __future__ import annotations

from typing import Any

import pytest
from tests.adaptation.rulings import Case, adapted, change, decided, is_proven, texts
from tests.countries import country

from kerja.adaptation import Outcome, all_rules, decide

CASH = {"id": "stipend", "kind": "cash", "amount": "KHR 280_000", "every": "month", "at_most": 4}
PLACE = {"id": "training", "kind": "free-place", "amount": "KHR 500_000"}


def beside(*existing: dict[str, Any], benefit: dict[str, Any] = CASH, **facts: Any) -> Any:
    return {"existing_programmes": list(existing), "programme": {"benefits": [benefit], **facts}}


def other(kind: str | None = "cash", **facts: Any) -> dict[str, Any]:
    return {"id": "family-package", "name": "Family Package", "kind": kind, **facts}


CASES = [
    Case(
        "EXI-01",
        beside(other()),
        {**beside(), "existing_programmes": "none"},
        beside(other(None)),
        ("existing_programmes[family-package].kind",),
    )
]


def outcome(facts: dict[str, Any]) -> Outcome:
    return decided("EXI-01", facts).outcome


@pytest.mark.parametrize(
    ("kind", "benefit", "expected"),
    [
        ("cash", CASH, Outcome.FIRED),
        ("training", PLACE, Outcome.FIRED),
        ("training", {"id": "v", "kind": "voucher"}, Outcome.FIRED),
        ("cash", PLACE, Outcome.NOT_FIRED),
        ("loan", CASH, Outcome.NOT_FIRED),
        ("cash", {"id": "kit", "kind": "in-kind"}, Outcome.NOT_FIRED),
    ],
)
def test_only_the_same_kind_of_benefit_is_asked_about(
    kind: str, benefit: dict[str, Any], expected: Outcome
) -> None:
    assert outcome(beside(other(kind), benefit=benefit)) is expected


@pytest.mark.parametrize("relation", ["excluded", "side-by-side", "replaced", "reused"])
def test_what_is_decided_is_not_asked_again(relation: str) -> None:
    assert outcome(beside(other(relation=relation))) is Outcome.NOT_FIRED


@pytest.mark.parametrize("named", ["family-package", "Family Package"])
def test_a_programme_whose_recipients_are_excluded_is_decided(named: str) -> None:
    assert outcome(beside(other(), excluded_with=[named])) is Outcome.NOT_FIRED
    assert outcome(beside(other(), excluded_with=["another"])) is Outcome.FIRED


def test_one_that_is_alike_is_enough_though_the_kind_of_another_is_unknown() -> None:
    silent = {"id": "silent"}
    assert outcome(beside(other(), silent)) is Outcome.FIRED
    made = change("EXI-01", beside(other(), silent))
    assert "silent" not in texts(made, "operations-manual")


def test_without_the_benefits_nothing_is_said_of_what_exists() -> None:
    decision = decided("EXI-01", {"existing_programmes": [other()]})
    assert decision.lacks == ("programme.benefits",)
    assert decided("EXI-01", {}).lacks == ("existing_programmes",)


def test_four_relations_are_proposed_and_none_is_chosen() -> None:
    made = change("EXI-01", beside(other()))
    assert [way.partition(":")[0] for way in made.proposals] == [
        "excluded", "side by side", "replaced", "reused",
    ]  # fmt: skip
    assert (made.settings, made.workflow) == ({}, ())
    assert "Family Package" in texts(made, "operations-manual")
    assert "Family Package" in texts(made, "regulation-draft")


def test_excluding_whom_no_register_shows_is_said_to_be_unchecked() -> None:
    blind = {**beside(other()), "registry": {"other_programmes_data": "no"}}
    assert "no register can check it yet" in change("EXI-01", blind).proposals[0]
    assert "checked before each draw" in change("EXI-01", beside(other())).proposals[0]


def test_the_family_package_and_the_stipend_of_cambodia_are_asked_about() -> None:
    (found,) = [d for d in decide(country("khm"), all_rules()) if d.rule == "EXI-01"]
    assert found.outcome is Outcome.FIRED
    assert found.change is not None
    assert "Family Package" in texts(found.change, "operations-manual")


def test_the_journey_stands_beside_another_programme() -> None:
    found = adapted(CASES[0].fires)
    assert found.conflicts == ()
    assert is_proven(found.workflow)
