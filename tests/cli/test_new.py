"""A new profile is sound at once, names every field that is asked for, and every slot fits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pycountry
import pytest
from tests.conftest import ROOT

from kerja.blank import SLOTS, blank_profile, territory
from kerja.blank.fields import GAP
from kerja.blank.standards import standards
from kerja.cli import main
from kerja.errors import KerjaError
from kerja.findings import Finding
from kerja.profile import Fact, Profile, facts
from kerja.profile.reading import read_profile
from kerja.resources import shipped

FOLDERS = (shipped("country_profiles"),)
SLOT = re.compile(r"^ *#(?! |$)")
KINDS = "Count|Share|Rate|Number|Money"
EVERY_EIGHTH = sorted(one.alpha_3 for one in pycountry.countries)[::8]
BY_NAME = {
    "ages": "18-64",
    "as_of": "2025-09-30",
    "at_most": "4",
    "currency": "KES",
    "date": "2025-01-31",
    "days_per_month": "26",
    "fiscal_year_starts": "07-01",
    "high": "40%",
    "id": "first",
    "low": "10%",
    "mode": "20%",
    "rests_on": "judgement",
    "seen": "2025-09-30",
    "source": "cldr-47",
    "year": "2024",
}
"""What is written in fields whose form the prose before them does not show."""

NOT_ASKED = {
    "labour_force.use": "only where several sources stand beside one another",
    "scenario.years": "a choice of an option, not a fact of the country",
}
"""Fields of docs/fields.md for which a new profile has no slot, and why."""


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert isinstance(left.value.code, int)
    return left.value.code


def read(text: str, folder: Path) -> tuple[Profile, tuple[Finding, ...]]:
    file = folder / "profile.yaml"
    file.write_text(text, encoding="utf-8")
    profile, _, findings = read_profile(file, folders=FOLDERS)
    return profile, findings


def filled(text: str) -> str:
    """Take every slot into the profile, with an example in place of each gap."""
    lines = []
    before = ""
    for line in text.splitlines():
        if SLOT.match(line):
            lines.append(fill(line.replace("#", "", 1), before))
            before = ""
        else:
            lines.append(line)
            before = f"{before} {line.strip(' #')}" if line.lstrip().startswith("#") else ""
    return "\n".join(lines)


def fill(line: str, before: str) -> str:
    name = line.strip(" -").partition(":")[0]
    shown = re.findall(rf"(?:{KINDS}) \(([^()]+)\)\.", before)
    words = re.findall(r"One of: ([^,.]+)", before)
    usual = BY_NAME.get(name) or (words or shown or ["words"])[0]
    if "Yes or no." in before:
        usual = "yes"

    def example(gap: re.Match[str]) -> str:
        key = gap[1] or ""
        if key in ("", "value", "women", "men", "extent"):
            part = "partial" if key == "extent" else usual
            return f"{key}: {part}" if key else part
        return f"{key}: {BY_NAME.get(key, 'words')}"

    return re.sub(rf"(?:(\w+): )?{GAP}", example, line) if "{" in line else line.replace(GAP, usual)


def listed_fields() -> Iterator[str]:
    page = (ROOT / "docs" / "fields.md").read_text(encoding="utf-8")
    for cell in re.findall(r"^\| (?!name |-)\S+ \| (.+) \|$", page, flags=re.MULTILINE):
        yield from (path for path in re.findall(r"`([a-z0-9_.]+)`", cell) if "." in path)


@pytest.mark.parametrize("code", EVERY_EIGHTH)
def test_a_new_profile_of_any_country_has_no_finding(code: str, tmp_path: Path) -> None:
    profile, findings = read(blank_profile(territory(code)), tmp_path)
    assert findings == ()
    assert profile.country.code == code


def test_a_new_profile_is_written_and_checked_in_two_commands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ken.yaml"
    assert run("new", "KEN", "-o", str(file)) == 0
    assert run("check", str(file), "--fail-on", "info") == 0
    assert "no findings" in capsys.readouterr().out


@pytest.mark.parametrize("code", ["KEN", "TH", "PSE", "BGR", "ATA", "MY-13"])
def test_every_slot_taken_in_is_a_valid_field(code: str, tmp_path: Path) -> None:
    text = filled(blank_profile(territory(code)).replace("#extends: mys", "# extends: mys"))
    assert GAP not in re.sub("#.*", "", text)
    profile, findings = read(text, tmp_path)
    assert [(found.path, found.message) for found in findings] == []
    known = {re.sub(r"\[[^]]*\]", "", path): fact for path, fact in facts(profile)}
    for section, slots in SLOTS.items():
        for slot in slots:
            assert is_said(profile, f"{section}.{slot}", known), slot


def is_said(profile: Profile, path: str, known: dict[str, Fact]) -> bool:
    """True if a profile says something at a path: a fact, a part of one, or a plain value."""
    above, _, part = path.rpartition(".")
    if path in known:
        return True
    if above in known:
        return getattr(known[above], part) is not None
    values: list[object] = [profile]
    for step in path.split("."):
        values = [getattr(one, step, None) for value in values for one in entries(value)]
    return any(value not in (None, ()) for value in values)


def entries(value: object) -> tuple[object, ...]:
    items = getattr(value, "items", value)
    return items if isinstance(items, tuple) else (value,)


def test_a_slot_taken_in_without_a_value_is_an_error(tmp_path: Path) -> None:
    text = blank_profile(territory("KEN"))
    text = text.replace("#population:", "population:").replace("#total:", "total:")
    _, findings = read(text, tmp_path)
    assert "population.total" in {found.path.removesuffix(".value") for found in findings}


def test_every_field_of_the_lists_has_a_slot() -> None:
    asked = {f"{section}.{slot}" for section, slots in SLOTS.items() for slot in slots}
    asked |= {slot.rpartition(".")[0] for slot in asked}
    assert set(listed_fields()) - asked - {"country.languages"} == set(NOT_ASKED)


def test_each_slot_says_what_is_meant_and_where_it_is_published() -> None:
    lines = blank_profile(territory("KEN")).splitlines()
    at = next(index for index, line in enumerate(lines) if "#account_ownership:" in line)
    prose = " ".join(line.strip(" #") for line in lines[at - 2 : at])
    assert prose == (
        "Share of persons aged 15 and over with an account at a bank or mobile-money provider. "
        "Share (8.5%). Published: World Bank Global Findex."
    )


def test_lines_are_no_longer_than_a_page_is_wide() -> None:
    prose = [line for line in blank_profile(territory("IND")).splitlines() if "# " in line]
    assert max(map(len, prose)) <= 100


def test_what_iso_and_cldr_say_is_filled_in(tmp_path: Path) -> None:
    country = read(blank_profile(territory("tha")), tmp_path)[0].country
    assert (country.code, country.name, country.currency) == ("THA", "Thailand", "THB")
    assert country.languages is not None
    assert country.languages.value == ("th",)
    assert country.languages.source == "cldr-47"
    assert country.calendar == "buddhist"
    assert "th: ไทย" in blank_profile(territory("tha"))


def test_several_official_languages_stand_in_the_order_of_their_speakers() -> None:
    assert standards("KE").languages == ("sw", "en")
    assert standards("KE").own_names == {"sw": "Kenya", "en": "Kenya"}


def test_a_currency_is_not_chosen_among_foreign_ones() -> None:
    assert standards("PA").currency == "PAB"
    assert standards("TL").currency == "USD"
    assert standards("PS").currency == ""
    assert "several legal tenders: JOD, ILS" in blank_profile(territory("PS"))


@pytest.mark.parametrize("code", ["KEN", "ken", "KE", "ke", " Ken "])
def test_a_code_is_read_in_any_form_and_case(code: str) -> None:
    assert territory(code).code == "KEN"


def test_an_area_extends_the_profile_of_its_country(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", "kh-12") == 0
    profile, findings = read(capsys.readouterr().out, tmp_path)
    assert findings == ()
    assert (profile.kind, profile.extends, profile.country.code) == ("area", "khm", "KH-12")
    assert profile.country.number_system == "khmr"


def test_an_area_of_a_country_without_profile_says_how_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", "KE-30") == 0
    text = capsys.readouterr().out
    assert "kerja new KEN -o ken.yaml" in re.sub(r"\n# ", " ", text)
    assert "#extends: ken" in text
    assert run("new", "KEN", "-o", str(tmp_path / "ken.yaml")) == 0
    assert run("new", "KE-30", "-o", str(tmp_path / "ke-30.yaml")) == 0
    assert run("check", str(tmp_path / "ke-30.yaml")) == 0
    assert "\nextends: ken\n" in (tmp_path / "ke-30.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("code", "near"),
    [
        ("KNE", "KEN (Kenya)"),
        ("kenya", "KEN (Kenya)"),
        ("Cambodja", "KHM (Cambodia)"),
        ("UK", "GBR (United Kingdom)"),
        ("MYS-13", "MY-13 (Sarawak)"),
        ("MY-99", "MY-01 (Johor)"),
        ("MY-Sarawa", "MY-13 (Sarawak)"),
        ("", "a code of ISO 3166"),
        ("?" * 5000, "a code of ISO 3166"),
    ],
)
def test_an_unknown_code_is_answered_with_the_nearest(code: str, near: str) -> None:
    with pytest.raises(KerjaError) as refused:
        territory(code)
    assert near in refused.value.hint
    assert len(refused.value.message) < 100


def test_a_file_that_is_there_is_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ken.yaml"
    file.write_text("mine", encoding="utf-8")
    assert run("new", "KEN", "-o", str(file)) == 1
    assert file.read_text(encoding="utf-8") == "mine"
    assert "there already" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_an_error_that_can_be_mended(tmp_path: Path) -> None:
    assert run("new", "KEN", "-o", str(tmp_path / "none" / "ken.yaml")) == 1
