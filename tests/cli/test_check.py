"""The command line as a user meets it: exit codes, messages, nothing half done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kerja.cli import main


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert isinstance(left.value.code, int)
    return left.value.code


@pytest.mark.parametrize(
    "name",
    [
        "khm",
        "tha",
        "idn",
        "mys",
        "mys-13",
        "phl",
        "mar",
        "tls",
        "mng",
        "prakerja-2020",
        "prakerja-2023",
    ],
)
def test_a_shipped_profile_has_no_error(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", name) == 0
    assert "error" not in capsys.readouterr().out


def test_several_problems_come_at_once_with_their_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "x.yaml"
    profile.write_text(
        "kerja: 1\nkind: country\ncountry: {code: KHM, nam: Cambodia, currency: KHR}\n"
        "labour_force:\n  labour_force: 9,9 million\n  employed: 7.86 juta\n"
        "  unemployment_rate: 5.32\n",
        encoding="utf-8",
    )
    assert run("check", str(profile)) == 1
    printed = capsys.readouterr().out
    for expected in ("did you mean name?", "7.86 million", "5.32%", "x.yaml:5:", "x.yaml:7:"):
        assert expected in printed


def test_json_has_the_same_findings_as_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "x.yaml"
    profile.write_text("kerja: 1\nkind: country\nlabour: {}\n", encoding="utf-8")
    assert run("check", str(profile), "--format", "json") == 1
    (found,) = json.loads(capsys.readouterr().out)
    codes = [finding["code"] for finding in found["findings"]]
    assert "KS201" in codes
    assert all(finding["line"] > 0 for finding in found["findings"])


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, "no "),
        (b"", "holds no values"),
        (b"\x00\x01\x02\xff\xfe" * 50, "text"),
        (b"[" * 2_000_000, ""),
        (b"kerja: 1\nkind: country\nextends: x\n", "leads back"),
    ],
)
def test_what_is_no_profile_gets_one_clear_message(
    content: bytes | None, expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "x.yaml"
    if content is not None:
        profile.write_bytes(content)
    assert run("check", str(profile)) == 1
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err + printed.out
    assert expected in (printed.err + printed.out).lower()


def test_a_malformed_command_line_leaves_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("chek", "khm") == 2
    assert "did you mean check?" in capsys.readouterr().err


@pytest.fixture
def with_a_missing_option(tmp_path: Path) -> Path:
    (tmp_path / "options").mkdir()
    (tmp_path / "profile.yaml").write_text(
        "kerja: 1\nkind: country\nextends: khm\nas_of: 2025-09-30\n"
        "options: [wider.yaml, longr.yaml, shorter.yaml]\n",
        encoding="utf-8",
    )
    for name in ("wider", "longer"):
        (tmp_path / "options" / f"{name}.yaml").write_text(
            "kerja: 1\nkind: scenario\nextends: ../profile.yaml\nscenario: {title: x}\n",
            encoding="utf-8",
        )
    return tmp_path


def test_each_missing_option_file_is_told_at_its_entry(
    with_a_missing_option: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", str(with_a_missing_option), "--format", "json") == 1
    (found,) = json.loads(capsys.readouterr().out)
    missing = [f for f in found["findings"] if f["name"] == "option-not-found"]
    assert [(f["line"], f["column"], f["path"]) for f in missing] == [
        (5, 23, "options[1]"), (5, 35, "options[2]"),
    ]  # fmt: skip
    assert all(f["file"].endswith("profile.yaml") for f in missing)
    assert missing[0]["hint"] == "did you mean longer.yaml?"


def test_an_area_is_not_asked_for_the_option_files_of_its_country(tmp_path: Path) -> None:
    country, area = tmp_path / "khm", tmp_path / "siem-reap.yaml"
    (country / "options").mkdir(parents=True)
    (country / "profile.yaml").write_text(
        "kerja: 1\nkind: country\nextends: khm\nas_of: 2025-09-30\noptions: [wider.yaml]\n",
        encoding="utf-8",
    )
    (country / "options" / "wider.yaml").write_text(
        "kerja: 1\nkind: scenario\nextends: ../profile.yaml\nscenario: {title: x}\n",
        encoding="utf-8",
    )
    area.write_text(
        "kerja: 1\nkind: area\nextends: khm/profile.yaml\nas_of: 2025-09-30\n"
        "country: {code: KH-17, name: Siem Reap}\n",
        encoding="utf-8",
    )
    assert run("check", str(country)) == 0
    assert run("check", str(area)) == 0


@pytest.mark.parametrize("command", ["build", "diff", "explain"])
def test_no_command_goes_on_without_an_option_file(
    command: str, with_a_missing_option: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile, output = str(with_a_missing_option), str(with_a_missing_option / "out")
    arguments = {
        "build": (profile, "-o", output),
        "diff": (profile, "khm"),
        "explain": ("package.total", "--profile", profile),
    }
    assert run(command, *arguments[command]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "profile.yaml:5:23" in printed.err
    assert "error: 2 errors in the profile" in printed.err
    assert not Path(output).exists()


def test_the_errors_of_all_options_are_told_at_once(
    with_a_missing_option: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = with_a_missing_option / "options"
    for name in ("longr", "shorter"):
        (folder / f"{name}.yaml").write_text(
            "kerja: 1\nkind: scenario\nextends: ../profile.yaml\n"
            "scenario: {title: x}\nbudget: {totl: 5}\n",
            encoding="utf-8",
        )
    assert run("diff", str(with_a_missing_option), "khm") == 1
    printed = capsys.readouterr().err
    assert "longr.yaml:5:10" in printed
    assert "shorter.yaml:5:10" in printed
