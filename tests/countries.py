"""Countries for tests: the shipped ones as a user reads them, and small ones written in place."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

from kerja.blueprint import Blueprint, adapt
from kerja.profile import Profile
from kerja.profile.reading import read_profile

SHIPPED = ROOT / "country_profiles"


@cache
def country(name: str) -> Profile:
    """Read a shipped profile, or an example by its folder: "examples/cambodia"."""
    path = ROOT / name / "profile.yaml" if "/" in name else SHIPPED / f"{name}.yaml"
    return read_file(path)


@cache
def options_of(name: str) -> tuple[Profile, ...]:
    """Read the options of an example."""
    folder = ROOT / name / "options"
    return tuple(read_file(folder / option) for option in country(name).options)


@cache
def blueprint(name: str) -> Blueprint:
    """Adapt a country to compare it with the normal scheme."""
    scenarios = options_of(name) if "/" in name else ()
    return adapt(country(name), model=country("prakerja-2023"), scenarios=scenarios)


def written(**sections: Any) -> Profile:
    """Return a small country, in riel, that says only what is given."""
    head = {"country": {"code": "KHM", "name": "Cambodia", "currency": "KHR"}}
    return Profile.model_validate({**head, **sections})


def with_journey(profile: Profile) -> Profile:
    """Return the profile with the reference journey as its own."""
    return profile.model_copy(update={"workflow": country("prakerja-2023").workflow})


def read_text(text: str, folder: Path) -> Profile:
    """Read a profile from text, with the shipped ones as parents."""
    file = folder / "profile.yaml"
    file.write_text(text, encoding="utf-8")
    return read_file(file)


def read_file(path: Path) -> Profile:
    """Read a profile that must be without a fault."""
    profile, _, findings = read_profile(path, folders=[SHIPPED])
    assert findings == ()
    return profile
