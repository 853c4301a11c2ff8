"""kerja graph --against as a user meets it: in words, as data, in colour; refused for BPMN."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.conftest import ROOT

from kerja.cli import main

THAILAND = str(ROOT / "examples" / "thailand")


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert isinstance(left.value.code, int)
    return left.value.code


def test_what_a_country_changes_in_its_model_is_told_in_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("graph", "khm", "--against", "prakerja-2023") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "prakerja-2023 -> khm"
    assert {"ADDED", "CHANGED"} <= set(lines)
    assert max(len(line) for line in lines) <= 80


def test_a_profile_against_itself_shows_no_difference(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("graph", "tha", "--against", "tha") == 0
    assert "no difference" in capsys.readouterr().out


def test_the_comparison_as_json_names_both_sides(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("graph", "khm", "--against", "prakerja-2023", "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["old"], data["new"]) == ("prakerja-2023", "khm")
    assert set(data) == {"old", "new", "added", "removed", "changed", "unchanged"}


def test_the_comparison_as_a_picture_names_what_it_compares_with(tmp_path: Path) -> None:
    target = tmp_path / "d.svg"
    arguments = ("--against", "prakerja-2023", "--format", "svg", "-o", str(target))
    assert run("graph", THAILAND, *arguments) == 0
    root = ElementTree.fromstring(target.read_text(encoding="utf-8"))
    assert (root.get("aria-label") or "").endswith("compared with prakerja-2023")


@pytest.mark.parametrize("form", ["mermaid", "dot"])
def test_the_comparison_has_a_legend_in_other_pictures(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("graph", "khm", "--against", "prakerja-2023", "--format", form) == 0
    text = capsys.readouterr().out
    assert all(words in text for words in ("+ added", "− removed", "~ changed"))


def test_bpmn_is_refused_for_a_comparison(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("graph", "khm", "--against", "tha", "--format", "bpmn") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "bpmn has no way to show a comparison" in said.err
    assert "--format text, mermaid, dot, svg, json" in said.err


def test_an_unknown_profile_to_compare_with_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("graph", "khm", "--against", "khn") == 1
    assert "khn" in capsys.readouterr().err


def test_who_comes_how_far_stands_beside_the_steps(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("graph", "khm") == 0
    assert "reached by at most" in capsys.readouterr().out
