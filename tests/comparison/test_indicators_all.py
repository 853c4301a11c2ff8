"""Every listed indicator is there, leads to fields, and never takes what is missing for zero."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.comparison.indicated import WHOLE, with_changes
from tests.countries import blueprint, written

from kerja.blueprint import adapt
from kerja.indicators import (
    Indicator,
    Reading,
    fields_behind,
    indicators,
    read,
    read_all,
    subject,
)
from kerja.indicators.outcome import OUTCOMES_BY_NAME
from kerja.indicators.terms import TERMS
from kerja.profile.facts import Figure
from kerja.profile.profile import Profile
from kerja.profile.section import Section
from kerja.profile.shapes import shapes

LISTED = {
    "LAB": 8, "ECO": 4, "IDN": 4, "PAY": 7, "DIG": 4, "TRN": 6, "GEN": 7, "COV": 7, "BUD": 6,
    "CST": 12, "OPS": 11, "EQU": 4, "EVL": 2,
}  # fmt: skip
"""How many indicators of each group the list that Kerja started from names."""
ALL = indicators()
PROFILE_ONLY = [
    one for one in ALL if not any(name in OUTCOMES_BY_NAME for name in one.inputs)
]  # fmt: skip


@cache
def shipped(country: str) -> dict[str, Reading]:
    """Read all indicators of a shipped country."""
    return {one.indicator: one for one in read_all(ALL, subject(blueprint(country)))}


@cache
def whole() -> dict[str, Reading]:
    """Read all indicators of the small country of which everything is known."""
    return {one.indicator: one for one in read_all(ALL, subject(adapt(with_changes())))}


def test_the_82_indicators_of_the_list_are_all_there() -> None:
    listed = [f"{group}{n:02d}" for group, most in LISTED.items() for n in range(1, most + 1)]
    ids = [one.id for one in ALL]
    assert len(listed) == 82
    assert set(listed) <= set(ids)
    assert len(set(ids)) == len(ids)


def test_what_the_list_forgot_is_there() -> None:
    names = {one.id: one.name for one in ALL}
    assert "Output per employed person" in names["PRD01"]
    assert "tasks at risk" in names["SKL01"]
    assert "financial literacy" in names["SKL03"]


def test_spending_and_thin_administration_are_never_called_good() -> None:
    directions = {one.id: one.direction for one in ALL}
    assert {directions[name] for name in ("OPS11", "CST01", "CST07")} == {"context"}


def _is_field(path: str) -> bool:
    model: type[Section] | None = Profile
    for part in path.split("."):
        if model is not None and issubclass(model, Figure) and part in ("men", "women"):
            return True
        shape = shapes(model).get(part) if model is not None else None
        if shape is None:
            return False
        model = shape.model
    return True


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_every_input_leads_to_fields_of_the_profile(one: Indicator) -> None:
    for name in one.inputs:
        assert name in TERMS or name in OUTCOMES_BY_NAME or _is_field(name), name
        assert fields_behind(name), name
        assert [path for path in fields_behind(name) if not _is_field(path)] == []


@pytest.mark.parametrize("country", ["idn", "khm", "tha"])
def test_every_figure_behind_a_value_is_one_that_the_indicator_names(country: str) -> None:
    for one in PROFILE_ONLY:
        named = {path for name in one.inputs for path in fields_behind(name)}
        found = {i.field for i in shipped(country)[one.id].inputs}
        stems = {path.removesuffix(".men").removesuffix(".women") for path in named}
        assert found <= named | stems, one.id


def test_nothing_is_known_of_a_country_that_says_nothing_and_nothing_is_zero() -> None:
    for found in read_all(ALL, subject(adapt(written()))):
        assert not found.is_known, found.indicator
        assert found.lacks or found.note, found.indicator


def _leaves(data: Any, path: str = "") -> list[str]:
    if not isinstance(data, dict) or "value" in data or {"low", "high"} <= data.keys():
        return [path]
    return [
        leaf for key, item in data.items() for leaf in _leaves(item, f"{path}.{key}".strip("."))
    ]


LEAVES = [path for path in _leaves(WHOLE) if path != "as_of"]


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(LEAVES))
def test_an_indicator_without_one_of_its_figures_has_no_value_or_does_without(path: str) -> None:
    profile = with_changes((path, None))
    for found in read_all(ALL, subject(adapt(profile))):
        if found.is_known:
            assert path not in {one.field for one in found.inputs}, found.indicator
        else:
            assert found.lacks or found.note, found.indicator


def _scaled(data: Any, factor: int) -> Any:
    """Multiply every amount in riel, and the rates that convert it."""
    if isinstance(data, dict):
        return {key: _scaled(item, factor) for key, item in data.items()}
    if isinstance(data, list):
        return [_scaled(item, factor) for item in data]
    if isinstance(data, str) and data.startswith("KHR "):
        digits, *scale = data.removeprefix("KHR ").split()
        return " ".join(["KHR", str(int(digits.replace("_", "")) * factor), *scale])
    return f"{4000 * factor} KHR/USD" if data == "4000 KHR/USD" else data


@settings(max_examples=8, deadline=None)
@given(st.integers(2, 1000))
def test_in_another_currency_unit_only_amounts_change(factor: int) -> None:
    profile = written(**_scaled(dict(WHOLE), factor))
    seen = subject(adapt(profile))
    for one in ALL:
        before, after = whole()[one.id], read(one, seen)
        by = factor if one.is_money else 1
        for end in ("value", "low", "high"):
            old, new = getattr(before, end), getattr(after, end)
            assert new == (None if old is None else pytest.approx(old * by, rel=1e-6)), one.id
