"""A comparison as JSON, CSV and workbook: the same numbers, marks and sources, the same bytes."""

from __future__ import annotations

import csv
import io
import json

from openpyxl import load_workbook
from tests.comparison.compared import cell, row, shipped, small
from tests.countries import written

from kerja.comparison.tables import to_json
from kerja.comparison.tables.as_csv import COLUMNS, to_csv
from kerja.comparison.tables.as_xlsx import to_xlsx

COMPARED = shipped("idn", "khm", "tha", "prakerja-2020")
HOSTILE = written(
    country={"code": "KHM", "name": "=HYPERLINK(1)", "currency": "KHR"},
    population={"total": {"value": "5 million", "source": "a"}},
    programme={"name": "=1+1", "owner": "@x\x07"},
)


def test_json_holds_every_number_and_null_where_none_is_known() -> None:
    data = json.loads(json.dumps(to_json(COMPARED), allow_nan=False))
    rows = {one["id"]: one for group in data["groups"] for one in group["rows"]}
    assert rows["LAB01"]["cells"][0]["value"] == 152_110_000
    assert rows["TRN01"]["cells"][2]["value"] is None
    assert rows["TRN01"]["cells"][2]["missing"]
    indonesia = data["parties"][0]
    for path in rows["GEN01"]["cells"][0]["inputs"]:
        assert indonesia["evidence"][path]["source"] in indonesia["publications"]


def _lines() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(COMPARED))))


def test_csv_has_one_line_for_each_indicator_and_party() -> None:
    lines = _lines()
    assert len(lines) == len(COMPARED.rows) * len(COMPARED.parties)
    assert tuple(lines[0]) == COLUMNS
    labour = next(one for one in lines if (one["indicator"], one["party"]) == ("LAB01", "idn"))
    assert labour["value"] == "152110000"
    assert "Sakernas" in labour["figures"] or "sakernas" in labour["figures"]
    empty = next(one for one in lines if (one["indicator"], one["party"]) == ("TRN01", "tha"))
    assert empty["value"] == ""
    assert "missing: " in empty["why_nothing"]


def test_csv_says_every_mark_with_the_parties_beside() -> None:
    for line in _lines():
        found = cell(line["indicator"], line["party"], COMPARED)
        assert all(mark.said in line["marks"] for mark in found.marks)
        assert (line["rank"] or None) == (str(found.rank) if found.rank else None)


def test_no_text_of_a_profile_becomes_a_formula() -> None:
    compared = small(hostile=HOSTILE, other=HOSTILE)
    cells = [c for line in csv.reader(io.StringIO(to_csv(compared))) for c in line]
    assert not any(c.startswith(("=", "+", "@")) for c in cells)
    book = load_workbook(io.BytesIO(to_xlsx(compared)))
    assert all(c.data_type != "f" for sheet in book for line in sheet.rows for c in line)


def test_the_workbook_has_its_sheets_with_frozen_heads() -> None:
    book = load_workbook(io.BytesIO(to_xlsx(COMPARED)))
    assert book.sheetnames == [
        "Indicators", "Inputs and sources", "Readiness", "Design", "Workflow", "Statements",
    ]  # fmt: skip
    assert [sheet.freeze_panes for sheet in book] == ["C2", "C2", "B2", "C2", "B2", "A2"]
    said = [line[0].value for line in book["Statements"].rows]
    assert set(COMPARED.statements) <= set(said)


def test_the_workbook_shows_values_as_numbers_and_marks_as_notes() -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx(COMPARED)))["Indicators"]
    found = {line[0].value: line for line in sheet.rows if line[3].value}
    first = 5
    assert found["LAB01"][first].value == 152_110_000
    informal = found["LAB05"][first]
    assert informal.comment is not None
    for mark in row("LAB05", COMPARED).cells[0].marks:
        assert mark.said in informal.comment.text
    missing = found["TRN01"][first + 2]
    assert missing.value == "n/a"
    assert missing.comment is not None
    assert "training.seats_year" in missing.comment.text


def test_a_value_under_a_normalisation_has_a_line_below_its_indicator() -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx(COMPARED)))["Indicators"]
    units = [line[2].value for line in sheet.rows if line[0].value == "GEN01"]
    assert units == [
        "LCU", "international dollars (PPP)", "US dollars", "% of a month's minimum wage",
    ]  # fmt: skip


def test_every_figure_stands_on_the_sheet_of_sources() -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx(COMPARED)))["Inputs and sources"]
    listed = {(line[0].value, line[1].value) for line in sheet.rows}
    for party in COMPARED.parties:
        assert {(party.name, path) for path in party.evidence} <= listed


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert to_xlsx(COMPARED) == to_xlsx(COMPARED)
    assert to_csv(COMPARED) == to_csv(COMPARED)
