"""What docs/add-a-country.md shows works as it stands: its commands run, its excerpts are sound."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from tests.conftest import ROOT

from kerja.blank import blank_profile, territory
from kerja.cli import main

GUIDE = (ROOT / "docs" / "add-a-country.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", GUIDE, flags=re.DOTALL)
EXCERPTS = [text for language, text in BLOCKS if language == "yaml"]
SLOT, FILLED, HEAD, NAMED, OPTION = EXCERPTS
COMMANDS = [line for language, text in BLOCKS if language == "sh" for line in text.splitlines()]


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert isinstance(left.value.code, int)
    return left.value.code


def test_the_slot_that_the_guide_shows_is_one_of_a_new_profile() -> None:
    assert SLOT in blank_profile(territory("KEN"))


def test_the_commands_of_the_guide_run_one_after_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for line in COMMANDS:
        program, *arguments = shlex.split(line)
        if program == "mkdir":
            Path(*arguments).mkdir()
            continue
        # One document stands for all: the others are tested elsewhere and take time.
        extra = ("--documents", "policy-brief") if arguments[0] == "build" else ()
        assert run(*arguments, *extra) == 0, line
        if arguments[0] == "new" and Path("ken") in Path(arguments[-1]).parents:
            fill_in(Path(arguments[-1]))
    assert "3 amounts of the model" in capsys.readouterr().out
    assert (tmp_path / "build" / "ken" / "index.html").is_file()
    assert "\nextends: ken\n" in Path("ke-30.yaml").read_text(encoding="utf-8")


def fill_in(file: Path) -> None:
    """Write what the guide writes: its excerpts, in place of the slots of those sections."""
    text = file.read_text(encoding="utf-8").partition("# REFERENCE.")[0]
    head, country = text.split("country:\n")
    own = FILLED.replace("sources:\n", sources())
    file.write_text(f"{head}{HEAD}{NAMED}country:\n{country}{own}", encoding="utf-8")
    option = file.parent / "options" / "pilot.yaml"
    option.parent.mkdir()
    option.write_text(OPTION, encoding="utf-8")


def sources() -> str:
    return blank_profile(territory("KEN")).partition("\nsources:\n")[2].join(("sources:\n", ""))


def test_the_guide_names_the_option_that_it_writes() -> None:
    assert NAMED == "options: [pilot.yaml]\n"
