"""Bands hold what inputs may be: no more where they are known, and the driver is what varies."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forecast.cases import calendar, case, node, places, seats

from kerja.errors import KerjaError
from kerja.forecast.scheme import Branch, Input, Milestone, Payment, Scheme, Slot
from kerja.forecast.uncertainty import Band, bands, design, quantiles
from kerja.profile import Range
from kerja.profile.ranges import point

PEOPLE, PASSES = Range(900.0, None, 1100.0), Range(0.0, None, 1.0)


def paid(people: Range, passes: Range, *, ceiling: float | None = None) -> Scheme:
    """People come, a share of them passes, and everyone who does gets 10."""
    scheme = case(
        [
            node("start", "start", Branch(1, Slot(1)), Branch(2)),
            node("pay", "payment", Branch(2)),
            node("leave", "end"),
        ],
        people=1,
        inputs=(Input("people", people, "uniform", "persons"), Input("passes", passes, "uniform")),
        payments=(Payment(1, 10.0, "cash"),),
        milestones=(Milestone("paid", (1,)),),
        calendar=calendar(ceiling),
    )
    return replace(scheme, arrivals=replace(scheme.arrivals, per_year=Slot(0)))


def _all(found: dict[str, Band]) -> list[Band]:
    return list(found.values())


def test_the_band_of_even_inputs_is_what_can_be_worked_out_by_hand() -> None:
    found = bands(paid(Range(900, None, 1100), point(0.5)))
    applied = found.stages["applied"]
    assert (applied.low, applied.middle, applied.high) == pytest.approx((910, 1000, 1090), abs=1)
    total = found.total
    assert (total.low, total.middle, total.high) == pytest.approx((4550, 5000, 5450), abs=5)
    assert found.years["first"] == total
    assert found.kinds["cash"] == total


def test_the_chance_that_the_budget_holds_is_what_can_be_worked_out_by_hand() -> None:
    # 1,000 persons x 10 x share <= 3,000 where the share is at most 0.3.
    found = bands(paid(point(1000), PASSES, ceiling=3000.0), worlds=256)
    assert found.budget_holds == pytest.approx(0.3, abs=1 / 256)
    assert bands(paid(point(1000), PASSES)).budget_holds is None


def test_a_round_that_does_not_open_breaks_the_budget_though_less_is_paid() -> None:
    assert bands(places(ceiling=1e9)).budget_holds == 1
    assert bands(places(ceiling=4000.0)).budget_holds == 0


@pytest.mark.parametrize("scheme", [seats(), places()])
def test_where_all_is_certain_a_band_is_a_point(scheme: Scheme) -> None:
    certain = replace(scheme, inputs=(Input("known", point(3.0)),))
    found = bands(certain)
    assert found.worlds == 1
    listed = [found.total, *_all(found.stages), *_all(found.months), *_all(found.in_line)]
    assert all(one.low == one.middle == one.high for one in listed)
    assert found.drivers == ()


@settings(max_examples=20, deadline=None)
@given(st.floats(0, 0.5), st.floats(0, 1), st.integers(0, 9))
def test_bands_are_ordered_and_widen_with_their_inputs(half: float, part: float, seed: int) -> None:
    wide, narrow = (
        bands(paid(point(1000.0), Range(0.5 - one, None, 0.5 + one)), worlds=32, seed=seed)
        for one in (half, half * part)
    )
    for found in (wide, narrow):
        listed = [found.total, *_all(found.stages), *_all(found.months), *_all(found.years)]
        assert all(one.low <= one.middle <= one.high for one in listed)
    assert wide.total.low <= narrow.total.low + 1e-6
    assert wide.total.high >= narrow.total.high - 1e-6


def test_the_only_input_that_varies_is_the_driver() -> None:
    for people, passes, name in ((PEOPLE, point(0.5), "people"), (point(9), PASSES, "passes")):
        (driver,) = bands(paid(people, passes)).drivers
        assert driver.key == name
        assert driver.cash > 0.98
        assert driver.paid > 0.98
        assert driver.cash_rank == pytest.approx(1)


def test_the_input_that_moves_more_comes_first_and_one_without_effect_has_no_share() -> None:
    scheme = paid(PEOPLE, PASSES)
    idle = Input("idle", Range(0, None, 1), "uniform", is_unknown=True)
    found = bands(replace(scheme, inputs=(*scheme.inputs, idle)), worlds=1024)
    assert found.drivers[0].key == "passes"
    # V(people) = (200^2 / 12) / 4, V(both) = V(N) E(p)^2 + V(p) E(N)^2 + V(N) V(p).
    variances = 200**2 / 12, 1 / 12
    whole = variances[0] / 4 + variances[1] * 1000**2 + variances[0] * variances[1]
    by_key = {one.key: one for one in found.drivers}
    assert by_key["passes"].cash == pytest.approx(variances[1] * 1000**2 / whole, abs=0.02)
    assert by_key["people"].cash == pytest.approx(variances[0] / 4 / whole, abs=0.02)
    assert by_key["idle"].cash == pytest.approx(0, abs=0.02)
    assert by_key["idle"].is_unknown


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_inputs_without_effect_are_no_drivers_however_many_there_are(seed: int) -> None:
    scheme = paid(point(1000.0), PASSES)
    idle = tuple(Input(f"idle {at}", Range(0, None, 1), "uniform") for at in range(15))
    first, *others = bands(
        replace(scheme, inputs=(*scheme.inputs, *idle)), worlds=128, seed=seed
    ).drivers
    assert first.key == "passes"
    assert max(other.cash for other in others) < 0.05


def test_the_same_seed_gives_the_same_bands_and_another_gives_others() -> None:
    scheme = paid(PEOPLE, PASSES)
    assert bands(scheme, worlds=16, seed=4) == bands(scheme, worlds=16, seed=4)
    assert bands(scheme, worlds=16, seed=4) != bands(scheme, worlds=16, seed=5)


def test_no_worlds_are_refused() -> None:
    with pytest.raises(KerjaError, match="0 worlds"):
        bands(paid(PEOPLE, PASSES), worlds=0)


@given(st.integers(1, 300), st.integers(0, 9))
def test_fewer_worlds_are_the_first_of_more(worlds: int, seed: int) -> None:
    scheme = paid(PEOPLE, PASSES)
    few, many = (design(scheme, worlds=number, seed=seed) for number in (worlds, 512))
    assert len(few) == worlds
    assert few.tobytes() == many[:worlds].tobytes()


def test_one_world_makes_bands_without_width() -> None:
    found = bands(paid(PEOPLE, PASSES), worlds=1)
    assert found.total.low == found.total.high > 0
    assert all(driver.cash == 0 for driver in found.drivers)


def test_every_interval_of_each_input_has_its_world() -> None:
    values = design(paid(Range(0, None, 1), PASSES), worlds=64, seed=2)
    for column in values.T:
        assert sorted(np.floor(column * 64)) == list(range(64))


@given(st.sampled_from(["uniform", "triangular", "pert"]), st.floats(0, 1))
def test_quantiles_rise_from_low_to_high(shape: str, place: float) -> None:
    one = Input("x", Range(2.0, 2.0 + 3.0 * place, 5.0), shape)  # type: ignore[arg-type]
    found = quantiles(one, np.linspace(0, 1, 201))
    assert (found[0], found[-1]) == pytest.approx((2, 5))
    assert (np.diff(found) >= -1e-12).all()


def test_means_are_those_of_the_laws() -> None:
    even = (np.arange(20_000) + 0.5) / 20_000
    ends = Range(1.0, 2.0, 6.0)
    means = {"uniform": 3.5, "triangular": 3.0, "pert": (1 + 4 * 2 + 6) / 6}
    for shape, mean in means.items():
        found = quantiles(Input("x", ends, shape), even).mean()  # type: ignore[arg-type]
        assert found == pytest.approx(mean, abs=1e-3)
