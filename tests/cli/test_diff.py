"""kerja diff as a user meets it: 80 columns, nothing said of what is the same, JSON beside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import ROOT

from kerja.cli import main

OPTIONS = ROOT / "examples" / "cambodia" / "options"
PAIRS = [
    ("khm", str(ROOT / "examples" / "cambodia")),
    ("prakerja-2020", "prakerja-2023"),
    ("khm", "tha"),
    (str(OPTIONS / "as-announced.yaml"), str(OPTIONS / "equity-cards-first.yaml")),
]


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert isinstance(left.value.code, int)
    return left.value.code


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_any_two_profiles_compare_within_80_columns(
    old: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("diff", old, new) == 0
    printed = capsys.readouterr()
    lines = printed.out.splitlines()
    assert printed.err == ""
    assert lines[0] == f"{old} -> {new}"
    assert "VALUES" in lines
    # Addresses and paths are not broken.
    assert all(len(line) <= 80 or " " not in line.strip()[5:].strip("-+ ") or "://" in line
               or str(ROOT) in line for line in lines)  # fmt: skip


@pytest.mark.parametrize("name", ["prakerja-2023", str(ROOT / "examples" / "thailand")])
def test_a_profile_against_itself_is_one_line(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("diff", name, name) == 0
    assert capsys.readouterr().out == f"{name} -> {name}: no difference\n"


def test_a_group_without_a_difference_is_not_mentioned(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("diff", *PAIRS[3]) == 0
    printed = capsys.readouterr().out
    assert "PEOPLE AND COST" in printed
    for absent in ("RULES", "SETTINGS", "JOURNEY", "LIMITS", "FINDINGS"):
        assert absent not in printed


def test_both_places_stand_under_a_changed_value(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", "khm", "tha") == 0
    lines = capsys.readouterr().out.splitlines()
    found = lines.index("  population.total")
    assert lines[found + 1].startswith("    - 17_230_333 [cia-2026, 2025, modelled, khm.yaml:")
    assert lines[found + 2].startswith("    + 70_025_248 [cia-2026, 2025, modelled, tha.yaml:")


@pytest.mark.parametrize(("old", "new"), [PAIRS[1]])
def test_json_says_the_same_as_text(old: str, new: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", old, new, "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert run("diff", old, new) == 0
    text = capsys.readouterr().out
    assert (data["old"], data["new"]) == (old, new)
    assert all(value["path"] in text for value in data["values"])
    assert all(decision["rule"] in text for decision in data["decisions"])
    assert all(step["id"] in text for step in data["steps"])


def test_a_profile_with_errors_is_not_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "x.yaml"
    broken.write_text("kerja: 1\nkind: country\npopulation: {total: 5 juta}\n", encoding="utf-8")
    assert run("diff", "khm", str(broken)) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "5 million" in printed.err


def test_a_profile_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", "khm", "kmh") == 1
    assert "did you mean" in capsys.readouterr().err


def test_a_profile_without_a_date_can_be_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    undated = tmp_path / "x.yaml"
    undated.write_text(
        "kerja: 1\nkind: country\ncountry: {code: KHM, name: Cambodia, currency: KHR}\n",
        encoding="utf-8",
    )
    assert run("diff", str(undated), str(undated)) == 0
    assert "no difference" in capsys.readouterr().out


def test_the_packages_of_the_two_models_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", *PAIRS[1]) == 0
    lines = capsys.readouterr().out.splitlines()
    start = lines.index("PACKAGE OF ONE PERSON")
    assert lines[start + 1 : start + 6] == [
        "  all benefits: IDR 3.55 million -> IDR 4.2 million (+18.3%)",
        "  cash: IDR 2.55 million -> IDR 700_000 (-72.5%)",
        "  vouchers and free places: IDR 1 million -> IDR 3.5 million (+250.0%)",
        "  cash of a month: IDR 600_000 -> none",
        "  share of cash: 71.83% -> 16.67% (-55.2 points)",
    ]
    assert run("diff", *PAIRS[1], "--format", "json") == 0
    package = json.loads(capsys.readouterr().out)["package"]
    by_name = {one["name"]: one for one in package}
    assert by_name["all benefits"]["new"] == {
        "text": "IDR 4.2 million", "number": 4_200_000, "unit": "IDR",
    }  # fmt: skip
    assert by_name["share of cash"]["old"]["number"] == pytest.approx(2.55 / 3.55)


def test_the_publications_stand_last_and_are_counted_apart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("diff", *PAIRS[1]) == 0
    lines = capsys.readouterr().out.splitlines()
    titles = [line for line in lines if line.isupper() and not line.startswith(" ")]
    assert (titles[0], titles[-1]) == ("VALUES", "SOURCES")
    assert "  sources   9 only in the new" in lines
