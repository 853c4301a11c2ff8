"""A profile with errors takes part where it is sound, and says what was left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.comparison.compared import SHIPPED, cell, entrant, file, shipped

from kerja.comparison.tables import Comparison, compare_profiles
from kerja.comparison.tables.entering import enter
from kerja.errors import KerjaError

HEAD = "kerja: 1\nkind: country\nextends: khm\ncountry: {code: KHM, name: Cambodia}\n"


def beside_indonesia(folder: Path, text: str) -> Comparison:
    found = enter([file(folder, "bad.yaml", HEAD + text)], folders=[SHIPPED])
    return compare_profiles([entrant("idn"), *found])


def test_what_rests_on_a_fault_is_left_out_and_the_rest_takes_part(tmp_path: Path) -> None:
    compared = beside_indonesia(tmp_path, "wallets: {account_ownership: many}\n")
    ownership = cell("PAY01", "bad", compared)
    assert not ownership.is_known
    assert ownership.rank is None
    assert "wallets.account_ownership" in ownership.left_out
    assert cell("PAY01", "idn", compared).is_known
    sound = shipped("idn", "khm")
    assert cell("DIG01", "bad", compared).value == cell("DIG01", "khm", sound).value
    assert cell("DIG01", "bad", compared).rank == cell("DIG01", "khm", sound).rank


def test_a_fault_is_told_with_its_place_and_with_what_was_left_out(tmp_path: Path) -> None:
    compared = beside_indonesia(tmp_path, "wallets: {account_ownership: many}\n")
    (fault,) = compared.parties[1].faults
    assert (fault.path, fault.at) == ("wallets.account_ownership", "bad.yaml:5")
    (said,) = [line for line in compared.statements if line.startswith("bad has 1 error")]
    assert "PAY01 Account ownership" in said
    assert "readiness: Payment rails" in said
    assert compared.parties[0].faults == ()


def test_figures_that_contradict_each_other_are_not_compared(tmp_path: Path) -> None:
    wrong = "wallets: {account_ownership: {value: 50%, men: 60%, women: 55%, year: 2024}}\n"
    compared = beside_indonesia(tmp_path, wrong)
    assert [fault.code for fault in compared.parties[1].faults] == ["KL121"]
    for name in ("PAY01", "PAY02"):
        assert "KL121" in cell(name, "bad", compared).left_out
    assert cell("LAB01", "bad", compared).is_known


def test_an_error_touches_every_figure_that_it_names(tmp_path: Path) -> None:
    head = HEAD.replace("khm", "prakerja-2023")
    sums = "labour_force: {labour_force: 9 million, employed: 8 million, unemployed: 5 million}\n"
    found = enter([file(tmp_path, "bad.yaml", head + sums)], folders=[SHIPPED])
    compared = compare_profiles([entrant("idn"), *found])
    assert [fault.path for fault in compared.parties[1].faults] == ["labour_force.unemployed"]
    for name in ("LAB01", "LAB02"):
        assert "KL101" in cell(name, "bad", compared).left_out


def test_a_fault_in_an_entry_makes_the_package_doubtful(tmp_path: Path) -> None:
    wrong = "programme: {benefits: [{id: stipend, kind: cahs, amount: KHR 5}]}\n"
    compared = beside_indonesia(tmp_path, wrong)
    cash = next(one for one in compared.design if one.name == "cash")
    assert cash.cells[1].text == ""
    assert "left out" in cash.cells[1].note
    assert cash.cells[0].text == "IDR 700_000"


def test_a_fault_that_nothing_rests_on_leaves_nothing_out(tmp_path: Path) -> None:
    compared = beside_indonesia(tmp_path, "stakeholderz: []\n")
    (said,) = [line for line in compared.statements if line.startswith("bad has 1 error")]
    assert "Nothing that is compared rests on" in said
    assert compared.parties[1].left_out == ()


def test_a_journey_with_a_fault_is_not_held_beside_another(tmp_path: Path) -> None:
    wrong = "workflow: {steps: [{id: register, kind: no-such-kind}]}\n"
    compared = beside_indonesia(tmp_path, wrong)
    (journey,) = compared.journeys
    assert journey.note.startswith("left out")
    assert journey.differences == ()


def test_profiles_that_cannot_be_read_are_named_all_at_once(tmp_path: Path) -> None:
    listed = file(tmp_path, "listed.yaml", "- a\n- b\n")
    newer = file(tmp_path, "newer.yaml", "kerja: 99\nkind: country\n")
    with pytest.raises(KerjaError) as problem:
        enter(["khm", "nowhere", listed, newer], folders=[SHIPPED])
    assert problem.value.message.startswith("3 profiles cannot be read")
    for name in ("nowhere", "listed.yaml", "newer.yaml"):
        assert name in problem.value.message


def test_one_that_cannot_be_read_keeps_its_own_message() -> None:
    with pytest.raises(KerjaError, match='no profile is called "nowhere"') as problem:
        enter(["khm", "nowhere"], folders=[SHIPPED])
    assert problem.value.hint


def test_profiles_of_one_name_are_told_apart(tmp_path: Path) -> None:
    own = file(tmp_path, "khm.yaml", HEAD)
    names = [one.name for one in enter(["khm", own, "idn"], folders=[SHIPPED])]
    assert names == ["khm", own, "idn"]
    twice = [one.name for one in enter(["idn", "idn"], folders=[SHIPPED])]
    assert twice == ["idn (1)", "idn (2)"]
