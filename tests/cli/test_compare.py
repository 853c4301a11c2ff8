"""kerja compare as a user meets it: 100 columns, marks explained, files by their suffix."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.conftest import ROOT

from kerja.cli import main
from kerja.cli.compare_cells import FLAWS
from kerja.comparison.tables.marks import CURRENCIES, NO_SOURCE, NO_YEAR
from kerja.indicators import Flaw

NAMES = ("prakerja-2020", "prakerja-2023", str(ROOT / "examples" / "cambodia"))


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert isinstance(left.value.code, int)
    return left.value.code


def test_text_fits_100_columns_and_explains_every_mark(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("compare", "idn", "khm", "tha", "mys-13", *NAMES) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    lines = printed.out.splitlines()
    assert all(len(line) <= 100 for line in lines)
    for title in ("COMPARED", "READ FIRST", "LABOUR", "READINESS BY DIMENSION", "WORKFLOW"):
        assert title in lines
    account = next(line for line in lines if line.startswith("PAY01"))
    assert "96 #1" in account
    assert "PRAKERJA" not in printed.out.partition("RANKS AND MARKS")[2]


def test_models_and_an_example_show_their_designs_side_by_side(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("compare", *NAMES) == 0
    printed = capsys.readouterr().out
    package = printed.partition("DESIGN: PACKAGE")[2]
    assert "prakerja-2020: IDR 3.55 million" in package
    assert "cambodia: at least KHR 1.12 million" in package
    assert "[different by design]" in printed
    assert "speak of no country" in printed


def test_every_mark_has_words() -> None:
    assert {*FLAWS} == {*(flaw.value for flaw in Flaw), NO_YEAR, NO_SOURCE, CURRENCIES}


def test_json_is_printed_and_written_alike(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("compare", "idn", "khm", "--format", "json") == 0
    printed = capsys.readouterr().out
    assert run("compare", "idn", "khm", "-o", str(tmp_path / "c.json")) == 0
    assert (tmp_path / "c.json").read_text(encoding="utf-8") == printed
    assert [party["name"] for party in json.loads(printed)["parties"]] == ["idn", "khm"]


def test_the_suffix_decides_what_is_written(tmp_path: Path) -> None:
    for suffix in ("html", "xlsx", "csv"):
        assert run("compare", "idn", "khm", "-o", str(tmp_path / f"c.{suffix}")) == 0
    assert (tmp_path / "c.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert load_workbook(tmp_path / "c.xlsx").sheetnames[0] == "Indicators"
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as stream:
        assert len(list(csv.reader(stream))) > 100


def test_another_suffix_is_refused_with_what_can_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("compare", "idn", "-o", str(tmp_path / "c.pdf")) == 2
    assert ".html, .xlsx, .csv, .json" in capsys.readouterr().err
    assert not (tmp_path / "c.pdf").exists()


def test_profiles_that_cannot_be_read_stop_the_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("compare", "idn", "nowhere", "no/file.yaml") == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "nowhere" in printed.err
    assert "no/file.yaml" in printed.err


def test_without_a_profile_the_command_line_is_malformed() -> None:
    assert run("compare") == 2


def test_a_profile_with_errors_is_compared_and_they_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(
        "kerja: 1\nkind: country\nextends: khm\nwallets: {account_ownership: many}\n",
        encoding="utf-8",
    )
    assert run("compare", "idn", str(bad)) == 0
    printed = capsys.readouterr().out
    assert "bad has 1 error" in " ".join(printed.split())
    account = next(line for line in printed.splitlines() if line.startswith("PAY01"))
    assert account.endswith("left out")
