"""Every dimension of readiness and every item of the checklist has a page of its own."""

from __future__ import annotations

import pytest

from kerja.adaptation import all_rules
from kerja.checks import all_checks
from kerja.cli.pages import page
from kerja.feasibility import DIMENSIONS, ITEMS
from kerja.profile import Profile
from kerja.profile.shapes import shapes

TAKEN = {
    *shapes(Profile),
    *(name for rule in all_rules() for name in (rule.name, rule.code.lower())),
    *(name for check in all_checks() for name in (check.name, check.code.lower())),
}


@pytest.mark.parametrize("dimension", DIMENSIONS, ids=lambda dimension: dimension.name)
def test_the_page_of_a_dimension_says_its_levels_and_whose_thresholds_they_are(
    dimension: object,
) -> None:
    name = getattr(dimension, "name", "")
    text = page(name)
    assert name not in TAKEN
    assert all(f"\n{level}: " in text for level in ("Why", "R0", "R1", "R2", "R3", "Source"))
    assert "judgement" in text


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_the_page_of_an_item_says_its_four_levels(item: object) -> None:
    name = getattr(item, "id", "")
    assert name.lower() not in TAKEN
    assert all(f"\n{level}: " in page(name) for level in range(4))


def test_the_overviews_name_all_of_them() -> None:
    assert all(dimension.name in page("readiness") for dimension in DIMENSIONS)
    assert all(item.id in page("checklist") for item in ITEMS)


def test_the_calibration_stands_on_the_page_of_payment_rails() -> None:
    assert "56 %" in page("payment-rails")
