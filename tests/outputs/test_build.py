"""A build is whole or not at all, the same to the byte, and one number is the same everywhere."""

from __future__ import annotations

import json
import re
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from tests.conftest import ROOT

from kerja.cli import main

CAMBODIA = ROOT / "examples" / "cambodia"


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    assert isinstance(left.value.code, int)
    return left.value.code


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build") / "cambodia"
    assert run("build", CAMBODIA, "-o", folder, "--lang", "km,en") == 0
    return folder


def test_the_tree_is_the_one_promised(built: Path) -> None:
    found = set(contents(built))
    names = ("policy-brief", "cabinet-memo", "operations-manual")
    expected = {
        "index.html",
        "manifest.json",
        "workflow/workflow.svg",
        "data/sources.csv",
        "budget.xlsx",
    }
    expected |= {
        f"documents/{language}/{name}.{form}"
        for language in ("km", "en")
        for name in names
        for form in ("docx", "pdf", "html")
    }
    data = (
        "profile", "decisions", "fidelity", "decision_sheet", "costing", "options", "register",
        "readiness", "checklist",
    )  # fmt: skip
    expected |= {f"data/{name}.json" for name in data}
    assert expected <= found


def test_the_same_input_gives_the_same_bytes_wherever_it_lies(built: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(CAMBODIA, elsewhere / "cambodia")
    assert run("build", elsewhere / "cambodia", "-o", tmp_path / "again", "--lang", "km,en") == 0
    assert contents(tmp_path / "again") == contents(built)


def test_the_manifest_holds_the_sum_of_every_file(built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    found = contents(built)
    del found["manifest.json"]
    assert manifest["outputs"] == found
    assert set(manifest["inputs"]) >= {"profile.yaml", "khm.yaml", "prakerja-2023.yaml"}


def test_no_output_tells_where_it_was_built(built: Path) -> None:
    for path in built.rglob("*"):
        if path.suffix in (".json", ".html", ".csv", ".svg", ".mmd"):
            text = path.read_text(encoding="utf-8")
            assert str(ROOT) not in text
            assert str(built.parent) not in text


def test_one_figure_reads_the_same_in_page_and_documents(built: Path) -> None:
    pages = [
        built / "documents" / "en" / "policy-brief.html",
        built / "documents" / "en" / "cabinet-memo.html",
    ]
    for page in pages:
        text = re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8")).replace("\u00a0", " ")
        for figure in ("140,981", "56,682", "52,814", "KHR 1.68 trillion", "KHR 101 billion"):
            assert figure in text, f"{figure} is not in {page.name}"
    register = json.loads((built / "data" / "register.json").read_text(encoding="utf-8"))
    assert register["derived.unexplained_applicants"]["number"] == 52_814
    assert register["options[as-announced].ceiling"]["number"] == 1.68e12


def test_a_profile_with_errors_builds_nothing_and_leaves_an_earlier_build(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    shutil.copytree(built, folder)
    before = contents(folder)
    wrong = tmp_path / "cambodia"
    shutil.copytree(CAMBODIA, wrong)
    text = (wrong / "profile.yaml").read_text(encoding="utf-8")
    (wrong / "profile.yaml").write_text(text + "\nlabur_force: 3\n", encoding="utf-8")
    assert run("build", wrong, "-o", folder) == 1
    assert "did you mean labour_force?" in capsys.readouterr().err
    assert contents(folder) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cambodia", "out"]


def test_a_folder_with_other_files_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    assert run("build", "khm", "-o", tmp_path) == 1
    assert "holds files that no build wrote" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_only_replaces_its_target_and_refuses_another_profile(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    shutil.copytree(built, folder)
    (folder / "data" / "register.json").write_text("changed", encoding="utf-8")
    assert run("build", CAMBODIA, "-o", folder, "--only", "data", "--lang", "km,en") == 0
    assert contents(folder) == contents(built)
    assert run("build", "khm", "-o", folder, "--only", "data") == 1
    assert "not of" in capsys.readouterr().err


def test_a_users_template_replaces_one_block(built: Path, tmp_path: Path) -> None:
    own = tmp_path / "templates" / "documents"
    own.mkdir(parents=True)
    (own / "policy_brief.md").write_text(
        '{% extends "shipped/policy_brief.md" %}\n'
        "{% block model %}\n# Our own words\n{% endblock %}\n",
        encoding="utf-8",
    )
    folder = tmp_path / "out"
    assert run("build", CAMBODIA, "-o", folder, "--templates", own.parent) == 0
    brief = (folder / "documents" / "en" / "policy-brief.html").read_text(encoding="utf-8")
    shipped = (built / "documents" / "en" / "policy-brief.html").read_text(encoding="utf-8")
    assert "Our own words" in brief
    assert "Beside the model" in shipped
    assert "Beside the model" not in brief


@pytest.mark.parametrize(
    ("option", "value", "expected"),
    [
        ("--lang", "xx", "no translations"),
        ("--only", "dokuments", "did you mean documents?"),
        ("--documents", "policy_brief", "did you mean policy-brief?"),
    ],
)
def test_an_unknown_name_is_told_with_what_there_is(
    option: str, value: str, expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build", "khm", "-o", tmp_path / "out", option, value) == 1
    assert expected in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
