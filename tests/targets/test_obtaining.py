"""Missing data and what lifts a limit, as the page, the brief and programs have them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from tests.conftest import ROOT

from kerja.checks import examine
from kerja.outputs import Order, draft, examine_options
from kerja.resources import shipped
from kerja.source import locate
from kerja.targets import Draft
from kerja.targets.data import data_files
from kerja.targets.page import page_files

FOLDERS = (shipped("country_profiles"),)
NAMES = ["examples/cambodia", "examples/thailand", "tests/history/khm-2023.yaml"]


@cache
def drafted(name: str) -> Draft:
    path = str(ROOT / name)
    examination = examine(path, folders=FOLDERS)
    scenarios = examine_options(examination, path=locate(path, folders=FOLDERS), folders=FOLDERS)
    return draft(examination, scenarios, Order(), folders=FOLDERS)


@cache
def data(name: str, file: str) -> Any:
    return json.loads(data_files(drafted(name))[f"data/{file}.json"])


@cache
def page(name: str) -> str:
    return page_files(drafted(name))["index.html"].decode()


@pytest.mark.parametrize("name", NAMES)
def test_every_datum_says_what_it_changes_and_whom_to_ask(name: str) -> None:
    listed = data(name, "decision_sheet")["data_to_obtain"]
    assert [one["path"] for one in listed] == [gap.path for gap in drafted(name).gaps]
    for one in listed:
        assert one["ask"]
        assert one["tried"] is not None or one["changes"] == []
        for change in one["changes"]:
            assert change["what"] in ("binding", "gate", "workflow", "settings")


@pytest.mark.parametrize("name", NAMES)
def test_the_persons_of_a_change_are_those_of_the_register(name: str) -> None:
    register = drafted(name).register
    for one in data(name, "decision_sheet")["data_to_obtain"]:
        for change in one["changes"]:
            if change["what"] != "binding":
                continue
            partner = change.get("only_together_with")
            paths = "+".join(sorted(filter(None, (one["path"], partner))))
            for end in ("low", "high"):
                entry = register[f"limits.would_bind[{paths}].{end}"]
                assert entry.number == change["people"][end]


def test_the_answer_names_the_datum_that_would_decide_and_whom_to_ask() -> None:
    text = page("tests/history/khm-2023.yaml")
    assert "The datum that would decide most: applicants expected in a year." in text
    assert "To ask: MLVT." in text
    assert "Two data decide only together: persons already enrolled" in text


def test_a_limit_has_its_terms_and_its_levers() -> None:
    (demand,) = [
        one for one in data("examples/cambodia", "feasibility") if one["name"] == "demand"
    ]  # fmt: skip
    assert demand["terms"] == [
        {"path": "programme.actual.applied", "number": 140_981, "unit": "count"}
    ]
    (lever,) = demand["levers"]
    assert lever["people"] == 1
    assert lever["cost_of_one_person"] is None
    assert lever["price"] == "costs.assisted_intake"
    assert "cost not known: to be obtained" in page("examples/cambodia")
