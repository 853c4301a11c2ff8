"""A lottery played out person by person, to hold the closed forms of power against."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kerja.forecast.power import Design, Outcome, ShareOutcome

Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True)
class Tries:
    """Later rounds of those not drawn: share that enters them, their number, chance in each."""

    again: float = 0.0
    rounds: int = 0
    chance: float = 0.0


def rejections(
    design: Design, outcome: Outcome, effect: float, *, tries: Tries, seed: int, times: int = 4000
) -> float:
    """Return how often the draw's difference passes the test; `effect` is that of taking part.

    Only one offered arm is played against those not offered. Groups are tested by their means.
    """
    random = np.random.default_rng(seed)
    rows = 200
    passed = 0
    for _ in range(times // rows):
        winners, seen, value = _played(random, design, outcome, effect, tries=tries, rows=rows)
        if design.clusters is None:
            statistic = _of_persons(winners, seen, value)
        else:
            statistic = _of_groups(winners, seen, value, groups=_groups(design))
        passed += int((np.abs(statistic) > design.critical).sum())
    return passed / times


def _groups(design: Design) -> int:
    assert design.clusters is not None
    return round(design.clusters * sum(design.parts))


def _played(
    random: np.random.Generator,
    design: Design,
    outcome: Outcome,
    effect: float,
    *,
    tries: Tries,
    rows: int,
) -> tuple[Truths, Truths, Floats]:
    treated, control = (round(design.sample * part) for part in design.parts)
    persons = treated + control
    winners = np.arange(persons) < treated
    enters = random.random((rows, persons)) < tries.again
    wins = np.zeros((rows, persons), dtype=bool)
    for _ in range(tries.rounds):
        wins |= enters & (random.random((rows, persons)) < tries.chance)
    has_place = winners | wins
    kind = random.random((rows, persons))
    takes_part = np.where(has_place, kind < design.take_up_treated, kind < design.take_up_control)
    value = _values(random, design, outcome, effect * takes_part)
    return winners, random.random((rows, persons)) >= design.attrition, value


def _values(random: np.random.Generator, design: Design, outcome: Outcome, gain: Floats) -> Floats:
    rows, persons = gain.shape
    alike = design.correlation if design.clusters is not None else 0.0
    groups = _groups(design) if design.clusters is not None else 1
    if isinstance(outcome, ShareOutcome):
        level = np.full((rows, groups), outcome.base)
        if alike:
            both = 1 / alike - 1
            level = random.beta(outcome.base * both, (1 - outcome.base) * both, (rows, groups))
        shared = np.repeat(level, persons // groups, axis=1)
        return (random.random((rows, persons)) < shared + gain).astype(float)
    shared = np.repeat(random.normal(size=(rows, groups)), persons // groups, axis=1)
    own = random.normal(size=(rows, persons))
    noise = math.sqrt(alike) * shared + math.sqrt(1 - alike) * own
    return outcome.deviation * noise + gain


def _of_persons(winners: Truths, seen: Truths, value: Floats) -> Floats:
    means, errors = [], []
    for arm in (seen & winners, seen & ~winners):
        number = arm.sum(axis=1)
        mean = (value * arm).sum(axis=1) / number
        spread = (((value - mean[:, None]) ** 2) * arm).sum(axis=1) / (number - 1)
        means.append(mean)
        errors.append(spread / number)
    statistic: Floats = (means[0] - means[1]) / np.sqrt(errors[0] + errors[1])
    return statistic


def _of_groups(winners: Truths, seen: Truths, value: Floats, *, groups: int) -> Floats:
    rows, persons = value.shape
    shape = (rows, groups, persons // groups)
    mean = (value * seen).reshape(shape).sum(axis=2) / seen.reshape(shape).sum(axis=2)
    offered = winners.reshape(groups, -1)[:, 0]
    one, other = mean[:, offered], mean[:, ~offered]
    pooled = (
        ((one - one.mean(axis=1, keepdims=True)) ** 2).sum(axis=1)
        + ((other - other.mean(axis=1, keepdims=True)) ** 2).sum(axis=1)
    ) / (groups - 2)
    error = np.sqrt(pooled * (1 / one.shape[1] + 1 / other.shape[1]))
    statistic: Floats = (one.mean(axis=1) - other.mean(axis=1)) / error
    return statistic
