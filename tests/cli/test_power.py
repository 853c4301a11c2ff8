"""kerja power as a user meets it: text of eighty columns, and JSON without holes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import ROOT

from kerja.cli import main

PROFILES = [
    *(
        "prakerja-2020",
        "prakerja-2023",
        "idn",
        "khm",
        "tha",
        "mys",
        "mys-13",
        "phl",
        "mar",
        "tls",
        "mng",
    ),
    str(ROOT / "examples/cambodia"),
]

FULL = """
kerja: 1
kind: country
extends: khm
as_of: 2025-09-30
evaluation:
  sample: 12_000
  treated_share: 40%
  attrition: {value: 20%, low: 15%, high: 30%}
  clusters: CLUSTERS
  correlation: 3%
  applies_again: 50%
  later_rounds: 2
  income_sd: KHR 900_000
assumptions:
  accepted: {low: 20%, mode: 30%, high: 40%}
  base_employment: {low: 40%, mode: 55%, high: 60%}
  base_income_month: {low: KHR 600_000, mode: KHR 700_000, high: KHR 800_000}
"""


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert isinstance(left.value.code, int)
    return left.value.code


@pytest.mark.parametrize("name", PROFILES)
def test_every_shipped_profile_is_told_what_is_missing(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("power", name) == 0
    text = capsys.readouterr().out
    assert "evaluation.sample: not given" in text
    assert "Duflo, Glennerster and" in text
    assert max(len(line) for line in text.splitlines()) <= 80


@pytest.mark.parametrize("name", PROFILES)
def test_the_same_is_told_as_json(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("power", name, "--format", "json") == 0
    data = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
    assert data["profile"] == name
    assert {"inputs", "reaches", "rows", "effects", "again"} <= set(data)


def test_a_whole_design_is_told_with_its_ranges(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "profile.yaml"
    file.write_text(FULL.replace("CLUSTERS", "120"), encoding="utf-8")
    assert run("power", str(file)) == 0
    text = capsys.readouterr().out
    assert "120 groups are drawn" in text
    assert "work, effect of taking part (LATE): at least" in text
    assert "of what is earned without the programme" in text
    assert "WHAT MOVES THE SMALLEST EFFECT" in text
    assert max(len(line) for line in text.splitlines()) <= 80


@pytest.mark.parametrize("form", ["text", "json"])
def test_too_few_groups_are_said_to_show_nothing(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "profile.yaml"
    file.write_text(FULL.replace("CLUSTERS", "4"), encoding="utf-8")
    assert run("power", str(file), "--format", form) == 0
    text = capsys.readouterr().out
    if form == "json":
        data = json.loads(text, parse_constant=pytest.fail)
        assert data["reaches"][0]["smallest"]["base"] is None
    else:
        assert "fewer than 6 groups" in " ".join(text.split())
