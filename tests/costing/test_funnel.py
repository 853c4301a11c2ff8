"""The expected funnel: a chain of shares that ends where one is not known."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.countries import country, written

from kerja.adaptation import INHERITED
from kerja.costing import Funnel, funnel
from kerja.profile import Range


def share(low: str, high: str, mode: str | None = None) -> dict[str, str]:
    return {"low": low, "high": high, **({"mode": mode} if mode else {})}


ALL = {
    "purchase": share("80%", "100%", "90%"),
    "completion": share("50%", "100%", "70%"),
    "paid": share("90%", "100%", "95%"),
}


def followed(**assumptions: Any) -> Funnel:
    return funnel(written(assumptions=assumptions), 1_000)


def test_each_stage_is_the_one_before_times_a_share() -> None:
    found = followed(**ALL)
    assert found.lacks == ()
    assert found.people("purchased") == pytest.approx(Range(800, 900, 1_000))
    assert found.people("completed") == pytest.approx(Range(400, 630, 1_000))
    assert found.people("paid") == pytest.approx(Range(360, 598.5, 1_000))


@pytest.mark.parametrize("unknown", ["purchase", "completion", "paid"])
def test_a_share_that_is_not_known_ends_the_chain(unknown: str) -> None:
    found = followed(**{**ALL, unknown: "unknown"})
    shown = list(ALL).index(unknown)
    assert [stage.name for stage in found.stages] == ["places", "purchased", "completed", "paid"][
        : shown + 1
    ]
    assert found.lacks == (f"assumptions.{unknown}",)


def test_every_share_that_is_missing_is_listed() -> None:
    assert followed().lacks == tuple(f"assumptions.{name}" for name in ALL)


def test_bounds_without_a_likeliest_value_have_none() -> None:
    found = followed(purchase=share("80%", "100%"), completion=ALL["completion"])
    completed = found.people("completed")
    assert completed is not None
    assert completed.mode is None
    assert (completed.low, completed.high) == pytest.approx((400, 1_000))


def test_a_share_of_the_model_is_said_to_be_the_models_and_so_is_what_follows() -> None:
    found = funnel(country("examples/cambodia"), 1_000)
    assert {stage.name: stage.note for stage in found.stages} == {
        "places": "", "purchased": INHERITED, "completed": INHERITED, "paid": INHERITED,
    }  # fmt: skip


def test_the_shares_of_the_models_own_country_are_its_own() -> None:
    assert {stage.note for stage in funnel(country("idn"), 1_000).stages} == {""}


PERCENT = st.integers(0, 100)


@given(st.lists(st.tuples(PERCENT, PERCENT, PERCENT).map(sorted), min_size=3, max_size=3))
def test_stages_never_grow_and_their_ends_are_in_order(triples: list[list[int]]) -> None:
    shares = {
        name: share(f"{low}%", f"{high}%", f"{mode}%")
        for name, (low, mode, high) in zip(ALL, triples, strict=True)
    }
    stages = [stage.people for stage in followed(**shares).stages]
    for before, after in pairwise(stages):
        assert after.low <= before.low
        assert after.high <= before.high
        assert after.mode is not None
        assert after.low <= after.mode <= after.high
