"""A result of the design over all that its inputs may be, and which way what is missing leans."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import NamedTuple

from kerja.forecast.power_design import (
    DRAW,
    OFFERED,
    Design,
    MeanOutcome,
    Outcome,
    ShareOutcome,
)
from kerja.forecast.power_inputs import FAVOURABLE, HARDEST, Inputs

WORK = "work"
INCOME = "income"

_DESIGN = frozenset(field.name for field in fields(Design))
_OF_OUTCOME = {WORK: "base", INCOME: "deviation"}
_HALF = 0.5
_IDLE = {
    DRAW: ("take_up_treated", "take_up_control", "wins_later"),
    OFFERED: ("take_up_treated", "take_up_control"),
}

Values = Mapping[str, float]


class Bound(NamedTuple):
    """Which way a result leans: what is missing makes it look too good, or too bad, or both."""

    too_good: bool
    too_bad: bool

    @property
    def word(self) -> str:
        """As a word before an effect or a number of persons: at least, at most, as if."""
        words = {(True, False): "at least", (False, True): "at most", (True, True): "as if"}
        return words.get((self.too_good, self.too_bad), "")


@dataclass(frozen=True, slots=True)
class Extent:
    """The lowest, base and highest value of a result over the ranges of the inputs."""

    low: float
    base: float
    high: float

    @property
    def is_point(self) -> bool:
        """True if the inputs leave no range."""
        return self.low == self.high


Result = Callable[[Design, Outcome], float]


def bound(inputs: Inputs, measure: str, scale: str) -> Bound:
    """Return which way a result on this outcome and scale leans, by what is missing.

    Take-up and later rounds move the difference that the draw leaves only through the variance of
    a share, by a hundredth or so; that is not counted as a lean.
    """
    idle = _IDLE.get(scale, ())
    lacking = [one for one in inputs.all if one.cases is None and one.name not in idle]
    return Bound(
        any(one.manner == FAVOURABLE for one in lacking),
        measure == WORK and any(one.manner == HARDEST for one in lacking),
    )


def extent(inputs: Inputs, measure: str, result: Result) -> Extent:
    """Compute a result in the base case and at every corner of the ranges.

    All inputs may be at any of their ends at once: the widest that is possible.
    """
    base = evaluated(base_values(inputs), measure, result)
    found = [base, *(evaluated(one, measure, result) for one in _corners(inputs, measure))]
    return Extent(min(found), base, max(found))


def evaluated(values: Values, measure: str, result: Result) -> float:
    """Compute a result with these values of the inputs."""
    return result(design_of(values), outcome_of(values, measure))


def base_values(inputs: Inputs) -> dict[str, float]:
    """Return the base case of every input that has one, or what it is taken as."""
    return {one.name: one.used.base for one in inputs.all if one.used is not None}


def design_of(values: Values) -> Design:
    """Return the design with these values; one person if the sample is not known."""
    known = {name: value for name, value in values.items() if name in _DESIGN}
    return Design(**{"sample": 1.0, **known})


def outcome_of(values: Values, measure: str) -> Outcome:
    """Return the outcome with these values; income counts in standard deviations if unknown."""
    if measure == WORK:
        return ShareOutcome(values["base"])
    return MeanOutcome(values.get("deviation", 1.0))


def _corners(inputs: Inputs, measure: str) -> Iterator[Values]:
    counted = [
        one.name
        for one in inputs.all
        if one.used is not None and (one.name in _DESIGN or one.name == _OF_OUTCOME[measure])
    ]
    ends = [list(_ends(inputs, name)) for name in counted]
    for corner in itertools.product(*ends):
        yield dict(zip(counted, corner, strict=True))


def _ends(inputs: Inputs, name: str) -> Iterable[float]:
    used = inputs[name].used
    if used is None:
        return ()
    if name in ("significance", "power"):
        return (used.base,)
    # The variance of a share has its peak at one half, which may lie between the ends.
    peak = {_HALF} if name == "base" and used.low < _HALF < used.high else set()
    return sorted({used.low, used.high} | peak)
