"""The checklist: levels from facts and documents, unknown without evidence, and the grade."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from tests.countries import country, read_text, written

from kerja.feasibility import ITEMS, PHASES, Checklist, Score, checklist

SHIPPED = (
    "khm", "tha", "idn", "prakerja-2020", "prakerja-2023", "examples/cambodia", "examples/thailand",
    "mys", "mys-13", "phl", "mar", "tls", "mng",
)  # fmt: skip
OPEN = (0, 3)


def score(item: str, **sections: Any) -> Score:
    return {one.item.id: one for one in checklist(written(**sections)).scores}[item]


def ends(item: str, **sections: Any) -> tuple[int, int]:
    level = score(item, **sections).level
    return level.low, level.high


def proving(*proofs: str, in_force: str = "yes") -> dict[str, Any]:
    manual = {"id": "manual", "in_force": in_force, "proves": list(proofs)}
    return {"institutions": {"documents": [manual]}}


def test_there_are_38_items_and_each_belongs_to_a_phase() -> None:
    assert len(ITEMS) == 38
    assert len({item.id for item in ITEMS}) == 38
    assert {item.phase for item in ITEMS} == set(PHASES)
    assert all(item.question and item.source and all(item.levels) for item in ITEMS)


def test_no_evidence_is_unknown_and_never_zero() -> None:
    found = checklist(written())
    assert {(one.level.low, one.level.high) for one in found.scores} == {OPEN}
    assert all(one.lacks for one in found.scores)
    assert found.grade.known is None


CASES: tuple[tuple[str, int, dict[str, Any]], ...] = (
    ("A4", 0, {"identity": {"online_verification": "no"}, **proving("A4.0")}),
    ("A5", 0, {"identity": {"alternatives": []}, **proving("A5.0")}),
    ("E3", 1, {"programme": {"benefits": [{"id": "a", "amount": "KHR 1"}]},
               "training": {"price_benchmark": "no"}}),
    ("E4", 3, {"grievance": {"appeal_before_batch_close": "yes"}}),
    ("P1", 0, {"wallets": {"integratable": 0}}),
    ("P1", 1, {"wallets": {"integratable": 1}}),
    ("P1", 2, {"wallets": {"integratable": 2}}),
    ("P3", 2, {"wallets": {"national_switch": "yes", "interoperable": "no"}}),
    ("P3", 3, {"wallets": {"national_switch": "yes", "interoperable": "yes"}}),
    ("P5", 1, {"identity": {"online_verification": "yes"},
               "wallets": {"national_switch": "no"},
               "registry": {"other_programmes_data": "no"}}),
    ("P6", 1, {"wallets": {"rural_agent_access": "59%"}}),
    ("P7", 0, {"institutions": {"documents": "none"}}),
    ("P8", 0, {"wallets": {"user_funds_safeguarded": "no"}}),
    ("P11", 1, {"legal": {"data_protection_law": "yes"}, "institutions": {"documents": "none"}}),
    ("S1", 0, {"training": {"accredited_providers": 0}}),
    ("S2", 2, {"training": {"seats_year": 90, "enrolled": 0},
               "programme": {"quota": {"people": 100}}}),
    ("S2", 3, {"training": {"seats_year": 110, "enrolled": 0},
               "programme": {"quota": {"people": 100}}}),
    ("M2", 1, {"grievance": {"answer_days": 30}}),
    ("M2", 2, {"grievance": {"answer_days": 10}}),
    ("M3", 0, {"grievance": {"channels": []}}),
    ("M3", 1, {"grievance": {"channels": ["web"]}}),
    ("M3", 2, {"grievance": {"channels": ["web", "phone", "in-person"], "answer_days": 5,
                             "independent_tier": "no"}}),
    ("X1", 0, {"legal": {"mandate": "none"}}),
    ("X1", 1, {"legal": {"mandate": "policy"}}),
    ("X1", 2, {"legal": {"mandate": "decree", "appropriation_line": "yes"},
               "budget": {"multi_year": "no"}}),
    ("X1", 3, {"legal": {"mandate": "law", "appropriation_line": "yes"},
               "budget": {"multi_year": "yes"}, "institutions": {"management_office": "yes"}}),
    ("X4", 0, {"institutions": {"commitment": "none"}}),
    ("X4", 1, {"institutions": {"commitment": "statement"}}),
    ("X4", 2, {"institutions": {"commitment": "plan"}}),
    ("X4", 3, {"institutions": {"commitment": "statute"}}),
)  # fmt: skip


@pytest.mark.parametrize(("item", "level", "sections"), CASES, ids=lambda case: str(case)[:20])
def test_an_item_has_the_level_that_its_facts_show(
    item: str, level: int, sections: dict[str, Any]
) -> None:
    assert score(item, **sections).level.known == level


def test_an_answer_later_than_14_days_is_a_promise_and_no_more() -> None:
    assert ends("M2", grievance={"answer_days": 7}) == (2, 3)


@pytest.mark.parametrize("item", ["A1", "P10"])
@pytest.mark.parametrize("level", range(4))
def test_a_document_in_force_shows_a_level(item: str, level: int) -> None:
    facts = {"population": {"largest_language_share": "95%"}}
    assert score(item, **proving(f"{item}.{level}"), **facts).level.known == level


def test_a_document_that_is_not_in_force_shows_nothing() -> None:
    assert ends("P10", **proving("P10.3", in_force="no")) == OPEN
    assert ends("P10", **proving("P10.3", in_force="unknown")) == OPEN


def test_a_document_that_is_not_named_is_unknown_and_one_denied_is_not() -> None:
    other = {"institutions": {"documents": [{"id": "manual", "in_force": "yes"}]}}
    assert ends("P7", **other) == OPEN
    denied = {"institutions": {"documents": [{"id": "payment-terms", "in_force": "no"}]}}
    assert ends("P7", **denied) == (0, 0)


def test_a_proof_that_names_no_item_is_refused() -> None:
    vague = proving("payments are fine")
    with pytest.raises(ValidationError):
        written(**vague)


def test_amounts_copied_from_the_model_are_level_0_of_the_package(tmp_path: Path) -> None:
    head = "kerja: 1\nkind: country\nextends: prakerja-2023\ncountry: {code: KHM, currency: KHR}\n"
    found = {one.item.id: one for one in checklist(read_text(head, tmp_path)).scores}
    assert found["E3"].level.known == 0
    assert ends("E3", programme={"benefits": [{"id": "a", "amount": "unknown"}]}) == OPEN


FULL: dict[str, Any] = {
    "wallets": {
        "integratable": 4,
        "national_switch": "yes",
        "rural_agent_access": "70%",
        "cashout_fee_percent": "0%",
    },
    "grievance": {"channels": ["web", "phone", "in-person"], "answer_days": 5},
    **proving("P2.2"),
}


def graded(**wallets: Any) -> tuple[str, str, list[str]]:
    facts = {**FULL, "wallets": {**FULL["wallets"], **wallets}}
    grade = checklist(written(**facts)).grade
    return grade.low, grade.high, [one.item.id for one in grade.missing]


def test_cash_is_1_0() -> None:
    assert graded(integratable=0) == ("1.0", "1.0", ["P1"])


def test_all_six_items_make_3_0() -> None:
    assert graded() == ("3.0", "3.0", [])


@pytest.mark.parametrize(
    ("wallets", "missing"),
    [
        ({"integratable": 1}, "P1"),
        ({"national_switch": "no"}, "P3"),
        ({"rural_agent_access": "50%"}, "P6"),
    ],
)
def test_one_item_below_2_keeps_payments_at_2_0(wallets: dict[str, Any], missing: str) -> None:
    assert graded(**wallets) == ("2.0", "2.0", [missing])


def test_an_unknown_item_leaves_3_0_open() -> None:
    assert graded(rural_agent_access="unknown") == ("2.0", "3.0", ["P6"])


def test_wallets_without_a_way_to_complain_are_no_3_0() -> None:
    facts = {**FULL, "grievance": {"channels": []}}
    grade = checklist(written(**facts)).grade
    assert grade.known == "2.0"
    assert [one.item.id for one in grade.missing] == ["M3"]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_profile_has_every_item_and_no_level_without_evidence(name: str) -> None:
    found: Checklist = checklist(country(name))
    assert [one.item for one in found.scores] == list(ITEMS)
    for one in found.scores:
        assert (one.level.known is None) == bool(one.lacks)
        assert bool(one.next) == (one.level.low < 3)
        if one.level.high < 3:
            assert one.caps


def test_a_phase_names_its_lowest_items_and_what_may_be_lower() -> None:
    found = checklist(country("examples/cambodia"))
    support = next(phase for phase in found.phases if phase.name == "support")
    assert [one.item.id for one in support.lowest] == ["X4"]
    assert [one.item.id for one in support.unknown] == ["X1", "X2", "X3"]
