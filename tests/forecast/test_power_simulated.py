"""The closed forms of power agree with lotteries played out person by person."""

from __future__ import annotations

import math

import pytest
from tests.forecast.lotteries import Tries, rejections

from kerja.forecast.power import (
    TOOK_UP,
    Design,
    MeanOutcome,
    Outcome,
    ShareOutcome,
    detectable,
    power,
    won_later,
)

TIMES = 3000
TRIES = Tries(again=0.8, rounds=2, chance=0.25)
WON = won_later(again=TRIES.again, rounds=TRIES.rounds, chance=TRIES.chance)

CASES: dict[str, tuple[Design, Outcome, Tries]] = {
    "a plain draw": (Design(1200), ShareOutcome(0.3), Tries()),
    "take-up in both arms and lost interviews": (
        Design(2000, take_up_treated=0.8, take_up_control=0.1, attrition=0.2),
        ShareOutcome(0.55),
        Tries(),
    ),
    "those not drawn win later": (
        Design(2000, take_up_treated=0.9, take_up_control=0.05, attrition=0.1, wins_later=WON),
        ShareOutcome(0.4),
        TRIES,
    ),
    "a rare outcome and few offered": (Design(1500, treated_share=0.2), ShareOutcome(0.1), Tries()),
    "an amount, all at once": (
        Design(1600, treated_share=0.3, take_up_treated=0.7, attrition=0.25, wins_later=WON),
        MeanOutcome(3.0),
        TRIES,
    ),
    "groups": (
        Design(2000, clusters=50, correlation=0.04, attrition=0.1, take_up_treated=0.9),
        ShareOutcome(0.5),
        Tries(),
    ),
    "few groups, contaminated": (
        Design(600, clusters=12, correlation=0.1, wins_later=WON),
        MeanOutcome(1.0),
        TRIES,
    ),
    "three arms": (Design(1800, arms=3, treated_share=0.6), MeanOutcome(1.0), Tries()),
}


@pytest.mark.parametrize("name", CASES)
def test_an_effect_of_the_detectable_size_is_seen_as_often_as_wanted(name: str) -> None:
    design, outcome, tries = CASES[name]
    effect = detectable(design, outcome, TOOK_UP)
    seen = rejections(design, outcome, effect, tries=tries, seed=20, times=TIMES)
    assert seen == pytest.approx(design.power, abs=4 * _error(design.power))


@pytest.mark.parametrize("name", CASES)
def test_where_there_is_no_effect_the_test_is_wrong_as_often_as_allowed(name: str) -> None:
    design, outcome, tries = CASES[name]
    level = design.significance / (design.arms - 1)
    wrong = rejections(design, outcome, 0.0, tries=tries, seed=21, times=TIMES)
    assert wrong == pytest.approx(level, abs=4 * _error(level))


def test_half_the_detectable_effect_is_seen_as_often_as_the_closed_form_says() -> None:
    design, outcome, tries = CASES["those not drawn win later"]
    effect = detectable(design, outcome, TOOK_UP) / 2
    told = power(design, outcome, effect, scale=TOOK_UP)
    seen = rejections(design, outcome, effect, tries=tries, seed=22, times=TIMES)
    assert seen == pytest.approx(told, abs=4 * _error(told))


def test_forgetting_that_those_not_drawn_try_again_promises_too_much() -> None:
    design, outcome, tries = CASES["those not drawn win later"]
    naive = Design(
        design.sample,
        take_up_treated=design.take_up_treated,
        take_up_control=design.take_up_control,
        attrition=design.attrition,
    )
    effect = detectable(naive, outcome, TOOK_UP)
    assert rejections(design, outcome, effect, tries=tries, seed=23, times=TIMES) < 0.6


def _error(share: float) -> float:
    return math.sqrt(share * (1 - share) / TIMES)
