"""The workbook holds the figures of the costing, as formulas that anybody can follow."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.workbooks import (
    differing,
    drafted,
    expected,
    formulas,
    named,
    names_in,
    opened,
    places,
    whole,
)

from kerja.targets import Draft
from kerja.targets.workbook import workbook_files
from kerja.targets.workbook.design import designs

COUNTRIES = ("examples/cambodia", "examples/thailand", "idn")
_BASE = 1


def saved(found: Draft, folder: Path) -> Path:
    path = folder / "budget.xlsx"
    path.write_bytes(workbook_files(found)["budget.xlsx"])
    return path


@pytest.mark.parametrize("name", COUNTRIES)
def test_the_stored_values_are_those_of_the_costing(name: str, tmp_path: Path) -> None:
    found = drafted(name)
    stored = named(opened(saved(found, tmp_path), values=True))
    wanted = expected(design.costing for design in designs(found))
    assert differing(stored, wanted, _BASE) == []


def test_the_stored_values_of_a_whole_costing_are_right_too(tmp_path: Path) -> None:
    found = whole()
    (option,) = found.options
    assert not option.costing.is_partial
    stored = named(opened(saved(found, tmp_path), values=True))
    assert differing(stored, expected([option.costing]), _BASE) == []


@pytest.mark.parametrize("name", COUNTRIES)
def test_every_formula_refers_to_names_that_exist(name: str, tmp_path: Path) -> None:
    book = opened(saved(drafted(name), tmp_path))
    known = set(places(book))
    used = {name for formula in formulas(book) for name in names_in(formula)}
    assert used
    assert used - known == set()


def test_no_name_stands_for_two_cells(tmp_path: Path) -> None:
    at = places(opened(saved(drafted("examples/cambodia"), tmp_path)))
    assert len(set(at.values())) == len(at)


def test_the_same_draft_gives_the_same_bytes_and_another_date_others() -> None:
    found = drafted("idn")
    assert workbook_files(found) == workbook_files(found)
    assert workbook_files(found) != workbook_files(replace(found, date=date(2031, 1, 1)))


def test_text_of_strangers_never_becomes_a_formula(tmp_path: Path) -> None:
    book = opened(saved(whole(), tmp_path))
    texts = {cell.value: cell.data_type for sheet in book for row in sheet for cell in row}
    for text in ("=1+1", "• @SUM(A1)", "• +2"):
        assert texts[text] in ("s", "inlineStr"), text
    assert "=1+1" not in set(formulas(book))


def test_what_is_not_known_is_said_and_never_zero(tmp_path: Path) -> None:
    stored = named(opened(saved(drafted("examples/thailand"), tmp_path), values=True))
    totals = [value for name, value in stored.items() if name.endswith("_total")]
    assert totals
    assert set(totals) == {"to be obtained"}


def test_only_inputs_are_open_and_the_switch_offers_three_cases(tmp_path: Path) -> None:
    book = opened(saved(drafted("examples/cambodia"), tmp_path))
    at = places(book)
    for sheet in book:
        assert sheet.protection.sheet
    name, cell = at["case_name"]
    assert not book[name][cell].protection.locked
    lists = [v for v in book[name].data_validations.dataValidation if cell in str(v.sqref).split()]
    assert [v.type for v in lists] == ["list"]
    for formula_cell in (at["o1_total"], at["o1_cash_1"], at["case_number"]):
        assert book[formula_cell[0]][formula_cell[1]].protection.locked


def test_every_share_of_a_year_is_a_formula_of_days(tmp_path: Path) -> None:
    book = opened(saved(whole(), tmp_path))
    sheet, _ = places(book)["o1_cash_1"]
    shares = [
        cell for row in book[sheet].iter_rows(min_col=5) for cell in row
        if cell.number_format == "0.0%" and cell.value is not None
    ]  # fmt: skip
    assert shares
    assert {cell.data_type for cell in shares} == {"f"}
    windows = [text for text in formulas(book) if "in_assumptions_lags_selection_high" in text]
    assert windows


def test_what_is_paid_in_all_fiscal_years_and_later_is_the_cost(tmp_path: Path) -> None:
    stored = named(opened(saved(whole(), tmp_path), values=True))
    paid = [float(str(stored[name])) for name in stored if re.fullmatch(r"o1_cash_\d+", name)]
    later = float(str(stored["o1_cash_later"]))
    assert sum(paid) + later == pytest.approx(float(str(stored["o1_total"])))


def test_rows_of_khmer_are_tall_enough(tmp_path: Path) -> None:
    book = load_workbook(
        io.BytesIO(workbook_files(drafted("examples/cambodia", "km"))["budget.xlsx"])
    )
    sheet = book.worksheets[0]
    khmer = [
        row[0].row for row in sheet.iter_rows()
        if re.search("[\u1780-\u17ff]", "".join(str(cell.value or "") for cell in row))
    ]  # fmt: skip
    assert khmer
    assert all((sheet.row_dimensions[row].height or 0) >= 22 for row in khmer)
