"""The power of an evaluation by lottery: what it can see, how many persons it needs, what lacks.

Offered persons are compared with those not drawn. The closed forms are in `power_design`; the
published effects, the null one beside the favourable ones, are set against them in `power_effects`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from kerja.adaptation import is_inherited
from kerja.costing.cases import Cases, of_assumption
from kerja.forecast.power_cases import (
    INCOME,
    WORK,
    Bound,
    Extent,
    Result,
    base_values,
    bound,
    evaluated,
    extent,
)
from kerja.forecast.power_design import (
    LEAST_CLUSTERS,
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
)
from kerja.forecast.power_effects import EITHER, Sight, sights, without_number
from kerja.forecast.power_inputs import Input, Inputs, inputs_of, won_later
from kerja.profile import Profile

__all__ = [
    "EITHER",
    "INCOME",
    "LEAST_CLUSTERS",
    "OFFERED",
    "SCALES",
    "TOOK_UP",
    "WORK",
    "Bound",
    "Design",
    "Extent",
    "Input",
    "Inputs",
    "MeanOutcome",
    "Outcome",
    "Power",
    "Reach",
    "ShareOutcome",
    "Sight",
    "detectable",
    "power",
    "power_of",
    "sample_for",
    "won_later",
]

SAMPLES = (500, 1_000, 2_000, 5_000, 10_000, 50_000)
"""Persons in the table that stands beside the design, whatever sample the profile names."""

_ROUNDS = (1, 2, 3, 4, 6)


@dataclass(frozen=True, slots=True)
class Reach:
    """The smallest effect that the sample can see, on one outcome and one scale.

    Work in parts of one; income in the profile's currency or, if its spread is not known, in
    standard deviations (`in_deviations`). `lean` is that of what is missing.
    """

    measure: str
    scale: str
    smallest: Extent
    in_deviations: bool
    lean: Bound


@dataclass(frozen=True, slots=True)
class Row:
    """The smallest effects with so many persons, in the base case: work in parts, income in SD."""

    sample: int
    work_offered: float
    work_took_up: float
    income_offered: float
    income_took_up: float


@dataclass(frozen=True, slots=True)
class Again:
    """What it costs if all who are not drawn enter so many later rounds before the last interview.

    `won` of them win; the detectable effect grows `factor` times, the sample `persons` times.
    """

    rounds: int
    won: Cases
    factor: Cases
    persons: Cases


@dataclass(frozen=True, slots=True)
class Lever:
    """One change of the design, and what it multiplies the detectable effect of an offer by."""

    change: str
    factor: float


@dataclass(frozen=True, slots=True)
class Swing:
    """The smallest effect of an offer on work with one input at its ends, the others at base."""

    name: str
    at_low: float
    at_high: float


@dataclass(frozen=True, slots=True)
class Power:
    """What an evaluation can see, and what must be known to say it.

    `plan` is the design as the profile states it. `reaches` is empty if the sample is not known,
    `rows` never. `without_number` names effects that cannot be compared.
    """

    plan: str | None
    plan_inherited: bool
    inputs: Inputs
    reaches: tuple[Reach, ...]
    rows: tuple[Row, ...]
    effects: tuple[Sight, ...]
    without_number: tuple[str, ...]
    again: tuple[Again, ...]
    levers: tuple[Lever, ...]
    swings: tuple[Swing, ...]

    @property
    def missing(self) -> tuple[Input, ...]:
        """The inputs that are not known."""
        return tuple(one for one in self.inputs.all if one.cases is None)


def power_of(profile: Profile) -> Power:
    """Compute the power of the evaluation of a profile.

    Raises:
        KerjaError: a share of the design is above one, or the risk or the chance is none or all.
    """
    inputs, plan = inputs_of(profile), profile.evaluation.design
    return Power(
        plan=plan.value if plan is not None else None,
        plan_inherited=plan is not None and is_inherited(profile, "evaluation.design"),
        inputs=inputs,
        reaches=tuple(_reaches(inputs)),
        rows=tuple(_row(inputs, sample) for sample in SAMPLES),
        effects=sights(profile, inputs),
        without_number=tuple(one.id for one in without_number(profile)),
        again=tuple(_again(of_assumption(profile.assumptions.accepted, profile))),
        levers=tuple(_levers(inputs)),
        swings=tuple(_swings(inputs)),
    )


def _smallest(scale: str) -> Result:
    def result(design: Design, outcome: Outcome) -> float:
        return detectable(design, outcome, scale)

    return result


def _reaches(inputs: Inputs) -> Iterator[Reach]:
    if inputs["sample"].cases is None:
        return
    for measure in (WORK, INCOME):
        for scale in SCALES:
            yield Reach(
                measure,
                scale,
                extent(inputs, measure, _smallest(scale)),
                measure == INCOME and inputs["deviation"].cases is None,
                bound(inputs, measure, scale),
            )


def _row(inputs: Inputs, sample: int) -> Row:
    values = base_values(inputs) | {"sample": float(sample)}
    in_deviations = {**values, "deviation": 1.0}
    return Row(
        sample,
        evaluated(values, WORK, _smallest(OFFERED)),
        evaluated(values, WORK, _smallest(TOOK_UP)),
        evaluated(in_deviations, INCOME, _smallest(OFFERED)),
        evaluated(in_deviations, INCOME, _smallest(TOOK_UP)),
    )


def _again(chance: Cases | None) -> Iterator[Again]:
    if chance is None or chance.high >= 1:
        return
    for rounds in _ROUNDS:
        won = Cases(*(won_later(again=1, rounds=rounds, chance=one) for one in chance))
        factor = Cases(*(1 / (1 - one) for one in won))
        yield Again(rounds, won, factor, Cases(*(one * one for one in factor)))


def _levers(inputs: Inputs) -> Iterator[Lever]:
    if inputs["sample"].cases is None:
        return
    values = base_values(inputs)
    now = evaluated(values, INCOME, _smallest(OFFERED))
    if math.isinf(now):
        return
    changes = {
        "arms of one size": {"treated_share": 1 - 1 / max(2, values.get("arms", 2))},
        "none of those not drawn wins later": {"wins_later": 0.0},
        "nobody is lost": {"attrition": 0.0},
        "members of a group no more alike than others": {"correlation": 0.0},
        "twice as many groups": {"clusters": values.get("clusters", 0.0) * 2},
        "twice as many persons": {"sample": values["sample"] * 2},
    }
    for change, new in changes.items():
        (name,) = new
        if name in values and values[name] != new[name]:
            then = evaluated(values | new, INCOME, _smallest(OFFERED))
            yield Lever(change, then / now)


def _swings(inputs: Inputs) -> Iterator[Swing]:
    if inputs["sample"].cases is None:
        return
    values = base_values(inputs)
    for one in inputs.all:
        if one.cases is None or one.cases.is_point or one.name in ("deviation", "mean"):
            continue
        ends = ({**values, one.name: end} for end in (one.cases.low, one.cases.high))
        yield Swing(one.name, *(evaluated(end, WORK, _smallest(OFFERED)) for end in ends))
