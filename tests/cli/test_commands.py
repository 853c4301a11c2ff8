"""explain, graph and list answer for everything that there is."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kerja.adaptation import all_rules
from kerja.checks import all_checks
from kerja.cli import main
from kerja.profile.misfits import SHAPE_FINDINGS
from kerja.source import LOADER_FINDINGS

CODES = [
    *(check.code for check in all_checks()),
    *(check.name for check in all_checks()),
    *(rule.code for rule in all_rules()),
    *(rule.name for rule in all_rules()),
    *LOADER_FINDINGS,
    *SHAPE_FINDINGS,
]


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert isinstance(left.value.code, int)
    return left.value.code


@pytest.mark.parametrize("code", CODES)
def test_every_code_and_name_has_a_page(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", code) == 0
    page = capsys.readouterr().out
    assert "Why:" in page
    assert all(len(line) <= 80 or line.startswith("    ") for line in page.splitlines())


@pytest.mark.parametrize(
    "field", ["wallets", "wallets.rails.kyc", "labour_force.measurements[x].employed", "as_of"]
)
def test_a_field_has_a_page(field: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", field) == 0
    assert "Form:" in capsys.readouterr().out


def test_an_unknown_subject_is_answered_with_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("explain", "labour-identiti") == 1
    assert "did you mean labour-identity?" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["text", "mermaid", "dot", "json", "svg"])
def test_the_workflow_is_drawn_in_every_form(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "workflow"
    assert run("graph", "khm", "--format", form, "-o", str(target)) == 0
    text = target.read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""
    if form == "json":
        assert json.loads(text)["steps"]
    if form == "svg":
        assert ElementTree.fromstring(text).tag.endswith("svg")
    assert "stipend" in text


@pytest.mark.parametrize(
    "what", ["profiles", "checks", "rules", "targets", "documents", "translations"]
)
def test_a_list_has_a_line_for_each_and_names_alone(
    what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("list", what) == 0
    full = capsys.readouterr().out.splitlines()
    assert run("list", what, "--names") == 0
    names = capsys.readouterr().out.splitlines()
    assert len(full) == len(names) > 0
    assert all(line.startswith(name) for line, name in zip(full, names, strict=True))


def test_a_result_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("graph", "khm", "-o", str(tmp_path / "no" / "where")) == 1
    assert "cannot write" in capsys.readouterr().err
