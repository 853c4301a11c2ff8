"""What is true of every design, and numbers that others have published or derived."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerja.forecast.power import (
    OFFERED,
    SCALES,
    TOOK_UP,
    Design,
    MeanOutcome,
    Outcome,
    ShareOutcome,
    detectable,
    power,
    sample_for,
    won_later,
)
from kerja.forecast.power_design import quantile

TABLE_OF_T = {(0.975, 4): 2.776, (0.8, 4): 0.941, (0.975, 10): 2.228, (0.9, 30): 1.310}
"""Quantiles of Student's t as printed in any table."""


def shares(low: float = 0.0, high: float = 1.0) -> st.SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False)


designs = st.builds(
    Design,
    sample=st.floats(200, 100_000),
    treated_share=shares(0.1, 0.9),
    take_up_treated=shares(0.4, 1.0),
    take_up_control=shares(0.0, 0.3),
    attrition=shares(0.0, 0.5),
    wins_later=shares(0.0, 0.9),
    clusters=st.none() | st.integers(12, 500),
    correlation=shares(0.0, 0.3),
    arms=st.sampled_from([2, 2, 3]),
)
outcomes: st.SearchStrategy[Outcome] = st.builds(ShareOutcome, shares(0.02, 0.9)) | st.builds(
    MeanOutcome, st.floats(0.1, 1e6)
)
scales = st.sampled_from(SCALES)


@given(designs, outcomes, scales, st.floats(1.01, 10))
def test_more_persons_never_make_the_detectable_effect_larger(
    design: Design, outcome: Outcome, scale: str, times: float
) -> None:
    more = replace(design, sample=design.sample * times)
    assert _at_most(detectable(more, outcome, scale), detectable(design, outcome, scale))


@given(designs, outcomes, shares(0.0, 0.95))
def test_a_second_try_of_those_not_drawn_never_helps(
    design: Design, outcome: Outcome, won: float
) -> None:
    low, high = sorted((won, design.wins_later))
    for scale in (OFFERED, TOOK_UP):
        less, more = (
            detectable(replace(design, wins_later=one), outcome, scale) for one in (low, high)
        )
        assert _at_most(less, more)


@given(designs, outcomes, scales)
def test_lost_interviews_and_likeness_within_groups_never_help(
    design: Design, outcome: Outcome, scale: str
) -> None:
    at_best = detectable(replace(design, attrition=0.0, correlation=0.0), outcome, scale)
    assert _at_most(at_best, detectable(design, outcome, scale))


@given(designs, st.floats(0.1, 1e6), scales, shares(0.05, 0.95))
def test_of_two_arms_those_of_one_size_see_most_of_an_amount(
    design: Design, deviation: float, scale: str, other: float
) -> None:
    two, outcome = replace(design, arms=2), MeanOutcome(deviation)
    even = detectable(replace(two, treated_share=0.5), outcome, scale)
    assert _at_most(even, detectable(replace(two, treated_share=other), outcome, scale))


@given(designs, outcomes, scales)
def test_the_detectable_effect_is_seen_with_the_power_that_was_wanted(
    design: Design, outcome: Outcome, scale: str
) -> None:
    smallest = detectable(design, outcome, scale)
    if math.isfinite(smallest):
        chance = power(design, outcome, smallest, scale=scale)
        assert chance == pytest.approx(design.power, abs=1e-6) or chance == 1


@given(designs, outcomes, scales)
def test_the_sample_that_an_effect_needs_is_the_one_that_just_sees_it(
    design: Design, outcome: Outcome, scale: str
) -> None:
    smallest = detectable(design, outcome, scale)
    if math.isfinite(smallest):
        needed = sample_for(design, outcome, smallest, scale=scale)
        assert needed == pytest.approx(design.sample, rel=1e-6)


@given(designs, outcomes)
def test_the_effect_of_taking_part_is_harder_to_see_than_that_of_an_offer(
    design: Design, outcome: Outcome
) -> None:
    assert _at_most(detectable(design, outcome, OFFERED), detectable(design, outcome, TOOK_UP))


@pytest.mark.parametrize(("points", "each"), [(4.7, 1_688), (2.3, 7_127), (2, 9_437), (1, 37_901)])
def test_persons_for_an_effect_on_work_are_near_those_of_a_pooled_test(
    points: float, each: int
) -> None:
    needed = sample_for(Design(1), ShareOutcome(0.5875), points / 100) / 2
    assert needed == pytest.approx(each, rel=0.003)


@pytest.mark.parametrize(("sample", "rise"), [(4_000, 0.13), (10_000, 0.084), (47_000, 0.039)])
def test_an_income_that_varies_half_more_than_its_mean_needs_thousands(
    sample: int, rise: float
) -> None:
    assert detectable(Design(sample), MeanOutcome(1.5)) == pytest.approx(rise, rel=0.03)


def test_three_tries_at_the_odds_of_batch_nine_double_the_detectable_effect() -> None:
    won = won_later(again=1, rounds=3, chance=0.23)
    once, again = Design(10_000), Design(10_000, wins_later=won)
    outcome = MeanOutcome(1.0)
    assert won == pytest.approx(0.54, abs=0.01)
    grown = detectable(again, outcome, OFFERED) / detectable(once, outcome, OFFERED)
    assert grown == pytest.approx(2.2, abs=0.05)


@pytest.mark.parametrize(("of", "value"), TABLE_OF_T.items())
def test_quantiles_of_students_t_are_those_of_the_tables(
    of: tuple[float, int], value: float
) -> None:
    assert quantile(*of) == pytest.approx(value, abs=0.002)


@pytest.mark.parametrize(
    "design",
    [
        Design(1000, clusters=4, correlation=0.05),
        Design(1000, take_up_treated=0.2, take_up_control=0.2),
        Design(1000, wins_later=1.0),
        Design(1000, attrition=1.0),
        Design(1000, treated_share=0.0),
        Design(1000, arms=1),
    ],
)
def test_where_the_arms_do_not_differ_nothing_can_be_seen(design: Design) -> None:
    outcome = ShareOutcome(0.5)
    assert math.isinf(detectable(design, outcome, TOOK_UP))
    assert power(design, outcome, 0.1, scale=TOOK_UP) == 0
    assert math.isinf(sample_for(design, outcome, 0.1, scale=TOOK_UP))


def test_with_few_groups_alike_within_no_number_of_persons_is_enough() -> None:
    design = Design(1000, clusters=20, correlation=0.2)
    assert math.isinf(sample_for(design, MeanOutcome(1.0), 0.1))
    assert math.isfinite(sample_for(replace(design, clusters=2000), MeanOutcome(1.0), 0.1))


def test_an_effect_that_would_lift_a_share_above_all_cannot_be_seen() -> None:
    design, outcome = Design(40), ShareOutcome(0.9)
    assert math.isinf(detectable(design, outcome))
    assert power(design, outcome, 0.2) == 0
    assert math.isinf(sample_for(design, outcome, 0.2))


def _at_most(one: float, other: float) -> bool:
    return one <= other * (1 + 1e-9)
