"""The reference journeys, read as a user's profile would be."""

from pathlib import Path

import pytest

from kerja.profile import Profile
from kerja.profile.reading import read_profile
from kerja.workflow import Workflow, build_workflow

SHIPPED = Path(__file__).parents[2] / "country_profiles"


@pytest.fixture(scope="session")
def model_2020() -> Profile:
    return _read("prakerja-2020")


@pytest.fixture(scope="session")
def model_2023() -> Profile:
    return _read("prakerja-2023")


@pytest.fixture(scope="session")
def journey(model_2023: Profile) -> Workflow:
    return build_workflow(model_2023)


def _read(name: str) -> Profile:
    profile, _, findings = read_profile(SHIPPED / f"{name}.yaml", folders=[SHIPPED])
    assert findings == ()
    return profile
